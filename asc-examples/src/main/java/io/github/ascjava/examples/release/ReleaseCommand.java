package io.github.ascjava.examples.release;

import io.github.ascjava.examples.cli.GroupCommand;
import picocli.CommandLine.Command;

/** Jobs on versions on their way into the App Store. */
@Command(
        name = "release",
        description = "Jobs on versions on their way into the App Store: prepare, submit, release.",
        subcommands = {
            ReleasePrepareCommand.class,
            ReleaseStatusCommand.class,
            ReleaseSubmitCommand.class,
            ReleaseCancelCommand.class,
            ReleasePublishCommand.class,
            ReleasePhaseCommand.class
        })
public final class ReleaseCommand extends GroupCommand {}
