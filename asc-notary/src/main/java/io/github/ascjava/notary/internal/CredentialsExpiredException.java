package io.github.ascjava.notary.internal;

import org.jspecify.annotations.Nullable;

/** The credentials of an upload expired before it was complete. */
public final class CredentialsExpiredException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param cause what the host said, or null if the clock told */
    public CredentialsExpiredException(@Nullable Throwable cause) {
        super("The credentials of the upload have expired.", cause);
    }
}
