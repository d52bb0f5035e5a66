package io.github.ascjava.examples.signing.store;

import io.github.ascjava.examples.cli.Connector;
import io.github.ascjava.examples.cli.Terminal;
import io.github.ascjava.signing.store.SigningStore;
import io.github.ascjava.signing.store.StoreCheck;
import java.io.IOException;
import java.time.Clock;
import picocli.CommandLine.Command;

/** Reads all of a store. */
@Command(name = "check", description = "Lists the files of the store, and reads each of them.")
final class StoreCheckCommand extends StoreSubcommand {

    StoreCheckCommand(Connector connector) {
        super(connector);
    }

    @Override
    protected int run(Terminal terminal, Clock clock) throws IOException {
        try (SigningStore store = open(terminal)) {
            StoreCheck check = store.check();
            store.files()
                    .forEach(file -> terminal.line(
                            file.path() + " (" + file.size() + " bytes, since generation " + file.generation() + ")"));
            check.problems().forEach(terminal::line);
            check.strays().forEach(name -> terminal.note("objects/" + name + " does not belong to the store."));
            generation(terminal, store);
            terminal.line(
                    check.isIntact()
                            ? "Every file can be read."
                            : check.problems().size() + " of " + check.files()
                                    + " files cannot be read. Fetch the store"
                                    + " again; if that does not help, restore the folder from its history.");
            return check.isIntact() ? 0 : 1;
        }
    }
}
