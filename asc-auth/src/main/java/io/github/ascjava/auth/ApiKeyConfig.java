package io.github.ascjava.auth;

import java.security.PrivateKey;
import java.time.Duration;
import java.util.Locale;

/**
 * The parts of a key from JSON files and environment variables; an empty string means absent.
 *
 * @param source what messages begin with, such as "The JSON key file key.json"
 */
record ApiKeyConfig(String source, String keyId, String issuerId, boolean inHouse, String durationSeconds) {

    /**
     * Reads a value that means yes or no; anything else would choose an API by chance.
     *
     * @param name what a message calls the value
     */
    static boolean isTrue(String value, String name) {
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "true", "1", "yes" -> true;
            case "", "false", "0", "no" -> false;
            default -> throw new InvalidApiKeyException(name + " is neither true nor false. Correct it.");
        };
    }

    ApiKey assemble(PrivateKey privateKey) {
        ApiKey key = kind(privateKey);
        return durationSeconds.isEmpty() ? key : key.withTokenSettings(settings());
    }

    private ApiKey kind(PrivateKey privateKey) {
        if (!issuerId.isEmpty()) {
            return inHouse ? ApiKey.enterprise(issuerId, keyId, privateKey) : ApiKey.team(issuerId, keyId, privateKey);
        }
        if (inHouse) {
            throw new InvalidApiKeyException(
                    source + " says that the key is in-house, but gives no issuer ID; the Enterprise"
                            + " Program has no individual keys.");
        }
        return ApiKey.individual(keyId, privateKey);
    }

    private TokenSettings settings() {
        try {
            return TokenSettings.lifetime(Duration.ofSeconds(Long.parseLong(durationSeconds)));
        } catch (NumberFormatException e) {
            throw new InvalidApiKeyException(source + " gives a token duration that is not a whole number of seconds.");
        } catch (IllegalArgumentException e) {
            throw new InvalidApiKeyException(source + " gives a token duration that is not allowed. " + e.getMessage());
        }
    }
}
