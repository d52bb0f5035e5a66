package io.github.ascjava.examples.signing.store;

import io.github.ascjava.examples.cli.GroupCommand;
import picocli.CommandLine.Command;

/** Jobs on a store that a team shares. */
@Command(
        name = "store",
        description = "Jobs on an encrypted store of keys, certificates and profiles, which a team shares as a folder.",
        subcommands = {
            StoreCreateCommand.class,
            StorePushCommand.class,
            StorePullCommand.class,
            StoreCheckCommand.class,
            StoreRotatePassphraseCommand.class,
            StoreImportMatchCommand.class
        },
        footer = {
            "",
            "How the folder reaches the team is up to you: commit and push it with git, or",
            "synchronize it with a bucket. Pull first; push right after a command."
        })
public final class StoreCommand extends GroupCommand {}
