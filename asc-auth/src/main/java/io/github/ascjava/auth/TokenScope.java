package io.github.ascjava.auth;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a token's {@code scope} claim: a GET request that the token authorizes.
 *
 * <p>Apple rejects a request with a scoped token that matches no entry. The order of query parameters does not matter, and
 * {@code limit}, {@code cursor} and {@code sort} are ignored, so one entry covers all pages of a list.
 *
 * @see <a href="https://developer.apple.com/documentation/appstoreconnectapi/generating-tokens-for-api-requests">
 *     Generating Tokens for API Requests</a>
 * @since 0.1.0
 */
public final class TokenScope {

    private static final Pattern PATH_AND_QUERY = Pattern.compile("/v\\d+(/[^/?#\\s]+)+(\\?[^#\\s]+)?");

    /** Apple names resources; these are their paths: Xcode Cloud without artifacts, and source code management. */
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
    /** Relationships of those resources to resources outside Apple's list. */
    private static final Set<String> NOT_LONG_LIVED = Set.of("app", "artifacts", "builds");

    private final String pathAndQuery;

    private TokenScope(String pathAndQuery) {
        this.pathAndQuery = pathAndQuery;
    }

    /**
     * Allows GET requests of a path.
     *
     * @param pathAndQuery path with version, and optionally a query with plain brackets, such as
     *     {@code /v1/apps?filter[platform]=IOS}
     * @throws IllegalArgumentException if this is not such a path
     */
    public static TokenScope get(String pathAndQuery) {
        if (!PATH_AND_QUERY.matcher(pathAndQuery).matches()) {
            throw new IllegalArgumentException("A scope is a path with an optional query, such as"
                    + " /v1/apps?filter[platform]=IOS, without host, blanks or fragment, but was '" + pathAndQuery
                    + "'.");
        }
        return new TokenScope(pathAndQuery);
    }

    /**
     * Returns whether Apple's list of resources allows this entry in a token that lives longer than 20 minutes.
     *
     * <p>Apple lists resources, not paths; for a path from a listed resource to one that is not listed, this returns false.
     */
    boolean allowsLongLife() {
        String path = pathAndQuery.replaceFirst("\\?.*", "");
        List<String> segments = List.of(path.substring(1).split("/"));
        String resource = segments.get(1);
        String last = segments.get(segments.size() - 1);
        return switch (resource) {
            case "apps" -> segments.size() == 4 && last.equals("perfPowerMetrics");
            case "builds" ->
                segments.size() == 4
                        && Set.of("perfPowerMetrics", "diagnosticSignatures").contains(last);
            case "diagnosticSignatures" -> segments.size() == 4 && last.equals("logs");
            default -> LONG_LIVED.contains(resource) && !NOT_LONG_LIVED.contains(last);
        };
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TokenScope scope && scope.pathAndQuery.equals(pathAndQuery);
    }

    @Override
    public int hashCode() {
        return pathAndQuery.hashCode();
    }

    /** Returns the entry as written in the claim, such as {@code GET /v1/apps?filter[platform]=IOS}. */
    @Override
    public String toString() {
        return "GET " + pathAndQuery;
    }
}
