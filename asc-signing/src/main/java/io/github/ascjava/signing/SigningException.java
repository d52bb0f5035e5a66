package io.github.ascjava.signing;

import org.jspecify.annotations.Nullable;

/**
 * Thrown when a key, certificate, profile or PKCS#12 file cannot be used, or when assets do not fit together.
 *
 * <p>The message is one sentence, or two, with the cause and the next step. It holds no key and no password.
 *
 * @since 0.1.0
 */
public class SigningException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Creates an exception with a sentence for the user. */
    public SigningException(String message) {
        this(message, null);
    }

    /** Creates an exception with a sentence for the user and its cause. */
    public SigningException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
