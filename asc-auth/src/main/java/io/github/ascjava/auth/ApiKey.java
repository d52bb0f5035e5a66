package io.github.ascjava.auth;

import java.nio.file.Path;
import java.security.PrivateKey;
import java.util.Map;
import java.util.Objects;

/**
 * An App Store Connect API key: the identity and the private half that sign the tokens of this API.
 *
 * <pre>{@code
 * ApiKey key = ApiKey.team("57246542-96fe-1a63-e053-0824d011072a", Path.of("AuthKey_2X9R4HXF34.p8"));
 * ApiKey configured = ApiKey.fromEnvironment();
 * }</pre>
 *
 * <p>There are three kinds. A {@link TeamKey} reaches all apps of a team with the roles it was given. An
 * {@link IndividualKey} has the access and roles of one user. An {@link EnterpriseKey} belongs to the Apple Developer
 * Enterprise Program, which has its own API. The private half can be downloaded once; Apple keeps only the public
 * half, so a lost key cannot be recovered and a leaked one has to be revoked.
 *
 * <p>A key's text can have any of these forms: the {@code .p8} file's text, the same text with literal
 * {@code \n} in one line, with Windows line ends or surrounding blanks or quotes, the base64 of that text, or the bare
 * base64 body. {@code BEGIN EC PRIVATE KEY} (SEC 1) loads as well. Everything else is rejected with an
 * {@link InvalidApiKeyException} that says what was found.
 *
 * <p>Instances are immutable and safe to share between threads. {@link #toString()} names the key and never shows its
 * private half.
 *
 * @see <a href="https://developer.apple.com/documentation/appstoreconnectapi/creating-api-keys-for-app-store-connect-api">
 *     Creating API Keys for App Store Connect API</a>
 * @since 0.1.0
 */
public abstract sealed class ApiKey permits TeamKey, IndividualKey, EnterpriseKey {

    private final String keyId;
    private final PrivateKey privateKey;
    private final TokenSettings tokenSettings;

    ApiKey(String keyId, PrivateKey privateKey, TokenSettings tokenSettings) {
        this.keyId = KeyIds.requireKeyId(keyId);
        this.privateKey = Objects.requireNonNull(privateKey, "privateKey");
        this.tokenSettings = Objects.requireNonNull(tokenSettings, "tokenSettings");
    }

    /**
     * Loads a team key from its {@code .p8} file.
     *
     * @param issuerId the issuer ID shown above the list of team keys, a UUID
     * @param keyId the key ID, ten capital letters and digits
     * @param file the downloaded file
     * @throws InvalidApiKeyException if an id is malformed, the file cannot be read, or it holds no P-256 private key
     */
    public static TeamKey team(String issuerId, String keyId, Path file) {
        return new TeamKey(issuerId, keyId, KeyFile.read(file, keyId), TokenSettings.standard());
    }

    /**
     * Loads a team key from a file that still has the name Apple gave it, {@code AuthKey_<key ID>.p8}.
     *
     * @param issuerId the issuer ID shown above the list of team keys, a UUID
     * @param file the downloaded file; the key ID is taken from its name
     * @throws InvalidApiKeyException if the name holds no key ID, the file cannot be read, or it holds no P-256 private key
     */
    public static TeamKey team(String issuerId, Path file) {
        return team(issuerId, KeyFile.keyIdOf(file), file);
    }

    /**
     * Loads a team key from its text, as a secret store or an environment variable holds it.
     *
     * @param issuerId the issuer ID shown above the list of team keys, a UUID
     * @param keyId the key ID, ten capital letters and digits
     * @param privateKey the text of the key in any form listed at the top of this class
     * @throws InvalidApiKeyException if an id is malformed or the text holds no P-256 private key
     */
    public static TeamKey team(String issuerId, String keyId, String privateKey) {
        return team(issuerId, keyId, PrivateKeyReader.readText(privateKey, "The private key"));
    }

