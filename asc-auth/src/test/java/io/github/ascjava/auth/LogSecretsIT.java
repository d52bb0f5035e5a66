package io.github.ascjava.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Searches all output of the previous tests for tokens and for parts of their keys. */
class LogSecretsIT {

    private static final Path NOTES = Path.of("target", "test-secrets", "keys.txt");
    private static final Path REPORTS = Path.of("target", "surefire-reports");
    private static final int TEXTS_PER_KEY = 11;

    private static List<String> secretTexts = List.of();
    private static TestSecrets secrets = new TestSecrets(List.of());

    @BeforeAll
    static void readNotes() throws IOException {
        secretTexts = Files.readAllLines(NOTES);
        secrets = new TestSecrets(secretTexts);
    }

    @Test
    void nothingThatTheTestsPrintedIsSecret() throws IOException {
        assertThat(findings(REPORTS)).isEmpty();
    }

    @Test
    void theTestsNotedTheirKeysAndLoggedMuch() throws IOException {
        StringBuilder printed = new StringBuilder();
        for (Path file : files(REPORTS)) {
            printed.append(read(file));
        }

        assertThat(secretTexts).hasSizeGreaterThan(10 * TEXTS_PER_KEY).allMatch(text -> text.length() >= 40);
        assertThat(printed)
                .contains("DEBUG TokenCache - Signed a token for TeamKey[2X9R4HXF34]")
                .contains("WARN KeyFile - The private key file")
                .contains("WARN ServerClock - This machine's clock is")
                .contains("InvalidApiKeyException: The private key");
    }

    @Test
    void aPlantedPieceOfAKeyIsFound(@TempDir Path folder) throws IOException {
        for (String secret : secretTexts) {
            Files.writeString(folder.resolve("log.txt"), "before " + secret.substring(20, 32) + " after");

            assertThat(findings(folder)).hasSize(1);
        }
    }

    @Test
    void aPlantedTokenIsFound(@TempDir Path folder) throws IOException {
        String token = base64url("{\"alg\":\"ES256\"}") + "." + base64url("{\"sub\":\"user\"}") + "."
                + base64url("a signature of some length");
        Files.writeString(folder.resolve("log.txt"), "Authorization: Bearer " + token + "\n");

        assertThat(findings(folder)).hasSize(1);
    }

    @Test
    void aTextWithoutSecretIsNotReported(@TempDir Path folder) throws IOException {
        Files.writeString(
                folder.resolve("log.txt"),
                "MIGTAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBHkwdwIBAQQg eyJhbGciOiJFUzI1NiJ9 0123456789abcdef0123456789abcdef");

        assertThat(findings(folder)).isEmpty();
    }

    private static List<String> findings(Path folder) throws IOException {
        List<String> findings = new ArrayList<>();
        for (Path file : files(folder)) {
            String found = secrets.findIn(read(file));
            if (found != null) {
                findings.add(file + " shows " + found.substring(0, 6) + "...");
            }
        }
        return findings;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static String read(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    }

    private static String base64url(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
