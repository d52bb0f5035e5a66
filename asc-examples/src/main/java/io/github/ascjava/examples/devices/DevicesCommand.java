package io.github.ascjava.examples.devices;

import io.github.ascjava.examples.cli.GroupCommand;
import picocli.CommandLine.Command;

/** Jobs on registered devices. */
@Command(
        name = "devices",
        description = "Jobs on registered devices.",
        subcommands = {DevicesListCommand.class, DevicesRegisterCommand.class, DevicesDisableCommand.class})
public final class DevicesCommand extends GroupCommand {}
