package io.github.ascjava.client.conformance;

import io.github.ascjava.client.AppStoreConnect;
import io.github.ascjava.client.call.PagedCall;
import io.github.ascjava.client.jsonapi.Page;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import retrofit2.http.Body;
import retrofit2.http.DELETE;
import retrofit2.http.GET;
import retrofit2.http.HTTP;
import retrofit2.http.Headers;
import retrofit2.http.PATCH;
import retrofit2.http.POST;
import retrofit2.http.QueryMap;

/** One method that Retrofit implements. */
record ApiMethod(Class<?> api, Method method, String verb, String path) {

    /** The interfaces that {@link AppStoreConnect} gives access to, by the name of the accessor. */
    static Map<String, Method> accessors() {
        return Arrays.stream(AppStoreConnect.class.getMethods())
                .filter(method -> method.getParameterCount() == 0
                        && method.getReturnType().isInterface()
                        && method.getReturnType().getSimpleName().endsWith("Api"))
                .collect(Collectors.toMap(Method::getName, method -> method, (a, b) -> a, TreeMap::new));
    }

    static List<ApiMethod> all() {
        return accessors().values().stream()
                .map(Method::getReturnType)
                .flatMap(ApiMethod::of)
                .toList();
    }

    static Map<String, List<ApiMethod>> byOperation() {
        return all().stream().collect(Collectors.groupingBy(ApiMethod::operation, TreeMap::new, Collectors.toList()));
    }

    private static Stream<ApiMethod> of(Class<?> api) {
        return Arrays.stream(api.getMethods())
                .filter(method -> Modifier.isAbstract(method.getModifiers()))
                .sorted(Comparator.comparing(Method::getName))
                .map(method -> of(api, method));
    }

    private static ApiMethod of(Class<?> api, Method method) {
        GET get = method.getAnnotation(GET.class);
        POST post = method.getAnnotation(POST.class);
        PATCH patch = method.getAnnotation(PATCH.class);
        DELETE delete = method.getAnnotation(DELETE.class);
        HTTP http = method.getAnnotation(HTTP.class);
        if (get != null) {
            return new ApiMethod(api, method, "GET", "/" + get.value());
        } else if (post != null) {
            return new ApiMethod(api, method, "POST", "/" + post.value());
        } else if (patch != null) {
            return new ApiMethod(api, method, "PATCH", "/" + patch.value());
        } else if (delete != null) {
            return new ApiMethod(api, method, "DELETE", "/" + delete.value());
        } else if (http != null) {
            return new ApiMethod(api, method, http.method(), "/" + http.path());
        }
        throw new AssertionError(method + " has no verb.");
    }

    String operation() {
        return verb + " " + path;
    }

    /** The overloads that end in this method. */
    List<Method> shortForms() {
        return Arrays.stream(api.getMethods())
                .filter(each -> each.isDefault() && each.getName().equals(method.getName()))
                .toList();
    }

    /** The {@code Accept} header that the method sets, or null for the client's default. */
    @Nullable
    String accept() {
        Headers headers = method.getAnnotation(Headers.class);
        return headers == null
                ? null
                : Arrays.stream(headers.value())
                        .filter(header -> header.startsWith("Accept: "))
                        .map(header -> header.substring("Accept: ".length()))
                        .findFirst()
                        .orElse(null);
    }

    String contentType() {
        String accept = accept();
        return accept == null ? "application/json" : accept;
    }

    @Nullable
    Type queryType() {
        return Arrays.stream(method.getParameters())
                .filter(parameter -> parameter.isAnnotationPresent(QueryMap.class))
                .map(Parameter::getParameterizedType)
                .findFirst()
                .orElse(null);
    }

    @Nullable
    Type bodyType() {
        return Arrays.stream(method.getParameters())
                .filter(parameter -> parameter.isAnnotationPresent(Body.class))
                .map(Parameter::getParameterizedType)
                .findFirst()
                .orElse(null);
    }

    /** The type that a converter gets. */
    Type result() {
        ParameterizedType call = (ParameterizedType) method.getGenericReturnType();
        Type argument = call.getActualTypeArguments()[0];
        return call.getRawType() == PagedCall.class ? new Parameterized(Page.class, argument) : argument;
    }

    @Override
    public String toString() {
        return api.getSimpleName() + "." + method.getName();
    }

    /** A type with one argument, for which Java has no literal. */
    record Parameterized(Class<?> raw, Type argument) implements ParameterizedType {

        @Override
        public Type[] getActualTypeArguments() {
            return new Type[] {argument};
        }

        @Override
        public Type getRawType() {
            return raw;
        }

        @Override
        public @Nullable Type getOwnerType() {
            return null;
        }

        @Override
        public String getTypeName() {
            return raw.getSimpleName() + "<" + argument.getTypeName() + ">";
        }
    }
}
