package io.github.ascjava.testing.internal.server;

import io.github.ascjava.testing.internal.http.ApiRequest;
import java.util.List;
import java.util.Set;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import org.jspecify.annotations.Nullable;

/**
 * What every request to the API has to pass, whatever it asks for: the length of its URL, its token, the budget, what its key
 * may do at all, and the form of its body.
 */
public final class RequestPreconditions {

    /** The service answers longer ones with 500. */
    private static final int LONGEST_URL = 4096;

    /** Provisioning, Sales and Finance. */
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

    private final AcceptedKey key;
    private final TokenCheck tokens;
    private final RequestBudget budget;

    /** Makes a gate for the holder of one key. */
    public RequestPreconditions(AcceptedKey key, TokenCheck tokens, RequestBudget budget) {
        this.key = key;
        this.tokens = tokens;
        this.budget = budget;
    }

    /** Tells whether a URL belongs to the API; others are those of uploads and downloads, which have no tokens. */
    static boolean isApi(HttpUrl url) {
        return url.pathSegments().get(0).matches("v\\d+");
    }

    /**
     * Lets a request pass.
     *
     * @throws ApiErrorException if it may not pass
     */
    void check(ApiRequest request) {
        if (request.url().toString().length() > LONGEST_URL) {
            throw Errors.unexpected();
        }
        tokens.check(request);
        if (!budget.take()) {
            throw Errors.rateLimitExceeded();
        }
        List<String> path = request.url().pathSegments();
        if (key.isIndividual() && path.size() > 1 && NOT_FOR_INDIVIDUALS.contains(path.get(1))) {
            throw Errors.keyNotAllowed();
        }
        if (request.body().size() > 0 && !isJson(request.headers().get("Content-Type"))) {
            throw Errors.unsupportedMediaType();
        }
    }

    private static boolean isJson(@Nullable String contentType) {
        MediaType type = contentType == null ? null : MediaType.parse(contentType);
        return type != null
                && type.type().equals("application")
                && type.subtype().equals("json");
    }
}
