package io.github.ascjava.client.http;

import io.github.ascjava.client.CallAttempt;
import java.lang.annotation.Annotation;
import java.time.Instant;
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

    /** Returns method and path template. */
    static String of(Request request) {
        return request.method() + " " + pathTemplate(request);
    }

    static CallAttempt attempt(Request request, int number, Instant startedAt) {
        Invocation invocation = request.tag(Invocation.class);
        String name = invocation == null
                ? null
                : invocation.service().getSimpleName() + "."
                        + invocation.method().getName();
        return new CallAttempt(name, request.method(), pathTemplate(request), number, startedAt);
    }

    private static String pathTemplate(Request request) {
        Invocation invocation = request.tag(Invocation.class);
        String template = invocation == null
                ? null
                : Arrays.stream(invocation.method().getAnnotations())
                        .map(Operation::template)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
        String path = template == null || template.isEmpty() ? request.url().encodedPath() : template;
        return path.startsWith("/") ? path : "/" + path;
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
