package io.github.ascjava.testing;

import io.github.ascjava.testing.internal.behavior.common.Account;
import io.github.ascjava.testing.internal.http.ApiErrorException;
import io.github.ascjava.testing.internal.http.ErrorKind;

/**
 * A reason for which Apple rejects every request of a team with 403, although the token is valid.
 *
 * <p>See {@code docs/live-service.md#forbidden-has-many-causes}.
 *
 * @since 0.1.0
 */
public enum AccessProblem {
    /** The team's membership in the Apple Developer Program has lapsed. */
    MEMBERSHIP_LAPSED(
            ErrorKind.FORBIDDEN,
            "Team ID: '" + Account.SANDBOX.teamId() + "' is not associated with an active membership."),
    /** Apple finds no team for the key: the membership has lapsed, or an agreement is open. */
    TEAM_NOT_FOUND(ErrorKind.FORBIDDEN, "Unable to find a team with the given Content Provider ID"),
    /** The Account Holder has to sign an agreement. */
    AGREEMENT_MISSING(
            ErrorKind.AGREEMENT,
            "This request requires an in-effect agreement that has not been signed or has expired.");

    private final ErrorKind kind;
    private final String detail;

    AccessProblem(ErrorKind kind, String detail) {
        this.kind = kind;
        this.detail = detail;
    }

    ApiErrorException refusal() {
        return kind.refusal(detail);
    }
}
