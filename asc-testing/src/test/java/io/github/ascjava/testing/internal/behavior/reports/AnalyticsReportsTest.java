package io.github.ascjava.testing.internal.behavior.reports;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.ascjava.testing.internal.behavior.Api;
import io.github.ascjava.testing.internal.behavior.Body;
import io.github.ascjava.testing.internal.http.ApiAnswer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import okhttp3.Headers;
import okio.ByteString;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnalyticsReportsTest {

    private final Api api = new Api();

    @BeforeEach
    void addApp() {
        Shown.onSale(api.app("1"), api);
    }

    @Test
    void areThereAtOnceAndTheirInstancesTwoDaysLater() {
        String request = request("ONGOING");
        JsonNode reports = api.get("/v1/analyticsReportRequests/" + request + "/reports?filter[category]=COMMERCE");
        String report = reports.at("/data/0/id").asText();
        assertThat(report).matches("r\\d+-" + request);
        assertThat(instances(report, "DAILY")).isEmpty();

        api.advance(Duration.ofDays(2));

        assertThat(instances(report, "DAILY")).hasSize(1);
        assertThat(instances(report, "DAILY").at("/0/attributes/processingDate").asText())
                .isEqualTo("2026-11-26");

        api.advance(Duration.ofDays(7));
        assertThat(instances(report, "DAILY")).hasSize(8);
    }

    @Test
    void areMadeWeeklyOnFridaysAndMonthlyOnTheFifth() {
        String report = report(request("ONGOING"), "App Downloads Detailed");
        api.advance(Duration.ofDays(12));

        assertThat(instances(report, "WEEKLY").findValuesAsText("processingDate"))
                .containsExactly("2026-11-27", "2026-12-04");
        assertThat(instances(report, "MONTHLY").findValuesAsText("processingDate"))
                .containsExactly("2026-12-05");
        assertThat(dates(instances(report, "WEEKLY").get(0))).containsOnly("2026-11-16");
        assertThat(dates(instances(report, "MONTHLY").get(0))).containsOnly("2026-11-01");
    }

    @Test
    void ofDownloadsAreWeeklyInTheDetailedVariantOnly() {
        String request = request("ONGOING");
        api.advance(Duration.ofDays(12));

        assertThat(instances(report(request, "App Downloads Standard"), "WEEKLY"))
                .isEmpty();
        assertThat(instances(report(request, "App Downloads Standard"), "MONTHLY"))
                .isEmpty();
        assertThat(instances(report(request, "App Sessions Standard"), "WEEKLY"))
                .hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "App Downloads Standard, 2026-11-24 2026-11-25",
        "App Store Discovery and Engagement Standard, 2026-11-23 2026-11-24 2026-11-25",
        "App Sessions Standard, 2026-11-21 2026-11-22 2026-11-23 2026-11-24 2026-11-25",
    })
    void haveTheLastDaysInADailyInstance(String name, String days) {
        String report = report(request("ONGOING"), name);
        api.advance(Duration.ofDays(3));

        JsonNode instances = instances(report, "DAILY");

        assertThat(instances.findValuesAsText("processingDate")).containsExactly("2026-11-26", "2026-11-27");
        assertThat(new TreeSet<>(dates(instances.get(0)))).containsExactly(days.split(" ", -1));
        assertThat(new TreeSet<>(dates(instances.get(1)))).contains("2026-11-25", "2026-11-26");
    }

    @Test
    void areGoneAfter35Days() {
        String report = report(request("ONGOING"), "App Downloads Standard");
        api.advance(Duration.ofDays(37));
        assertThat(instances(report, "DAILY").at("/0/attributes/processingDate").asText())
                .isEqualTo("2026-11-26");

        api.advance(Duration.ofDays(1));

        assertThat(instances(report, "DAILY").at("/0/attributes/processingDate").asText())
                .isEqualTo("2026-11-27");
    }

    @Test
    void stopWhenNobodyReadsThem() {
        String request = request("ONGOING");
        String report = report(request, "App Downloads Standard");
        instances(report, "DAILY");
        api.advance(Duration.ofDays(90));
        assertThat(isStopped(request)).isFalse();

        api.advance(Duration.ofDays(20));

        assertThat(isStopped(request)).isTrue();
        assertThat(new TreeSet<>(instances(report, "DAILY").findValuesAsText("processingDate")).last())
                .isEqualTo("2027-02-22");
        assertThat(Api.refusal(() -> request("ONGOING"))).startsWith("409");
        api.delete("/v1/analyticsReportRequests/" + request);
        assertThat(isStopped(request("ONGOING"))).isFalse();
    }

    @Test
    void haveTheNamesThatTheServiceSends() {
        assertThat(api.get("/v1/analyticsReportRequests/" + request("ONGOING") + "/reports?limit=200")
                        .path("data")
                        .findValuesAsText("name"))
                .contains(
                        "App Downloads Standard",
                        "App Store Installation and Deletion Standard",
                        "App Store Purchases Standard",
                        "App Store Pre-Orders Standard",
                        "App Store Web Preview Engagement Standard",
                        "App Store Subscription Event Report Standard",
                        "App Store Subscription State Report Standard",
                        "App Install Performance",
                        "App Crashes",
                        "App Clip Usage");
    }

    @Test
    void ofDownloadsHaveTheColumnsThatTheServiceSends() {
        String report = report(request("ONE_TIME_SNAPSHOT"), "App Downloads Standard");

        List<String> lines = lines(instances(report, "DAILY").get(0));

        assertThat(lines.get(0).split("\t", -1))
                .containsExactly(
                        "Date",
                        "App Name",
                        "App Apple Identifier",
                        "Download Type",
                        "App Version",
                        "Device",
                        "Platform Version",
                        "Source Type",
                        "Page Type",
                        "Pre-Order",
                        "Territory",
                        "Counts");
        assertThat(Shown.rows(lines))
                .anySatisfy(row -> assertThat(row)
                        .containsEntry("Download Type", "First-time download")
                        .containsEntry("App Version", "1.2")
                        .containsEntry("Pre-Order", "")
                        .containsEntry("Territory", "GB"));
    }

    @Test
    void ofSubscriptionEventsHaveAnotherDateColumn() {
        var group = api.add("subscriptionGroups", "g", "{'referenceName':'Club'}");
        api.world().store().link(api.world().store().get("apps", "1"), "subscriptionGroups", group);
        api.world()
                .store()
                .link(
                        group,
                        "subscriptions",
                        api.add("subscriptions", "s", "{'name':'Monthly','productId':'monthly'}"));
        String report = report(request("ONE_TIME_SNAPSHOT"), "App Store Subscription Event Report Standard");

        assertThat(Shown.rows(lines(instances(report, "DAILY").get(0))))
                .anySatisfy(row -> assertThat(row)
                        .containsEntry("Event Date", "2024-01-01")
                        .containsEntry("Event Group", "Renewal")
                        .containsEntry("Event Name", "Full price renewal")
                        .containsEntry("Subscription Name", "Monthly"));
    }

    @Test
    void leaveOutFewUsersInTheDetailedVariant() {
        String request = request("ONGOING");
        api.advance(Duration.ofDays(2));

        List<Map<String, String>> standard = Shown.rows(lines(
                instances(report(request, "App Downloads Standard"), "DAILY").get(0)));
        List<Map<String, String>> detailed = Shown.rows(lines(
                instances(report(request, "App Downloads Detailed"), "DAILY").get(0)));

        assertThat(detailed)
                .hasSizeLessThan(standard.size())
                .allSatisfy(row ->
                        assertThat(Shown.number(row, "Counts").intValue()).isGreaterThanOrEqualTo(5));
    }

    @Test
    void haveNoInstanceWithoutData() {
        String request = request("ONGOING");
        api.advance(Duration.ofDays(5));

        // Nothing is sold in the app, and it has no pre-orders.
        assertThat(instances(report(request, "App Store Purchases Standard"), "DAILY"))
                .isEmpty();
        assertThat(instances(report(request, "App Store Pre-Orders Standard"), "DAILY"))
                .isEmpty();
        assertThat(instances(report(request, "App Downloads Standard"), "DAILY"))
                .isNotEmpty();
    }

    @Test
    void ofThePastAreThereAtOnceForASnapshot() {
        String request = request("ONE_TIME_SNAPSHOT");
        String report = api.get("/v1/analyticsReportRequests/" + request + "/reports")
                .at("/data/0/id")
                .asText();

        assertThat(instances(report, "DAILY")).hasSize(1);
        assertThat(new TreeSet<>(dates(instances(report, "DAILY").get(0))))
                .startsWith("2024-01-01")
                .endsWith("2026-11-23");
        assertThat(instances(report, "MONTHLY")).hasSize(1);
        api.advance(Duration.ofDays(7));
        assertThat(instances(report, "DAILY").findValuesAsText("processingDate"))
                .containsExactly("2026-11-24");
    }

    @Test
    void haveSegmentsThatAllHaveTheColumns() {
        String report = report(request("ONE_TIME_SNAPSHOT"), "App Downloads Standard");
        String instance = instances(report, "DAILY").at("/0/id").asText();

        JsonNode segments = api.get("/v1/analyticsReportInstances/" + instance + "/segments")
                .path("data");

        assertThat(segments)
                .hasSize(3)
                .allSatisfy(segment ->
                        assertThat(SalesReportsTest.lines(file(segment)).get(0)).startsWith("Date\tApp Name\t"));
    }

    @Test
    void areRequestedOncePerAccessType() {
        request("ONGOING");
        request("ONE_TIME_SNAPSHOT");

        assertThat(Api.refusal(() -> request("ONGOING")))
                .startsWith("409")
                .contains("\"STATE_ERROR\"", "You already have such an entity");
    }

    @Test
    void areFilesUnderUrlsThatAreGoodForFiveMinutes() {
        JsonNode segment = segment();
        String url = segment.at("/attributes/url").asText();
        ApiAnswer file = api.send("GET", url, Headers.of(), ByteString.EMPTY);

        assertThat(url).startsWith("http://127.0.0.1:8080/").contains("X-Amz-Expires=300");
        assertThat(file.body().md5().hex())
                .isEqualTo(segment.at("/attributes/checksum").asText());
        assertThat(file.body().size())
                .isEqualTo(segment.at("/attributes/sizeInBytes").asInt());
        assertThat(SalesReportsTest.lines(file).get(0)).startsWith("Date\tApp Name\tApp Apple Identifier\tEvent\t");
        assertThat(SalesReportsTest.lines(file)).hasSizeGreaterThan(10);

        api.advance(Duration.ofSeconds(301));
        assertThat(api.send("GET", url, Headers.of(), ByteString.EMPTY).status())
                .isEqualTo(403);
    }

    @Test
    void getANewUrlOnEveryRead() {
        JsonNode segment = segment();
        api.advance(Duration.ofHours(1));

        String url = api.get("/v1/analyticsReportSegments/" + segment.path("id").asText())
                .at("/data/attributes/url")
                .asText();

        assertThat(api.send("GET", url, Headers.of(), ByteString.EMPTY).status())
                .isEqualTo(200);
    }

    /** An export has segments, but not their files. */
    @Test
    void fromAnExportHaveFiles() {
        var store = api.world().store();
        var request =
                api.add("analyticsReportRequests", "q", "{'accessType':'ONGOING','stoppedDueToInactivity':false}");
        var report = api.add("analyticsReports", "r3-q", "{'name':'App Downloads Standard','category':'COMMERCE'}");
        var instance =
                api.add("analyticsReportInstances", "i", "{'granularity':'DAILY','processingDate':'2026-11-20'}");
        store.link(store.get("apps", "1"), "analyticsReportRequests", request);
        store.link(request, "reports", report);
        store.link(report, "instances", instance);
        store.link(instance, "segments", api.add("analyticsReportSegments", "s", "{}"));

        JsonNode segment = api.get("/v1/analyticsReportSegments/s").path("data");

        // Nothing was downloaded on the nineteenth.
        assertThat(Shown.rows(SalesReportsTest.lines(file(segment))))
                .extracting(row -> Shown.text(row, "Date"))
                .containsOnly("2026-11-18");
        assertThat(instances("r3-q", "DAILY").findValuesAsText("processingDate"))
                .hasSize(36)
                .containsOnlyOnce("2026-11-20");
    }

    @Test
    void areDownloadedWithoutAToken() {
        String url = segment().at("/attributes/url").asText();

        assertThat(api.send("GET", url, Headers.of("Authorization", "Bearer x"), ByteString.EMPTY)
                        .status())
                .isEqualTo(400);
    }

    @Test
    void goWithTheirRequest() {
        segment();
        String request =
                api.get("/v1/apps/1/analyticsReportRequests").at("/data/0/id").asText();

        assertThat(api.delete("/v1/analyticsReportRequests/" + request).status())
                .isEqualTo(204);

        assertThat(api.world().store().all("analyticsReportInstances")).isEmpty();
        assertThat(api.world().store().all("analyticsReportSegments")).isEmpty();
        request("ONE_TIME_SNAPSHOT");
    }

    private boolean isStopped(String request) {
        return api.get("/v1/analyticsReportRequests/" + request)
                .at("/data/attributes/stoppedDueToInactivity")
                .asBoolean();
    }

    private String report(String request, String name) {
        return api.get("/v1/analyticsReportRequests/" + request + "/reports?filter[name]=" + name)
                .at("/data/0/id")
                .asText();
    }

    private List<String> dates(JsonNode instance) {
        return Shown.rows(lines(instance)).stream()
                .map(row -> Shown.text(row, "Date"))
                .toList();
    }

    /** Returns the columns, and the rows of all segments of an instance. */
    private List<String> lines(JsonNode instance) {
        List<String> lines = new ArrayList<>();
        for (JsonNode segment : api.get(
                        "/v1/analyticsReportInstances/" + instance.path("id").asText() + "/segments")
                .path("data")) {
            List<String> more = SalesReportsTest.lines(file(segment));
            lines.addAll(lines.isEmpty() ? more : more.subList(1, more.size()));
        }
        return lines;
    }

    private ApiAnswer file(JsonNode segment) {
        return api.send("GET", segment.at("/attributes/url").asText(), Headers.of(), ByteString.EMPTY);
    }

    private JsonNode segment() {
        String request = request("ONE_TIME_SNAPSHOT");
        String report = api.get("/v1/analyticsReportRequests/" + request + "/reports")
                .at("/data/0/id")
                .asText();
        String instance = instances(report, "WEEKLY").at("/0/id").asText();
        return api.get("/v1/analyticsReportInstances/" + instance + "/segments").at("/data/0");
    }

    private String request(String accessType) {
        return api.post(
                        "/v1/analyticsReportRequests",
                        Body.of("analyticsReportRequests")
                                .with("accessType", accessType)
                                .one("app", "apps", "1"))
                .path("id")
                .asText();
    }

    private JsonNode instances(String report, String granularity) {
        return api.get("/v1/analyticsReports/" + report + "/instances?filter[granularity]=" + granularity)
                .path("data");
    }
}
