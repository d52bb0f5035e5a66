package io.github.ascjava.examples.signing.store;

import io.github.ascjava.examples.cli.Connector;
import io.github.ascjava.examples.cli.Terminal;
import io.github.ascjava.signing.store.SigningStore;
import io.github.ascjava.signing.store.WorkingFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes the files of a store to a folder. */
@Command(
        name = "pull",
        description = "Writes keys, certificates and profiles of the store to a folder, not encrypted, for their owner"
                + " only. What was changed in the folder is never replaced, unless told.")
final class StorePullCommand extends StoreSubcommand {

    @Parameters(index = "0", arity = "0..1", paramLabel = "FOLDER", defaultValue = "signing")
    @SuppressWarnings("NullAway.Init") // Set by picocli.
    private Path to;

    @Option(names = "--overwrite", description = "Replace also what was changed in the folder.")
    private boolean overwrite;

    StorePullCommand(Connector connector) {
        super(connector);
    }

    @Override
    protected int run(Terminal terminal, Clock clock) throws IOException {
        try (SigningStore store = open(terminal)) {
            WorkingFolder.Result result = WorkingFolder.of(to).pull(store, overwrite);
            result.changed().forEach(path -> terminal.line("Wrote " + to.resolve(path) + "."));
            result.differing().forEach(path -> terminal.note("Left " + to.resolve(path) + ": it was changed here."));
            generation(terminal, store);
            return 0;
        }
    }
}
