package io.github.ascjava.testing.internal.engine;

import io.github.ascjava.testing.internal.catalog.Catalog;
import io.github.ascjava.testing.internal.catalog.OperationShape;
import io.github.ascjava.testing.internal.catalog.ResourceShape;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** Knows the paths of resources and of their relationships. */
final class Links {

    private static final String ID = "/{id}";

    private final Map<String, String> collections = new HashMap<>();
    private final Set<String> readable = new HashSet<>();

    Links(Catalog catalog) {
        for (OperationShape operation : catalog.operations()) {
            if (operation.method().equals("GET")) {
                readable.add(operation.path());
            }
            String path = operation.path();
            String collection = path.endsWith(ID) ? path.substring(0, path.length() - ID.length()) : path;
            switch (operation.action()) {
                // The version in the path is that of the resource returned there.
                case GET_INSTANCE -> collections.put(operation.answer().schema(), collection);
                case GET_COLLECTION, CREATE_INSTANCE ->
                    collections.putIfAbsent(operation.answer().schema(), collection);
                default -> {}
            }
        }
    }

    /** Returns the absolute URL of a resource. */
    String self(HttpUrl request, StoredResource resource, ResourceShape shape) {
        String path = collections.getOrDefault(shape.schema(), "/v1/" + resource.type());
        boolean isDefault = request.port() == HttpUrl.defaultPort(request.scheme());
        String root = request.scheme() + "://" + request.host() + (isDefault ? "" : ":" + request.port());
        return root + path + "/" + encoded(resource.id());
    }

    /** Returns the URL of a path below a resource, or null if no operation reads it. */
    @Nullable
    String below(String self, ResourceShape shape, String path) {
        return readable.contains(collections.get(shape.schema()) + ID + path) ? self + path : null;
    }

    private static String encoded(String id) {
        for (int i = 0; i < id.length(); i++) {
            char each = id.charAt(i);
            boolean plain = (each >= '0' && each <= '9')
                    || (each >= 'A' && each <= 'Z')
                    || (each >= 'a' && each <= 'z')
                    || "-_.~".indexOf(each) >= 0;
            if (!plain) {
                return new HttpUrl.Builder()
                        .scheme("http")
                        .host("localhost")
                        .addPathSegment(id)
                        .build()
                        .encodedPath()
                        .substring(1);
            }
        }
        return id;
    }
}