    /**
     * Creates a team key from a private key held elsewhere, such as in a PKCS#11 token or a key management service.
     *
     * @param issuerId the issuer ID shown above the list of team keys, a UUID
     * @param keyId the key ID, ten capital letters and digits
     * @param privateKey an EC key on the curve P-256; its material may be inaccessible as long as a registered
     *     {@link java.security.Provider} can sign {@code SHA256withECDSA} with it
     * @throws InvalidApiKeyException if an id is malformed or the key is known not to be such a key
     */
    public static TeamKey team(String issuerId, String keyId, PrivateKey privateKey) {
        return new TeamKey(issuerId, keyId, P256.require(privateKey), TokenSettings.standard());
    }

    /**
     * Loads an individual key from its {@code .p8} file.
     *
     * @param keyId the key ID, ten capital letters and digits
     * @param file the downloaded file
     * @throws InvalidApiKeyException if the id is malformed, the file cannot be read, or it holds no P-256 private key
     */
    public static IndividualKey individual(String keyId, Path file) {
        return new IndividualKey(keyId, KeyFile.read(file, keyId), TokenSettings.standard());
    }

    /**
     * Loads an individual key from a file that still has the name Apple gave it, {@code AuthKey_<key ID>.p8}.
     *
     * @param file the downloaded file; the key ID is taken from its name
     * @throws InvalidApiKeyException if the name holds no key ID, the file cannot be read, or it holds no P-256 private key
     */
    public static IndividualKey individual(Path file) {
        return individual(KeyFile.keyIdOf(file), file);
    }

    /**
     * Loads an individual key from its text.
     *
     * @param keyId the key ID, ten capital letters and digits
     * @param privateKey the text of the key in any form listed at the top of this class
     * @throws InvalidApiKeyException if the id is malformed or the text holds no P-256 private key
     */
    public static IndividualKey individual(String keyId, String privateKey) {
        return individual(keyId, PrivateKeyReader.readText(privateKey, "The private key"));
    }

    /**
     * Creates an individual key from a private key held elsewhere.
     *
     * @param keyId the key ID, ten capital letters and digits
     * @param privateKey an EC key on the curve P-256; see {@link #team(String, String, PrivateKey)}
     * @throws InvalidApiKeyException if the id is malformed or the key is known not to be such a key
     */
    public static IndividualKey individual(String keyId, PrivateKey privateKey) {
        return new IndividualKey(keyId, P256.require(privateKey), TokenSettings.standard());
    }

    /**
     * Loads a key of the Apple Developer Enterprise Program from its {@code .p8} file.
     *
     * @param issuerId the issuer ID, a UUID
     * @param keyId the key ID, ten capital letters and digits
     * @param file the downloaded file
     * @throws InvalidApiKeyException if an id is malformed, the file cannot be read, or it holds no P-256 private key
     */
    public static EnterpriseKey enterprise(String issuerId, String keyId, Path file) {
        return new EnterpriseKey(issuerId, keyId, KeyFile.read(file, keyId), TokenSettings.standard());
    }

    /**
     * Loads a key of the Apple Developer Enterprise Program from a file named {@code AuthKey_<key ID>.p8}.
     *
     * @param issuerId the issuer ID, a UUID
     * @param file the downloaded file; the key ID is taken from its name
     * @throws InvalidApiKeyException if the name holds no key ID, the file cannot be read, or it holds no P-256 private key
     */
    public static EnterpriseKey enterprise(String issuerId, Path file) {
        return enterprise(issuerId, KeyFile.keyIdOf(file), file);
    }

    /**
     * Loads a key of the Apple Developer Enterprise Program from its text.
     *
     * @param issuerId the issuer ID, a UUID
     * @param keyId the key ID, ten capital letters and digits
     * @param privateKey the text of the key in any form listed at the top of this class
     * @throws InvalidApiKeyException if an id is malformed or the text holds no P-256 private key
     */
    public static EnterpriseKey enterprise(String issuerId, String keyId, String privateKey) {
        return enterprise(issuerId, keyId, PrivateKeyReader.readText(privateKey, "The private key"));
    }

    /**
     * Creates a key of the Apple Developer Enterprise Program from a private key held elsewhere.
     *
     * @param issuerId the issuer ID, a UUID
     * @param keyId the key ID, ten capital letters and digits
     * @param privateKey an EC key on the curve P-256; see {@link #team(String, String, PrivateKey)}
     * @throws InvalidApiKeyException if an id is malformed or the key is known not to be such a key
     */
    public static EnterpriseKey enterprise(String issuerId, String keyId, PrivateKey privateKey) {
        return new EnterpriseKey(issuerId, keyId, P256.require(privateKey), TokenSettings.standard());
    }

