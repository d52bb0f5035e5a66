package io.github.ascjava.signing.store;

import io.github.ascjava.signing.SigningFiles;
import io.github.ascjava.signing.internal.UnreadableException;
import io.github.ascjava.signing.store.StoreException.Reason;
import io.github.ascjava.signing.store.internal.AesGcm;
import io.github.ascjava.signing.store.internal.Hashes;
import io.github.ascjava.signing.store.internal.Head;
import io.github.ascjava.signing.store.internal.Header;
import io.github.ascjava.signing.store.internal.Index;
import io.github.ascjava.signing.store.internal.IndexEntry;
import io.github.ascjava.signing.store.internal.StorePath;
import java.io.Closeable;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An open store: encrypted files of one generation, and pushes that make the next one.
 *
 * <p>Every file is encrypted with AES-256-GCM under a random data key, and the data key under a key that Argon2id derives from
 * the passphrase. An authenticated index names all files with their hashes. A file that is missing, cut, changed, exchanged or
 * from an earlier generation is noticed when it is read. A push writes new objects first, and then replaces the head, so a
 * push that was killed leaves the store as it was.
 *
 * <p>Nothing decrypted is written to disk. Thread-safe; {@link #close()} overwrites the data key.
 *
 * @see StoreFolder
 * @since 0.1.0
 */
public final class SigningStore implements AutoCloseable {

    private final StoreFiles files;
    private final SeenStores seen;
    private final SecureRandom random;
    private byte[] dataKey;
    private Head head;
    private @Nullable Closeable kept;
    private boolean isClosed;

    SigningStore(StoreFiles files, SeenStores seen, SecureRandom random, byte[] dataKey, Head head) {
        this.files = files;
        this.seen = seen;
        this.random = random;
        this.dataKey = dataKey;
        this.head = head;
    }

    /** Returns the generation, which every change raises by one; the first one is 1. */
    public synchronized long generation() {
        return head.index().generation();
    }

    /** Returns the random ID of the store, 32 hexadecimal digits. */
    public synchronized String id() {
        return head.header().idText();
    }

    /** Returns the files, sorted by path. */
    public synchronized List<StoredFile> files() {
        return head.index().files().values().stream().map(StoredFile::of).toList();
    }

    /**
     * Returns the content of a file.
     *
     * @throws StoreException if there is no such file, or it is not what this generation contains
     * @throws IOException if it cannot be read
     */
    public synchronized byte[] read(String path) throws IOException {
        IndexEntry entry = head.index().files().get(StorePath.normalize(path));
        if (entry == null) {
            throw new StoreException(Reason.REJECTED, "The store has no file " + path + ".");
        }
        try {
            return content(entry);
        } catch (UnreadableException e) {
            requireCurrent();
            throw new StoreException(Reason.DAMAGED, sentence(entry, e), e);
        }
    }

    /**
     * Reads every file and compares it with the index.
     *
     * @throws StoreException if the store was changed since it was opened
     * @throws IOException if the folder cannot be read
     */
    public synchronized StoreCheck check() throws IOException {
        requireOpen();
        requireCurrent();
        List<String> problems = new ArrayList<>();
        for (IndexEntry entry : head.index().files().values()) {
            try {
                content(entry);
            } catch (UnreadableException e) {
                problems.add(sentence(entry, e));
            }
        }
        Index index = head.index();
        return new StoreCheck(index.generation(), index.files().size(), problems, files.strays(index.objects()));
    }

    /**
     * Changes files, all of them or none, and makes the next generation. Content that the store has already is not written
     * again.
     *
     * @return the generation, which stays as it was if nothing changes
     * @throws StoreException if the store was changed since it was opened, or another push is running
     * @throws IOException if the folder cannot be written; the store is as it was
     */
    @SuppressWarnings("try") // The lock is held, not used.
    public synchronized long push(Consumer<StoreChanges> changes) throws IOException {
        requireOpen();
        StoreChanges wanted = new StoreChanges();
        changes.accept(wanted);
        try (Closeable lock = locked()) {
            requireCurrent();
            StorePush push = new StorePush(head, dataKey, random);
            wanted.byPath()
                    .forEach((path, content) ->
                            content.ifPresentOrElse(bytes -> push.putIfNew(path, bytes), () -> push.remove(path)));
            if (push.hasChanges()) {
                publish(push, head.header(), dataKey);
            }
            return generation();
        }
    }

    /**
     * Encrypts the data key with a new passphrase and a fresh salt.
     *
     * <p>The data key stays. Whoever knew the old passphrase and has an earlier copy of the store can still compute it, and can
     * decrypt later copies, too. {@link #reencrypt} ends that.
     *
     * @param passphrase 12 bytes at least
     * @throws StoreException if the passphrase is too short, the store was changed since it was opened, or another push is running
     * @throws IOException if the folder cannot be written; the store is as it was
     */
    public synchronized void rotatePassphrase(Passphrase passphrase) throws IOException {
        replaceKey(passphrase, dataKey);
    }

    /**
     * Encrypts every file anew, under a new data key and a new passphrase.
     *
     * <p>Whoever knew the old passphrase can read nothing of this and later generations. What they could read before, they may
     * have kept: to end the use of a private key, revoke its certificate.
     *
     * @param passphrase 12 bytes at least
     * @throws StoreException if a file is damaged, the passphrase is too short, the store was changed since it was opened, or
     *     another push is running
     * @throws IOException if the folder cannot be read or written; the store is as it was
     */
    public synchronized void reencrypt(Passphrase passphrase) throws IOException {
        byte[] fresh = new byte[AesGcm.KEY_BYTES];
        random.nextBytes(fresh);
        replaceKey(passphrase, fresh);
    }

    /**
     * Returns the store as a place to keep keys, certificates and profiles in, so that none of them is written elsewhere.
     *
     * <p>Every write and rename is a push of its own. Other runs on this disk cannot push until the place is closed; this store
     * stays open then. Files in folders of the store are not part of the place.
     *
     * @throws StoreException if the store was changed since it was opened, or another run is changing it
     * @throws IOException if the folder cannot be locked
     */
    public synchronized SigningFiles asSigningFiles() throws IOException {
        requireOpen();
        if (kept != null) {
            throw new IllegalStateException("The store is a place already; close that one first.");
        }
        Closeable lock = files.lock();
        try {
            requireCurrent();
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
        kept = lock;
        return new StorePlace(this, files.folder(), StorePlace.Writes.PUSHED);
    }

    /** Returns the store as a place that is only read, which keeps nobody away. */
    public SigningFiles asReadOnlyFiles() {
        return new StorePlace(this, files.folder(), StorePlace.Writes.REJECTED);
    }

    /**
     * Does work in the store as a place, and pushes all that it wrote as one generation.
     *
     * @return the generation, which stays as it was if nothing was written
     * @throws IOException if the work fails, after which nothing is pushed, or the folder cannot be written
     */
    public synchronized long pushTogether(Work work) throws IOException {
        try (StorePlace place = new StorePlace(this, files.folder(), StorePlace.Writes.COLLECTED)) {
            work.in(place);
            return push(place::writeTo);
        }
    }

    /**
     * What {@link #pushTogether} does.
     *
     * @since 0.1.0
     */
    @FunctionalInterface
    public interface Work {

        /** Does the work in a place, which cannot be used later. */
        void in(SigningFiles place) throws IOException;
    }

    /** Lets others push after {@link #asSigningFiles}. */
    synchronized void release() throws IOException {
        if (kept != null) {
            kept.close();
            kept = null;
        }
    }

    private Closeable locked() throws IOException {
        return kept == null ? files.lock() : () -> {};
    }

    @SuppressWarnings("try") // The lock is held, not used.
    private void replaceKey(Passphrase passphrase, byte[] newKey) throws IOException {
        requireOpen();
        passphrase.requireStrength();
        try (Closeable lock = locked()) {
            requireCurrent();
            StorePush push = new StorePush(head, newKey, random);
            if (newKey != dataKey) {
                for (StoredFile file : files()) {
                    push.put(file.path(), read(file.path()));
                }
            }
            Header old = head.header();
            publish(push, Header.seal(old.id(), old.cost(), passphrase.bytes(), newKey, random), newKey);
        }
    }

    private void publish(StorePush push, Header header, byte[] key) throws IOException {
        Head written = push.writeTo(files, header);
        if (key != dataKey) {
            Arrays.fill(dataKey, (byte) 0);
            dataKey = key;
        }
        head = written;
        seen.note(head);
        files.sweep(head.index().objects());
    }

    /** Returns the name of the object that holds a file. */
    synchronized String objectName(String path) {
        return Objects.requireNonNull(head.index().files().get(path), path).objectHash();
    }

    private byte[] content(IndexEntry entry) throws IOException, UnreadableException {
        requireOpen();
        byte[] sealed = files.object(entry.objectHash());
        if (!Hashes.of(sealed).equals(entry.objectHash())) {
            throw new UnreadableException("is not what was pushed: it was cut, changed or exchanged.");
        }
        byte[] content = AesGcm.open(dataKey, head.header().fileContext(entry.kind(), entry.path()), sealed);
        if (!Hashes.of(content).equals(entry.contentHash())) {
            throw new UnreadableException("is not what the index describes.");
        }
        return content;
    }

    private static String sentence(IndexEntry entry, UnreadableException fault) {
        return entry.path() + " (" + StoreFiles.OBJECTS + "/" + entry.objectHash() + ") " + fault.getMessage();
    }

    /** Throws an exception if the head on the disk is not the one that was opened or pushed. */
    private void requireCurrent() throws IOException {
        if (!head.hasBytes(files.head())) {
            throw new StoreException(
                    Reason.CONFLICT,
                    "The store " + files.folder() + " was changed since generation " + generation()
                            + " was opened. Open it again, and repeat the change if it is still needed.");
        }
    }

    private void requireOpen() {
        if (isClosed) {
            throw new IllegalStateException("The store was closed.");
        }
    }

    /** Overwrites the data key; the store cannot be used any further. */
    @Override
    public synchronized void close() {
        Arrays.fill(dataKey, (byte) 0);
        isClosed = true;
    }

    /** Names the folder and the generation, no key. */
    @Override
    public synchronized String toString() {
        return "SigningStore[" + files.folder() + ", generation " + generation() + "]";
    }
}
