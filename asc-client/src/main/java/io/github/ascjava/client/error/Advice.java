package io.github.ascjava.client.error;

import io.github.ascjava.auth.AuthOutcome;
import io.github.ascjava.auth.IndividualKey;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Knows what people do wrong, or what befell them, when Apple answers with one of its less telling errors.
 *
 * <p>Built on facts 2.3 (clock), 2.5 (401 and 403 texts) and 3 (rate limits).
 */
final class Advice {

    private Advice() {}

    static @Nullable String on(ErrorResponse answer, @Nullable AuthOutcome auth) {
        return switch (answer.status()) {
            case 401 -> unauthorized(auth);
            case 403 -> forbidden(answer, auth);
            case 429 -> "Wait and send requests more slowly; the budget per key is " + answer.rateLimit() + ".";
            default -> null;
        };
    }

    private static String unauthorized(@Nullable AuthOutcome auth) {
        if (auth == null) {
            return "The request had no token of this library; check the Authorization header that was sent.";
        }
        if (!auth.clockOffset().isZero()) {
            return "This machine's clock is " + describe(auth.clockOffset()) + " Apple's. Tokens are dated accordingly,"
                    + " and were still refused; set the clock right and try again.";
        }
        return "Check that key ID, issuer ID and private key of " + auth.key() + " belong together and that the key has"
                + " not been revoked. Apple also answers so for minutes during an incident.";
    }

    private static @Nullable String forbidden(ErrorResponse answer, @Nullable AuthOutcome auth) {
        if (isAgreement(answer)) {
            return "The Account Holder has to sign in to App Store Connect (Business) and to the developer website, and"
                    + " accept the agreements that wait there.";
        }
        if (says(answer, "Account Holder")) {
            return "Apple lets no API key do this; the Account Holder has to, on the website.";
        }
        if (says(answer, "API key in use does not allow")) {
            return auth != null && auth.key() instanceof IndividualKey
                    ? "An individual key has the roles of the user who made it; use a team key or have the roles changed."
                    : "The roles of the key do not reach that far, and cannot be changed: make a key with the roles that"
                            + " the operation needs.";
        }
        return null;
    }

    private static boolean isAgreement(ErrorResponse answer) {
        return answer.errors().stream()
                .anyMatch(error -> error.hasCode("FORBIDDEN.REQUIRED_AGREEMENTS_MISSING_OR_EXPIRED")
                        || "Access Unavailable".equals(error.title()));
    }

    private static boolean says(ErrorResponse answer, String text) {
        return answer.errors().stream()
                .anyMatch(error -> error.detail() != null && error.detail().contains(text));
    }

    private static String describe(Duration offset) {
        return offset.abs().toSeconds() + " s " + (offset.isNegative() ? "ahead of" : "behind");
    }
}
