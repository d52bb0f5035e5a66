package io.github.ascjava.examples;

import io.github.ascjava.testing.SandboxServer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Serves a sandbox that keeps its state from one command to the next. */
@Command(
        name = "sandbox",
        description =
                "Serves a sandbox until it is ended (Ctrl-C), and prints export commands for the shells that are to use it.")
final class SandboxCommand implements Callable<Integer> {

    private static final int HIGHEST_PORT = 65_535;

    @Option(names = "--port", description = "The port; any that is free if not given.")
    private @Nullable Integer port;

    @Option(names = "--seed", description = "Makes other ids; the same seed makes the same.")
    private @Nullable Long seed;

    @Option(names = "--empty", description = "Begin without a team.")
    private boolean empty;

    @Option(names = "--individual", description = "Accept an individual key instead of a team key.")
    private boolean individual;

    @Option(names = "--control", description = "Let tests in other languages control the sandbox over HTTP.")
    private boolean control;

    @Spec
    @SuppressWarnings("NullAway.Init") // Set by picocli.
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        SandboxServer.main(arguments().toArray(String[]::new));
        Thread.currentThread().join();
        return 0;
    }

    private List<String> arguments() {
        List<String> arguments = new ArrayList<>(List.of("--export"));
        if (port != null) {
            if (port < 0 || port > HIGHEST_PORT) {
                throw new ParameterException(
                        spec.commandLine(), "--port is a number from 0 to " + HIGHEST_PORT + ", but was " + port + ".");
            }
            arguments.addAll(List.of("--port", port.toString()));
        }
        if (seed != null) {
            if (seed < 0) {
                throw new ParameterException(spec.commandLine(), "--seed is 0 or more, but was " + seed + ".");
            }
            arguments.addAll(List.of("--seed", seed.toString()));
        }
        if (empty) {
            arguments.add("--empty");
        }
        if (individual) {
            arguments.add("--individual");
        }
        if (control) {
            arguments.add("--control");
        }
        return arguments;
    }
}
