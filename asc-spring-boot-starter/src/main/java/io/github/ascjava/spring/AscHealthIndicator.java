package io.github.ascjava.spring;

import io.github.ascjava.auth.ApiKey;
import io.github.ascjava.auth.EnterpriseKey;
import io.github.ascjava.client.AppStoreConnect;
import io.github.ascjava.client.call.PagedCall;
import io.github.ascjava.client.call.RetryPolicy;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/**
 * Is up if the client's key can sign a token. Shows the last call and the rate limit, which do not change the status: one
 * failed call says little about the next one. Sends nothing to Apple unless it is told to.
 */
final class AscHealthIndicator extends AbstractHealthIndicator {

    private static final Duration PROBE_TIMEOUT = Duration.ofSeconds(10);

    private final AppStoreConnect client;
    private final Supplier<LastCalls.@Nullable LastCall> lastCall;
    private final boolean probe;

    AscHealthIndicator(AppStoreConnect client, Supplier<LastCalls.@Nullable LastCall> lastCall, boolean probe) {
        super("App Store Connect cannot be called.");
        this.client = client;
        this.lastCall = lastCall;
        this.probe = probe;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) throws IOException {
        ApiKey key = client.auth().key();
        builder.up().withDetail("key", key.toString());
        builder.withDetail("tokenExpiresAt", client.auth().token().expiresAt().toString());
        try {
            if (probe) {
                probe(key);
            }
        } finally {
            LastCalls.LastCall last = lastCall.get();
            if (last != null) {
                builder.withDetail("lastCall", details(last));
            }
            builder.withDetail("rateLimit", client.rateLimit().toString());
        }
    }

    /** A request that keys of every kind and role may make. */
    private void probe(ApiKey key) {
        PagedCall<?> call = key instanceof EnterpriseKey
                ? client.bundleIds().list(q -> q.limit(1))
                : client.apps().list(q -> q.limit(1));
        call.withRetryPolicy(RetryPolicy.NONE).withTimeout(PROBE_TIMEOUT).execute();
    }

    private static Map<String, Object> details(LastCalls.LastCall call) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("operation", call.operation());
        details.put("outcome", call.outcome());
        details.put("attempts", call.attempts());
        details.put("endedAt", call.endedAt().toString());
        return details;
    }
}
