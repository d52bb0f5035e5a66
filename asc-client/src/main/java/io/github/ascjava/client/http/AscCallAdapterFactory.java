package io.github.ascjava.client.http;

import io.github.ascjava.client.ApiCall;
import io.github.ascjava.client.PagedCall;
import io.github.ascjava.client.jsonapi.Page;
import java.lang.annotation.Annotation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.CallAdapter;
import retrofit2.Converter;
import retrofit2.Retrofit;

/**
 * Lets Retrofit interfaces return {@link ApiCall} and {@link PagedCall}.
 *
 * <p>{@link io.github.ascjava.client.AppStoreConnect} installs it. In a Retrofit of your own, add it together with
 * {@link io.github.ascjava.client.jsonapi.JsonApiConverterFactory}; calls then behave the same. Thread-safe.
 */
public final class AscCallAdapterFactory extends CallAdapter.Factory {

    private final ErrorReader errors = new ErrorReader();

    private AscCallAdapterFactory() {}

    /** Makes a factory. */
    public static AscCallAdapterFactory create() {
        return new AscCallAdapterFactory();
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
        return raw == ApiCall.class
                ? new ApiCallAdapter(argument, annotations, retrofit)
                : new PagedCallAdapter(new PageType(argument), annotations, retrofit);
    }

    private Exchange exchange(Retrofit retrofit) {
        return new Exchange(retrofit.callFactory(), errors);
    }

    private final class ApiCallAdapter implements CallAdapter<Object, ApiCall<?>> {

        private final Type responseType;
        private final Converter<ResponseBody, Object> converter;
        private final Exchange exchange;

        ApiCallAdapter(Type responseType, Annotation[] annotations, Retrofit retrofit) {
            this.responseType = responseType;
            this.converter = retrofit.responseBodyConverter(responseType, annotations);
            this.exchange = exchange(retrofit);
        }

        @Override
        public Type responseType() {
            return responseType;
        }

        @Override
        public ApiCall<?> adapt(Call<Object> call) {
            return new HttpApiCall<>(exchange, call.request(), converter);
        }
    }

    private final class PagedCallAdapter implements CallAdapter<Page<Object>, PagedCall<?>> {

        private final Type responseType;
        private final Converter<ResponseBody, Page<Object>> converter;
        private final Exchange exchange;

        PagedCallAdapter(Type responseType, Annotation[] annotations, Retrofit retrofit) {
            this.responseType = responseType;
            this.converter = retrofit.responseBodyConverter(responseType, annotations);
            this.exchange = exchange(retrofit);
        }

        @Override
        public Type responseType() {
            return responseType;
        }

        @Override
        public PagedCall<?> adapt(Call<Page<Object>> call) {
            return new HttpPagedCall<>(exchange, call.request(), converter);
        }
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
