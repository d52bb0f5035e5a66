package io.github.ascjava.examples.testflight;

import io.github.ascjava.examples.cli.GroupCommand;
import picocli.CommandLine.Command;

/** Jobs on testers. */
@Command(
        name = "testers",
        description = "Jobs on testers.",
        subcommands = {TestersListCommand.class, TestersImportCommand.class})
public final class TestersCommand extends GroupCommand {}
