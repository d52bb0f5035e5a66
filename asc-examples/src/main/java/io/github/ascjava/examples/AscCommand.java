package io.github.ascjava.examples;

import io.github.ascjava.client.AppStoreConnect;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What all commands share: a connection, and somewhere to print to. */
abstract class AscCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // Set by picocli.
    private CommandSpec spec;

    private final Connector connector;

    AscCommand(Connector connector) {
        this.connector = connector;
    }

    @Override
    public final Integer call() {
        return connector.run(
                spec.commandLine().getErr(), asc -> run(asc, spec.commandLine().getOut()));
    }

    /** Does the job and returns the exit code. */
    abstract int run(AppStoreConnect asc, PrintWriter out);
}
