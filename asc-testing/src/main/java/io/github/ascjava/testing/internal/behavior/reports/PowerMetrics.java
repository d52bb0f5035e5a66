package io.github.ascjava.testing.internal.behavior.reports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
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
import java.util.Set;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** Hang rates, launch times and resource usage of an app's versions, in their own JSON format. */
final class PowerMetrics implements ResourceHook {

    private static final String CONTENT_TYPE = "application/vnd.apple.xcode-metrics+json";
    private static final List<Metric> METRICS = List.of(
            new Metric("HANG", "hangRate", "secondsPerHour", "seconds/hour", 3.5),
            new Metric("LAUNCH", "launchTime", "milliseconds", "ms", 620),
            new Metric("MEMORY", "peakMemory", "megabytes", "MB", 180),
            new Metric("BATTERY", "batteryUsage", "percentPerDay", "% per day", 2.4),
            new Metric("DISK", "diskWrites", "megabytes", "MB", 41),
            new Metric("TERMINATION", "onScreen", "terminationsPerDay", "per day", 0.2));
    private static final List<String> DEVICES = List.of("all_iphones", "all_ipads");
    private static final List<String> PERCENTILES = List.of("percentile.fifty", "percentile.ninety");

    @Override
    public @Nullable ApiAnswer answer(OperationShape operation, ApiRequest request, SandboxState world) {
        if (operation.action() == Action.GET_METRICS || !"perfPowerMetrics".equals(operation.relationship())) {
            return null;
        }
        StoredResource subject =
                world.store().get(operation.type(), request.url().pathSegments().get(2));
        Set<String> types = filter("filter[metricType]", request);
        Set<String> devices = filter("filter[deviceType]", request);
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("version", "1.0");
        ArrayNode categories = JsonNodeFactory.instance.arrayNode();
        List<String> versions = versions(subject, world);
        for (Metric metric : METRICS) {
            if (!versions.isEmpty() && (types.isEmpty() || types.contains(metric.category))) {
                categories.add(category(metric, subject, versions, devices, world));
            }
        }
        json.putObject("insights").set("trendingUp", insights(versions, world));
        json.withObjectProperty("insights").putArray("regressions");
        json.putArray("productData").addObject().put("platform", "IOS").set("metricCategories", categories);
        return ApiAnswer.of(200, CONTENT_TYPE, ByteString.encodeUtf8(json.toString()));
    }

    private static JsonNode category(
            Metric metric, StoredResource subject, List<String> versions, Set<String> devices, SandboxState world) {
        ObjectNode category = JsonNodeFactory.instance.objectNode().put("identifier", metric.category);
        ObjectNode node = category.putArray("metrics").addObject().put("identifier", metric.name);
        node.putArray("goalKeys").addObject().put("goalKey", "goal_good").put("upperBound", (int) metric.typical);
        node.putObject("unit").put("identifier", metric.unit).put("displayName", metric.unitName);
        ArrayNode datasets = node.putArray("datasets");
        for (String device : DEVICES) {
            for (String percentile : devices.isEmpty() || devices.contains(device) ? PERCENTILES : List.<String>of()) {
                ObjectNode dataset = datasets.addObject();
                dataset.putObject("filterCriteria")
                        .put("percentile", percentile)
                        .put("device", device)
                        .put("deviceMarketingName", device.equals("all_ipads") ? "All iPads" : "All iPhones");
                ArrayNode points = dataset.putArray("points");
                versions.forEach(version -> points.add(point(
                        metric,
                        version,
                        SeededRandom.of(subject.id(), metric.name, version, device, percentile),
                        world)));
                dataset.putObject("recommendedMetricGoal")
                        .put("value", metric.typical)
                        .put("detail", "Apps like this one");
            }
        }
        return category;
    }

    private static ObjectNode point(Metric metric, String version, SeededRandom chance, SandboxState world) {
        ObjectNode point = JsonNodeFactory.instance
                .objectNode()
                .put("version", version)
                .put("value", Math.round(metric.typical * (0.5 + chance.fraction()) * 100) / 100.0)
                .put("errorMargin", Math.round(metric.typical * chance.fraction()) / 100.0)
                .put("goal", "goal_good");
        ObjectNode part =
                JsonNodeFactory.instance.objectNode().put("value", 61.5).put("subSystemLabel", "Display");
        // An array in the live service, unlike in the document.
        point.set(
                "percentageBreakdown",
                world.has(Deviation.PERCENTAGE_BREAKDOWN_IS_LIST)
                        ? JsonNodeFactory.instance.arrayNode().add(part)
                        : part);
        return point;
    }

    private static ArrayNode insights(List<String> versions, SandboxState world) {
        ArrayNode insights = JsonNodeFactory.instance.arrayNode();
        if (versions.size() < 2) {
            return insights;
        }
        String latest = versions.get(versions.size() - 1);
        String before = versions.get(versions.size() - 2);
        ObjectNode insight = insights.addObject()
                .put("metricCategory", "LAUNCH")
                .put("latestVersion", latest)
                .put("metric", "launchTime")
                .put("summaryString", "Launch time has grown since version " + before + ".")
                .put("maxLatestVersionValue", 910.0)
                .put("highImpact", false);
        if (world.has(Deviation.REFERENCE_VERSIONS_ARE_LIST)) {
            // An array in the live service, unlike in the document.
            insight.putArray("referenceVersions").add(before);
        } else {
            insight.put("referenceVersions", before);
        }
        insight.putArray("populations")
                .addObject()
                .put("deltaPercentage", 18.2)
                .put("percentile", "percentile.ninety")
                .put("summaryString", "18 % slower on iPhones")
                .put("referenceAverageValue", 770.0)
                .put("latestVersionValue", 910.0)
                .put("device", "all_iphones");
        return insights;
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

    private static Set<String> filter(String name, ApiRequest request) {
        String value = request.url().queryParameter(name);
        return value == null ? Set.of() : Set.copyOf(Arrays.asList(value.split(",", -1)));
    }

    private record Metric(String category, String name, String unit, String unitName, double typical) {}
}
