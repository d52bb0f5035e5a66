package io.github.ascjava.examples.metadata;

import io.github.ascjava.examples.cli.AscCommand;
import io.github.ascjava.examples.cli.Connector;
import io.github.ascjava.examples.cli.OutputOptions;
import io.github.ascjava.examples.cli.Rows;
import io.github.ascjava.examples.cli.Session;
import io.github.ascjava.release.MetadataFiles;
import io.github.ascjava.release.MetadataProblem;
import io.github.ascjava.release.MetadataPull;
import io.github.ascjava.release.MetadataTarget;
import io.github.ascjava.release.StoreMetadata;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes texts to files. */
@Command(
        name = "pull",
        description =
                "Writes the texts of a version and its app info to files. Files that have them already stay as they are,"
                        + " and files that were edited since the last pull stop it.")
final class MetadataPullCommand extends AscCommand {

    @Mixin
    private final TargetArguments target = new TargetArguments();

    @Option(names = "--force", description = "Lose edits of the files.")
    private boolean force;

    @Mixin
    private final OutputOptions output = new OutputOptions();

    MetadataPullCommand(Connector connector) {
        super(connector);
    }

    @Override
    protected int run(Session session) {
        StoreMetadata metadata = StoreMetadata.of(session.asc());
        MetadataFiles files = target.files(false);
        MetadataTarget meant = target.target(session);
        MetadataPull pull = force ? metadata.pullOverEdits(meant, files) : metadata.pull(meant, files);

        pull.warnings().stream().map(MetadataProblem::toString).forEach(session.terminal()::note);
        if (output.isForPeople() && pull.written().isEmpty()) {
            session.terminal().line("The files have the texts of version " + pull.version() + " already.");
            return 0;
        }
        Rows rows = new Rows("FILE");
        pull.written().forEach(file -> rows.add(file));
        output.print(rows, session.terminal());
        return 0;
    }
}
