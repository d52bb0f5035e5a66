package io.github.ascjava.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.ascjava.testing.SandboxControl;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The program in a process of its own, which can be stopped with Ctrl-C. */
final class ChildProgram {

    private final Process process;

    private ChildProgram(Process process) {
        this.process = process;
    }

    /** Starts it with the key and the URL of a sandbox; the test is skipped where Ctrl-C has no effect. */
    static ChildProgram start(SandboxControl sandbox, String... arguments) throws IOException {
        assumeTrue(isInterruptible(), "SIGINT is ignored here, which child processes inherit");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                "io.github.ascjava.examples.Main"));
        command.addAll(List.of(arguments));
        ProcessBuilder child = new ProcessBuilder(command);
        child.environment().putAll(sandbox.environment());
        return new ChildProgram(child.start());
    }

    /** Presses Ctrl-C when an upload has noted its first part, and checks that the program says how to continue. */
    void interruptWhenAPartIsNoted(Path states) throws IOException, InterruptedException {
        try (BufferedReader err = process.errorReader()) {
            while (process.isAlive() && !isPartNoted(states)) {
                LockSupport.parkNanos(1_000_000);
            }
            new ProcessBuilder("kill", "-INT", Long.toString(process.pid()))
                    .start()
                    .waitFor();

            assertThat(err.lines().collect(Collectors.joining("\n")))
                    .endsWith("Stopped. Run the same command again to continue where it stopped.");
            assertThat(process.waitFor()).isEqualTo(128 + 2);
        } finally {
            process.destroyForcibly();
        }
    }

    private static boolean isPartNoted(Path states) throws IOException {
        if (!Files.exists(states)) {
            return false;
        }
        try (Stream<Path> files = Files.list(states)) {
            for (Path each :
                    files.filter(path -> path.toString().endsWith(".upload")).toList()) {
                if (Files.readString(each).contains("parts=1")) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isInterruptible() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return true;
        }
        String ignored = Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("SigIgn:"))
                .findFirst()
                .orElse("SigIgn: 0")
                .substring("SigIgn:".length())
                .strip();
        return (Long.parseUnsignedLong(ignored, 16) & 2) == 0;
    }
}
