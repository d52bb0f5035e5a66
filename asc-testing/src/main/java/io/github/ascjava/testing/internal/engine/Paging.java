package io.github.ascjava.testing.internal.engine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.ascjava.testing.internal.catalog.OperationShape;
import io.github.ascjava.testing.internal.http.ApiErrorException;
import io.github.ascjava.testing.internal.http.Errors;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list, and the cursor of the next one.
 *
 * <p>A cursor contains the number of preceding resources and the last of them, so the next page still begins after that
 * resource when resources before it were added or deleted.
 */
record Paging(
        HttpUrl request,
        int total,
        int limit,
        List<StoredResource> page,
        @Nullable String next) {

    /** Observed, not documented. */
    private static final int DEFAULT = 50;

    private static final String PREFIX = "Aw.";

    /**
     * Returns the requested page of a list.
     *
     * @param repeats whether a later page has the last resource of the page before in place of its own first one
     * @throws ApiErrorException 400 if the cursor is not one of the sandbox's
     */
    static Paging of(
            List<StoredResource> all, OperationShape operation, Selection selection, HttpUrl request, boolean repeats) {
        Integer most = operation.query().limit();
        Integer asked = selection.limit();
        int limit = asked != null ? asked : most == null ? all.size() : Math.min(DEFAULT, most);
        int from = selection.cursor() == null ? 0 : begin(all, selection.cursor());
        int to = Math.min(all.size(), from + limit);
        List<StoredResource> page = new ArrayList<>(all.subList(from, to));
        if (repeats && from > 0 && !page.isEmpty()) {
            page.set(0, all.get(from - 1));
        }
        boolean isLast = to == all.size() || page.isEmpty();
        return new Paging(request, all.size(), limit, page, isLast ? null : cursor(to, all.get(to - 1)));
    }

    boolean isFirst() {
        return request.queryParameter("cursor") == null;
    }

    void writeLinks(ObjectNode document) {
        ObjectNode links = document.putObject("links");
        links.put("self", url(request.queryParameter("cursor")));
        if (!isFirst() || next != null) {
            links.put("first", url(null));
        }
        if (next != null) {
            links.put("next", url(next));
        }
    }

    void writeMeta(ObjectNode document, boolean withTotal) {
        ObjectNode paging = document.putObject("meta").putObject("paging");
        if (withTotal) {
            paging.put("total", total);
        }
        paging.put("limit", limit);
        if (next != null) {
            paging.put("nextCursor", next);
        }
    }

    /** The same query, with maximal percent-encoding. */
    private String url(@Nullable String cursor) {
        return url(request, cursor);
    }

    static String url(HttpUrl request, @Nullable String cursor) {
        HttpUrl.Builder url = request.newBuilder().query(null);
        if (cursor != null) {
            url.addQueryParameter("cursor", cursor);
        }
        for (int i = 0; i < request.querySize(); i++) {
            String name = request.queryParameterName(i);
            if (!name.equals("cursor")) {
                url.addQueryParameter(name, request.queryParameterValue(i));
            }
        }
        return url.build().toString();
    }

    private static String cursor(int position, StoredResource last) {
        byte[] bytes = (position + ":" + last.id()).getBytes(StandardCharsets.UTF_8);
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static int begin(List<StoredResource> all, String cursor) {
        try {
            if (cursor.startsWith(PREFIX)) {
                byte[] bytes = Base64.getUrlDecoder().decode(cursor.substring(PREFIX.length()));
                String[] parts = new String(bytes, StandardCharsets.UTF_8).split(":", 2);
                int position = Integer.parseInt(parts[0]);
                for (int i = 0; i < all.size(); i++) {
                    if (all.get(i).id().equals(parts[1])) {
                        return i + 1;
                    }
                }
                return Math.max(0, Math.min(position, all.size()));
            }
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            // The error is thrown below.
        }
        throw Errors.refusal("cursor-invalid", cursor);
    }
}
