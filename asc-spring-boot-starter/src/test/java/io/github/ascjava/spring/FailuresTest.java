package io.github.ascjava.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.ascjava.testing.SandboxExtension;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.env.MapPropertySource;

/** What an application says that cannot start because of its properties. */
@ExtendWith(OutputCaptureExtension.class)
class FailuresTest {

    @RegisterExtension
    static final SandboxExtension SANDBOX = new SandboxExtension();

    @Test
    void withoutAKey() {
        assertThatExceptionOfType(AscConfigurationException.class)
                .isThrownBy(() -> KeyLoader.defaultKey(
                        new AscProperties.Key(null, null, null, null, null, false, null, false), Map.of()))
                .satisfies(e -> assertThat(e).hasMessage("No API key of App Store Connect is configured."))
                .satisfies(e -> assertThat(e.action())
                        .startsWith("Set ascjava.key.id, ascjava.key.issuer-id (unless it is an individual key) and one"
                                + " of ascjava.key.private-key and ascjava.key.private-key-path"));
    }

    @Test
    void aVariableThatIsNotSet() {
        assertSays(
                Contexts.plain()
                        .withPropertyValues(
                                "ascjava.key.id=2X9R4HXF34",
                                "ascjava.key.issuer-id=57246542-96fe-1a63-e053-0824d011072a",
                                "ascjava.key.private-key=${APP_STORE_KEY}"),
                "The property ascjava.key.private-key is ${APP_STORE_KEY}, and nothing defines that.",
                "Set the environment variable or property, or correct its name.");
    }

    @Test
    void aKeyWithoutItsId() {
        assertSays(
                Contexts.on(SANDBOX).withPropertyValues("ascjava.key.id="),
                "The property ascjava.key.id is not set.",
                "Set it to the key ID, which App Store Connect shows beside the key's name.");
    }

    @Test
    void aNamedKeyWithAnotherMistake() {
        assertSays(
                Contexts.plain()
                        .withPropertyValues(Contexts.key("ascjava.keys.emea", SANDBOX))
                        .withPropertyValues("ascjava.keys.emea.id=wrong"),
                "A key ID has ten capital letters and digits, such as 2X9R4HXF34, but 'wrong' was given. App Store"
                        + " Connect shows it beside the key's name.",
                "Correct the properties ascjava.keys.emea.*.");
    }

    @Test
    void aNamedKeyThatIsEmpty() {
        assertSays(
                Contexts.on(SANDBOX).withPropertyValues("ascjava.keys.emea.issuer-id=x"),
                "The properties ascjava.keys.emea.* give no key.",
                "Set ascjava.keys.emea.id and the others, or remove them all.");
    }

    @Test
    void aKeyThatIsGivenTwice(@TempDir Path folder) {
        assertSays(
                Contexts.on(SANDBOX).withPropertyValues("ascjava.key.private-key-path=" + folder),
                "The key is given twice: by ascjava.key.private-key and by ascjava.key.private-key-path.",
                "Keep one of them.");
        assertSays(
                Contexts.on(SANDBOX).withPropertyValues("ascjava.key.json-path=" + folder),
                "The key is given twice: by ascjava.key.json-path and by other properties.",
                "Keep ascjava.key.json-path, or the others.");
    }

    @Test
    void anIndividualKeyOfTheEnterpriseProgram() {
        assertSays(
                Contexts.on(SANDBOX).withPropertyValues("ascjava.key.issuer-id=", "ascjava.key.in-house=true"),
                "The property ascjava.key.in-house is true, but ascjava.key.issuer-id is not set; the Enterprise Program"
                        + " has no individual keys.",
                "Set ascjava.key.issuer-id, or remove ascjava.key.in-house.");
    }

    @Test
    void anOptionThatIsOutOfRange() {
        assertSays(
                Contexts.on(SANDBOX).withPropertyValues("ascjava.client.max-pages=0"),
                "maxPages must be 1 or more, but was 0.",
                "Correct the properties ascjava.client.*.");
        assertSays(
                Contexts.on(SANDBOX).withPropertyValues("ascjava.client.max-response-size=3GB"),
                "ascjava.client.max-response-size must be from 1B to 2047MB, but was 3221225472 bytes.",
                "Correct the properties ascjava.client.*.");
        assertSays(
                Contexts.on(SANDBOX).withPropertyValues("ascjava.client.user-agent=a\u0007b"),
                null,
                "Correct the properties ascjava.client.* or the customizers of the client.");
    }

    @Test
    void aWebhookSecretWithALineBreak() {
        assertSays(
                Contexts.on(SANDBOX)
                        .withInitializer(context -> context.getEnvironment()
                                .getPropertySources()
                                .addFirst(new MapPropertySource(
                                        "secrets", Map.of("ascjava.webhooks.secret", "s3cret\n")))),
                null,
                "Correct the properties ascjava.webhooks.*.");
    }

    /** The whole output of a program that does not start. */
    @Test
    void theKeyIsNotPrinted(CapturedOutput output) {
        String key = Contexts.text(SANDBOX);
        String middle = key.substring(60, 90);
        SpringApplication application = new SpringApplication(Application.class);
        application.setWebApplicationType(WebApplicationType.NONE);

        assertThatExceptionOfType(BeanCreationException.class)
                .isThrownBy(() -> application
                        .run(
                                "--debug",
                                "--ascjava.key.id=2X9R4HXF34",
                                "--ascjava.key.private-key-path=" + key,
                                "--ascjava.webhooks.secret=s3cret")
                        .close());

        assertThat(output.getAll())
                .contains("APPLICATION FAILED TO START")
                .contains("Correct the properties ascjava.key.*.")
                .doesNotContain(middle)
                .doesNotContain("s3cret");
    }

    @ImportAutoConfiguration({AscAutoConfiguration.class, AscWebhookAutoConfiguration.class})
    static class Application {}

    private static void assertSays(ApplicationContextRunner runner, @Nullable String problem, String action) {
        AtomicReference<FailureAnalysis> analysis = new AtomicReference<>();
        runner.run(context -> {
            assertThat(context).hasFailed();
            analysis.set(new AscFailureAnalyzer().analyze(Objects.requireNonNull(context.getStartupFailure())));
        });
        assertThat(analysis.get()).isNotNull();
        if (problem != null) {
            assertThat(analysis.get().getDescription()).isEqualTo(problem);
        }
        assertThat(analysis.get().getAction()).isEqualTo(action);
        assertThat(analysis.get().getDescription()).doesNotContain("s3cret");
    }
}
