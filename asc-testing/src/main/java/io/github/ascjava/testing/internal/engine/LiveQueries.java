package io.github.ascjava.testing.internal.engine;

import io.github.ascjava.testing.internal.catalog.OperationShape;
import io.github.ascjava.testing.internal.http.ErrorObject;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;

/** Refuses queries that the document allows and the live service does not take. */
final class LiveQueries {

    /** E3; the filter is called differently in each. */
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
        if (path.equals("/v1/passTypeIds/{id}/certificates") && world.has(Deviation.E2)) {
            checkPassTypeIds(query, errors);
        } else if (LIMITED_METRICS.contains(path) && world.has(Deviation.E3)) {
            if (query.limit() != null && query.parameters().isEmpty()) {
                errors.add(Errors.illegalParameter("limit"));
            }
        } else if (path.equals("/v1/buildBetaDetails") && world.has(Deviation.E4)) {
            if (query.values("filter[build]").isEmpty()
                    && query.values("filter[id]").isEmpty()) {
                errors.add(Errors.requiredParameter("filter[build]"));
            }
        } else if (path.equals("/v1/apps/{id}/searchKeywords") && world.has(Deviation.E5)) {
            if (query.values("filter[locale]").isEmpty()) {
                errors.add(Errors.requiredParameter("filter[locale]"));
            }
        } else if (path.equals("/v1/betaTesters") && world.has(Deviation.E11)) {
            TESTERS_BY.stream()
                    .filter(name -> !query.values(name).isEmpty())
                    .skip(1)
                    .forEach(name -> errors.add(Errors.illegalParameter(name)));
        } else if (path.equals("/v1/certificates") && world.has(Deviation.DEVELOPER_ID_G2)) {
            String refused = "DEVELOPER_ID_APPLICATION_G2";
            if (query.values("filter[certificateType]").contains(refused)) {
                errors.add(Errors.invalidParameter(
                        "filter[certificateType]", "'" + refused + "' is not a valid filter value"));
            }
        } else if (path.equals("/v1/webhooks/{id}/deliveries") && world.has(Deviation.DELIVERIES)) {
            checkDeliveries(query, errors);
        }
    }

    private static void checkPassTypeIds(Selection query, List<ErrorObject> errors) {
        if (query.includes().contains("passTypeId")) {
            errors.add(Errors.invalidParameter("include", "'passTypeId' is not a valid relationship name"));
        }
        if (query.fields().containsKey("passTypeIds")) {
            errors.add(Errors.illegalParameter("fields[passTypeIds]"));
        }
    }

    private void checkDeliveries(Selection query, List<ErrorObject> errors) {
        if (!query.values(DELIVERY_STATE).isEmpty()) {
            errors.add(Errors.illegalParameter(DELIVERY_STATE));
        }
        if (query.values(SINCE).isEmpty()) {
            errors.add(Errors.requiredParameter(SINCE));
            return;
        }
        OffsetDateTime since = Values.dateTime(query.values(SINCE).get(0));
        OffsetDateTime earliest = world.clock().instant().minus(DELIVERIES_KEPT).atOffset(ZoneOffset.UTC);
        if (since == null || since.isBefore(earliest)) {
            errors.add(Errors.invalidParameter(
                    SINCE, "'" + query.values(SINCE).get(0) + "' is not a date of the last 10 days"));
        }
    }
}
