package io.github.ascjava.signing.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.ascjava.signing.match.internal.MatchCipher;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Single files that the programs at hand encrypt; {@link MatchRepositoryTest} reads a whole repository of them. */
class MatchToolsTest {

    private static final String PASSPHRASE = "pass 'é\" phrase";
    private static final String CONTENT = "-----BEGIN RSA PRIVATE KEY-----\n" + "A".repeat(1000);

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"md5", "sha256"})
    void whatOpensslEncryptsIsRead(String digest) throws Exception {
        assumeTrue(isInstalled("openssl"), "openssl is not installed");

        assertIsRead(run("openssl", "enc", "-aes-256-cbc", "-md", digest, "-a", "-pass", "pass:" + PASSPHRASE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"newer", "older-md5", "older-sha256"})
    void whatRubyEncryptsIsRead(String form) throws Exception {
        assumeTrue(isInstalled("ruby"), "ruby is not installed");
        String program = Path.of(Objects.requireNonNull(MatchToolsTest.class.getResource("encrypt.rb"))
                        .toURI())
                .toString();

        assertIsRead(run("ruby", program, form, PASSPHRASE));
    }

    private static void assertIsRead(byte[] file) throws Exception {
        assertThat(MatchCipher.isEncrypted(file)).isTrue();
        assertThat(MatchCipher.decrypt(file, PASSPHRASE.getBytes(StandardCharsets.UTF_8)))
                .asString(StandardCharsets.UTF_8)
                .isEqualTo(CONTENT);
    }

    private byte[] run(String... command) throws IOException, InterruptedException, URISyntaxException {
        Path in = Files.writeString(folder.resolve("in"), CONTENT);
        Path out = folder.resolve("out");
        ProcessBuilder builder = new ProcessBuilder(List.of(command))
                .redirectInput(in.toFile())
                .redirectOutput(out.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("LC_ALL", "C.UTF-8");
        Process process = builder.start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
        return Files.readAllBytes(out);
    }

    static boolean isInstalled(String program) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
    }
}
