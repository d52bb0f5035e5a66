package io.github.ascjava.spring;

import io.github.ascjava.testing.SandboxControl;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** Application contexts with the starter. */
final class Contexts {

    private Contexts() {}

    /** A context without properties. */
    static ApplicationContextRunner plain() {
        return new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(
                        AscAutoConfiguration.class,
                        AscHealthAutoConfiguration.class,
                        AscObservationAutoConfiguration.class,
                        AscActuatorAutoConfiguration.class,
                        AscWebhookAutoConfiguration.class,
                        AscWebhookEndpointAutoConfiguration.class));
    }

    /** A context whose default client calls a sandbox. */
    static ApplicationContextRunner on(SandboxControl sandbox) {
        return plain().withPropertyValues(url(sandbox)).withPropertyValues(key("ascjava.key", sandbox));
    }

    static String url(SandboxControl sandbox) {
        return "ascjava.client.base-url=" + sandbox.baseUrl();
    }

    /** Properties with the text of the sandbox's key, in one line. */
    static String[] key(String prefix, SandboxControl sandbox) {
        Map<String, String> variables = sandbox.environment();
        List<String> pairs = new ArrayList<>();
        pairs.add(prefix + ".id=" + variables.get("ASC_KEY_ID"));
        pairs.add(prefix + ".issuer-id=" + variables.get("ASC_ISSUER_ID"));
        pairs.add(prefix + ".private-key=" + text(sandbox));
        return pairs.toArray(String[]::new);
    }

    static String text(SandboxControl sandbox) {
        return String.valueOf(sandbox.environment().get("ASC_PRIVATE_KEY")).replace("\n", "\\n");
    }

    static String file(String property, Path file) {
        return property + "=" + file;
    }
}
