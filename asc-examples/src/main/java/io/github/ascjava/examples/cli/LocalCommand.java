package io.github.ascjava.examples.cli;

import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The base of commands that work on files of this machine and connect to nothing. */
public abstract class LocalCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // Set by picocli.
    private CommandSpec spec;

    @Mixin
    private final TalkOptions talk = new TalkOptions();

    private final Connector connector;

    /** Makes a command; the connector knows the terminal, the environment and the clock. */
    protected LocalCommand(Connector connector) {
        this.connector = connector;
    }

    @Override
    public final Integer call() throws Exception {
        return run(connector.terminal(spec.commandLine(), talk.isQuiet()), connector.clock());
    }

    /** Returns a variable of the environment, or null if it is not set or blank. */
    protected final @Nullable String environment(String name) {
        return connector.environment(name);
    }

    /** Makes an exception about arguments that no run of the command can use. */
    protected final ParameterException wrongUsage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    /** Does the job and returns the exit code. */
    protected abstract int run(Terminal terminal, Clock clock) throws Exception;
}
