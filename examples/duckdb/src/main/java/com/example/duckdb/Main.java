package com.example.duckdb;

import io.github.ascjava.auth.ApiKey;
import io.github.ascjava.auth.InvalidApiKeyException;
import io.github.ascjava.client.AppStoreConnect;
import io.github.ascjava.client.error.AscException;
import io.github.ascjava.reports.ReportFile;
import io.github.ascjava.reports.ReportState;
import io.github.ascjava.reports.Reports;
import io.github.ascjava.reports.SalesReportRequest;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Downloads the daily sales reports of a range, and loads them into a DuckDB file and a Parquet file. */
public final class Main {

    private static final String USAGE = """
            Usage: run VENDOR FROM TO [FOLDER]
              VENDOR    the vendor number, digits, from Payments and Financial Reports of App Store Connect
              FROM, TO  the first and the last day, such as 2026-11-01
              FOLDER    where to keep the reports, sales.duckdb and sales.parquet; 'sales' if not given
            The key comes from ASC_KEY_ID, ASC_ISSUER_ID and ASC_PRIVATE_KEY_PATH. ASC_BASE_URL names a sandbox.""";

    private Main() {}

    /** Ends with status 1 if a report cannot be downloaded or loaded, and with 2 if the arguments are wrong. */
    public static void main(String[] args) {
        int status = run(args, System.getenv(), System.out, System.err);
        if (status != 0) {
            System.exit(status);
        }
    }

    static int run(String[] args, Map<String, String> environment, PrintStream out, PrintStream err) {
        if (args.length < 3 || args.length > 4) {
            err.println(USAGE);
            return 2;
        }
        List<SalesReportRequest> days;
        try {
            days = SalesReportRequest.days(args[0], LocalDate.parse(args[1]), LocalDate.parse(args[2]));
        } catch (DateTimeParseException | IllegalArgumentException e) {
            err.println(e.getMessage());
            err.println(USAGE);
            return 2;
        }
        try (AppStoreConnect asc = client(environment)) {
            load(asc, days, Path.of(args.length == 4 ? args[3] : "sales"), out);
            return 0;
        } catch (AscException | InvalidApiKeyException | SQLException | IOException e) {
            err.println(e.getMessage());
            return 1;
        }
    }

    private static AppStoreConnect client(Map<String, String> environment) {
        AppStoreConnect.Builder builder = AppStoreConnect.builder(ApiKey.fromEnvironment(environment));
        String baseUrl = environment.getOrDefault("ASC_BASE_URL", "");
        return baseUrl.isEmpty() ? builder.build() : builder.baseUrl(baseUrl).build();
    }

    /** A run that was stopped is repeated as it is: neither downloads nor rows are doubled. */
    private static void load(AppStoreConnect asc, List<SalesReportRequest> days, Path folder, PrintStream out)
            throws SQLException, IOException {
        Files.createDirectories(folder);
        Instant start = Instant.now();
        List<ReportFile> files = new ArrayList<>();
        Reports.of(asc).backfill(days, folder.resolve("reports")).run(files::add);
        Instant downloaded = Instant.now();
        try (SalesDatabase database = SalesDatabase.open(folder.resolve("sales.duckdb"))) {
            for (ReportFile file : files) {
                // The day is loaded by the next run.
                if (file.state() != ReportState.NOT_YET) {
                    database.load(file);
                }
            }
            Instant loaded = Instant.now();
            database.writeParquet(folder.resolve("sales.parquet"));
            out.printf(
                    "%d reports in %s, loaded in %s, Parquet in %s%n",
                    files.size(), time(start, downloaded), time(downloaded, loaded), time(loaded, Instant.now()));
            out.printf("%d rows in %s%n", database.rows(), folder.resolve("sales.duckdb"));
            database.proceeds()
                    .forEach((currency, proceeds) -> out.println(
                            "Proceeds: " + proceeds.stripTrailingZeros().toPlainString() + " " + currency));
        }
    }

    private static String time(Instant start, Instant end) {
        return Duration.between(start, end).toMillis() + " ms";
    }
}
