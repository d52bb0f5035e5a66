package io.github.ascjava.examples.signing;

import io.github.ascjava.examples.cli.GroupCommand;
import picocli.CommandLine.Command;

/** Jobs on what apps are signed with. */
@Command(
        name = "signing",
        description = "Jobs on what apps are signed with: certificates, identifiers, profiles.",
        subcommands = {SigningEnsureCommand.class, SigningCheckCommand.class, SigningRenewCommand.class})
public final class SigningCommand extends GroupCommand {}
