package io.github.ascjava.client.http;

import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.Objects;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;
import retrofit2.Invocation;
import retrofit2.http.DELETE;
import retrofit2.http.GET;
import retrofit2.http.HTTP;
import retrofit2.http.PATCH;
import retrofit2.http.POST;

/** Names operations in messages by method and path template, so that messages of the same operation look the same. */
final class Operation {

    private Operation() {}

    static String of(Request request) {
        Invocation invocation = request.tag(Invocation.class);
        String template = invocation == null
                ? null
                : Arrays.stream(invocation.method().getAnnotations())
                        .map(Operation::template)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
        String path = template == null || template.isEmpty() ? request.url().encodedPath() : template;
        return request.method() + " " + (path.startsWith("/") ? path : "/" + path);
    }

    private static @Nullable String template(Annotation annotation) {
        if (annotation instanceof GET get) {
            return get.value();
        } else if (annotation instanceof POST post) {
            return post.value();
        } else if (annotation instanceof PATCH patch) {
            return patch.value();
        } else if (annotation instanceof DELETE delete) {
            return delete.value();
        } else if (annotation instanceof HTTP http) {
            return http.path();
        }
        return null;
    }
}
