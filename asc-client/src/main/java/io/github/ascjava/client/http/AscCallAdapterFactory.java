package io.github.ascjava.client.http;

import io.github.ascjava.auth.AppStoreConnectAuth;
import io.github.ascjava.client.ApiCall;
import io.github.ascjava.client.CallListener;
import io.github.ascjava.client.PagedCall;
import io.github.ascjava.client.RequestLimiter;
import io.github.ascjava.client.RetryPolicy;
import io.github.ascjava.client.Sleeper;
import java.lang.annotation.Annotation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;
import okhttp3.Call;
import org.jspecify.annotations.Nullable;
import retrofit2.CallAdapter;
import retrofit2.Retrofit;

/**
 * Lets Retrofit interfaces return {@link ApiCall} and {@link PagedCall}.
 *
 * <p>{@link io.github.ascjava.client.AppStoreConnect} installs it. In a Retrofit of your own, add it together with
 * {@link io.github.ascjava.client.jsonapi.JsonApiConverterFactory}; calls then behave the same. Thread-safe.
 */
public final class AscCallAdapterFactory extends CallAdapter.Factory {

    private final ErrorReader errors = new ErrorReader();
    private final CallSettings settings;
    /** One for each client, of which a factory has one as a rule. */
    private final Map<Call.Factory, Exchange> exchanges = new ConcurrentHashMap<>();

    private AscCallAdapterFactory(Builder builder) {
        this.settings = new CallSettings(
                builder.options,
                builder.time,
                builder.sleeper,
                new Retries(builder.random),
                builder.permits,
                new Listeners(builder.listeners));
    }

    /** Makes a factory with the standard retries and timeout, no limiter and no listeners. */
    public static AscCallAdapterFactory create() {
        return builder().build();
    }

    /** Returns a builder for everything else. */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public @Nullable CallAdapter<?, ?> get(Type returnType, Annotation[] annotations, Retrofit retrofit) {
        Class<?> raw = getRawType(returnType);
        if (raw != ApiCall.class && raw != PagedCall.class) {
            return null;
        }
        if (!(returnType instanceof ParameterizedType generic)) {
            throw new IllegalArgumentException(
                    raw.getSimpleName() + " needs a type argument, as in " + raw.getSimpleName() + "<App>.");
        }
        Type argument = getParameterUpperBound(0, generic);
        Exchange exchange = exchanges.computeIfAbsent(
                retrofit.callFactory(), factory -> new Exchange(PlainAttempts.of(factory), errors, settings));
        return raw == ApiCall.class
                ? CallAdapters.ofCall(exchange, argument, annotations, retrofit)
                : CallAdapters.ofPages(exchange, argument, annotations, retrofit);
    }

    /** Builds an {@link AscCallAdapterFactory}; not thread-safe. */
    public static final class Builder {

        private final List<CallListener> listeners = new ArrayList<>();
        private CallOptions options = CallOptions.STANDARD;
        private CallTime time = CallTime.SYSTEM;
        private Sleeper sleeper = Sleeper.SYSTEM;
        private Permits permits = Permits.UNLIMITED;
        private DoubleSupplier random = () -> ThreadLocalRandom.current().nextDouble();

        private Builder() {}

        /** Sets how often calls are sent again that decide nothing else; {@link RetryPolicy#STANDARD} if not set. */
        public Builder retry(RetryPolicy policy) {
            options = options.withRetry(policy);
            return this;
        }

        /**
         * Sets how long calls may take that decide nothing else; two minutes if not set.
         *
         * @throws IllegalArgumentException if it is not more than zero
         */
        public Builder timeout(Duration timeout) {
            options = options.withTimeout(timeout);
            return this;
        }

        /**
         * Has a limiter asked before every attempt.
         *
         * @param auth what authorises the requests, which knows whose budget a request uses
         */
        public Builder limiter(RequestLimiter limiter, AppStoreConnectAuth auth) {
            permits = new Permits(Objects.requireNonNull(limiter, "limiter"), Objects.requireNonNull(auth, "auth"));
            return this;
        }

        /** Has a listener told of every attempt; may be called for several. */
        public Builder listener(CallListener listener) {
            listeners.add(Objects.requireNonNull(listener, "listener"));
            return this;
        }

        /**
         * Sets the clock that timeouts are measured by; if not set, they are measured by one that no setting of the
         * system's clock moves.
         */
        public Builder clock(Clock clock) {
            time = CallTime.of(clock);
            return this;
        }

        /** Sets what waits between attempts; {@link Sleeper#SYSTEM} if not set. */
        public Builder sleeper(Sleeper newSleeper) {
            sleeper = Objects.requireNonNull(newSleeper, "sleeper");
            return this;
        }

        /** Sets where the spread of waits comes from: numbers from 0 to 1. */
        Builder random(DoubleSupplier newRandom) {
            random = newRandom;
            return this;
        }

        /** Builds the factory. */
        public AscCallAdapterFactory build() {
            return new AscCallAdapterFactory(this);
        }
    }
}
