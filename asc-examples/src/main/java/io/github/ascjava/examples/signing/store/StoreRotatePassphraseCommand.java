package io.github.ascjava.examples.signing.store;

import io.github.ascjava.examples.cli.Connector;
import io.github.ascjava.examples.cli.Terminal;
import io.github.ascjava.signing.store.Passphrase;
import io.github.ascjava.signing.store.SigningStore;
import java.io.IOException;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Gives a store a new passphrase. */
@Command(
        name = "rotate-passphrase",
        description = "Gives the store a new passphrase.",
        footer = {
            "",
            "Whoever knew the old passphrase and has a copy of the store can still read that",
            "copy, and without --reencrypt later ones, too. What they have read stays known:",
            "to end the use of a private key, revoke its certificate."
        })
final class StoreRotatePassphraseCommand extends StoreSubcommand {

    @Option(
            names = "--new-passphrase-env",
            paramLabel = "NAME",
            defaultValue = "ASC_STORE_NEW_PASSPHRASE",
            description = "The variable that holds the new passphrase; ${DEFAULT-VALUE} if not given.")
    private String variable = "";

    @Option(
            names = "--new-passphrase-fd",
            paramLabel = "NUMBER",
            description = "The file descriptor whose first line is the new passphrase.")
    private @Nullable Integer descriptor;

    @Option(names = "--reencrypt", description = "Encrypt every file anew, with another data key.")
    private boolean reencrypt;

    StoreRotatePassphraseCommand(Connector connector) {
        super(connector);
    }

    @Override
    protected int run(Terminal terminal, Clock clock) throws IOException {
        PassphraseSource source =
                new PassphraseSource("the store from now on", variable, descriptor, "--new-passphrase-fd");
        try (SigningStore store = open(terminal);
                Passphrase fresh = StoreOptions.passphrase(source, this::environment, terminal, true)) {
            if (reencrypt) {
                store.reencrypt(fresh);
            } else {
                store.rotatePassphrase(fresh);
            }
            terminal.line("The store has the new passphrase.");
            generation(terminal, store);
            return 0;
        }
    }
}
