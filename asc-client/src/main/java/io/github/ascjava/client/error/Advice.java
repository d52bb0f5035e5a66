package io.github.ascjava.client.error;

import io.github.ascjava.auth.AuthOutcome;
import io.github.ascjava.auth.IndividualKey;
import io.github.ascjava.client.call.RateLimit;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Explains those of Apple's errors that do not name their cause.
 *
 * <p>The causes of 401 and 403 are described in {@code docs/live-service.md}, under Keys and tokens.
 */
final class Advice {

    private Advice() {}

    static @Nullable String on(ErrorResponse answer, @Nullable AuthOutcome auth) {
        return switch (answer.status()) {
            case 401 -> unauthorized(auth);
            case 403 -> forbidden(answer, auth);
            case 429 -> rateLimited(answer.rateLimit());
            default -> null;
        };
    }

    private static String rateLimited(RateLimit rateLimit) {
        return "Apple's rate limit for this key is exhausted" + (rateLimit.isKnown() ? " (" + rateLimit + ")" : "")
                + "; wait and retry, or use a rate limiter.";
    }

    private static String unauthorized(@Nullable AuthOutcome auth) {
        if (auth == null) {
            return "The request was not authorized by this library; check the Authorization header that was sent.";
        }
        if (auth.clockProblem() != null) {
            return auth.clockProblem();
        }
        if (!auth.clockOffset().isZero()) {
            return "This machine's clock is " + describe(auth.clockOffset()) + " Apple's. Tokens are dated accordingly"
                    + " and were rejected all the same; correct the clock and try again.";
        }
        return "Check that key ID, issuer ID and private key of " + auth.key() + " belong together and that the key has"
                + " not been revoked. During incidents, Apple also rejects valid tokens, sometimes for minutes.";
    }

    private static @Nullable String forbidden(ErrorResponse answer, @Nullable AuthOutcome auth) {
        if (isAgreement(answer)) {
            return "The Account Holder must sign in to App Store Connect (Business) and to the developer website, and"
                    + " accept the pending agreements.";
        }
        if (says(answer, "Unable to find a team with the given Content Provider ID")
                || says(answer, "is not associated with an active membership")) {
            return "The membership of the team in the Apple Developer Program has lapsed, or the issuer ID is another"
                    + " team's: renew the membership, or compare the issuer ID with the one beside the key in App Store"
                    + " Connect (Users and Access, Integrations).";
        }
        if (says(answer, "Account Holder")) {
            return "No API key can do this; only the Account Holder can, on the website.";
        }
        if (says(answer, "API key in use does not allow")) {
            return auth != null && auth.key() instanceof IndividualKey
                    ? "An individual key has the roles of the user who made it; use a team key or change the user's roles."
                    : "The key's roles do not allow the operation, and cannot be changed: create a key with the roles that"
                            + " it needs.";
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
