package io.github.ascjava.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ascjava.auth.ApiKey;
import io.github.ascjava.client.AppStoreConnect;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs that are configured by environment variables, as real processes. */
class EnvironmentTest {

    @Test
    void aProgramWithTheEnvironmentUsesTheSandbox() throws Exception {
        try (Sandbox sandbox = Sandbox.start()) {
            assertThat(run(sandbox.environment())).isEqualTo("7 users");
            assertThat(sandbox.requests()).hasSize(1);
        }
    }

    @Test
    void aKeyFileWillDo(@TempDir Path folder) throws Exception {
        try (Sandbox sandbox = Sandbox.start()) {
            assertThat(run(sandbox.environment(sandbox.writeKeyFile(folder)))).isEqualTo("7 users");
        }
    }

    @Test
    void anIndividualKeyWillDo() throws Exception {
        try (Sandbox sandbox = Sandbox.builder().individualKey().start()) {
            assertThat(run(sandbox.environment())).isEqualTo("7 users");
        }
    }

    private static String run(Map<String, String> environment) throws IOException, InterruptedException {
        ProcessBuilder program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Program.class.getName())
                // Warnings of libraries without a logger go there.
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        // What a developer's machine may have must not be mixed with the sandbox's key.
        program.environment().put("ASC_PRIVATE_KEY", "of a developer");
        program.environment().put("ASC_PRIVATE_KEY_PATH", "/of/a/developer.p8");
        program.environment().put("ASC_KEY_JSON_PATH", "/of/a/developer.json");
        program.environment().put("ASC_IN_HOUSE", "true");
        program.environment().put("ASC_ISSUER_ID", "57246542-96fe-1a63-e053-0824d011072b");
        program.environment().putAll(environment);
        Process process = program.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return output.strip();
    }

    /** A program that knows nothing of the sandbox. */
    static final class Program {

        private Program() {}

        public static void main(String[] args) {
            try (AppStoreConnect asc = AppStoreConnect.builder(ApiKey.fromEnvironment())
                    .baseUrl(System.getenv("ASC_BASE_URL"))
                    .build()) {
                System.out.println(asc.users().list().toList().size() + " users");
            }
        }
    }
}
