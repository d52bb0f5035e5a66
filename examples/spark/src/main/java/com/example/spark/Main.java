package com.example.spark;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/** Downloads the daily sales reports of many vendors, and writes their rows as Parquet. */
public final class Main {

    private static final String USAGE = """
            Usage: run VENDORS FROM TO RESULT [REDIS]
              VENDORS   a file with a vendor per line: name, vendor number, path of a JSON key file; separated by tabs
              FROM, TO  the first and the last day, such as 2026-11-01
              RESULT    the folder or URL of the Parquet files; must not exist
              REDIS     spreads the vendors of a key over tasks, which share the key's rate limit through this Redis, such as
                        redis://host:6379; without it, the vendors of a key are one task""";

    private Main() {}

    /** Ends with status 1 if a vendor failed, after the rows of all others are written; with 2 for wrong arguments. */
    public static void main(String[] args) throws IOException {
        if (args.length < 4 || args.length > 5) {
            System.err.println(USAGE);
            System.exit(2);
        }
        long failed;
        try (SparkSession spark = SparkSession.builder().appName("sales").getOrCreate()) {
            failed = run(spark, args.length == 5 ? Budget.of(args[4]) : null, args);
        } catch (DateTimeParseException | IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.err.println(USAGE);
            System.exit(2);
            return;
        }
        if (failed > 0) {
            System.exit(1);
        }
    }

    /** Returns how many vendors failed. */
    static long run(SparkSession spark, @Nullable Budget budget, String... args) throws IOException {
        Libraries.check();
        List<Vendor> vendors = Vendor.read(Path.of(args[0]));
        LocalDate from = LocalDate.parse(args[1]);
        LocalDate to = LocalDate.parse(args[2]);
        List<List<VendorTask>> tasks =
                budget == null ? VendorTask.byKey(vendors, from, to) : VendorTask.byVendor(vendors, from, to);
        Instant start = Instant.now();
        // A partition per task: Spark would otherwise put several one after the other.
        JavaRDD<Row> rows = JavaSparkContext.fromSparkContext(spark.sparkContext())
                .parallelize(tasks, Math.max(1, tasks.size()))
                .flatMap(new Download(budget));
        spark.createDataFrame(rows, Schema.COLUMNS).write().parquet(args[3]);
        Dataset<Row> result = spark.read().parquet(args[3]);
        System.out.printf(
                "%d rows in %d ms%n",
                result.count(), Duration.between(start, Instant.now()).toMillis());
        result.groupBy("vendor", "state").count().orderBy("vendor", "state").show(1000, false);
        Dataset<Row> failed = result.where(result.col("state").equalTo(Schema.FAILED));
        failed.select("vendor", "vendor_number", "detail").show(1000, false);
        return failed.count();
    }
}
