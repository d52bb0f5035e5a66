package com.example.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

import io.github.ascjava.client.AppStoreConnect;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import okhttp3.OkHttp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest
@ExtendWith(OutputCaptureExtension.class)
class ApplicationTest {

    @DynamicPropertySource
    static void key(DynamicPropertyRegistry registry) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        String key = Base64.getEncoder()
                .encodeToString(generator.generateKeyPair().getPrivate().getEncoded());
        registry.add("ascjava.key.id", () -> "2X9R4HXF34");
        registry.add("ascjava.key.private-key", () -> key);
    }

    @Test
    void thereIsAClient(@Autowired AppStoreConnect asc) throws Exception {
        assertThat(asc.auth().key()).hasToString("IndividualKey[2X9R4HXF34]");
        assertThat(asc.auth().token().value()).isNotEmpty();
        assertThat(OkHttp.VERSION).startsWith("5.");
        for (String absent : new String[] {
            "io.github.ascjava.testing.Sandbox",
            "org.springframework.web.servlet.DispatcherServlet",
            "org.springframework.boot.health.contributor.Health"
        }) {
            assertThat(Thread.currentThread().getContextClassLoader().getResource(absent.replace('.', '/') + ".class"))
                    .as(absent)
                    .isNull();
        }
    }

    @Test
    void withoutAKeyItSaysWhatToDo(CapturedOutput output) {
        assertThatException().isThrownBy(() -> SpringApplication.run(Application.class));

        assertThat(output).contains("No API key of App Store Connect is configured.", "Set ascjava.key.id");
    }
}
