package io.github.ascjava.client.internal;

import io.github.ascjava.auth.AppStoreConnectAuth;
import io.github.ascjava.client.call.ApiCall;
import io.github.ascjava.client.call.CallOptions;
import io.github.ascjava.client.call.ClientOptions;
import io.github.ascjava.client.call.PagedCall;
import io.github.ascjava.client.jsonapi.NoContent;
import io.github.ascjava.client.jsonapi.Page;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BiFunction;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import okhttp3.Call;
import okhttp3.Request;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import retrofit2.CallAdapter;
import retrofit2.Converter;
import retrofit2.Retrofit;

/** Creates the adapters of single interface methods. Thread-safe. */
public final class CallAdapters {

    private final @Nullable AppStoreConnectAuth auth;
    private final BiFunction<Call.Factory, LinkScope, CallContext> contexts;
    /** Usually there is only one. */
    private final Map<Retrofit, CallExecutor> executors = new ConcurrentHashMap<>();

    /** @param auth the interceptor that authorizes the requests, or null if there is none; required for a rate limiter */
    public CallAdapters(ClientOptions options, @Nullable AppStoreConnectAuth auth) {
        this(options, auth, () -> ThreadLocalRandom.current().nextDouble());
    }

    /** @param random the source of jitter: numbers from 0 to 1 */
    CallAdapters(ClientOptions options, @Nullable AppStoreConnectAuth auth, DoubleSupplier random) {
        CallTime time = options.clock() == null ? CallTime.SYSTEM : CallTime.of(options.clock());
        this.auth = auth;
        RateLimiting rateLimiting = new RateLimiting(options.rateLimiter(), auth);
        Listeners listeners = new Listeners(options.listeners());
        contexts = (callFactory, links) -> new CallContext(
                SingleAttemptCallFactory.of(callFactory, links),
                links,
                options.callOptions(),
                options.readOnly(),
                options.maxPages(),
                time,
                options.sleeper(),
                new Backoff(random),
                rateLimiting,
                listeners,
                new ErrorReader());
    }

    /** Returns the adapter for a method's return type, or null if the type is neither of the two calls. */
    public @Nullable CallAdapter<?, ?> get(Type returnType, Annotation[] annotations, Retrofit retrofit) {
        Type raw = returnType instanceof ParameterizedType generic ? generic.getRawType() : returnType;
        if (raw != ApiCall.class && raw != PagedCall.class) {
            return null;
        }
        if (!(returnType instanceof ParameterizedType generic)) {
            String name = ((Class<?>) raw).getSimpleName();
            throw new IllegalArgumentException(name + " needs a type argument, as in " + name + "<App>.");
        }
        Type argument = generic.getActualTypeArguments()[0];
        Type value = argument instanceof WildcardType wildcard ? wildcard.getUpperBounds()[0] : argument;
        CallExecutor executor = executors.computeIfAbsent(
                retrofit, key -> new CallExecutor(contexts.apply(key.callFactory(), links(key))));
        return raw == ApiCall.class
                ? ofCall(executor, value, annotations, retrofit)
                : ofPages(executor, value, annotations, retrofit);
    }

    /** The base URL of tokens counts; that of Retrofit may be narrower. */
    private LinkScope links(Retrofit retrofit) {
        return new LinkScope(auth == null ? retrofit.baseUrl() : auth.baseUrl());
    }

    private static CallAdapter<Object, ApiCall<?>> ofCall(
            CallExecutor executor, Type value, Annotation[] annotations, Retrofit retrofit) {
        Converter<ResponseBody, @Nullable Object> converter =
                value == Void.class ? CallAdapters::noContent : retrofit.responseBodyConverter(value, annotations);
        CallOptions options = executor.defaultOptions();
        return adapter(value, request -> new HttpApiCall<>(executor, request, ResponseReader.of(converter), options));
    }

    /** Retrofit takes anything for no content, even a login page. */
    private static @Nullable Object noContent(ResponseBody body) throws IOException {
        NoContent.read(body);
        return null;
    }

    private static CallAdapter<Page<Object>, PagedCall<?>> ofPages(
            CallExecutor executor, Type element, Annotation[] annotations, Retrofit retrofit) {
        Type value = new PageType(element);
        Converter<ResponseBody, Page<Object>> converter = retrofit.responseBodyConverter(value, annotations);
        CallOptions options = executor.defaultOptions();
        return adapter(
                value, request -> new HttpPagedCall<>(executor, request, PageReader.first(converter), options, false));
    }

    private static <R, T> CallAdapter<R, T> adapter(Type value, Function<Request, T> adapting) {
        return new CallAdapter<>() {
            @Override
            public Type responseType() {
                return value;
            }

            @Override
            public T adapt(retrofit2.Call<R> call) {
                return adapting.apply(RequestValidator.checked(call.request()));
            }
        };
    }

    /** The type {@code Page<element>}, which Java has no literal for. */
    private record PageType(Type element) implements ParameterizedType {

        @Override
        public Type[] getActualTypeArguments() {
            return new Type[] {element};
        }

        @Override
        public Type getRawType() {
            return Page.class;
        }

        @Override
        public @Nullable Type getOwnerType() {
            return null;
        }
    }
}
