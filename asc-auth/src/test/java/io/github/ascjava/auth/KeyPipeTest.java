package io.github.ascjava.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Keys out of pipes: from process substitution, standard input and named pipes, none of which may hang for ever. */
@Timeout(60)
class KeyPipeTest {

    private static final TestKey KEY = TestKey.generate();

    @TempDir
    private Path folder;

    @Test
    void aNamedPipeIsReadToItsEnd() throws Exception {
        Path pipe = pipe();
        CompletableFuture<Void> writer = writing(pipe, KEY.applePem(), CompletableFuture.completedFuture(null));

        assertThat(ApiKey.individual("2X9R4HXF34", pipe)).hasToString("IndividualKey[2X9R4HXF34]");
        writer.join();
    }

    @Test
    void aPipeWithoutAWriterIsGivenUp() throws Exception {
        Path pipe = pipe();

        assertThatExceptionOfType(InvalidApiKeyException.class)
                .isThrownBy(() -> KeyFile.content(pipe, Duration.ofSeconds(1)))
                .withMessage(pipe + " is a pipe or a device that did not end within 1 s. Check that a program writes"
                        + " the key to it and then closes it.");

        Files.writeString(pipe, "ends the thread that waits");
    }

    @Test
    void aPipeThatIsNotClosedIsGivenUp() throws Exception {
        Path pipe = pipe();
        CompletableFuture<Void> done = new CompletableFuture<>();
        CompletableFuture<Void> writer = writing(pipe, "-----BEGIN", done);

        assertThatExceptionOfType(InvalidApiKeyException.class)
                .isThrownBy(() -> KeyFile.content(pipe, Duration.ofSeconds(1)))
                .withMessageContaining("did not end within 1 s");
        done.complete(null);
        writer.join();
    }

    @Test
    void aPipeWithoutEndIsReadNoFurtherThanAKeyFileGoes() throws Exception {
        Path pipe = pipe();
        CompletableFuture<Void> done = new CompletableFuture<>();
        CompletableFuture<Void> writer = writing(pipe, " ".repeat(64 * 1024 + 1), done);

        assertThatExceptionOfType(InvalidApiKeyException.class)
                .isThrownBy(() -> ApiKey.individual("2X9R4HXF34", pipe))
                .withMessage("The file " + pipe + " is too large to be a key file. Check the path.");
        done.complete(null);
        writer.join();
    }

    @Test
    void processSubstitutionWorks() throws Exception {
        assertThat(inBash("\"$@\" <(cat \"$KEY_FILE\")")).isEqualTo("IndividualKey[2X9R4HXF34]");
    }

    @Test
    void standardInputWorks() throws Exception {
        assertThat(inBash("cat \"$KEY_FILE\" | \"$@\" /dev/stdin")).isEqualTo("IndividualKey[2X9R4HXF34]");
    }

    private String inBash(String script) throws IOException, InterruptedException {
        Path bash = Path.of("/bin/bash");
        assumeTrue(Files.isExecutable(bash), "Skipped: this machine has no /bin/bash.");
        Path file = Files.writeString(folder.resolve("key"), KEY.applePem());
        ProcessBuilder other = new ProcessBuilder(List.of(
                bash.toString(),
                "-c",
                script,
                "bash",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Load.class.getName()));
        other.environment().put("KEY_FILE", file.toString());
        Process process = other.redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try {
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } finally {
            process.destroy();
        }
    }

    private Path pipe() throws IOException, InterruptedException {
        Path pipe = folder.resolve("pipe");
        try {
            Process mkfifo = new ProcessBuilder("mkfifo", "-m", "600", pipe.toString()).start();
            assumeTrue(mkfifo.waitFor() == 0, "Skipped: this file system has no named pipes.");
        } catch (IOException e) {
            assumeTrue(false, "Skipped: this machine has no mkfifo.");
        }
        return pipe;
    }

    /** Writes from another thread, which opens the pipe as soon as it is read, and closes it at the given time. */
    private static CompletableFuture<Void> writing(Path pipe, String text, CompletableFuture<Void> whenToClose) {
        return CompletableFuture.runAsync(() -> {
            try (OutputStream out = Files.newOutputStream(pipe)) {
                out.write(text.getBytes(StandardCharsets.UTF_8));
                out.flush();
                whenToClose.join();
            } catch (IOException e) {
                // The reader has given up.
            }
        });
    }

    /** The other process. */
    static final class Load {

        private Load() {}

        public static void main(String[] args) {
            System.out.print(ApiKey.individual("2X9R4HXF34", Path.of(args[0])));
        }
    }
}
