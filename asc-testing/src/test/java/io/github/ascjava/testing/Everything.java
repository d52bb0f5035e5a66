package io.github.ascjava.testing;

import io.github.ascjava.testing.internal.catalog.OperationShape;
import io.github.ascjava.testing.internal.engine.StoredResource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import okhttp3.Request;
import okhttp3.Response;

/** Reads all that a sandbox shows: each operation that returns JSON, for some resources of its type. */
final class Everything {

    private static final int RESOURCES_OF_A_TYPE = 2;

    private final Sandbox sandbox;

    Everything(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    /** Returns status and body by path; URLs are without the port and the signature, which no two sandboxes share. */
    Map<String, String> read() {
        Map<String, String> answers = new TreeMap<>();
        for (OperationShape operation : sandbox.machinery().world.catalog().operations()) {
            if (isPlainRead(operation)) {
                paths(operation).forEach(path -> answers.put(path, get(path)));
            }
        }
        return answers;
    }

    private static boolean isPlainRead(OperationShape operation) {
        // The price points that an app can have are tens of thousands, and are computed.
        return operation.method().equals("GET")
                && !operation.path().matches(".*[pP]ricePoints")
                && operation.answer().contentType().equals("application/json")
                && operation.query().parameters().values().stream().noneMatch(each -> each.required());
    }

    private List<String> paths(OperationShape operation) {
        Integer limit = operation.query().limit();
        String query = limit == null ? "" : "?limit=" + limit;
        if (!operation.path().contains("{id}")) {
            return List.of(operation.path() + query);
        }
        List<String> paths = new ArrayList<>();
        for (StoredResource each : sandbox.machinery().world.store().all(operation.type())) {
            if (paths.size() < RESOURCES_OF_A_TYPE) {
                paths.add(operation.path().replace("{id}", each.id()) + query);
            }
        }
        return paths;
    }

    private String get(String path) {
        Request request =
                new Request.Builder().url(sandbox.baseUrl() + path.substring(1)).build();
        try (Response response = sandbox.client().httpClient().newCall(request).execute()) {
            return response.code() + " "
                    + response.body()
                            .string()
                            .replace(sandbox.baseUrl(), "/")
                            .replaceAll("\"id\":\"[0-9a-f-]+\",\"status\"", "\"status\"")
                            .replaceAll("Signature=\\w+", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
