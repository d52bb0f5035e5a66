package io.github.ascjava.reports;

import static io.github.ascjava.reports.ReportFiles.gzip;
import static io.github.ascjava.reports.ReportFiles.line;
import static io.github.ascjava.reports.ReportFiles.open;
import static io.github.ascjava.reports.ReportFiles.rows;
import static io.github.ascjava.reports.ReportFiles.utf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportReaderTest {

    private static final String TWO_ROWS = line("A", "B") + line("1", "2") + line("3", "4");

    @TempDir
    private Path folder;

    @Test
    void aFileIsReadCompressedOrNot() throws IOException {
        Path plain = Files.write(folder.resolve("report.txt"), utf8(TWO_ROWS));
        Path compressed = Files.write(folder.resolve("report.txt.gz"), gzip(utf8(TWO_ROWS)));

        for (Path file : List.of(plain, compressed)) {
            try (ReportReader reader = ReportReader.open(file)) {
                assertThat(reader.columns()).containsExactly("A", "B");
                assertThat(reader.preamble()).isEmpty();
                assertThat(reader).extracting(row -> row.text("B")).containsExactly("2", "4");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A\tB\n1\t2\n3\t4\n",
                "A\tB\n1\t2\n3\t4",
                "A\tB\r\n1\t2\r\n3\t4\r\n",
                "A\tB\r\n1\t2\r\n3\t4",
                "\ufeffA\tB\n1\t2\n3\t4\n",
                "A\tB\n\n1\t2\n\n3\t4\n\n\n",
                "\r\n\nA\tB\r\n\r\n1\t2\r\n3\t4\r\n\r\n"
            })
    void lineEndsAndTheByteOrderMarkAreNotPartOfCells(String text) {
        assertThat(rows(text)).extracting(ReportRow::cells).containsExactly(List.of("1", "2"), List.of("3", "4"));
        assertThat(rows(text)).extracting(ReportRow::columns).containsOnly(List.of("A", "B"));
        assertThat(rows(gzip(utf8(text))))
                .extracting(row -> row.text("A") + row.text("B"))
                .containsExactly("12", "34");
    }

    @Test
    void aCarriageReturnWithinALineIsText() {
        assertThat(rows("A\tB\na\rb\tc\n").get(0).text("A")).isEqualTo("a\rb");
    }

    @Test
    void lineNumbersCountAllLines() {
        assertThat(rows("\nA\tB\n\n1\t2\n\n\n3\t4"))
                .extracting(ReportRow::lineNumber)
                .containsExactly(4L, 7L);
    }

    @Test
    void lastCellsMayBeEmpty() {
        List<ReportRow> rows = rows("A\tB\tC\n1\t\t\n\t\t\n\t\t3");

        assertThat(rows).hasSize(3);
        assertThat(rows.get(0).toMap().values()).containsExactly("1", null, null);
        assertThat(rows.get(1).toMap().values()).containsExactly(null, null, null);
        assertThat(rows.get(2).toMap().values()).containsExactly(null, null, "3");
    }

    @Test
    void aShortRowHasNullsAtItsEnd() {
        ReportRow row = rows("A\tB\tC\n1\n").get(0);

        assertThat(row.toMap().values()).containsExactly("1", null, null);
        assertThat(row.cells()).containsExactly("1");
        assertThat(row.decimal("C")).isNull();
    }

    @Test
    void aLongRowIsReadIfWhatIsTooMuchIsBlank() {
        assertThat(rows("A\tB\n1\t2\t\t \n").get(0).text("B")).isEqualTo("2");
    }

    @Test
    void aHeaderAloneIsAReportWithoutRows() {
        assertThat(rows("A\tB\n")).isEmpty();
        assertThat(rows("A\tB")).isEmpty();
        assertThat(rows(gzip(utf8("A\tB\r\n")))).isEmpty();
    }

    @Test
    void theSeparatorIsACommaIfTheHeaderHasNoTab() {
        List<ReportRow> rows = rows("Date,App Name,Counts\n"
                + "2026-11-30,\"Beans, \"\"fresh\"\"\",5\n"
                + "2026-11-30,Tea\tfor two,6\n"
                + "2026-11-30,\"\",7\n"
                + "2026-11-30,a\"b,8\n"
                + "2026-11-30,\"Größe\",9");

        assertThat(rows)
                .extracting(row -> row.text("App Name"))
                .containsExactly("Beans, \"fresh\"", "Tea\tfor two", null, "a\"b", "Größe");
        assertThat(rows).extracting(row -> row.integer("Counts")).containsExactly(5L, 6L, 7L, 8L, 9L);
    }

    @Test
    void aQuotedHeaderOfACommaSeparatedFileIsUnquoted() {
        try (ReportReader reader = open("\"Date\",\"App, Name\"\n2026-11-30,x\n")) {
            assertThat(reader.columns()).containsExactly("Date", "App, Name");
        }
    }

    @Test
    void rowsAreReadWhenTheyAreAskedFor() {
        InputStream endless = new InputStream() {
            private int position;

            @Override
            public int read() {
                return "A\tB\n".charAt(position++ % 4);
            }

            @Override
            public int read(byte[] target, int offset, int length) {
                for (int i = 0; i < length; i++) {
                    target[offset + i] = (byte) read();
                }
                return length;
            }
        };

        try (ReportReader reader = ReportReader.open(endless)) {
            Iterator<ReportRow> rows = reader.iterator();
            for (int i = 0; i < 100_000; i++) {
                assertThat(rows.next().lineNumber()).isEqualTo(i + 2);
            }
        }
    }

    @Test
    void aLineMayBeLongerThanTheBuffer() {
        String title = "ö".repeat(300_000);
        String file = line("SKU", "Title") + line("A", title) + line("B", "short") + line("C", title + "x");

        assertThat(rows(file)).extracting(row -> row.text("Title")).containsExactly(title, "short", title + "x");
    }

    @Test
    void rowsCanBeReadOnce() {
        try (ReportReader reader = open(TWO_ROWS)) {
            reader.iterator().next();

            assertThatThrownBy(reader::iterator)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("The input is read already: its rows can be read once. Open it again.");
            assertThatThrownBy(reader::stream).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void thereIsNoRowAfterTheLast() {
        try (ReportReader reader = open(TWO_ROWS)) {
            Iterator<ReportRow> rows = reader.iterator();
            rows.next();
            rows.next();

            assertThat(rows.hasNext()).isFalse();
            assertThatThrownBy(rows::next).isInstanceOf(NoSuchElementException.class);
        }
    }

    @Test
    void closingTheStreamOfRowsClosesTheFile() {
        CountingInputStream in = new CountingInputStream(gzip(utf8(TWO_ROWS)));
        ReportReader reader = ReportReader.open(in);

        try (Stream<ReportRow> rows = reader.stream()) {
            assertThat(rows.map(row -> row.text("A")).toList()).containsExactly("1", "3");
            assertThat(in.closed).hasValue(0);
        }

        assertThat(in.closed).hasPositiveValue();
        reader.close();
    }

    @Test
    void rowsCannotBeReadAfterClosing() {
        ReportReader reader = open(TWO_ROWS);
        Iterator<ReportRow> rows = reader.iterator();
        rows.next();
        reader.close();
        reader.close();

        assertThatThrownBy(rows::hasNext)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("The input is closed. Read its rows before closing it.");
        assertThatThrownBy(reader::iterator).isInstanceOf(IllegalStateException.class);
    }

    /** Counts how often it was closed. */
    private static final class CountingInputStream extends ByteArrayInputStream {

        private final AtomicInteger closed = new AtomicInteger();

        CountingInputStream(byte[] bytes) {
            super(bytes);
        }

        @Override
        public void close() {
            closed.incrementAndGet();
        }
    }
}
