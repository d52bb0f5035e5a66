package io.github.ascjava.auth;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Thrown by the interceptor when a request cannot be authorized, before anything is sent: the key could not sign a token, or
 * Apple's rules deny the operation to this kind of key.
 *
 * <p>It is an {@link IOException} because OkHttp lets interceptors throw nothing else safely: any other exception would
 * crash the dispatcher thread of an asynchronous call.
 *
 * @since 0.1.0
 */
public final class AuthenticationException extends IOException {

    private static final long serialVersionUID = 1L;

    private final boolean keyNotAllowed;

    private AuthenticationException(String message, boolean keyNotAllowed, @Nullable Throwable cause) {
        super(message, cause);
        this.keyNotAllowed = keyNotAllowed;
    }

    static AuthenticationException signing(String message, @Nullable Throwable cause) {
        return new AuthenticationException(message, false, cause);
    }

    static AuthenticationException keyNotAllowed(String message) {
        return new AuthenticationException(message, true, null);
    }

    /**
     * Returns whether Apple's rules for the kind of key are the reason, rather than a failed signature.
     *
     * <p>Today that means an individual key at a provisioning, sales or finance endpoint, or at the Notary API. The check
     * can be switched off with {@link AppStoreConnectAuth.Builder#checkKeyRestrictions(boolean)}.
     *
     * @see <a href="https://developer.apple.com/documentation/appstoreconnectapi/creating-api-keys-for-app-store-connect-api">
     *     Creating API Keys for App Store Connect API</a>
     */
    public boolean isKeyNotAllowed() {
        return keyNotAllowed;
    }
}
