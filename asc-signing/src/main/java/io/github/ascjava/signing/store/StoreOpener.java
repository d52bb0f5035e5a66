package io.github.ascjava.signing.store;

import io.github.ascjava.signing.internal.UnreadableException;
import io.github.ascjava.signing.store.StoreException.Reason;
import io.github.ascjava.signing.store.internal.AesGcm;
import io.github.ascjava.signing.store.internal.Argon2Cost;
import io.github.ascjava.signing.store.internal.Head;
import io.github.ascjava.signing.store.internal.Header;
import io.github.ascjava.signing.store.internal.Index;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.security.SecureRandom;

/** Makes a store, or opens the one that is there. */
final class StoreOpener {

    private final StoreFiles files;
    private final SeenStores seen;
    private final SecureRandom random = new SecureRandom();

    StoreOpener(StoreFiles files, SeenStores seen) {
        this.files = files;
        this.seen = seen;
    }

    @SuppressWarnings("try") // The lock is held, not used.
    SigningStore create(Argon2Cost cost, Passphrase passphrase) throws IOException {
        passphrase.requireStrength();
        try (FileChannel lock = files.lock()) {
            if (files.exists()) {
                throw new StoreException(Reason.EXISTS, "There is a store in " + files.folder() + " already.");
            }
            byte[] dataKey = randomBytes(AesGcm.KEY_BYTES);
            Header header = Header.seal(randomBytes(Header.ID_BYTES), cost, passphrase.bytes(), dataKey, random);
            Head head = Head.seal(header, Index.first(), dataKey, random);
            files.writeHead(head.bytes());
            seen.note(head);
            return new SigningStore(files, seen, random, dataKey, head);
        }
    }

    SigningStore open(Passphrase passphrase) throws IOException {
        byte[] bytes = files.head();
        try {
            Header header = Header.parse(bytes);
            byte[] dataKey = dataKey(header, passphrase);
            Head head = Head.open(header, bytes, dataKey);
            seen.check(head);
            seen.note(head);
            return new SigningStore(files, seen, random, dataKey, head);
        } catch (UnreadableException e) {
            throw new StoreException(
                    Reason.DAMAGED,
                    "The file " + StoreFiles.HEAD + " of the store " + files.folder() + " " + e.getMessage(),
                    e);
        }
    }

    private byte[] dataKey(Header header, Passphrase passphrase) {
        try {
            return header.dataKey(passphrase.bytes());
        } catch (UnreadableException e) {
            throw new StoreException(
                    Reason.WRONG_PASSPHRASE,
                    "The passphrase does not open the store " + files.folder()
                            + ": it is another one, or the beginning of " + StoreFiles.HEAD + " was changed.",
                    e);
        }
    }

    private byte[] randomBytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
