package io.github.ascjava.client.call;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a client carries out its calls: retries, timeout, rate limiter, listeners, clock and limits.
 *
 * <pre>{@code
 * ClientOptions options = ClientOptions.builder()
 *         .timeout(Duration.ofSeconds(30))
 *         .rateLimiter(RateLimiter.inMemory())
 *         .build();
 * AppStoreConnect asc = AppStoreConnect.builder(key).options(options).build();
 * }</pre>
 *
 * <p>One value configures any number of clients. Immutable and thread-safe, as long as its rate limiter and listeners are.
 *
 * @since 0.1.0
 */
public final class ClientOptions {

    /** The default options. */
    public static final ClientOptions DEFAULT = builder().build();

    private final CallOptions callOptions;
    private final @Nullable RateLimiter rateLimiter;
    private final List<CallListener> listeners;
    private final @Nullable Clock clock;
    private final Sleeper sleeper;
    private final int maxResponseBytes;
    private final int maxPages;
    private final boolean readOnly;

    private ClientOptions(Builder builder) {
        this.callOptions = builder.callOptions;
        this.rateLimiter = builder.rateLimiter;
        this.listeners = List.copyOf(builder.listeners);
        this.clock = builder.clock;
        this.sleeper = builder.sleeper;
        this.maxResponseBytes = builder.maxResponseBytes;
        this.maxPages = builder.maxPages;
        this.readOnly = builder.readOnly;
    }

    /** Returns a builder with the default options. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns a builder with these options. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.callOptions = callOptions;
        builder.rateLimiter = rateLimiter;
        builder.listeners.addAll(listeners);
        builder.clock = clock;
        builder.sleeper = sleeper;
        builder.maxResponseBytes = maxResponseBytes;
        builder.maxPages = maxPages;
        builder.readOnly = readOnly;
        return builder;
    }

    /** Returns the options of calls that do not override them. */
    public CallOptions callOptions() {
        return callOptions;
    }

    /** Returns the rate limiter, or null if requests are sent at once. */
    public @Nullable RateLimiter rateLimiter() {
        return rateLimiter;
    }

    /** Returns the listeners, in the order in which they are notified. */
    public List<CallListener> listeners() {
        return listeners;
    }

    /** Returns the clock, or null for the system's. */
    public @Nullable Clock clock() {
        return clock;
    }

    /** Returns the sleeper that waits between the attempts of a call; {@link Sleeper#SYSTEM} by default. */
    public Sleeper sleeper() {
        return sleeper;
    }

    /** Returns the largest response body that is read into memory, in bytes after decompression. */
    public int maxResponseBytes() {
        return maxResponseBytes;
    }

    /** Returns the maximum number of pages that one iteration requests. */
    public int maxPages() {
        return maxPages;
    }

    /** Returns whether calls that could change something fail before they are sent; false by default. */
    public boolean readOnly() {
        return readOnly;
    }

    /** Builds {@link ClientOptions}; not thread-safe. */
    public static final class Builder {

        /** Several times the longest pages: 8,000 price points are some ten megabytes. */
        private static final int DEFAULT_MAX_RESPONSE_BYTES = 64 * 1024 * 1024;

        /** Two million elements at 200 a page. */
        private static final int DEFAULT_MAX_PAGES = 10_000;

        private CallOptions callOptions = CallOptions.DEFAULT;
        private @Nullable RateLimiter rateLimiter;
        private final List<CallListener> listeners = new ArrayList<>();
        private @Nullable Clock clock;
        private Sleeper sleeper = Sleeper.SYSTEM;
        private int maxResponseBytes = DEFAULT_MAX_RESPONSE_BYTES;
        private int maxPages = DEFAULT_MAX_PAGES;
        private boolean readOnly;

        private Builder() {}

        /**
         * Limits the time of each call without its {@linkplain ApiCall#withTimeout own timeout}; two minutes if not
         * set.
         *
         * @param timeout from {@code execute} to the last byte, including all attempts and the waits between them; more
         *     than zero
         * @throws IllegalArgumentException if it is not more than zero
         */
        public Builder timeout(Duration timeout) {
            callOptions = callOptions.withTimeout(timeout);
            return this;
        }

        /**
         * Sets the retry policy of calls without their {@linkplain ApiCall#withRetryPolicy own policy};
         * {@link RetryPolicy#STANDARD} if not set.
         */
        public Builder retryPolicy(RetryPolicy policy) {
            callOptions = callOptions.withRetryPolicy(policy);
            return this;
        }

        /**
         * Slows requests down before Apple's rate limit for their key is exhausted; without a rate limiter they are sent at
         * once.
         *
         * @param limiter such as {@link RateLimiter#inMemory()}; pass the same one to all clients that use the key
         */
        public Builder rateLimiter(RateLimiter limiter) {
            rateLimiter = Objects.requireNonNull(limiter, "limiter");
            return this;
        }

        /** Adds a listener that is notified of every attempt of every call. */
        public Builder listener(CallListener listener) {
            listeners.add(Objects.requireNonNull(listener, "listener"));
            return this;
        }

        /**
         * Sets the clock that tokens are dated and timeouts measured by; if not set, tokens are dated by the system
         * clock, and timeouts are measured by a clock that adjusting the system clock does not affect.
         */
        public Builder clock(Clock newClock) {
            clock = Objects.requireNonNull(newClock, "clock");
            return this;
        }

        /** Sets the sleeper that waits between the attempts of a call; {@link Sleeper#SYSTEM} if not set. */
        public Builder sleeper(Sleeper newSleeper) {
            sleeper = Objects.requireNonNull(newSleeper, "sleeper");
            return this;
        }

        /**
         * Limits how much memory one response can take; 64 MiB if not set, some six times the size of Apple's longest pages.
         *
         * <p>A larger response fails the call with an {@link io.github.ascjava.client.error.InvalidResponseException}.
         * Streamed bodies, such as reports, have no limit.
         *
         * @param bytes the maximum body size after decompression; the decoded objects take several times as much
         * @throws IllegalArgumentException if it is less than 1
         */
        public Builder maxResponseBytes(int bytes) {
            if (bytes < 1) {
                throw new IllegalArgumentException("maxResponseBytes must be 1 or more, but was " + bytes + ".");
            }
            maxResponseBytes = bytes;
            return this;
        }

        /**
         * Limits the number of pages that one iteration over a list requests; 10,000 if not set.
         *
         * <p>Requesting the page after that fails with an {@link io.github.ascjava.client.error.InvalidResponseException}.
         *
         * @throws IllegalArgumentException if it is less than 1
         */
        public Builder maxPages(int pages) {
            if (pages < 1) {
                throw new IllegalArgumentException("maxPages must be 1 or more, but was " + pages + ".");
            }
            maxPages = pages;
            return this;
        }

        /**
         * Sets whether calls that could change something fail before they are sent, with a {@link
         * io.github.ascjava.client.error.ReadOnlyClientException}; false if not set.
         */
        public Builder readOnly(boolean only) {
            readOnly = only;
            return this;
        }

        /** Builds the options. */
        public ClientOptions build() {
            return new ClientOptions(this);
        }
    }
}
