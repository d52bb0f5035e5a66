package io.github.ascjava.testing.internal.behavior.reports;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.ascjava.testing.internal.behavior.Api;
import io.github.ascjava.testing.internal.behavior.testflight.Builds;
import io.github.ascjava.testing.internal.engine.Deviation;
import io.github.ascjava.testing.internal.engine.StoredResource;
import java.util.EnumSet;
import okio.ByteString;
import org.junit.jupiter.api.Test;

class PowerMetricsTest {

    @Test
    void areOfTheVersionsOfAnAppInAFormOfTheirOwn() {
        Api api = new Api();
        addBuilds(api);

        JsonNode json = api.get("/v1/apps/1/perfPowerMetrics?filter[metricType]=LAUNCH,HANG");

        assertThat(json.at("/productData/0/metricCategories").findValuesAsText("category"))
                .isEmpty();
        assertThat(json.at("/productData/0/metricCategories")).hasSize(2);
        assertThat(json.at("/productData/0/metricCategories/0/metrics/0/datasets/0/points")
                        .findValuesAsText("version"))
                .containsExactly("1.0", "1.1");
        assertThat(json.at("/insights/trendingUp/0/referenceVersions").toString())
                .isEqualTo("[\"1.0\"]");
        assertThat(json.findPath("percentageBreakdown").isArray()).isTrue();
        assertThat(api.get("/v1/apps/1/perfPowerMetrics?filter[metricType]=LAUNCH,HANG"))
                .isEqualTo(json);
        assertThat(api.send("GET", "/v1/apps/1/perfPowerMetrics", ByteString.EMPTY)
                        .headers()
                        .get("Content-Type"))
                .isEqualTo("application/vnd.apple.xcode-metrics+json");
    }

    @Test
    void keepToTheDocumentWithoutDeviations() {
        Api api = new Api(EnumSet.noneOf(Deviation.class));
        addBuilds(api);

        JsonNode json = api.get("/v1/apps/1/perfPowerMetrics");

        assertThat(json.at("/insights/trendingUp/0/referenceVersions").asText()).isEqualTo("1.0");
        assertThat(json.findPath("percentageBreakdown").isObject()).isTrue();
    }

    @Test
    void areOfNothingWithoutBuilds() {
        Api api = new Api();
        api.app("1");

        assertThat(api.get("/v1/apps/1/perfPowerMetrics").at("/productData/0/metricCategories"))
                .isEmpty();
        assertThat(Api.refusal(() -> api.get("/v1/apps/2/perfPowerMetrics"))).startsWith("404");
    }

    @Test
    void comeWithTheCallStacksOfASignature() {
        Api api = new Api();
        api.add("diagnosticSignatures", "0a", "{'diagnosticType':'HANGS','signature':'-[Map draw]','weight':12.5}");

        JsonNode json = api.get("/v1/diagnosticSignatures/0a/logs");

        assertThat(json.at("/productData/0/signatureId").asText()).isEqualTo("0a");
        assertThat(json.at("/productData/0/diagnosticLogs/0/diagnosticMetaData/event")
                        .asText())
                .isEqualTo("hang");
        assertThat(json.findValuesAsText("symbolName")).contains("-[Map draw]");
    }

    private static void addBuilds(Api api) {
        StoredResource app = api.app("1");
        Builds.add(app, "a", "1.0", "1", "IOS", Api.START, api.world());
        Builds.add(app, "b", "1.1", "1", "IOS", Api.START, api.world());
    }
}
