package io.github.ascjava.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ascjava.auth.ApiKey;
import io.github.ascjava.auth.IndividualKey;
import io.github.ascjava.auth.TeamKey;
import io.github.ascjava.client.AppStoreConnect;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs the program as users do, in its own process. */
class SandboxServerTest {

    private static final int TERMINATED = 128 + 15;

    @Test
    void servesUntilItIsTerminated() throws Exception {
        try (Server server = Server.start("--empty")) {
            Map<String, String> environment = server.environment();
            ApiKey key = ApiKey.fromEnvironment(environment);
            Path keyFile = Path.of(environment.getOrDefault("ASC_PRIVATE_KEY_PATH", ""));

            assertThat(key).isInstanceOf(TeamKey.class);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keyFile)))
                    .isEqualTo("rw-------");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keyFile.getParent())))
                    .isEqualTo("rwx------");
            try (AppStoreConnect asc = AppStoreConnect.builder(key)
                    .baseUrl(environment.getOrDefault("ASC_BASE_URL", ""))
                    .build()) {
                assertThat(asc.users().list().toList()).isEmpty();
            }

            assertThat(server.end()).isEqualTo(TERMINATED);
            assertThat(keyFile.getParent()).doesNotExist();
        }
    }

    @Test
    void servesATeamOnTheGivenPort() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        try (Server server = Server.start(
                "--port", Integer.toString(port), "--seed", "7", "--individual", "--requests-per-hour", "12")) {
            Map<String, String> environment = server.environment();
            ApiKey key = ApiKey.fromEnvironment(environment);

            assertThat(key).isInstanceOf(IndividualKey.class);
            assertThat(environment).containsEntry("ASC_BASE_URL", "http://127.0.0.1:" + port + "/");
            try (AppStoreConnect asc = AppStoreConnect.builder(key)
                    .baseUrl(environment.getOrDefault("ASC_BASE_URL", ""))
                    .build()) {
                assertThat(asc.apps().list().toList()).isNotEmpty();
                assertThat(asc.rateLimit().hourLimit()).isEqualTo(12);
            }
        }
    }

    @Test
    void canBeControlledByWhoeverReadsItsOutput() throws Exception {
        try (Server server = Server.start("--empty", "--control")) {
            Map<String, String> environment = server.environment();
            HttpRequest.Builder request = HttpRequest.newBuilder(
                    URI.create(environment.getOrDefault("ASC_BASE_URL", "") + "_control/requests"));
            HttpResponse<String> response = HttpClient.newHttpClient()
                    .send(
                            request.header("X-Sandbox-Control", environment.getOrDefault("ASC_SANDBOX_CONTROL", ""))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());

            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.body()).isEqualTo("{\"requests\":[]}");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"--empty", "--tls"})
    void itsLastLineSaysThatItAcceptsConnections(String option) throws Exception {
        try (Server server = Server.start(option, "--export")) {
            List<String> lines = server.linesUntil("# Ready: ");
            URI url = URI.create(lines.get(lines.size() - 1).substring("# Ready: ".length()));

            try (Socket connection = new Socket(url.getHost(), url.getPort())) {
                assertThat(connection.isConnected()).isTrue();
            }
            assertThat(lines).contains("export ASC_BASE_URL=" + url);
            assertThat(lines).anyMatch(line -> line.startsWith("export ASC_PRIVATE_KEY_PATH="));
            assertThat(lines).allMatch(line -> line.matches("# .*|export \\w+=.*"));
        }
    }

    @Test
    void servesHttpsAndSaysWhichCertificateToTrust() throws Exception {
        try (Server server = Server.start("--empty", "--tls")) {
            Map<String, String> environment = server.environment();
            Path caFile = Path.of(environment.getOrDefault("ASC_CA_FILE", ""));

            assertThat(environment.get("ASC_BASE_URL")).startsWith("https://127.0.0.1:");
            assertThat(caFile).content().startsWith("-----BEGIN CERTIFICATE-----");

            assertThat(server.end()).isEqualTo(TERMINATED);
            assertThat(caFile).doesNotExist();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "--prot; There is no option '--prot'.",
                "--port; --port needs a number from 0 to 65535, but got ''.",
                "--port=1; There is no option '--port=1'."
            })
    void saysWhatItDoesNotUnderstand(String option, String message) throws Exception {
        try (Server server = Server.start(option)) {
            List<String> errors = server.errors();
            assertThat(errors.get(0)).isEqualTo(message);
            assertThat(errors.get(1)).startsWith("Usage: ");
            assertThat(server.status()).isEqualTo(2);
        }
    }

    @Test
    void saysThatAPortIsTaken() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Server server = Server.start("--port", Integer.toString(taken.getLocalPort()))) {
            assertThat(server.errors())
                    .singleElement()
                    .asString()
                    .startsWith("The sandbox cannot listen on port " + taken.getLocalPort() + " of this machine: ");
            assertThat(server.status()).isEqualTo(1);
        }
    }

    @Test
    void explainsItself() throws Exception {
        try (Server server = Server.start("--help")) {
            assertThat(server.environment()).isEmpty();
            assertThat(server.status()).isZero();
        }
    }

    /** The program as a process, with the class path of this test. */
    private record Server(Process process) implements AutoCloseable {

        static Server start(String... options) throws IOException {
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-cp",
                    System.getProperty("java.class.path"),
                    SandboxServer.class.getName()));
            command.addAll(List.of(options));
            return new Server(new ProcessBuilder(command).start());
        }

        /** Reads its output until it has printed the last variable, or ends. */
        Map<String, String> environment() {
            Map<String, String> variables = new HashMap<>();
            BufferedReader output = process.inputReader();
            while (!variables.containsKey("ASC_PRIVATE_KEY_PATH")) {
                String line = line(output);
                if (line == null) {
                    return variables;
                }
                if (line.startsWith("ASC_")) {
                    String[] pair = line.split("=", 2);
                    variables.put(pair[0], pair[1]);
                }
            }
            return variables;
        }

        /** Reads its output until a line begins so, or it ends. */
        List<String> linesUntil(String beginning) {
            List<String> lines = new ArrayList<>();
            String line = "";
            while (line != null && !line.startsWith(beginning)) {
                line = line(process.inputReader());
                if (line != null) {
                    lines.add(line);
                }
            }
            return lines;
        }

        List<String> errors() throws IOException {
            return process.errorReader().lines().toList();
        }

        int end() throws InterruptedException {
            process.destroy();
            return status();
        }

        int status() throws InterruptedException {
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            return process.exitValue();
        }

        @Override
        public void close() {
            process.destroyForcibly();
        }

        private static @Nullable String line(BufferedReader reader) {
            try {
                return reader.readLine();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
