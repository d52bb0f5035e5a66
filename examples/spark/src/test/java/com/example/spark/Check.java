package com.example.spark;

import com.fasterxml.jackson.core.Version;
import io.github.ascjava.reports.ReportFile;
import io.github.ascjava.reports.ReportReader;
import io.github.ascjava.reports.ReportRow;
import io.github.ascjava.reports.ReportState;
import io.github.ascjava.reports.Reports;
import io.github.ascjava.reports.SalesReportRequest;
import io.github.ascjava.reports.SalesRow;
import io.github.ascjava.testing.RecordedRequest;
import io.github.ascjava.testing.Sandbox;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Submitted to Spark like the job itself: three vendors with sandboxes of their own, and one that Apple rejects.
 * Compares the result with what the library downloads and reads without Spark.
 */
public final class Check {

    private static final String VENDOR = "85012345";
    private static final String UNKNOWN = "85099999";
    private static final LocalDate LAST = LocalDate.now().minusDays(3);
    private static final LocalDate FIRST = LocalDate.now().minusDays(32);

    private final List<Sandbox> sandboxes = new ArrayList<>();
    private final Path folder;

    private Check(Path folder) {
        this.folder = folder;
    }

    /** Ends with status 1 if the result is another than expected. */
    public static void main(String[] args) throws Exception {
        Check check = new Check(Files.createTempDirectory("spark-check"));
        try (SparkSession spark = SparkSession.builder().appName("check").getOrCreate()) {
            check.run(spark);
        } finally {
            check.sandboxes.forEach(Sandbox::close);
        }
    }

    private void run(SparkSession spark) throws Exception {
        List<String> lines = new ArrayList<>();
        for (int i = 1; i <= 3; i++) {
            lines.add(vendor("team" + i, VENDOR, i));
        }
        lines.add(vendor("unknown", UNKNOWN, 4));
        Path vendors = Files.write(folder.resolve("vendors.tsv"), lines);
        String result = folder.resolve("result").toString();

        long failed = Main.run(spark, null, vendors.toString(), FIRST.toString(), LAST.toString(), result);

        same("vendors that failed", 1L, failed);
        keysStayOnTheWorkers(vendors);
        for (int i = 1; i <= 3; i++) {
            same("requests of team" + i, 30, sandboxes.get(i - 1).requests().size());
            sameRows(spark, result, "team" + i, sandboxes.get(i - 1));
        }
        spark.read().parquet(result).createOrReplaceTempView("result");
        List<Row> refused = spark.sql("SELECT state, detail FROM result WHERE vendor = 'unknown'")
                .collectAsList();
        same("rows of the unknown vendor", 1, refused.size());
        same("its state", "FAILED", refused.get(0).getString(0));
        String reason = refused.get(0).getString(1);
        same("Apple's words in " + reason, true, reason.contains("Invalid vendor number specified"));
        tasksOfAKeyShareItsLimit(spark);
        librariesAreChecked();
        System.out.println(
                "The check passed on " + spark.sparkContext().master() + " with Spark " + spark.version() + ".");
    }

    /** The same key in two tasks: 60 requests of which 10 go at once take five seconds at ten a second, and half with two budgets. */
    private void tasksOfAKeyShareItsLimit(SparkSession spark) throws Exception {
        Optional<Redis> started = Redis.start(folder);
        if (started.isEmpty()) {
            System.out.println("Skipped the shared rate limit: there is no redis-server on the PATH.");
            return;
        }
        try (Redis redis = started.get()) {
            String first = vendor("first", VENDOR, 5);
            Path vendors = Files.write(folder.resolve("shared.tsv"), List.of(first, first.replaceFirst("first", "second")));
            String result = folder.resolve("shared").toString();
            Budget budget = new Budget(redis.uri(), 36_010, 10);

            long failed = Main.run(spark, budget, vendors.toString(), FIRST.toString(), LAST.toString(), result);

            same("vendors that failed", 0L, failed);
            List<RecordedRequest> requests = sandboxes.get(sandboxes.size() - 1).requests();
            same("requests of both tasks", 60, requests.size());
            Duration time = Duration.between(
                    requests.get(0).at(), requests.get(requests.size() - 1).at());
            same("a shared pace in " + time, true, time.compareTo(Duration.ofMillis(4_500)) > 0);
        }
    }

