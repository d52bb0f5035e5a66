package io.github.ascjava.examples.metadata;

import io.github.ascjava.examples.cli.GroupCommand;
import picocli.CommandLine.Command;

/** Jobs on the texts of product pages. */
@Command(
        name = "metadata",
        description = "Keeps the texts of product pages in files: names, descriptions, keywords and the others.",
        subcommands = {
            MetadataPullCommand.class,
            MetadataDiffCommand.class,
            MetadataPushCommand.class,
            MetadataValidateCommand.class
        })
public final class MetadataCommand extends GroupCommand {}
