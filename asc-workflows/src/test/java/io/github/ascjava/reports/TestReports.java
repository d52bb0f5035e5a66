package io.github.ascjava.reports;

import io.github.ascjava.testing.RecordedRequest;
import io.github.ascjava.testing.Sandbox;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** What the tests of reports have in common: a sandbox at noon of November 20, 2026, in California. */
final class TestReports {

    static final String VENDOR = "85012345";
    static final Instant NOW = Instant.parse("2026-11-20T20:00:00Z");
    static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    /** The last day with sales. */
    static final LocalDate SOLD = lastDayWithSales();

    private TestReports() {}

    static Sandbox.Builder sandbox() {
        return Sandbox.builder().clock(Clock.fixed(NOW, ZoneOffset.UTC));
    }

    /** Returns a day of the past months on which nothing was sold. */
    static LocalDate quietDay(Reports reports) {
        return lastDay(reports, ReportState.NO_SALES);
    }

    private static LocalDate lastDayWithSales() {
        try (Sandbox sandbox = sandbox().start()) {
            return lastDay(Reports.of(sandbox.client()), ReportState.AVAILABLE);
        }
    }

    private static LocalDate lastDay(Reports reports, ReportState state) {
        return Stream.iterate(TODAY.minusDays(1), day -> day.minusDays(1))
                .limit(300)
                .filter(day -> {
                    try (Report report = reports.sales(SalesReportRequest.daily(VENDOR, day))) {
                        return report.state() == state;
                    }
                })
                .findFirst()
                .orElseThrow();
    }

    static List<String> lines(InputStream gzip) throws IOException {
        try (InputStream in = new GZIPInputStream(gzip)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }

    static List<RecordedRequest> requests(Sandbox sandbox, String path) {
        return sandbox.requests().stream()
                .filter(request -> request.path().equals(path))
                .toList();
    }

    /** Writes a value with Java's serialization, and reads it again. */
    static Object copy(Object value) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(value);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return in.readObject();
        }
    }
}
