package io.github.ascjava.client.internal;

import io.github.ascjava.client.call.CallAttempt;
import io.github.ascjava.client.call.CallStart;
import java.lang.annotation.Annotation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;
import retrofit2.Invocation;
import retrofit2.http.DELETE;
import retrofit2.http.GET;
import retrofit2.http.HEAD;
import retrofit2.http.HTTP;
import retrofit2.http.OPTIONS;
import retrofit2.http.PATCH;
import retrofit2.http.POST;
import retrofit2.http.PUT;

/** Names operations in messages by method and path template, so that messages of the same operation look the same. */
final class Operation {

    private static final Pattern VERSION = Pattern.compile("v\\d+");
    /** The query or fragment after the path template in an annotation. */
    private static final Pattern QUERY = Pattern.compile("[?#].*");

    private Operation() {}

    /** Returns method and path template. */
    static String of(Request request) {
        return request.method() + " " + pathTemplate(request);
    }

    static CallStart start(Request request) {
        return new CallStart(name(request), request.method(), pathTemplate(request));
    }

    static CallAttempt attempt(Request request, int number, Instant startedAt) {
        return new CallAttempt(name(request), request.method(), pathTemplate(request), number, startedAt);
    }

    private static @Nullable String name(Request request) {
        Invocation invocation = request.tag(Invocation.class);
        return invocation == null
                ? null
                : invocation.service().getSimpleName() + "."
                        + invocation.method().getName();
    }

    /** Returns the segments of the path template, or an empty list if the request has none. */
    static List<String> templateSegments(Request request) {
        String template = template(request);
        return template == null ? List.of() : List.of(template.substring(1).split("/", -1));
    }

    private static String pathTemplate(Request request) {
        String template = template(request);
        return template == null ? withoutId(request.url()) : template;
    }

    /** All of Apple's paths are version, resource, id and what belongs to the resource. */
    private static String withoutId(HttpUrl url) {
        List<String> segments = new ArrayList<>(url.encodedPathSegments());
        for (int i = 0; i + 2 < segments.size(); i++) {
            if (VERSION.matcher(segments.get(i)).matches()) {
                segments.set(i + 2, "{id}");
                break;
            }
        }
        return "/" + String.join("/", segments);
    }

    private static @Nullable String template(Request request) {
        Invocation invocation = request.tag(Invocation.class);
        String value = invocation == null
                ? null
                : Arrays.stream(invocation.method().getAnnotations())
                        .map(Operation::path)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
        if (value == null || value.isEmpty() || value.contains("://")) {
            return null;
        }
        String path = QUERY.matcher(value).replaceFirst("");
        return path.startsWith("/") ? path : "/" + path;
    }

    private static @Nullable String path(Annotation annotation) {
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
        } else if (annotation instanceof PUT put) {
            return put.value();
        } else if (annotation instanceof HEAD head) {
            return head.value();
        } else if (annotation instanceof OPTIONS options) {
            return options.value();
        }
        return null;
    }
}
