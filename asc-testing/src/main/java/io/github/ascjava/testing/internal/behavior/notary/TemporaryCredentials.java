package io.github.ascjava.testing.internal.behavior.notary;

import io.github.ascjava.testing.internal.engine.SandboxState;
import java.time.Duration;
import java.time.Instant;
import okio.ByteString;

/**
 * Credentials for the upload of one file.
 *
 * @param expires twelve hours after they were issued; nothing renews them
 */
record TemporaryCredentials(String accessKeyId, String secretAccessKey, String sessionToken, Instant expires) {

    private static final Duration LIFE = Duration.ofHours(12);
    private static final int SECRET_BYTES = 30;
    private static final int TOKEN_BYTES = 240;

    static TemporaryCredentials issue(SandboxState world) {
        return new TemporaryCredentials(
                "ASIA" + world.ids().code() + world.ids().code().substring(4),
                random(SECRET_BYTES, world).base64(),
                random(TOKEN_BYTES, world).base64(),
                world.clock().instant().plus(LIFE));
    }

    private static ByteString random(int count, SandboxState world) {
        byte[] bytes = new byte[count];
        world.random().nextBytes(bytes);
        return ByteString.of(bytes);
    }

    /** Returns the ID of the access key; the rest is secret. */
    @Override
    public String toString() {
        return "TemporaryCredentials[" + accessKeyId + "]";
    }
}
