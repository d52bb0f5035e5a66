package io.github.ascjava.examples.metrics;

import io.github.ascjava.client.call.CallAttempt;
import io.github.ascjava.client.call.CallListener;
import io.github.ascjava.client.call.CallResult;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Objects;

/** Times the attempts of all calls with Micrometer and shows what is left of the hour; for the clients of one key. */
public final class MetricsListener implements CallListener {

    private final MeterRegistry registry;
    private volatile double left = Double.NaN;

    public MetricsListener(MeterRegistry registry) {
        this.registry = registry;
        Gauge.builder("asc.requests.left", this, self -> self.left).register(registry);
    }

    @Override
    public void onResponse(CallAttempt attempt, CallResult result) {
        Timer.builder("asc.requests")
                // Of names there are only so many; a path without a template may hold an id.
                .tag("operation", Objects.requireNonNullElse(attempt.name(), "other"))
                .tag("status", Objects.toString(result.status(), "none"))
                .tag("retried", String.valueOf(result.isRetried()))
                .register(registry)
                .record(result.duration());
        Integer remaining = result.rateLimit().hourRemaining();
        if (remaining != null) {
            left = remaining;
        }
    }
}
