package io.github.ascjava.testing.internal.behavior.webhooks;

import okio.ByteString;

/** How the service signs what it delivers. */
final class WebhookSignature {

    static final String HEADER = "x-apple-signature";

    private static final String PREFIX = "hmacsha256=";

    private WebhookSignature() {}

    /** Returns the header's value for a body. */
    static String of(ByteString body, String secret) {
        return PREFIX + body.hmacSha256(ByteString.encodeUtf8(secret)).hex();
    }
}
