package io.github.ascjava.auth;

import java.util.regex.Pattern;

/**
 * Checks the shapes of key ID and issuer ID.
 *
 * <p>Apple rejects a wrong ID with a 401 that gives no reason, so swapped and mistyped IDs are detected here.
 */
final class KeyIds {

    private static final Pattern KEY_ID = Pattern.compile("[A-Z0-9]{10}");
    private static final Pattern ISSUER_ID =
            Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", Pattern.CASE_INSENSITIVE);
    private static final int LONGEST_SHOWN = 16;

    private KeyIds() {}

    static String requireKeyId(String keyId) {
        String id = keyId == null ? "" : keyId.strip();
        if (KEY_ID.matcher(id).matches()) {
            return id;
        }
        if (ISSUER_ID.matcher(id).matches()) {
            throw new InvalidApiKeyException(
                    "The key ID " + id + " has the form of an issuer ID; the two may have been swapped. "
                            + "A key ID has ten capital letters and digits, such as 2X9R4HXF34.");
        }
        throw new InvalidApiKeyException("A key ID has ten capital letters and digits, such as 2X9R4HXF34, but "
                + shown(id) + " was given. App Store Connect shows it beside the key's name.");
    }

    static String requireIssuerId(String issuerId) {
        String id = issuerId == null ? "" : issuerId.strip();
        if (ISSUER_ID.matcher(id).matches()) {
            return id;
        }
        if (KEY_ID.matcher(id).matches()) {
            throw new InvalidApiKeyException(
                    "The issuer ID " + id + " has the form of a key ID; the two may have been swapped. "
                            + "An issuer ID is a UUID, such as 57246542-96fe-1a63-e053-0824d011072a.");
        }
        throw new InvalidApiKeyException("An issuer ID is a UUID, such as 57246542-96fe-1a63-e053-0824d011072a, but "
                + shown(id) + " was given. App Store Connect shows it above the list of team keys.");
    }

    /** A key's text passed in place of an ID must not appear in a message, so only short plain values are shown. */
    private static String shown(String id) {
        if (id.isEmpty()) {
            return "nothing";
        }
        boolean plain = id.length() <= LONGEST_SHOWN && id.chars().allMatch(c -> c > ' ' && c < 127);
        return plain ? "'" + id + "'" : "a text of " + id.length() + " characters";
    }
}
