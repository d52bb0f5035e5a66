package io.github.ascjava.signing.store;

import io.github.ascjava.signing.store.StoreException.Reason;
import io.github.ascjava.signing.store.internal.Argon2Cost;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The folder of a store, and what is expected of the store in it. Immutable.
 *
 * <p>The folder is that of a git repository, a synchronized bucket or a shared disk; how it reaches the team is up to the team.
 * What a store cannot notice by itself is that the whole folder was exchanged for an earlier copy of itself. For that, a
 * machine {@linkplain #rememberIn remembers} what it saw last, and a machine without memory, such as one of a build service, can
 * be {@linkplain #atLeast told}.
 *
 * <pre>{@code
 * StoreFolder folder = StoreFolder.of(Path.of("signing-store")).rememberIn(stateFolder);
 * try (SigningStore store = folder.open(passphrase)) {
 *     byte[] profile = store.read("app-store.mobileprovision");
 * }
 * }</pre>
 *
 * @since 0.1.0
 */
public final class StoreFolder {

    private final Path folder;
    private final @Nullable Path notes;
    private final long least;
    private final boolean isAnyGenerationAccepted;
    private final Argon2Cost cost;

    private StoreFolder(
            Path folder, @Nullable Path notes, long least, boolean isAnyGenerationAccepted, Argon2Cost cost) {
        this.folder = folder;
        this.notes = notes;
        this.least = least;
        this.isAnyGenerationAccepted = isAnyGenerationAccepted;
        this.cost = cost;
    }

    /** Returns a folder of which nothing is expected. */
    public static StoreFolder of(Path folder) {
        return new StoreFolder(folder, null, 0, false, Argon2Cost.STANDARD);
    }

    /**
     * Keeps a note about each store that was opened or pushed to, and rejects a store that is older than its note, is not a
     * successor of what was seen, or has taken the place of another store.
     *
     * @param notes a folder on this machine outside of the store; created for its owner only
     */
    public StoreFolder rememberIn(Path notes) {
        return new StoreFolder(folder, notes, least, isAnyGenerationAccepted, cost);
    }

    /** Rejects a store whose generation is lower. */
    public StoreFolder atLeast(long generation) {
        return new StoreFolder(folder, notes, generation, isAnyGenerationAccepted, cost);
    }

    /** Accepts the store as it is, whatever the note says, and writes a new note. */
    public StoreFolder acceptAsItIs() {
        return new StoreFolder(folder, notes, least, true, cost);
    }

    /** Makes stores that cost more or less to open. */
    StoreFolder cost(Argon2Cost other) {
        return new StoreFolder(folder, notes, least, isAnyGenerationAccepted, other);
    }

    /**
     * Makes an empty store.
     *
     * @param passphrase 12 bytes at least
     * @throws StoreException if the folder holds a store, or the passphrase is too short
     * @throws IOException if the folder cannot be written
     */
    public SigningStore create(Passphrase passphrase) throws IOException {
        return opener().create(cost, passphrase);
    }

    /**
     * Opens the store, which takes about half a second and 64 MiB.
     *
     * @throws StoreException if there is no store, the passphrase is wrong, or the store is not what is expected
     * @throws IOException if the folder cannot be read, or the note cannot be written
     */
    public SigningStore open(Passphrase passphrase) throws IOException {
        SigningStore store = opener().open(passphrase);
        if (store.generation() < least) {
            store.close();
            throw new StoreException(
                    Reason.ROLLED_BACK,
                    "The store " + folder + " is at generation " + store.generation() + ", but generation " + least
                            + " or later is required. Fetch the newest one.");
        }
        return store;
    }

    /** Returns whether the folder holds a store. */
    public boolean exists() {
        return new StoreFiles(folder).exists();
    }

    private StoreOpener opener() {
        return new StoreOpener(new StoreFiles(folder), new SeenStores(folder, notes, isAnyGenerationAccepted));
    }
}
