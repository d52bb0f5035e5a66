package io.github.ascjava.client.http;

import io.github.ascjava.client.ApiCall;
import io.github.ascjava.client.PagedCall;
import io.github.ascjava.client.jsonapi.Page;
import java.lang.annotation.Annotation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.function.Function;
import okhttp3.Request;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.CallAdapter;
import retrofit2.Converter;
import retrofit2.Retrofit;

/** Makes the adapters of single interface methods. */
final class CallAdapters {

    private CallAdapters() {}

    static CallAdapter<Object, ApiCall<?>> ofCall(
            Exchange exchange, Type answer, Annotation[] annotations, Retrofit retrofit) {
        Converter<ResponseBody, Object> converter = retrofit.responseBodyConverter(answer, annotations);
        CallOptions options = exchange.settings().options();
        return adapter(answer, request -> new HttpApiCall<>(exchange, request, Reading.of(converter), options));
    }

    static CallAdapter<Page<Object>, PagedCall<?>> ofPages(
            Exchange exchange, Type element, Annotation[] annotations, Retrofit retrofit) {
        Type answer = new PageType(element);
        Converter<ResponseBody, Page<Object>> converter = retrofit.responseBodyConverter(answer, annotations);
        CallOptions options = exchange.settings().options();
        return adapter(
                answer,
                request -> new HttpPagedCall<>(exchange, request, PageReading.first(converter), options, false));
    }

    private static <R, T> CallAdapter<R, T> adapter(Type answer, Function<Request, T> adapting) {
        return new CallAdapter<>() {
            @Override
            public Type responseType() {
                return answer;
            }

            @Override
            public T adapt(Call<R> call) {
                return adapting.apply(Requests.prepared(call.request()));
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
