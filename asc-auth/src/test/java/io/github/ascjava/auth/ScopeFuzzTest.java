package io.github.ascjava.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Whatever the base URL and the URL of a request, the token goes to this machine or over https, and to nothing that a server
 * could take for a path outside of the base path.
 */
class ScopeFuzzTest {

    /** The input has the base URL in its first line and, in the second, a URL or reference as in {@code Location}. */
    @FuzzTest
    void urls(byte[] bytes) {
        String[] lines = new String(bytes, StandardCharsets.UTF_8).split("\n", 2);
        HttpUrl base = HttpUrl.parse(lines[0]);
        TrustedOrigins origins = base == null ? null : origins(base);
        HttpUrl url = base == null || lines.length == 1 ? null : base.resolve(lines[1]);
        if (base == null || origins == null || url == null) {
            return;
        }
        assertThat(base.isHttps() || isThisMachine(base.host())).as("%s", base).isTrue();
        List<String> path = FuzzCost.bounded(bytes.length, () -> origins.pathWithin(url));
        String within = url.encodedPath();
        if (path == null) {
            boolean isPlain = !within.contains("..") && !within.contains("%");
            assertThat(isPlain && url.toString().startsWith(origin(base) + base.encodedPath()))
                    .as("%s below %s", url, base)
                    .isFalse();
            return;
        }
        assertThat(origin(url)).isEqualTo(origin(base));
        assertThat(within).startsWith(base.encodedPath());
        List<String> root = served(base);
        assertThat(served(url).stream().limit(root.size()))
                .as("what a server makes of %s", url)
                .containsExactlyElementsOf(root);
    }

    private static @Nullable TrustedOrigins origins(HttpUrl base) {
        try {
            return TrustedOrigins.of(base);
        } catch (IllegalArgumentException e) {
            assertThat(e.getMessage()).startsWith("The base URL ");
            return null;
        }
    }

    private static String origin(HttpUrl url) {
        return url.scheme() + "://" + (url.host().contains(":") ? "[" + url.host() + "]" : url.host()) + ":"
                + url.port();
    }

    /** By arithmetic, in place of the pattern of the code. */
    private static boolean isThisMachine(String host) {
        if (host.equals("localhost") || host.equals("::1")) {
            return true;
        }
        String[] parts = host.split("\\.", -1);
        return parts.length == 4
                && parts[0].equals("127")
                && Arrays.stream(parts).allMatch(part -> {
                    try {
                        int number = Integer.parseInt(part);
                        return number >= 0 && number <= 255 && part.equals(Integer.toString(number));
                    } catch (NumberFormatException e) {
                        return false;
                    }
                });
    }

    /** The path as a server reads it that decodes it first, takes backslashes for slashes, and drops parameters. */
    private static List<String> served(HttpUrl url) {
        String decoded = URLDecoder.decode(
                        url.encodedPath().replace("+", "%2B").replaceAll("%(?![0-9a-fA-F]{2})", "%25"),
                        StandardCharsets.UTF_8)
                .replace('\\', '/');
        Deque<String> segments = new ArrayDeque<>();
        for (String segment : decoded.split("/", -1)) {
            String name = segment.split(";", 2)[0];
            if (name.equals("..")) {
                segments.pollLast();
            } else if (!name.isEmpty() && !name.equals(".")) {
                segments.add(name);
            }
        }
        return List.copyOf(segments);
    }
}
