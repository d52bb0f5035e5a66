package io.github.ascjava.examples;

import io.github.ascjava.testing.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A test with a sandbox that keeps its state from one run of the program to the next, and a folder. */
@Timeout(60)
abstract class SandboxedTest {

    final Sandbox sandbox = Sandbox.builder().clock(Program.CLOCK).start();

    @TempDir
    Path folder;

    private Map<String, String> environment = Map.of();

    @BeforeEach
    void configure() throws IOException {
        environment = Program.environment(sandbox, Files.createDirectory(folder.resolve("key")));
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    /** Returns the environment in which the program finds the sandbox. */
    Map<String, String> environment() {
        return environment;
    }

    /** Runs the program with nobody there to answer. */
    Program run(String... arguments) {
        return Program.run(environment, arguments);
    }

    /** Runs the program with somebody who types. */
    Program answering(String typed, String... arguments) {
        return Program.answering(typed + "\n", environment, arguments);
    }

    String file(String name, String content) {
        try {
            return Files.writeString(folder.resolve(name), content).toString();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Counts the requests so far that were meant to change something. */
    long writes() {
        return sandbox.requests().stream()
                .filter(request -> !request.method().equals("GET"))
                .count();
    }
}
