package io.github.ascjava.reports;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Made-up reports with the columns of Apple's lists; the files are test resources. */
final class GoldenFiles {

    private GoldenFiles() {}

    static InputStream open(String name) {
        return Objects.requireNonNull(GoldenFiles.class.getResourceAsStream(name + ".tsv"), name);
    }

    static List<ReportRow> rows(String name) {
        List<ReportRow> rows = new ArrayList<>();
        try (ReportReader reader = ReportReader.open(open(name))) {
            reader.forEach(rows::add);
        }
        return rows;
    }
}
