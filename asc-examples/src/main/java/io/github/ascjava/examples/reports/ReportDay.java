package io.github.ascjava.examples.reports;

import io.github.ascjava.reports.ReportReader;
import io.github.ascjava.reports.ReportRow;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A day of a report that is on this machine.
 *
 * @param date the day
 * @param file its rows; null for a day without rows
 */
public record ReportDay(LocalDate date, @Nullable Path file) {

    /** Returns the names of the columns; none for a day without rows. */
    public List<String> columns() {
        if (file == null) {
            return List.of();
        }
        try (ReportReader reader = ReportReader.open(file)) {
            return reader.columns();
        }
    }

    /**
     * Opens the rows; close the reader.
     *
     * @throws IllegalStateException if the day has none
     */
    public ReportReader open() {
        if (file == null) {
            throw new IllegalStateException("The day " + date + " has no rows.");
        }
        return ReportReader.open(file);
    }

    /** Reads the rows, one after the other. */
    public void forEachRow(Consumer<ReportRow> each) {
        if (file != null) {
            try (ReportReader reader = ReportReader.open(file)) {
                reader.forEach(each);
            }
        }
    }
}
