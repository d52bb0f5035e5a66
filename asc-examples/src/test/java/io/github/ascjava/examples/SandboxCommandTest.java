package io.github.ascjava.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Serves a sandbox from a process of its own, and uses it as the program of somebody else would. */
@Timeout(60)
class SandboxCommandTest {

    @Test
    void servesASandboxThatOtherCommandsCanUse() throws IOException {
        Process server = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "sandbox",
                        "--empty")
                .start();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8))) {
            Map<String, String> environment = new HashMap<>();
            while (!environment.containsKey("ASC_PRIVATE_KEY_PATH")) {
                String[] setting = String.valueOf(out.readLine()).split("=", 2);
                assertThat(setting[0]).matches("export ASC_\\w+|#.*");
                if (setting.length == 2) {
                    environment.put(setting[0].replace("export ", ""), setting[1]);
                }
                assertThat(server.isAlive()).isTrue();
            }

            String body =
                    "{\"data\": {\"type\": \"devices\", \"attributes\": {\"name\": \"Mine\", \"platform\": \"IOS\","
                            + " \"udid\": \"00008150-001A2B3C4D5E601F\"}}}";
            Path file = Path.of(environment.get("ASC_PRIVATE_KEY_PATH")).resolveSibling("body.json");
            Files.writeString(file, body);
            assertThat(Program.runNow(environment, "call", "POST", "/v1/devices", "--body", file.toString())
                            .exitCode())
                    .isZero();
            Files.delete(file);
            assertThat(Program.runNow(environment, "devices", "list").out()).contains("Mine");
        } finally {
            server.destroy();
        }
    }
}
