package io.github.ascjava.examples.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The base of commands that only hold other commands. */
public abstract class GroupCommand implements Runnable {

    @Option(
            names = AscCommand.PROFILE,
            paramLabel = AscCommand.PROFILE_LABEL,
            description = AscCommand.PROFILE_DESCRIPTION)
    @SuppressWarnings("UnusedVariable") // Read by the command, through the specification.
    private @Nullable String profile;

    @Option(names = AscCommand.READ_ONLY, description = AscCommand.READ_ONLY_DESCRIPTION)
    @SuppressWarnings("UnusedVariable") // Read by the command, through the specification.
    private boolean readOnly;

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