    /**
     * Loads a key from the JSON file that fastlane and other tools use.
     *
     * <p>Members: {@code key_id}; {@code issuer_id}, absent for an individual key; {@code key} (or {@code private_key}),
     * the key's text in any supported form; optionally {@code duration}, the token lifetime in seconds; optionally
     * {@code in_house}, true for the Enterprise Program.
     *
     * @param file the JSON file
     * @throws InvalidApiKeyException if the file cannot be read, is not such a JSON file, or holds no usable key
     */
    public static ApiKey fromJson(Path file) {
        return KeyJson.read(file);
    }

    /**
     * Loads the key that this process's environment variables name.
     *
     * @see #fromEnvironment(Map)
     * @throws InvalidApiKeyException if no key is configured, or the configured one cannot be loaded
     */
    public static ApiKey fromEnvironment() {
        return fromEnvironment(System.getenv());
    }

    /**
     * Loads the key that environment variables name.
     *
     * <p>The names are {@code ASC_KEY_ID}, {@code ASC_ISSUER_ID} (absent for an individual key) and one of
     * {@code ASC_PRIVATE_KEY}, {@code ASC_PRIVATE_KEY_B64} and {@code ASC_PRIVATE_KEY_PATH}; with none of these three,
     * the standard folders are searched as by {@link #findFile(String)}. {@code ASC_KEY_JSON_PATH} names a JSON key file
     * instead of all these. {@code ASC_TOKEN_DURATION} is the token lifetime in seconds; {@code ASC_IN_HOUSE=true} means
     * the Enterprise Program. The names that fastlane ({@code APP_STORE_CONNECT_API_KEY_*}) and codemagic
     * ({@code APP_STORE_CONNECT_KEY_IDENTIFIER} and so on) read are supported as well. Blank values count as absent, and
     * names of different tools are never mixed.
     *
     * @param environment variable names and values, such as {@link System#getenv()}
     * @throws InvalidApiKeyException if no key is configured, or the configured one cannot be loaded
     */
    public static ApiKey fromEnvironment(Map<String, String> environment) {
        return new KeyEnvironment(environment, KeyFolders.standard()).load();
    }

    /**
     * Returns whether environment variables name a key, so that a program can choose what to do without one.
     *
     * @param environment variable names and values, such as {@link System#getenv()}
     * @return true if {@link #fromEnvironment(Map)} would try to load a key
     */
    public static boolean isConfigured(Map<String, String> environment) {
        return new KeyEnvironment(environment, KeyFolders.standard()).isConfigured();
    }

    /**
     * Finds a key file where Apple's own command-line tools look for it.
     *
     * <p>These are {@code ./private_keys}, {@code ~/private_keys}, {@code ~/.private_keys} and
     * {@code ~/.appstoreconnect/private_keys}, in this order.
     *
     * @param keyId the key ID, ten capital letters and digits
     * @return the first existing {@code AuthKey_<key ID>.p8}
     * @throws InvalidApiKeyException if the id is malformed or none of the folders holds the file
     */
    public static Path findFile(String keyId) {
        return KeyFolders.standard().find(keyId);
    }

    /** Returns the key ID, which each token carries as {@code kid}. */
    public final String keyId() {
        return keyId;
    }

    /** Returns the lifetime and scopes of the tokens of this key. */
    public final TokenSettings tokenSettings() {
        return tokenSettings;
    }

    /**
     * Returns this key with other token settings.
     *
     * @param settings the lifetime and scopes of the tokens that the returned key signs
     * @throws IllegalArgumentException if Apple does not allow such tokens for keys of this kind
     */
    public abstract ApiKey withTokenSettings(TokenSettings settings);

    /** The claim that identifies the holder, {@code iss} or {@code sub}. */
    abstract Claim identityClaim();

    abstract AppleApi api();

    final PrivateKey privateKey() {
        return privateKey;
    }

    @Override
    public final String toString() {
        return getClass().getSimpleName() + "[" + keyId + "]";
    }

    record Claim(String name, String value) {}
}
