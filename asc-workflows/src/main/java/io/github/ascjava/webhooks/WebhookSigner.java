package io.github.ascjava.webhooks;

import io.github.ascjava.webhooks.internal.HmacKey;
import io.github.ascjava.webhooks.internal.SignatureHeader;
import java.util.Objects;

/**
 * Signs request bodies as App Store Connect does, for tests of code that receives webhooks. Immutable and thread-safe.
 *
 * <p>See docs/live-service.md#webhook-signatures.
 *
 * @since 0.1.0
 */
public final class WebhookSigner {

    private final HmacKey key;

    private WebhookSigner(HmacKey key) {
        this.key = key;
    }

    /**
     * Returns a signer.
     *
     * @param secret the webhook's secret, as given to App Store Connect
     * @throws IllegalArgumentException if the secret is empty, or begins or ends with a line break
     */
    public static WebhookSigner of(String secret) {
        return new WebhookSigner(HmacKey.of(secret));
    }

    /** Returns the value of the header {@value WebhookVerifier#SIGNATURE_HEADER} for a body. */
    public String sign(byte[] body) {
        return SignatureHeader.format(key.sign(Objects.requireNonNull(body, "body")));
    }

    /** Returns the class name only. */
    @Override
    public String toString() {
        return "WebhookSigner[secret=masked]";
    }
}
