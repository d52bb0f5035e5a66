package io.github.ascjava.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ascjava.auth.ApiKey;
import io.github.ascjava.client.AppStoreConnect;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Runs the jar of the server as a program in another language does: it waits for one line, then uses what was printed. */
@Timeout(60)
class SandboxJarIT {

    private static final String READY = "# Ready: ";

    @Test
    void servesOverHttpOnceItSaysThatItIsReady() throws IOException {
        Process server = start("--empty");
        try {
            Map<String, String> environment = untilReady(server);

            try (AppStoreConnect asc = AppStoreConnect.builder(ApiKey.fromEnvironment(environment))
                    .baseUrl(environment.getOrDefault(READY, ""))
                    .build()) {
                assertThat(asc.apps().list().toList()).isEmpty();
            }
        } finally {
            server.destroy();
        }
    }

    @Test
    void servesOverTlsAndCanBeControlled() throws IOException {
        Process server = start("--tls", "--control");
        try {
            assertThat(untilReady(server))
                    .containsKeys("ASC_CA_FILE", "ASC_SANDBOX_CONTROL")
                    .hasEntrySatisfying(READY, url -> assertThat(url).startsWith("https://127.0.0.1:"));
        } finally {
            server.destroy();
        }
    }

    @Test
    void explainsItself() throws IOException {
        Process server = start("--help");

        assertThat(server.inputReader().lines()).first().asString().startsWith("Usage: ");
    }

    private static Process start(String... options) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                Objects.requireNonNull(System.getProperty("serverJar"), "serverJar")));
        command.addAll(List.of(options));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** Reads until the last line, whose URL is kept under its beginning. */
    private static Map<String, String> untilReady(Process server) throws IOException {
        Map<String, String> environment = new HashMap<>();
        BufferedReader output = server.inputReader();
        while (!environment.containsKey(READY)) {
            String line = Objects.requireNonNull(output.readLine(), "The server ended.");
            if (line.startsWith(READY)) {
                environment.put(READY, line.substring(READY.length()));
            } else if (line.startsWith("ASC_")) {
                String[] pair = line.split("=", 2);
                environment.put(pair[0], pair[1]);
            }
        }
        return environment;
    }
}
