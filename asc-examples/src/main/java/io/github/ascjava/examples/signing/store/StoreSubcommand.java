package io.github.ascjava.examples.signing.store;

import io.github.ascjava.examples.cli.Connector;
import io.github.ascjava.examples.cli.LocalCommand;
import io.github.ascjava.examples.cli.Terminal;
import io.github.ascjava.signing.store.SigningStore;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The base of commands on a store. */
abstract class StoreSubcommand extends LocalCommand {

    @Option(
            names = "--store",
            paramLabel = "FOLDER",
            defaultValue = "signing-store",
            description = "The folder of the store; ${DEFAULT-VALUE} if not given.")
    @SuppressWarnings("NullAway.Init") // Set by picocli.
    private Path folder;

    @Mixin
    private final StoreOptions options = new StoreOptions();

    StoreSubcommand(Connector connector) {
        super(connector);
    }

    final Path folder() {
        return folder;
    }

    final SigningStore open(Terminal terminal) throws IOException {
        return options.open(folder, this::environment, terminal);
    }

    final SigningStore create(Terminal terminal) throws IOException {
        return options.create(folder, this::environment, terminal);
    }

    static void generation(Terminal terminal, SigningStore store) {
        terminal.line("The store is at generation " + store.generation() + ".");
    }
}
