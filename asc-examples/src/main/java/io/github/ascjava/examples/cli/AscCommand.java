package io.github.ascjava.examples.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The base of commands that talk to App Store Connect. */
public abstract class AscCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // Set by picocli.
    private CommandSpec spec;

    private final Connector connector;

    /** Makes a command that connects as told. */
    protected AscCommand(Connector connector) {
        this.connector = connector;
    }

    @Override
    public final Integer call() throws Exception {
        Terminal terminal = connector.terminal(spec.commandLine());
        return connector.run(terminal, isDryRun(), this::run);
    }

    /** Returns whether requests that change something are to be shown instead of sent. */
    protected boolean isDryRun() {
        return false;
    }

    /** Does the job and returns the exit code. */
    protected abstract int run(Session session) throws Exception;
}
