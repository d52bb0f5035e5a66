package io.github.ascjava.examples.assets;

import io.github.ascjava.examples.cli.GroupCommand;
import picocli.CommandLine.Command;

/** Jobs on screenshots, previews and other files of apps. */
@Command(
        name = "assets",
        description = "Jobs on screenshots, previews and other files of apps.",
        subcommands = {AssetsSyncCommand.class, AssetsUploadCommand.class})
public final class AssetsCommand extends GroupCommand {}
