package io.github.ascjava.examples.testflight;

import io.github.ascjava.examples.cli.GroupCommand;
import picocli.CommandLine.Command;

/** Jobs on builds. */
@Command(
        name = "builds",
        description = "Jobs on builds.",
        subcommands = {
            BuildsListCommand.class,
            BuildsInspectCommand.class,
            BuildsUploadCommand.class,
            BuildsWaitCommand.class,
            BuildsAddCommand.class
        })
public final class BuildsCommand extends GroupCommand {}
