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

/** The options for a store in place of a folder, of commands that read or write keys, certificates and profiles. */
public abstract class StoreChoice {

    @Option(
            names = "--store",
            paramLabel = "FOLDER",
            description = "A team's store, in place of that folder; no plain key is then written to disk.")
    private @Nullable Path store;

    @Mixin
    private final StoreOptions options = new StoreOptions();

    /** Makes options. */
    StoreChoice() {}

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

    /** Returns the folder; null if none is given. */
    abstract @Nullable Path folder();

    /** Returns the option that names the folder. */
    abstract String folderOption();

    /** Opens the place, only to be read if nothing is to be written. */
    public final Place open(Function<String, @Nullable String> environment, Terminal terminal, boolean isReadOnly)
            throws IOException {
        if (store == null) {
            Path folder = folder();
            if (folder == null) {
                throw new IllegalStateException("Neither a folder nor a store is given.");
            }
            return new Place(isReadOnly ? SigningFolder.readOnly(folder) : SigningFolder.open(folder), null);
        }
        SigningStore opened = options.open(store, environment, terminal);
        try {
            return new Place(isReadOnly ? opened.asReadOnlyFiles() : opened.asSigningFiles(), opened);
        } catch (IOException | RuntimeException e) {
            opened.close();
            throw e;
        }
    }

    /** Returns whether a folder or a store is given. */
    public final boolean isGiven() {
        return store != null || folder() != null;
    }

    /** Returns the place for a sentence, such as {@code folder signing}. */
    public final String describe() {
        return store == null ? "folder " + folder() : "store " + store;
    }

    /** Returns the option that names this place again. */
    public final String option() {
        return store == null ? folderOption() + " " + folder() : "--store " + store;
    }
}
