package io.github.ascjava.testing.internal.server;

import io.github.ascjava.testing.internal.http.ApiErrorException;
import io.github.ascjava.testing.internal.http.ApiRequest;
import io.github.ascjava.testing.internal.http.Errors;
import java.util.List;
import java.util.Map;
import java.util.Set;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import org.jspecify.annotations.Nullable;

/**
 * Checks that every request to the API must pass: URL length, token, rate limit, state of the team, restrictions of the
 * key, and content type. Thread-safe.
 */
public final class RequestPreconditions {

    /** The service responds to longer ones with 500 (docs/live-service.md#long-urls-get-500). */
    private static final int LONGEST_URL = 4096;

    /** Provisioning, Sales and Finance (docs/live-service.md#individual-keys-are-limited). */
    private static final Set<String> NOT_FOR_INDIVIDUALS = Set.of(
            "bundleIds",
            "bundleIdCapabilities",
            "certificates",
            "devices",
            "profiles",
            "merchantIds",
            "passTypeIds",
            "salesReports",
            "financeReports");

    /** The roles beside Admin that may use a resource, where they are known (docs/live-service.md#roles-limit-keys). */
    private static final Map<String, Set<String>> ROLES = Map.of(
            "reviewSubmissions", Set.of("APP_MANAGER"),
            "reviewSubmissionItems", Set.of("APP_MANAGER"),
            "webhooks", Set.of("APP_MANAGER"),
            "webhookDeliveries", Set.of("APP_MANAGER"),
            "webhookPings", Set.of("APP_MANAGER"),
            "users", Set.of(),
            "userInvitations", Set.of(),
            "salesReports", Set.of("FINANCE", "SALES"),
            "financeReports", Set.of("FINANCE"));

    /** The most bytes that a body may have; parts of uploads have five megabytes. */
    public static final int MOST_BODY_BYTES = 8 * 1024 * 1024;

    /** The most bytes of an object or a part that goes to S3. */
    static final int MOST_OBJECT_BYTES = 64 * 1024 * 1024;

    private final AcceptedKey key;
    private final TokenCheck tokens;
    private final RequestBudget budget;
    private volatile @Nullable ApiErrorException denial;

    /** Creates the checks for one key. */
    public RequestPreconditions(AcceptedKey key, TokenCheck tokens, RequestBudget budget) {
        this.key = key;
        this.tokens = tokens;
        this.budget = budget;
    }

    /** Rejects every request with this error, or none any longer if it is null. */
    public void deny(@Nullable ApiErrorException error) {
        denial = error;
    }

    /** Returns whether a URL belongs to the API; uploads and downloads have other URLs and need no token. */
    static boolean isApi(HttpUrl url) {
        return url.pathSegments().get(0).matches("v\\d+");
    }

    /**
     * Checks a request.
     *
     * @throws ApiErrorException if it is rejected
     */
    void check(ApiRequest request) {
        if (request.url().toString().length() > LONGEST_URL) {
            throw Errors.refusal("unexpected");
        }
        tokens.check(request);
        if (!budget.take()) {
            throw Errors.refusal("rate-limit");
        }
        ApiErrorException denied = denial;
        if (denied != null) {
            throw denied;
        }
        List<String> path = request.url().pathSegments();
        if (ROLES.entrySet().stream().anyMatch(rule -> path.contains(rule.getKey()) && !key.hasRole(rule.getValue()))) {
            throw Errors.refusal("key-not-allowed");
        }
        if (key.isIndividual() && path.size() > 1 && NOT_FOR_INDIVIDUALS.contains(path.get(1))) {
            throw Errors.refusal("key-not-allowed");
        }
        if (request.body().size() > 0 && !isJson(request.headers().get("Content-Type"))) {
            throw Errors.refusal("media-type");
        }
    }

    /**
     * Checks a request to the Notary API, which has errors of its own and asks for no content type.
     *
     * @throws ApiErrorException if it is rejected
     */
    void checkNotary(ApiRequest request) {
        tokens.check(request);
        if (!budget.take()) {
            throw Errors.refusal("notary.rate-limit");
        }
        ApiErrorException denied = denial;
        if (denied != null) {
            throw denied;
        }
        if (key.isIndividual()) {
            throw Errors.refusal("key-not-allowed");
        }
    }

    /**
     * Checks what every request must pass after its token was checked: a body is not kept beyond a limit.
     *
     * @throws ApiErrorException if it is rejected
     */
    static void checkSize(ApiRequest request) {
        boolean isObject = request.url().pathSegments().get(0).equals("s3");
        if (request.body().size() > (isObject ? MOST_OBJECT_BYTES : MOST_BODY_BYTES)) {
            throw Errors.refusal("body-too-large");
        }
    }

    private static boolean isJson(@Nullable String contentType) {
        MediaType type = contentType == null ? null : MediaType.parse(contentType);
        return type != null
                && type.type().equals("application")
                && type.subtype().equals("json");
    }
}