    private String vendor(String name, String number, int seed) throws IOException {
        Sandbox sandbox = Sandbox.builder().randomSeed(seed).start();
        sandboxes.add(sandbox);
        Map<String, String> key = sandbox.environment();
        Path file = folder.resolve(name + ".json");
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(
                file,
                "{\"key_id\": \"" + key.get("ASC_KEY_ID") + "\", \"issuer_id\": \"" + key.get("ASC_ISSUER_ID")
                        + "\", \"key\": \"" + key.get("ASC_PRIVATE_KEY").replace("\n", "\\n") + "\"}");
        return String.join("\t", name, number, file.toString(), sandbox.baseUrl());
    }

    private void keysStayOnTheWorkers(Path vendors) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(VendorTask.byKey(Vendor.read(vendors), FIRST, LAST));
            out.writeObject(new Download(Budget.of("redis://localhost")));
        }
        String sent = bytes.toString(StandardCharsets.ISO_8859_1);
        for (Sandbox sandbox : sandboxes) {
            String body = sandbox.environment()
                    .get("ASC_PRIVATE_KEY")
                    .lines()
                    .skip(1)
                    .findFirst()
                    .orElseThrow();
            same("a key among what Spark sends", false, sent.contains(body));
        }
    }

    private void sameRows(SparkSession spark, String result, String vendor, Sandbox sandbox) {
        Map<String, BigDecimal> expected = new TreeMap<>();
        long rows = 0;
        List<ReportFile> files = new ArrayList<>();
        Reports.of(sandbox.client())
                .backfill(SalesReportRequest.days(VENDOR, FIRST, LAST), folder.resolve(vendor))
                .run(files::add);
        for (ReportFile file : files) {
            if (file.state() == ReportState.AVAILABLE) {
                try (ReportReader reader = file.rows()) {
                    for (ReportRow row : reader) {
                        SalesRow sale = new SalesRow(row);
                        expected.merge(
                                sale.currencyOfProceeds(), sale.totalProceeds().amount(), BigDecimal::add);
                        rows++;
                    }
                }
            }
        }
        spark.read().parquet(result).createOrReplaceTempView("result");
        String where = " FROM result WHERE state = 'AVAILABLE' AND vendor = '" + vendor + "'";
        same(
                "rows of " + vendor,
                rows,
                spark.sql("SELECT count(*)" + where).first().getLong(0));
        Map<String, BigDecimal> proceeds = new TreeMap<>();
        for (Row row : spark.sql(
                        "SELECT currency_of_proceeds, sum(units * developer_proceeds)" + where + " GROUP BY ALL")
                .collectAsList()) {
            proceeds.put(row.getString(0), row.getDecimal(1).stripTrailingZeros());
        }
        expected.replaceAll((currency, amount) -> amount.stripTrailingZeros());
        same("proceeds of " + vendor, expected, proceeds);
    }

    private static void librariesAreChecked() {
        rejects("Jackson 2.15.2", () -> Libraries.checkJackson(new Version(2, 15, 2, null, null, null), "jars"));
        rejects("OkHttp 3.12.12", () -> Libraries.checkOkHttp("3.12.12", "jars"));
    }

    private static void rejects(String library, Runnable check) {
        try {
            check.run();
        } catch (IllegalStateException e) {
            same("the version in " + e.getMessage(), true, e.getMessage().contains(library));
            return;
        }
        throw new AssertionError(library + " was accepted.");
    }

    private static void same(String what, Object expected, Object actual) {
        if (!expected.equals(actual)) {
            throw new AssertionError("Expected " + what + ": " + expected + ", but was: " + actual);
        }
    }
}
