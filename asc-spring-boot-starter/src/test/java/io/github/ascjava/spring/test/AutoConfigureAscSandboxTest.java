package io.github.ascjava.spring.test;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ascjava.auth.ApiKey;
import io.github.ascjava.client.AppStoreConnect;
import io.github.ascjava.testing.Answer;
import io.github.ascjava.testing.Sandbox;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** A test on a sandbox, of an application whose properties name keys that are not there. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = {
            "ascjava.key.id=${ASC_TEST_KEY_ID}",
            "ascjava.key.private-key-path=${ASC_TEST_KEY}",
            "ascjava.keys.emea.id=6Y8K2PQW77",
            "ascjava.keys.emea.json-path=/run/secrets/emea.json"
        })
@AutoConfigureAscSandbox
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AutoConfigureAscSandboxTest {

    @Autowired
    Sandbox sandbox;

    @Autowired
    Map<String, AppStoreConnect> clients;

    @Test
    @Order(1)
    void allClientsCallIt() {
        assertThat(clients).containsOnlyKeys("appStoreConnect", "emeaAppStoreConnect");
        assertThat(clients.values())
                .allSatisfy(client -> assertThat(client.apps().list().toList()).isNotEmpty());
        assertThat(sandbox.requests()).hasSize(2);
    }

    @Test
    @Order(2)
    @Timeout(30)
    void retriesTakeNoTimeOfTheTest(@Autowired @Qualifier("emea") AppStoreConnect emea) {
        assertThat(sandbox.requests()).as("reset after the test before").isEmpty();
        Instant before = sandbox.clock().instant();
        sandbox.answerNext(Answer.json(503, "").withHeader("Retry-After", "60"));
        assertThat(emea.apps().list().toList()).isNotEmpty();

        assertThat(sandbox.requests()).hasSize(2);
        assertThat(sandbox.clock().instant()).isAfterOrEqualTo(before.plusSeconds(60));
    }

    @Nested
    @SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.NONE, classes = Application.class)
    @AutoConfigureAscSandbox(empty = true)
    class Empty {

        @Test
        void anEmptyOneWithoutAnyProperty(
                @Autowired AppStoreConnect asc, @Autowired ApiKey key, @Autowired Environment env) {
            assertThat(asc.apps().list().toList()).isEmpty();
            assertThat(key.keyId()).isEqualTo("2X9R4HXF34");
            assertThat(env.getProperty("ascjava.client.base-url")).startsWith("http://");
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Application {}
}
