package io.github.ascjava.client.retrofit;

import io.github.ascjava.auth.AppStoreConnectAuth;
import io.github.ascjava.client.call.ApiCall;
import io.github.ascjava.client.call.ClientOptions;
import io.github.ascjava.client.call.PagedCall;
import io.github.ascjava.client.internal.CallAdapters;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;
import retrofit2.CallAdapter;
import retrofit2.Retrofit;

/**
 * Lets Retrofit interfaces return {@link ApiCall} and {@link PagedCall}.
 *
 * <p>{@link io.github.ascjava.client.AppStoreConnect} installs it. In a custom Retrofit, add it together with {@link
 * JsonApiConverterFactory}; calls then behave in the same way:
 *
 * <pre>{@code
 * Retrofit retrofit = new Retrofit.Builder()
 *         .baseUrl("https://api.appstoreconnect.apple.com/")
 *         .client(new OkHttpClient.Builder().addInterceptor(auth).build())
 *         .addCallAdapterFactory(AscCallAdapterFactory.create(options, auth))
 *         .addConverterFactory(JsonApiConverterFactory.create(options))
 *         .build();
 * }</pre>
 *
 * <p>Thread-safe.
 *
 * @since 0.1.0
 */
public final class AscCallAdapterFactory extends CallAdapter.Factory {

    private final CallAdapters adapters;

    private AscCallAdapterFactory(ClientOptions options, @Nullable AppStoreConnectAuth auth) {
        this.adapters = new CallAdapters(options, auth);
    }

    /** Creates a factory with the default options. */
    public static AscCallAdapterFactory create() {
        return create(ClientOptions.DEFAULT);
    }

    /**
     * Creates a factory for requests that this library does not authorize.
     *
     * @throws IllegalArgumentException if the options have a rate limiter, which needs to know the key of each request
     */
    public static AscCallAdapterFactory create(ClientOptions options) {
        if (options.rateLimiter() != null) {
            throw new IllegalArgumentException(
                    "A rate limiter needs to know the key of each request. Pass the AppStoreConnectAuth that authorizes them.");
        }
        return new AscCallAdapterFactory(options, null);
    }

    /**
     * Creates a factory.
     *
     * @param auth the interceptor that authorizes the requests; it tells the rate limiter which key a request uses
     */
    public static AscCallAdapterFactory create(ClientOptions options, AppStoreConnectAuth auth) {
        return new AscCallAdapterFactory(options, auth);
    }

    @Override
    public @Nullable CallAdapter<?, ?> get(Type returnType, Annotation[] annotations, Retrofit retrofit) {
        return adapters.get(returnType, annotations, retrofit);
    }
}
