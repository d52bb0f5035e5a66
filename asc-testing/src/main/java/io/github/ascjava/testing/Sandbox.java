package io.github.ascjava.testing;

import java.time.Clock;
import java.util.Objects;

/**
 * An App Store Connect in memory, on a port of this machine.
 *
 * <pre>{@code
 * try (Sandbox sandbox = Sandbox.start()) {
 *     AppStoreConnect asc = sandbox.client();
 *     asc.apps().list().forEach(app -> System.out.println(app.name()));
 * }
 * }</pre>
 *
 * <p>It knows every operation of Apple's document, keeps what is written to it, and refuses what Apple refuses. It begins with
 * a made-up team, always the same unless it is given another seed, or {@linkplain Builder#empty empty}.
 */
public final class Sandbox extends SandboxControl implements AutoCloseable {

    private final SandboxRuntime machinery;

    private Sandbox(SandboxRuntime machinery) {
        this.machinery = machinery;
    }

    /** Starts a sandbox with a made-up team and a team key. */
    public static Sandbox start() {
        return builder().start();
    }

    /** Returns a builder for everything else. */
    public static Builder builder() {
        return new Builder();
    }

    /** Ends the sandbox, its connections, its threads and its {@link #client()}. */
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

        /** Sets what ids and made-up data depend on; the same seed gives the same. */
        public Builder randomSeed(long newSeed) {
            seed = newSeed;
            return this;
        }

        /** Begins without a team: no apps, no users, nothing but what Apple itself provides. */
        public Builder empty() {
            empty = true;
            return this;
        }

        /** Accepts an individual key, for which provisioning and reports are out of reach, instead of a team key. */
        public Builder individualKey() {
            individual = true;
            return this;
        }

        /** Listens on a certain port; any that is free if not set. */
        public Builder port(int number) {
            port = number;
            return this;
        }

        /**
         * Sets how many requests the key may make in any 60 minutes; 3600 if not set, which is what most people have.
         *
         * @param number 0 for no limit
         */
        public Builder requestsPerHour(int number) {
            requestsPerHour = number;
            return this;
        }

        /**
         * Sets how many requests the key may make in any minute; no limit if not set. Apple has such limits but documents none.
         *
         * @param number 0 for no limit
         */
        public Builder requestsPerMinute(int number) {
            requestsPerMinute = number;
            return this;
        }

        /**
         * Says whether the sandbox behaves as Apple's live service where that is known to deviate from Apple's document; it does
         * unless this is switched off.
         */
        public Builder liveDeviations(boolean on) {
            liveDeviations = on;
            return this;
        }

        /** Sets the clock that the sandbox's time begins with and follows; the system clock if not set. */
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
