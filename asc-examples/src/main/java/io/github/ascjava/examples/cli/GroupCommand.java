package io.github.ascjava.examples.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The base of commands that only hold other commands. */
public abstract class GroupCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // Set by picocli.
    private CommandSpec spec;

    @Override
    public final void run() {
        throw new ParameterException(
                spec.commandLine(),
                "Name one of the commands: "
                        + String.join(", ", spec.subcommands().keySet()) + ".");
    }
}
