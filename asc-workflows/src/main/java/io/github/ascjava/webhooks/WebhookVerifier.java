package io.github.ascjava.webhooks;

import io.github.ascjava.webhooks.InvalidWebhookException.Problem;
import io.github.ascjava.webhooks.internal.HmacKey;
import io.github.ascjava.webhooks.internal.SignatureHeader;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Verifies that a request comes from App Store Connect, and reads its event.
 *
 * <pre>{@code
 * WebhookVerifier verifier = WebhookVerifier.of(secret);
 * WebhookEvent event = verifier.verify(body, request.getHeader(WebhookVerifier.SIGNATURE_HEADER));
 * }</pre>
 *
 * <p>It needs the bytes of the body as received; JSON that was parsed and written again has another signature. Nothing of the
 * body is parsed before its signature is verified. The signature covers no time, so a copied request stays valid:
 * {@link ReplayGuard} recognizes it. Immutable and thread-safe.
 *
 * <p>See <a href="https://developer.apple.com/documentation/appstoreconnectapi/configuring-webhook-notifications">Configuring
 * and parsing App Store Connect API webhook notifications</a> and docs/live-service.md#webhook-signatures.
 *
 * @since 0.1.0
 */
public final class WebhookVerifier {

    /** The name of the header with the signature. */
    public static final String SIGNATURE_HEADER = "x-apple-signature";

    private static final int DEFAULT_MAX_BODY_BYTES = 1024 * 1024;

    private final List<HmacKey> keys;
    private final int maxBodyBytes;

    private WebhookVerifier(List<HmacKey> keys, int maxBodyBytes) {
        this.keys = keys;
        this.maxBodyBytes = maxBodyBytes;
    }

    /**
     * Returns a verifier that accepts one secret, or several while a secret is replaced. Bodies have at most 1 MiB.
     *
     * @param secret the webhook's secret, as given to App Store Connect; its UTF-8 bytes are the key
     * @param others further secrets that are accepted, such as the one before
     * @throws IllegalArgumentException if a secret is empty, or begins or ends with a line break
     */
    public static WebhookVerifier of(String secret, String... others) {
        List<HmacKey> keys = new ArrayList<>();
        keys.add(HmacKey.of(secret));
        for (String other : others) {
            keys.add(HmacKey.of(other));
        }
        return new WebhookVerifier(List.copyOf(keys), DEFAULT_MAX_BODY_BYTES);
    }

    /**
     * Returns a verifier that accepts several secrets. Bodies have at most 1 MiB.
     *
     * @param secrets at least one; a signature by any of them is accepted
     * @throws IllegalArgumentException if there is none, or one is empty, or begins or ends with a line break
     */
    public static WebhookVerifier of(Collection<String> secrets) {
        if (secrets.isEmpty()) {
            throw new IllegalArgumentException(
                    "No secret of a webhook is given. Without one, nothing can be verified.");
        }
        return new WebhookVerifier(secrets.stream().map(HmacKey::of).toList(), DEFAULT_MAX_BODY_BYTES);
    }

    /**
     * Returns the same verifier with another limit.
     *
     * @param bytes the size of the largest body that is accepted, 1 or more
     */
    public WebhookVerifier withMaxBodyBytes(int bytes) {
        if (bytes < 1) {
            throw new IllegalArgumentException("The largest body has 1 byte or more, but was " + bytes + ".");
        }
        return new WebhookVerifier(keys, bytes);
    }

    /** Returns the size of the largest body that is accepted. */
    public int maxBodyBytes() {
        return maxBodyBytes;
    }

    /**
     * Verifies a request and reads its event.
     *
     * @param body the bytes of the body as received
     * @param signature the value of the header {@value #SIGNATURE_HEADER}, or null if the request has none
     * @throws InvalidWebhookException if the request is not genuine, or its body is not an event
     */
    public WebhookEvent verify(byte[] body, @Nullable String signature) {
        requireGenuine(body, signature);
        return EventReader.read(body);
    }

    /**
     * Verifies a request and reads its event, for frameworks that return all headers of a name.
     *
     * @param body the bytes of the body as received
     * @param signatures the values of all headers {@value #SIGNATURE_HEADER}, or null if the request has none
     * @throws InvalidWebhookException if the request is not genuine, has several signatures, or its body is not an event
     */
    public WebhookEvent verify(byte[] body, @Nullable List<String> signatures) {
        return verify(body, single(signatures));
    }

    /**
     * Verifies a request without reading its event.
     *
     * @param body the bytes of the body as received
     * @param signature the value of the header {@value #SIGNATURE_HEADER}, or null if the request has none
     * @throws InvalidWebhookException if the request is not genuine
     */
    public void requireGenuine(byte[] body, @Nullable String signature) {
        Objects.requireNonNull(body, "body");
        byte[] received = signature(signature);
        if (body.length > maxBodyBytes) {
            throw tooLarge();
        }
        for (HmacKey key : keys) {
            if (key.matches(body, received)) {
                return;
            }
        }
        throw new InvalidWebhookException(
                Problem.WRONG_SIGNATURE,
                "The signature does not match the body. Either the secret is not that of the webhook, or the body was changed"
                        + " on its way, for example by code that parsed it and wrote it again.");
    }

    /**
     * Reads a body up to the limit, and does not close the stream.
     *
     * @return the bytes, ready for {@link #verify(byte[], String)}
     * @throws IOException if reading fails
     * @throws InvalidWebhookException if the body is larger than {@link #maxBodyBytes()}
     */
    public byte[] readBody(InputStream in) throws IOException {
        byte[] body = in.readNBytes(maxBodyBytes);
        if (body.length == maxBodyBytes && in.read() != -1) {
            throw tooLarge();
        }
        return body;
    }

    InvalidWebhookException tooLarge() {
        return new InvalidWebhookException(
                Problem.BODY_TOO_LARGE,
                "The body is larger than " + maxBodyBytes + " bytes, the limit set for this verifier.");
    }

    static @Nullable String single(@Nullable List<String> signatures) {
        if (signatures != null && signatures.size() > 1) {
            throw new InvalidWebhookException(
                    Problem.SEVERAL_SIGNATURES,
                    "The request has several headers " + SIGNATURE_HEADER + "; App Store Connect sends one.");
        }
        return signatures == null || signatures.isEmpty() ? null : signatures.get(0);
    }

    /** Returns the bytes of the header. */
    private static byte[] signature(@Nullable String header) {
        if (header == null || header.isBlank()) {
            throw new InvalidWebhookException(
                    Problem.MISSING_SIGNATURE,
                    "The request has no header " + SIGNATURE_HEADER
                            + ", so it is not from App Store Connect, or a proxy removed the header.");
        }
        byte[] signature = SignatureHeader.parse(header);
        if (signature == null) {
            throw new InvalidWebhookException(
                    Problem.MALFORMED_SIGNATURE,
                    "The header " + SIGNATURE_HEADER + " is not \"hmacsha256=\" and 64 hexadecimal digits.");
        }
        return signature;
    }

    /** Returns the number of secrets and the limit. */
    @Override
    public String toString() {
        return "WebhookVerifier[secrets=" + keys.size() + ", maxBodyBytes=" + maxBodyBytes + "]";
    }
}
