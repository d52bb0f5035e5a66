package io.github.ascjava.signing.store;

import io.github.ascjava.signing.SigningException;
import org.jspecify.annotations.Nullable;

/**
 * Thrown when a store cannot be used as asked; the store is unchanged, and no file is half written.
 *
 * <p>The message holds neither the passphrase nor any stored content.
 *
 * @since 0.1.0
 */
public final class StoreException extends SigningException {

    private static final long serialVersionUID = 1L;

    /** Why a store cannot be used. */
    public enum Reason {
        /** There is no store in the folder. */
        NO_STORE,
        /** The folder already holds a store. */
        EXISTS,
        /** The passphrase is another one, or the bytes that it opens were changed; the two cannot be told apart. */
        WRONG_PASSPHRASE,
        /** A file is missing, cut, changed, or belongs to another store. */
        DAMAGED,
        /** The store is older than one that was seen before, or not its successor. */
        ROLLED_BACK,
        /** Somebody else changed the store, or is changing it. */
        CONFLICT,
        /** A path, content or passphrase that cannot be stored, or a path that is not stored. */
        REJECTED
    }

    private final Reason reason;

    StoreException(Reason reason, String message) {
        this(reason, message, null);
    }

    StoreException(Reason reason, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    /** Returns why the store cannot be used. */
    public Reason reason() {
        return reason;
    }
}
