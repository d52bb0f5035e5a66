package io.github.ascjava.examples.signing;

import io.github.ascjava.examples.cli.GroupCommand;
import io.github.ascjava.examples.signing.store.StoreCommand;
import picocli.CommandLine.Command;

/** Jobs on what apps are signed with. */
@Command(
        name = "signing",
        description = "Jobs on what apps are signed with: certificates, identifiers, profiles.",
        subcommands = {
            SigningEnsureCommand.class,
            SigningCheckCommand.class,
            SigningRenewCommand.class,
            SigningDownloadCommand.class,
            SigningRevokeCommand.class,
            SigningRequestCommand.class,
            SigningImportCommand.class,
            SigningExportCommand.class,
            SigningInspectCommand.class,
            StoreCommand.class
        })
public final class SigningCommand extends GroupCommand {}
