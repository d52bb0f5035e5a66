package io.github.ascjava.notary;

import io.github.ascjava.auth.AppStoreConnectAuth;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** This machine's clock, corrected by what rejected tokens have told about Apple's; S3 rejects signatures of a wrong clock. */
final class ServerTime extends Clock {

    private final Clock local;
    private final AppStoreConnectAuth auth;

    ServerTime(Clock local, AppStoreConnectAuth auth) {
        this.local = local;
        this.auth = auth;
    }

    @Override
    public Instant instant() {
        return local.instant().plus(auth.clockOffset());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("Signatures are dated in UTC.");
    }
}
