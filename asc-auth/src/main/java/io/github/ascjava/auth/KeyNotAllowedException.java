package io.github.ascjava.auth;

/**
 * Thrown before any request when Apple's rules deny the operation to the kind of key in use.
 *
 * <p>Today that means an individual key at a provisioning, sales or finance endpoint, or at the Notary API. The check
 * can be switched off with {@link AppStoreConnectAuth.Builder#checkKeyRestrictions(boolean)}.
 *
 * @see <a href="https://developer.apple.com/documentation/appstoreconnectapi/creating-api-keys-for-app-store-connect-api">
 *     Creating API Keys for App Store Connect API</a>
 */
public final class KeyNotAllowedException extends AuthException {

    private static final long serialVersionUID = 1L;

    KeyNotAllowedException(String message) {
        super(message);
    }
}
