package io.github.ascjava.testing;

import java.time.Clock;
import java.util.Objects;

/**
 * An in-memory App Store Connect on a port of this machine.
 *
 * <pre>{@code
 * try (Sandbox sandbox = Sandbox.start()) {
 *     AppStoreConnect asc = sandbox.client();
 *     asc.apps().list().forEach(app -> System.out.println(app.name()));
 * }
 * }</pre>
 *
 * <p>It supports every operation of Apple's document, keeps written data, and rejects what Apple rejects. It starts
 * with a sample team, which is always the same for one seed, or {@linkplain Builder#empty empty}.
 *
 * @since 0.1.0
 */
public final class Sandbox extends SandboxControl implements AutoCloseable {

    private final SandboxRuntime machinery;

    private Sandbox(SandboxRuntime machinery) {
        this.machinery = machinery;
    }

    /** Starts a sandbox with a sample team and a team key. */
    public static Sandbox start() {
        return builder().start();
    }

    /** Returns a builder, for other settings. */
    public static Builder builder() {
        return new Builder();
    }

    /** Closes the sandbox with its connections, threads and {@link #client()}. */
    @Override
    public void close() {
        machinery.close();
    }

    @Override
    SandboxRuntime machinery() {
        return machinery;
    }

    @Override
    public String toString() {
        return "Sandbox[" + baseUrl() + "]";
    }

    /** Starts sandboxes; not thread-safe. */
    public static final class Builder {

        private static final int APPLES_LIMIT = 3600;

        long seed = 1;
        boolean empty;
        boolean individual;
        boolean liveDeviations = true;
        int port;
        int requestsPerHour = APPLES_LIMIT;
        int requestsPerMinute;
        Clock clock = Clock.systemUTC();

        private Builder() {}

        /** Sets the seed of IDs and sample data; the same seed gives the same data. */
        public Builder randomSeed(long newSeed) {
            seed = newSeed;
            return this;
        }

        /** Starts without a team: no apps and no users, only the data that Apple provides. */
        public Builder empty() {
            empty = true;
            return this;
        }

        /** Accepts an individual key instead of a team key; it cannot use provisioning and reports. */
        public Builder individualKey() {
            individual = true;
            return this;
        }

        /** Listens on the given port; on any free one if not set. */
        public Builder port(int number) {
            port = number;
            return this;
        }

        /**
         * Sets how many requests the key may make in any 60 minutes; 3600 if not set, which is Apple's usual limit.
         *
         * @param number 0 for no limit
         */
        public Builder requestsPerHour(int number) {
            requestsPerHour = number;
            return this;
        }

        /**
         * Sets how many requests the key may make in any minute; no limit if not set. Apple has such limits, but does
         * not document them.
         *
         * @param number 0 for no limit
         */
        public Builder requestsPerMinute(int number) {
            requestsPerMinute = number;
            return this;
        }

        /**
         * Sets whether the sandbox follows Apple's live service where it is known to differ from Apple's document; true
         * by default. The differences are described in {@code docs/live-service.md}.
         */
        public Builder liveDeviations(boolean on) {
            liveDeviations = on;
            return this;
        }

        /** Sets the clock that the sandbox's time follows; the system clock if not set. */
        public Builder clock(Clock newClock) {
            clock = Objects.requireNonNull(newClock, "clock");
            return this;
        }

        /**
         * Starts a sandbox.
         *
         * @throws java.io.UncheckedIOException if it cannot listen on the port
         */
        public Sandbox start() {
            return new Sandbox(SandboxRuntime.start(this));
        }
    }
}
