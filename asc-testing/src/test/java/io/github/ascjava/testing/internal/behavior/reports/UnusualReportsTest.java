package io.github.ascjava.testing.internal.behavior.reports;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ascjava.testing.internal.behavior.Api;
import io.github.ascjava.testing.internal.behavior.Body;
import io.github.ascjava.testing.internal.engine.Deviation;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import okio.ByteString;
import org.junit.jupiter.api.Test;

class UnusualReportsTest {

    private static final int GZIP_HEADER = 10;
    private static final int GZIP_TRAILER = 8;
    private static final String SALES = "/v1/salesReports?filter[vendorNumber]=85012345&filter[reportType]=SALES"
            + "&filter[reportSubType]=SUMMARY&filter[frequency]=DAILY&filter[reportDate]=2026-11-20";

    @Test
    void haveTwoMembersAndAByteOrderMark() throws DataFormatException {
        try (Api usual = api(false);
                Api unusual = api(true)) {
            ByteString file = unusual.send("GET", SALES, ByteString.EMPTY).body();
            List<String> lines = SalesReportsTest.lines(usual.send("GET", SALES, ByteString.EMPTY));
            List<String> unusualLines = SalesReportsTest.lines(unusual.send("GET", SALES, ByteString.EMPTY));

            assertThat(unusualLines.get(0)).isEqualTo("\uFEFF" + lines.get(0));
            assertThat(unusualLines.subList(1, lines.size())).isEqualTo(lines.subList(1, lines.size()));
            assertThat(firstMember(file)).isLessThan(file.size());
            ByteString usualFile = usual.send("GET", SALES, ByteString.EMPTY).body();
            assertThat(firstMember(usualFile)).isEqualTo(usualFile.size());
        }
    }

    @Test
    void ofAnalyticsHaveNoSegmentsOnTheirFirstDay() {
        try (Api api = api(true)) {
            String request = api.post(
                            "/v1/analyticsReportRequests",
                            Body.of("analyticsReportRequests")
                                    .with("accessType", "ONGOING")
                                    .one("app", "apps", "1"))
                    .path("id")
                    .asText();
            String report = api.get("/v1/analyticsReportRequests/" + request + "/reports")
                    .at("/data/0/id")
                    .asText();
            api.advance(Duration.ofDays(2));
            String instance = api.get("/v1/analyticsReports/" + report + "/instances")
                    .at("/data/0/id")
                    .asText();
            String segments = "/v1/analyticsReportInstances/" + instance + "/segments";
            assertThat(api.get(segments).path("data")).isEmpty();

            api.advance(Duration.ofDays(1));

            assertThat(api.get(segments).path("data")).isNotEmpty();
        }
    }

    private static Api api(boolean unusual) {
        Api api = new Api(EnumSet.allOf(Deviation.class), unusual);
        Shown.onSale(api.app("1"), api);
        return api;
    }

    /** Returns the length of the first member of a gzip file. */
    private static int firstMember(ByteString file) throws DataFormatException {
        Inflater inflater = new Inflater(true);
        inflater.setInput(file.toByteArray(), GZIP_HEADER, file.size() - GZIP_HEADER);
        byte[] sink = new byte[8192];
        while (!inflater.finished()) {
            inflater.inflate(sink);
        }
        int length = GZIP_HEADER + Math.toIntExact(inflater.getBytesRead()) + GZIP_TRAILER;
        inflater.end();
        return length;
    }
}
