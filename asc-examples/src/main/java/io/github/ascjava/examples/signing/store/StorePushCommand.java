package io.github.ascjava.examples.signing.store;

import io.github.ascjava.examples.cli.Connector;
import io.github.ascjava.examples.cli.Terminal;
import io.github.ascjava.signing.store.SigningStore;
import io.github.ascjava.signing.store.WorkingFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Puts the files of a folder into a store. */
@Command(
        name = "push",
        description =
                "Puts keys, certificates and profiles of a folder into the store: what is new or was changed here."
                        + " What was changed in the store since the last pull is never replaced, unless told.")
final class StorePushCommand extends StoreSubcommand {

    @Parameters(index = "0", arity = "0..1", paramLabel = "FOLDER", defaultValue = "signing")
    @SuppressWarnings("NullAway.Init") // Set by picocli.
    private Path from;

    @Option(names = "--overwrite", description = "Replace also what was changed in the store.")
    private boolean overwrite;

    @Option(names = "--remove", paramLabel = "PATH", description = "Remove a file from the store instead; repeatable.")
    private List<String> removed = List.of();

    StorePushCommand(Connector connector) {
        super(connector);
    }

    @Override
    protected int run(Terminal terminal, Clock clock) throws IOException {
        try (SigningStore store = open(terminal)) {
            if (removed.isEmpty()) {
                push(terminal, store);
            } else {
                remove(terminal, store);
            }
            generation(terminal, store);
            return 0;
        }
    }

    private void push(Terminal terminal, SigningStore store) throws IOException {
        WorkingFolder.Result result = WorkingFolder.of(from).push(store, overwrite);
        result.changed().forEach(path -> terminal.line("Pushed " + path + "."));
        result.differing()
                .forEach(path -> terminal.note("Left " + path + ": it is newer in the store, or was removed there."));
        if (!result.changed().isEmpty()) {
            terminal.note("The files in " + from + " are not encrypted. Delete them if they are not needed there.");
        }
    }

    private void remove(Terminal terminal, SigningStore store) throws IOException {
        List<String> there = store.files().stream().map(file -> file.path()).toList();
        for (String path : removed) {
            if (!there.contains(path)) {
                throw wrongUsage("The store has no file " + path + ". See its files with: asc signing store check");
            }
        }
        store.push(changes -> removed.forEach(changes::remove));
        removed.forEach(path -> terminal.line("Removed " + path + "."));
    }
}
