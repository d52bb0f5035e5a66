package io.github.ascjava.spring;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.StringUtils;
import org.springframework.util.unit.DataSize;

/**
 * The properties {@code ascjava.*}.
 *
 * @param key The key of the default client.
 * @param keys Keys of further clients by name; each gets a client with this name as its qualifier.
 */
@ConfigurationProperties("ascjava")
record AscProperties(
        @DefaultValue Key key,
        @DefaultValue Map<String, Key> keys,
        @DefaultValue Client client,
        @DefaultValue Health health,
        @DefaultValue Webhooks webhooks) {

    /**
     * Blank values count as absent, so that a placeholder can have an empty default.
     *
     * @param id The key ID, such as 2X9R4HXF34; not needed if the file still has Apple's name.
     * @param issuerId The issuer ID, a UUID; absent for an individual key.
     * @param privateKey The text of the key: the content of its .p8 file, its base64, or one line with literal \n.
     * @param privateKeyPath The path of the key's .p8 file. Without it and without a text, Apple's standard folders are
     *     searched.
     * @param jsonPath The path of a JSON key file in the form that fastlane uses, instead of all others.
     * @param inHouse Whether the key belongs to the Apple Developer Enterprise Program.
     * @param tokenLifetime How long a token is valid, from 2 to 20 minutes; 19 minutes if not set.
     * @param readOnly Whether this key's client fails before it sends anything that could change something.
     */
    record Key(
            @Nullable String id,
            @Nullable String issuerId,
            @Nullable String privateKey,
            @Nullable String privateKeyPath,
            @Nullable String jsonPath,
            @DefaultValue("false") boolean inHouse,
            @Nullable Duration tokenLifetime,
            @DefaultValue("false") boolean readOnly) {

        boolean isSet() {
            return StringUtils.hasText(id)
                    || StringUtils.hasText(privateKey)
                    || StringUtils.hasText(privateKeyPath)
                    || StringUtils.hasText(jsonPath);
        }

        /** Without the key. */
        @Override
        public String toString() {
            return "Key[" + id + "]";
        }
    }

    /**
     * The options of all clients.
     *
     * @param enabled Whether clients are created.
     * @param baseUrl The base URL of a gateway or a sandbox, instead of Apple's.
     * @param userAgent The name of the program in the User-Agent header, such as release-bot/2.1.
     * @param timeout How long a call may take, including all attempts and the waits between them.
     * @param rateLimiter Whether requests are slowed down before Apple's rate limit is exhausted.
     * @param maxResponseSize The largest response that is read into memory, after decompression.
     * @param maxPages How many pages one iteration over a list requests at most.
     * @param readOnly Whether all clients fail before they send anything that could change something.
     */
    record Client(
            @DefaultValue("true") boolean enabled,
            @Nullable String baseUrl,
            @Nullable String userAgent,
            @DefaultValue("2m") Duration timeout,
            @DefaultValue Retry retry,
            @DefaultValue("none") RateLimiting rateLimiter,
            @DefaultValue("64MB") DataSize maxResponseSize,
            @DefaultValue("10000") int maxPages,
            @DefaultValue("false") boolean readOnly) {}

    /**
     * When a failed call is retried.
     *
     * @param maxRetries How often a call is retried at most; 0 for never.
     * @param initialBackoff The longest delay before the first retry.
     * @param maxBackoff The longest delay before any retry, unless Apple asks for a longer one.
     */
    record Retry(
            @DefaultValue("4") int maxRetries,
            @DefaultValue("500ms") Duration initialBackoff,
            @DefaultValue("30s") Duration maxBackoff) {}

    /** What a client does about Apple's rate limit; a bean of type {@code RateLimiter} takes precedence. */
    enum RateLimiting {
        /** Requests are sent at once. */
        NONE,
        /** Requests are slowed down when less than a tenth of the limit is left. */
        IN_MEMORY
    }

    /**
     * What the health indicator does.
     *
     * @param probe Whether each health check sends one request to Apple. It counts towards the rate limit.
     */
    record Health(@DefaultValue("false") boolean probe) {}

    /**
     * The endpoint for webhooks.
     *
     * @param secret The secret that the webhook was registered with. Without it there is no endpoint.
     * @param previousSecret A second secret that is accepted, while the secret is being replaced.
     * @param path The path of the endpoint.
     * @param maxBodySize The largest body that is accepted.
     */
    record Webhooks(
            @Nullable String secret,
            @Nullable String previousSecret,
            @DefaultValue("/app-store-connect/webhooks") String path,
            @DefaultValue("1MB") DataSize maxBodySize) {

        /** Without the secrets. */
        @Override
        public String toString() {
            return "Webhooks[" + path + "]";
        }
    }
}
