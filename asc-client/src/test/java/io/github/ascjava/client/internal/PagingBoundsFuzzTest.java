package io.github.ascjava.client.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.ascjava.client.FuzzCost;
import io.github.ascjava.client.error.InvalidResponseException;
import io.github.ascjava.client.jsonapi.Page;
import io.github.ascjava.client.jsonapi.Resources;
import io.github.ascjava.client.model.apps.App;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import okhttp3.HttpUrl;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/** Whatever links to next pages follow each other, an iteration ends exactly where a bound is reached. */
class PagingBoundsFuzzTest {

    private static final HttpUrl LIST = HttpUrl.get("https://api.appstoreconnect.apple.com/v1/apps?limit=1");
    private static final Page<App> EMPTY = page("");
    private static final Page<App> FULL = page("{\"type\": \"apps\", \"id\": \"1\"}");
    private static final int MAX_PAGES = 8;
    private static final int MOST_EMPTY_PAGES = 5;

    /** Each line of the input is a link, on a page without elements if it begins with an exclamation mark. */
    @FuzzTest
    void links(byte[] bytes) {
        String[] lines = new String(bytes, StandardCharsets.UTF_8).split("\n", -1);
        PagingBounds bounds = new PagingBounds(MAX_PAGES);
        Set<Location> seen = new HashSet<>();
        HttpUrl url = LIST;
        int empty = 0;
        for (int i = 0; i < lines.length; i++) {
            boolean isEmpty = lines[i].startsWith("!");
            Page<App> page = isEmpty ? EMPTY : FULL;
            empty = isEmpty ? empty + 1 : 0;
            HttpUrl next = url.resolve(isEmpty ? lines[i].substring(1) : lines[i]);
            if (next == null) {
                return;
            }
            Request here = new Request.Builder().url(url).build();
            Request following = new Request.Builder().url(next).build();
            seen.add(Location.of(url));
            String end = FuzzCost.bounded(bytes.length, () -> {
                bounds.add(here, page);
                return end(bounds, following, page);
            });
            boolean isEnd = seen.contains(Location.of(next)) || empty >= MOST_EMPTY_PAGES || i + 1 >= MAX_PAGES;
            assertThat(end != null).as("%s after %s: %s", next, seen, end).isEqualTo(isEnd);
            if (isEnd) {
                return;
            }
            url = next;
        }
    }

    private static @Nullable String end(PagingBounds bounds, Request next, Page<?> last) {
        try {
            bounds.requireMore(next, last);
            return null;
        } catch (InvalidResponseException e) {
            return e.getMessage();
        }
    }

    private static Page<App> page(String data) {
        return Resources.readPage(App.class, "{\"data\": [" + data + "]}");
    }

    /** What a server receives of a URL, with its query as a set. */
    private record Location(String start, Set<Parameter> query) {

        static Location of(HttpUrl url) {
            Set<Parameter> query = new HashSet<>();
            for (int i = 0; i < url.querySize(); i++) {
                query.add(new Parameter(url.queryParameterName(i), url.queryParameterValue(i)));
            }
            String start = url.scheme() + " " + url.username() + " " + url.password() + " " + url.host() + " "
                    + url.port() + " " + url.encodedPath();
            return new Location(start, query);
        }
    }

    private record Parameter(String name, @Nullable String value) {}
}
