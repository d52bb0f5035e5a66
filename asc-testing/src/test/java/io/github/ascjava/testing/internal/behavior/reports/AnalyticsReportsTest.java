package io.github.ascjava.testing.internal.behavior.reports;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.ascjava.testing.internal.behavior.Api;
import io.github.ascjava.testing.internal.behavior.Body;
import io.github.ascjava.testing.internal.http.ApiAnswer;
import java.time.Duration;
import okhttp3.Headers;
import okio.ByteString;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AnalyticsReportsTest {

    private final Api api = new Api();

    @BeforeEach
    void addApp() {
        api.app("1");
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
                .isEqualTo("2026-11-24");

        api.advance(Duration.ofDays(7));
        assertThat(instances(report, "DAILY")).hasSize(8);
        assertThat(instances(report, "WEEKLY")).hasSize(1);
        assertThat(instances(report, "MONTHLY")).hasSize(1);
    }

    @Test
    void ofThePastAreThereAtOnceForASnapshot() {
        String request = request("ONE_TIME_SNAPSHOT");
        String report = api.get("/v1/analyticsReportRequests/" + request + "/reports")
                .at("/data/0/id")
                .asText();

        assertThat(instances(report, "DAILY")).hasSize(13);
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
