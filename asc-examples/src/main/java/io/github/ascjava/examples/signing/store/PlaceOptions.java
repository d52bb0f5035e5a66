package io.github.ascjava.examples.signing.store;

import io.github.ascjava.examples.cli.Terminal;
import io.github.ascjava.signing.SigningFiles;
import io.github.ascjava.signing.SigningFolder;
import io.github.ascjava.signing.store.SigningStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where a command keeps keys, certificates and profiles: in a folder, or in a store and nowhere else. */
public final class PlaceOptions {

    @Option(
            names = "--out",
            paramLabel = "FOLDER",
            defaultValue = "signing",
            description = "Where keys, certificates and profiles are kept; ${DEFAULT-VALUE} if not given.")
    @SuppressWarnings("NullAway.Init") // Set by picocli.
    private Path out;

    @Option(
            names = "--store",
            paramLabel = "FOLDER",
            description = "The store to keep them in, in place of a folder; no plain key is then written to disk.")
    private @Nullable Path store;

    @Mixin
    private final StoreOptions options = new StoreOptions();

    /**
     * An open place.
     *
     * @param files where to read and write
     * @param store to close in the end; null if the place is a folder
     */
    public record Place(SigningFiles files, @Nullable SigningStore store) implements AutoCloseable {

        @Override
        @SuppressWarnings("try") // It is closed after the place.
        public void close() throws IOException {
            try (SigningStore closed = store) {
                files.close();
            }
        }
    }

    /** Opens the place, only to be read in a dry run. */
    public Place open(Function<String, @Nullable String> environment, Terminal terminal, boolean isReadOnly)
            throws IOException {
        if (store == null) {
            return new Place(isReadOnly ? SigningFolder.readOnly(out) : SigningFolder.open(out), null);
        }
        SigningStore opened = options.open(store, environment, terminal);
        try {
            return new Place(isReadOnly ? opened.asReadOnlyFiles() : opened.asSigningFiles(), opened);
        } catch (IOException | RuntimeException e) {
            opened.close();
            throw e;
        }
    }

    /** Returns the option that names this place again. */
    public String option() {
        return store == null ? "--out " + out : "--store " + store;
    }
}
