package io.github.ascjava.testing.internal.behavior.reports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.ascjava.testing.internal.catalog.Action;
import io.github.ascjava.testing.internal.catalog.OperationShape;
import io.github.ascjava.testing.internal.engine.Deviation;
import io.github.ascjava.testing.internal.engine.ResourceHook;
import io.github.ascjava.testing.internal.engine.SandboxState;
import io.github.ascjava.testing.internal.engine.StoredResource;
import io.github.ascjava.testing.internal.http.ApiAnswer;
import io.github.ascjava.testing.internal.http.ApiRequest;
import java.util.Arrays;
import java.util.List;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** Hang rates, launch times and resource usage of an app's versions, in their own JSON format. */
final class PowerMetrics implements ResourceHook {

    private static final String CONTENT_TYPE = "application/vnd.apple.xcode-metrics+json";
    private static final String REFERENCES = "referenceVersions";
    private static final String BREAKDOWN = "percentageBreakdown";

    /** The growth of each value from one version to the next. */
    private static final double GROWTH = 0.05;

    @Override
    public @Nullable ApiAnswer answer(OperationShape operation, ApiRequest request, SandboxState world) {
        if (operation.action() == Action.GET_METRICS || !"perfPowerMetrics".equals(operation.relationship())) {
            return null;
        }
        StoredResource subject =
                world.store().get(operation.type(), request.url().pathSegments().get(2));
        List<String> versions = versions(subject, world);
        ObjectNode json = ReportFiles.json("power-metrics.json");
        ArrayNode categories = (ArrayNode) json.at("/productData/0/metricCategories");
        categories.removeIf(each -> versions.isEmpty() || isLeftOut(each.at("/identifier"), "metricType", request));
        for (JsonNode datasets : categories.findValues("datasets")) {
            ((ArrayNode) datasets)
                    .removeIf(each -> isLeftOut(each.at("/filterCriteria/device"), "deviceType", request));
            datasets.forEach(dataset -> addPoints((ArrayNode) dataset.path("points"), versions, world));
        }
        ArrayNode insights = (ArrayNode) json.at("/insights/trendingUp");
        insights.removeIf(each -> versions.size() < 2);
        insights.forEach(insight -> compare((ObjectNode) insight, versions, world));
        return ApiAnswer.of(200, CONTENT_TYPE, ByteString.encodeUtf8(json.toString()));
    }

    /** Replaces the point of the sample by points of all versions. */
    private static void addPoints(ArrayNode points, List<String> versions, SandboxState world) {
        ObjectNode sample = (ObjectNode) points.remove(0);
        if (!world.has(Deviation.PERCENTAGE_BREAKDOWN_IS_LIST)) {
            sample.set(BREAKDOWN, sample.path(BREAKDOWN).path(0));
        }
        for (int i = 0; i < versions.size(); i++) {
            double value = sample.path("value").asDouble() * (1 + i * GROWTH);
            points.add(sample.deepCopy().put("version", versions.get(i)).put("value", Math.round(value * 100) / 100.0));
        }
    }

    private static void compare(ObjectNode insight, List<String> versions, SandboxState world) {
        String before = versions.get(versions.size() - 2);
        insight.put("latestVersion", versions.get(versions.size() - 1));
        insight.put("summaryString", "Launch time has grown since version " + before + ".");
        if (world.has(Deviation.REFERENCE_VERSIONS_ARE_LIST)) {
            insight.putArray(REFERENCES).add(before);
        } else {
            insight.put(REFERENCES, before);
        }
    }

    private static List<String> versions(StoredResource subject, SandboxState world) {
        List<StoredResource> builds = subject.type().equals("builds")
                ? List.of(subject)
                : world.store().related(subject, "builds");
        return builds.stream()
                .flatMap(build -> world.store().related(build, "preReleaseVersion").stream())
                .map(version -> version.text("version"))
                .distinct()
                .toList();
    }

    private static boolean isLeftOut(JsonNode value, String filter, ApiRequest request) {
        String values = request.url().queryParameter("filter[" + filter + "]");
        return values != null && !Arrays.asList(values.split(",", -1)).contains(value.asText());
    }
}
