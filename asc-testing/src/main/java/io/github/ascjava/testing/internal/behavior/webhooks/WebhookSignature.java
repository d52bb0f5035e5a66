package io.github.ascjava.testing.internal.behavior.webhooks;

import okio.ByteString;

/** Signs deliveries as the service does. */
final class WebhookSignature {

    static final String HEADER = "x-apple-signature";

    private static final String PREFIX = "hmacsha256=";

    private WebhookSignature() {}

    /** Returns the value of the signature header for a body. */
    static String of(ByteString body, String secret) {
        return PREFIX + body.hmacSha256(ByteString.encodeUtf8(secret)).hex();
    }
}
