package io.github.ascjava.examples.signing.store;

import io.github.ascjava.examples.cli.Connector;
import io.github.ascjava.examples.cli.Terminal;
import io.github.ascjava.signing.store.SigningStore;
import java.io.IOException;
import java.time.Clock;
import picocli.CommandLine.Command;

/** Makes an empty store. */
@Command(name = "create", description = "Makes an empty store; its passphrase has 12 bytes at least.")
final class StoreCreateCommand extends StoreSubcommand {

    StoreCreateCommand(Connector connector) {
        super(connector);
    }

    @Override
    protected int run(Terminal terminal, Clock clock) throws IOException {
        try (SigningStore store = create(terminal)) {
            terminal.line("Made the store " + store.id() + " in " + folder() + ".");
            terminal.note(
                    "The store cannot be opened without its passphrase. Keep it in the password manager of the team.");
            return 0;
        }
    }
}
