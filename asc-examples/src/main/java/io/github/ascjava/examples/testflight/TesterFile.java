package io.github.ascjava.examples.testflight;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import io.github.ascjava.examples.cli.FailedException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads the lists of testers that App Store Connect imports and exports: first name, last name, address. */
final class TesterFile {

    private TesterFile() {}

    /**
     * Reads all lines; a heading is passed over.
     *
     * @throws FailedException if a line has no address; nobody is invited then
     */
    static List<Line> read(Path file) throws IOException {
        List<Line> testers = new ArrayList<>();
        try (MappingIterator<String[]> rows = new CsvMapper()
                .enable(CsvParser.Feature.WRAP_AS_ARRAY)
                .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
                .readerFor(String[].class)
                .readValues(file.toFile())) {
            for (int number = 1; rows.hasNext(); number++) {
                String[] cells = rows.next();
                boolean isHeading = number == 1
                        && String.join(",", cells).toLowerCase(Locale.ROOT).contains("mail");
                if (!isHeading || String.join("", cells).indexOf('@') >= 0) {
                    testers.add(line(cells, file.getFileName() + " line " + number));
                }
            }
        }
        return testers;
    }

    private static Line line(String[] cells, String place) {
        if (cells.length < 3 || cells[2].indexOf('@') < 1) {
            throw new FailedException(
                    place + " is no tester: it needs a first name, a last name and an address, with commas between.");
        }
        return new Line(cells[0].strip(), cells[1].strip(), cells[2].strip());
    }

    record Line(String firstName, String lastName, String email) {}
}
