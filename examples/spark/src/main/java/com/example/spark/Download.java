package com.example.spark;

import io.github.ascjava.auth.ApiKey;
import io.github.ascjava.auth.InvalidApiKeyException;
import io.github.ascjava.client.AppStoreConnect;
import io.github.ascjava.client.call.RateLimiter;
import io.github.ascjava.client.error.AscException;
import io.github.ascjava.examples.fleet.RedisRateLimiter;
import io.github.ascjava.reports.ReportFile;
import io.github.ascjava.reports.Reports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.util.TaskCompletionListener;
import org.jspecify.annotations.Nullable;

/**
 * Downloads the reports of the vendors of a key, on a worker.
 *
 * <p>The client is made here, from the key file of the worker: neither client nor key is serialized. A vendor that
 * Apple rejects is a row, because an exception would end the job of all vendors. A damaged file is an exception: Spark
 * then repeats the task, which downloads it again.
 */
final class Download implements FlatMapFunction<List<VendorTask>, Row> {

    private static final long serialVersionUID = 1L;

    private final @Nullable Budget budget;

    /** @param budget what the tasks of a key share; null if each key has one task */
    Download(@Nullable Budget budget) {
        this.budget = budget;
    }

    @Override
    public Iterator<Row> call(List<VendorTask> tasks) throws IOException {
        Path folder = Files.createTempDirectory("reports");
        TaskContext.get().addTaskCompletionListener((TaskCompletionListener) context -> delete(folder));
        List<Iterator<Row>> rows = new ArrayList<>();
        try (RedisRateLimiter limiter = budget == null ? null : budget.connect()) {
            for (VendorTask task : tasks) {
                download(task, limiter, folder.resolve(task.vendor().number()), rows::add);
            }
        }
        return new Concatenated(rows.iterator());
    }

    private static void download(
            VendorTask task, @Nullable RateLimiter limiter, Path folder, Consumer<Iterator<Row>> rows) {
        Vendor vendor = task.vendor();
        try (AppStoreConnect asc = client(vendor, limiter)) {
            Reports.of(asc).backfill(task.requests(), folder).run(file -> rows.accept(new FileRows(vendor, file)));
        } catch (AscException | InvalidApiKeyException e) {
            rows.accept(List.of(Schema.failed(vendor, e.getMessage())).iterator());
        }
    }

    private static AppStoreConnect client(Vendor vendor, @Nullable RateLimiter limiter) {
        AppStoreConnect.Builder builder = AppStoreConnect.builder(ApiKey.fromJson(Path.of(vendor.keyFile())));
        if (limiter != null) {
            builder.options(o -> o.rateLimiter(limiter));
        }
        String baseUrl = vendor.baseUrl();
        return baseUrl == null ? builder.build() : builder.baseUrl(baseUrl).build();
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Rows of one file after the other, so that a task never holds a whole report. */
    private static final class Concatenated implements Iterator<Row> {

        private final Iterator<Iterator<Row>> parts;
        private Iterator<Row> current = List.<Row>of().iterator();

        Concatenated(Iterator<Iterator<Row>> parts) {
            this.parts = parts;
        }

        @Override
        public boolean hasNext() {
            while (!current.hasNext() && parts.hasNext()) {
                current = parts.next();
            }
            return current.hasNext();
        }

        @Override
        public Row next() {
            hasNext();
            return current.next();
        }
    }
}
