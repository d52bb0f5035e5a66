package io.github.ascjava.testing.internal.server;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a token's scope: a GET request that the token allows.
 *
 * <p>Apple's example has raw brackets, but most requests percent-encode them. Both are decoded before they are
 * compared; that the live service does so is an assumption.
 */
final class Scope {

    private static final String METHOD = "GET ";
    private static final Set<String> NOT_COMPARED = Set.of("limit", "cursor", "sort");

    /** Xcode Cloud, except artifacts, and source code management. */
    private static final Set<String> LONG_LIVED = Set.of(
            "ciBuildActions",
            "ciBuildRuns",
            "ciIssues",
            "ciMacOsVersions",
            "ciProducts",
            "ciTestResults",
            "ciWorkflows",
            "ciXcodeVersions",
            "scmGitReferences",
            "scmProviders",
            "scmPullRequests",
            "scmRepositories");
    /** Relationships from these resources to other ones. */
    private static final Set<String> ELSEWHERE = Set.of("app", "artifacts", "builds");
    /** Power and Performance Metrics and Logs. */
    private static final Set<String> METRICS = Set.of("perfPowerMetrics", "diagnosticSignatures", "logs");

    /** Null if the entry allows nothing. */
    private final @Nullable List<String> path;

    private final List<String> query;

    private Scope(@Nullable HttpUrl url) {
        this.path = url == null ? null : url.pathSegments();
        this.query = url == null ? List.of() : query(url);
    }

    /** Parses an entry; an entry for another method allows nothing, because Apple's documentation mentions only GET. */
    static Scope parse(String entry) {
        HttpUrl url = entry.startsWith(METHOD + "/")
                ? HttpUrl.parse("http://scope" + entry.substring(METHOD.length()))
                : null;
        return new Scope(url);
    }

    boolean allows(String method, HttpUrl url) {
        return path != null
                && method.equals("GET")
                && url.pathSegments().equals(path)
                && query(url).equals(query);
    }

    /** Returns whether a token with only such entries may be valid for up to six months. */
    boolean allowsLongLife() {
        if (path == null) {
            return false;
        }
        String last = path.get(path.size() - 1);
        return METRICS.contains(last)
                || (path.size() > 1 && LONG_LIVED.contains(path.get(1)) && !ELSEWHERE.contains(last));
    }

    private static List<String> query(HttpUrl url) {
        return IntStream.range(0, url.querySize())
                .filter(i -> !NOT_COMPARED.contains(url.queryParameterName(i)))
                .mapToObj(i -> url.queryParameterName(i) + "=" + url.queryParameterValue(i))
                .sorted()
                .toList();
    }
}
