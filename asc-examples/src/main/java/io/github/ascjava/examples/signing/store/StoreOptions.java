package io.github.ascjava.examples.signing.store;

import io.github.ascjava.examples.cli.FailedException;
import io.github.ascjava.examples.cli.Terminal;
import io.github.ascjava.signing.store.Passphrase;
import io.github.ascjava.signing.store.SigningStore;
import io.github.ascjava.signing.store.StoreFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How a store is opened, beside its folder. */
final class StoreOptions {

    @Option(
            names = "--passphrase-env",
            paramLabel = "NAME",
            defaultValue = "ASC_STORE_PASSPHRASE",
            description =
                    "The variable that holds the passphrase of the store; ${DEFAULT-VALUE} if not given. Without it,"
                            + " the terminal asks.")
    private String variable = "";

    @Option(
            names = "--passphrase-fd",
            paramLabel = "NUMBER",
            description = "The file descriptor whose first line is the passphrase of the store.")
    private @Nullable Integer descriptor;

    @Option(
            names = "--at-least",
            paramLabel = "GENERATION",
            description = "Reject an older store, on a machine that has not seen the store before.")
    private long atLeast;

    @Option(
            names = "--accept",
            description = "Accept the store as it is, even if it is not what this machine has seen before.")
    private boolean isAccepted;

    /** Opens the store in a folder. */
    SigningStore open(Path folder, Function<String, @Nullable String> environment, Terminal terminal)
            throws IOException {
        StoreFolder location = location(folder, environment);
        if (!location.exists()) {
            throw new FailedException("There is no store in " + folder
                    + ". Fetch it, or make one with: asc signing store create --store " + folder);
        }
        try (Passphrase passphrase = passphrase(environment, terminal, false)) {
            return location.open(passphrase);
        }
    }

    SigningStore create(Path folder, Function<String, @Nullable String> environment, Terminal terminal)
            throws IOException {
        try (Passphrase passphrase = passphrase(environment, terminal, true)) {
            return location(folder, environment).create(passphrase);
        }
    }

    private Passphrase passphrase(Function<String, @Nullable String> environment, Terminal terminal, boolean isNew)
            throws IOException {
        return passphrase(
                new PassphraseSource("the store", variable, descriptor, "--passphrase-fd"),
                environment,
                terminal,
                isNew);
    }

    static Passphrase passphrase(
            PassphraseSource source, Function<String, @Nullable String> environment, Terminal terminal, boolean isNew)
            throws IOException {
        char[] characters = source.read(environment, terminal, isNew);
        try {
            return Passphrase.of(characters);
        } finally {
            Arrays.fill(characters, '\0');
        }
    }

    private StoreFolder location(Path folder, Function<String, @Nullable String> environment) {
        StoreFolder location =
                StoreFolder.of(folder).rememberIn(notes(environment)).atLeast(atLeast);
        return isAccepted ? location.acceptAsItIs() : location;
    }

    /** Where programs keep what they remember: XDG's folder for state, or that of Windows. */
    private static Path notes(Function<String, @Nullable String> environment) {
        String state = environment.apply("XDG_STATE_HOME");
        String windows = environment.apply("LOCALAPPDATA");
        Path home = Path.of(System.getProperty("user.home"));
        Path base = state != null
                ? Path.of(state)
                : windows != null ? Path.of(windows) : home.resolve(".local").resolve("state");
        return base.resolve("asc").resolve("stores");
    }
}
