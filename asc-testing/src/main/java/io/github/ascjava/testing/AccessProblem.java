package io.github.ascjava.testing;

import io.github.ascjava.testing.internal.behavior.common.Account;
import io.github.ascjava.testing.internal.http.ApiErrorException;
import io.github.ascjava.testing.internal.http.Errors;

/**
 * A reason for which Apple rejects every request of a team with 403, although the token is valid.
 *
 * <p>See {@code docs/live-service.md#forbidden-has-many-causes}.
 *
 * @since 0.1.0
 */
public enum AccessProblem {
    /** The team's membership in the Apple Developer Program has lapsed. */
    MEMBERSHIP_LAPSED("access.membership"),
    /** Apple finds no team for the key: the membership has lapsed, or an agreement is open. */
    TEAM_NOT_FOUND("access.team"),
    /** The Account Holder has to sign an agreement. */
    AGREEMENT_MISSING("access.agreement");

    private final String error;

    /** @param error its name in {@code errors.txt} */
    AccessProblem(String error) {
        this.error = error;
    }

    /** Further values are ignored, so the team's ID goes to all texts. */
    ApiErrorException refusal() {
        return Errors.refusal(error, Account.SANDBOX.teamId());
    }
}
