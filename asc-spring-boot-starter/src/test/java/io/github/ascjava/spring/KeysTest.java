package io.github.ascjava.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ascjava.auth.ApiKey;
import io.github.ascjava.auth.EnterpriseKey;
import io.github.ascjava.auth.IndividualKey;
import io.github.ascjava.auth.TeamKey;
import io.github.ascjava.client.AppStoreConnect;
import io.github.ascjava.testing.Sandbox;
import io.github.ascjava.testing.SandboxExtension;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** The forms of a key in properties; each one signs tokens that a sandbox accepts. */
class KeysTest {

    private static final String ISSUER = "ascjava.key.issuer-id=57246542-96fe-1a63-e053-0824d011072a";

    @RegisterExtension
    static final SandboxExtension SANDBOX = new SandboxExtension();

    @TempDir
    Path folder;

    @Test
    void aTextInOneLine() {
        Contexts.on(SANDBOX).run(KeysTest::callsTheSandbox);
    }

    @Test
    void base64() {
        String text = String.valueOf(SANDBOX.environment().get("ASC_PRIVATE_KEY"));
        String encoded = Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
        Contexts.on(SANDBOX)
                .withPropertyValues("ascjava.key.private-key=" + encoded)
                .run(KeysTest::callsTheSandbox);
    }

    @Test
    void aFileWithApplesName() {
        onSandbox()
                .withPropertyValues(ISSUER, Contexts.file("ascjava.key.private-key-path", SANDBOX.writeKeyFile(folder)))
                .run(KeysTest::callsTheSandbox);
    }

    @Test
    void aFileWithAnotherName() throws IOException {
        Path file = Files.move(SANDBOX.writeKeyFile(folder), folder.resolve("key"));
        onSandbox()
                .withPropertyValues(
                        ISSUER, "ascjava.key.id=2X9R4HXF34", Contexts.file("ascjava.key.private-key-path", file))
                .run(KeysTest::callsTheSandbox);
    }

    @Test
    void aFileBelowTheHomeFolder() {
        Path file = SANDBOX.writeKeyFile(folder);
        onSandbox()
                .withSystemProperties("user.home=" + folder)
                .withPropertyValues(ISSUER, "ascjava.key.private-key-path=~/" + file.getFileName())
                .run(KeysTest::callsTheSandbox);
    }

    @Test
    void aJsonFile() throws IOException {
        Path file = folder.resolve("key.json");
        Files.writeString(
                file,
                "{\"key_id\": \"2X9R4HXF34\", \"issuer_id\": \"57246542-96fe-1a63-e053-0824d011072a\", \"key\": \""
                        + Contexts.text(SANDBOX) + "\"}");
        onSandbox()
                .withPropertyValues(Contexts.file("ascjava.key.json-path", file))
                .run(KeysTest::callsTheSandbox);
    }

    @Test
    void anIndividualKeyHasNoIssuer() {
        try (Sandbox individual = Sandbox.builder().individualKey().start()) {
            Contexts.plain()
                    .withPropertyValues(
                            Contexts.url(individual),
                            "ascjava.key.id=2X9R4HXF34",
                            "ascjava.key.issuer-id=",
                            "ascjava.key.private-key=" + Contexts.text(individual))
                    .run(context -> {
                        callsTheSandbox(context);
                        assertThat(context.getBean(ApiKey.class)).isInstanceOf(IndividualKey.class);
                    });
        }
    }

    @Test
    void aKeyOfTheEnterpriseProgram() {
        Contexts.on(SANDBOX).withPropertyValues("ascjava.key.in-house=true").run(context -> {
            assertThat(context).hasNotFailed();
            assertThat(context.getBean(ApiKey.class)).isInstanceOf(EnterpriseKey.class);
        });
    }

    @Test
    void theLifetimeOfTokens() {
        Contexts.on(SANDBOX).withPropertyValues("ascjava.key.token-lifetime=5m").run(context -> {
            callsTheSandbox(context);
            assertThat(context.getBean(ApiKey.class).tokenSettings().lifetime()).isEqualTo(Duration.ofMinutes(5));
        });
    }

    /** What programs without Spring read, such as asc. */
    @Test
    void environmentVariablesIfNoPropertyNamesAKey() {
        ApiKey key = KeyLoader.defaultKey(none(), new HashMap<>(SANDBOX.environment()));

        assertThat(key).isInstanceOf(TeamKey.class);
        assertThat(key.keyId()).isEqualTo("2X9R4HXF34");
    }

    private static AscProperties.Key none() {
        return new AscProperties.Key(
                null, "57246542-96fe-1a63-e053-0824d011072a", null, null, null, false, null, false);
    }

    private static ApplicationContextRunner onSandbox() {
        return Contexts.plain().withPropertyValues(Contexts.url(SANDBOX));
    }

    private static void callsTheSandbox(AssertableApplicationContext context) {
        assertThat(context).hasNotFailed();
        assertThat(context.getBean(AppStoreConnect.class).apps().list().toList())
                .isNotEmpty();
    }
}
