package io.github.ascjava.testing.internal.engine;

import io.github.ascjava.testing.internal.catalog.OperationShape;
import io.github.ascjava.testing.internal.http.ErrorObject;
import io.github.ascjava.testing.internal.http.Errors;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;

/** Rejects queries that the document allows and the live service does not. */
final class LiveQueries {

    /** The metrics whose limit requires groups or a filter. */
    private static final Set<String> LIMITED_METRICS = Set.of(
            "/v1/apps/{id}/metrics/betaTesterUsages",
            "/v1/betaGroups/{id}/metrics/betaTesterUsages",
            "/v1/builds/{id}/metrics/betaBuildUsages");

    private static final List<String> TESTERS_BY = List.of("filter[apps]", "filter[betaGroups]", "filter[builds]");
    private static final String SINCE = "filter[createdDateGreaterThanOrEqualTo]";
    private static final String DELIVERY_STATE = "filter[deliveryState]";
    private static final Duration DELIVERIES_KEPT = Duration.ofDays(10);

    private final SandboxState world;

    LiveQueries(SandboxState world) {
        this.world = world;
    }

    void check(OperationShape operation, Selection query, List<ErrorObject> errors) {
        if (!operation.method().equals("GET")) {
            return;
        }
        String path = operation.path();
        if (path.equals("/v1/passTypeIds/{id}/certificates") && world.has(Deviation.PASS_TYPE_ID_IS_NOT_INCLUDED)) {
            checkPassTypeIds(query, errors);
        } else if (LIMITED_METRICS.contains(path) && world.has(Deviation.USAGE_METRICS_LIMIT_NEEDS_GROUPS)) {
            if (query.limit() != null && query.parameters().isEmpty()) {
                errors.add(Errors.error("parameter-illegal", "limit"));
            }
        } else if (path.equals("/v1/buildBetaDetails") && world.has(Deviation.BUILD_BETA_DETAILS_NEED_FILTER)) {
            if (query.values("filter[build]").isEmpty()
                    && query.values("filter[id]").isEmpty()) {
                errors.add(Errors.error("parameter-required", "filter[build]"));
            }
        } else if (path.equals("/v1/apps/{id}/searchKeywords") && world.has(Deviation.SEARCH_KEYWORDS_NEED_LOCALE)) {
            if (query.values("filter[locale]").isEmpty()) {
                errors.add(Errors.error("parameter-required", "filter[locale]"));
            }
        } else if (path.equals("/v1/betaTesters") && world.has(Deviation.BETA_TESTERS_TAKE_ONE_FILTER)) {
            TESTERS_BY.stream()
                    .filter(name -> !query.values(name).isEmpty())
                    .skip(1)
                    .forEach(name -> errors.add(Errors.error("parameter-illegal", name)));
        } else if (path.equals("/v1/certificates") && world.has(Deviation.DEVELOPER_ID_G2_IS_NO_FILTER)) {
            String refused = "DEVELOPER_ID_APPLICATION_G2";
            if (query.values("filter[certificateType]").contains(refused)) {
                errors.add(Errors.error("value-unknown", "filter[certificateType]", refused, "filter value"));
            }
        } else if (path.equals("/v1/webhooks/{id}/deliveries") && world.has(Deviation.DELIVERIES_NEED_RECENT_DATE)) {
            checkDeliveries(query, errors);
        }
    }

    private static void checkPassTypeIds(Selection query, List<ErrorObject> errors) {
        if (query.includes().contains("passTypeId")) {
            errors.add(Errors.error("value-unknown", "include", "passTypeId", "relationship name"));
        }
        if (query.fields().containsKey("passTypeIds")) {
            errors.add(Errors.error("parameter-illegal", "fields[passTypeIds]"));
        }
    }

    private void checkDeliveries(Selection query, List<ErrorObject> errors) {
        if (!query.values(DELIVERY_STATE).isEmpty()) {
            errors.add(Errors.error("parameter-illegal", DELIVERY_STATE));
        }
        if (query.values(SINCE).isEmpty()) {
            errors.add(Errors.error("parameter-required", SINCE));
            return;
        }
        OffsetDateTime since = Values.dateTime(query.values(SINCE).get(0));
        OffsetDateTime earliest = world.clock().instant().minus(DELIVERIES_KEPT).atOffset(ZoneOffset.UTC);
        if (since == null || since.isBefore(earliest)) {
            errors.add(Errors.error(
                    "webhookDeliveries.date", SINCE, query.values(SINCE).get(0)));
        }
    }
}
