package io.github.ascjava.examples.reports;

import io.github.ascjava.reports.AnalyticsDay;
import io.github.ascjava.reports.ReportRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;

/**
 * Days of an analytics report in files that {@link io.github.ascjava.reports.ReportReader} reads.
 *
 * <p>Apple's own files overlap, so their days are stored instead. The name says whether a day is complete, and a complete day
 * without rows is an empty file.
 */
final class AnalyticsFolder {

    private static final String COMPLETE = ".csv";
    private static final String PARTIAL = ".partial.csv";
    private static final String NONE = ".none";

    private final Path folder;
    private final String stem;

    /** @param stem what names of files begin with, different for each app and report */
    AnalyticsFolder(Path folder, String stem) {
        this.folder = folder;
        this.stem = stem;
    }

    boolean isComplete(LocalDate day) {
        return Files.exists(file(day, COMPLETE)) || Files.exists(file(day, NONE));
    }

    /** Replaces what is stored of a day. */
    void store(AnalyticsDay day) throws IOException {
        Iterator<ReportRow> rows = day.rows().iterator();
        String ending = day.isComplete() ? COMPLETE : PARTIAL;
        if (rows.hasNext()) {
            WholeFile.write(file(day.date(), ending), out -> {
                ReportRow row = rows.next();
                out.write(CsvDays.line(row.columns()));
                out.write(line(row));
                while (rows.hasNext()) {
                    out.write(line(rows.next()));
                }
            });
        } else if (day.isComplete()) {
            WholeFile.write(file(day.date(), NONE), out -> {});
        }
        if (day.isComplete()) {
            Files.deleteIfExists(file(day.date(), PARTIAL));
        }
    }

    private static String line(ReportRow row) {
        return CsvDays.line(row.cells().stream()
                .map(cell -> Objects.requireNonNullElse(cell, ""))
                .toList());
    }

    /** Returns the stored days of a range, in order. */
    List<ReportDay> days(DayRange range) {
        List<ReportDay> days = new ArrayList<>();
        range.first().datesUntil(range.last().plusDays(1)).forEach(day -> {
            if (Files.exists(file(day, COMPLETE))) {
                days.add(new ReportDay(day, file(day, COMPLETE)));
            } else if (Files.exists(file(day, PARTIAL))) {
                days.add(new ReportDay(day, file(day, PARTIAL)));
            } else if (Files.exists(file(day, NONE))) {
                days.add(new ReportDay(day, null));
            }
        });
        return days;
    }

    private Path file(LocalDate day, String ending) {
        return folder.resolve(stem + "-" + day + ending);
    }
}
