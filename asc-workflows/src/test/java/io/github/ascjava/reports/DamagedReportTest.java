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
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are not reports, or not whole: a clear exception, never a clean end and never a row twice. */
class DamagedReportTest {

    private static final String REPORT = report(200);

    @TempDir
    private Path folder;

    @Test
    void anEmptyFileIsNotAReport() {
        for (byte[] file : List.of(new byte[0], utf8("\n\r\n"), gzip(new byte[0]), utf8("\ufeff"))) {
            assertThatThrownBy(() -> open(file))
                    .isInstanceOf(InvalidReportException.class)
                    .hasMessage("The input is empty: it has no header; download it again, or check the file.");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"<!DOCTYPE html>\n<html>", "<html>", "  <HTML>\tx", "\ufeff<?xml version=\"1.0\"?>"})
    void aWebPageIsNotAReport(String page) {
        assertThatThrownBy(() -> open(page))
                .isInstanceOf(InvalidReportException.class)
                .hasMessage(
                        "The input is not a report file: it is an HTML or XML page, such as the login page of a proxy;"
                                + " check what was downloaded.");
    }

    @Test
    void anErrorResponseIsNotAReport() {
        assertThatThrownBy(() -> open("{\"errors\": [{\"status\": \"404\", \"code\": \"NOT_FOUND\"}]}"))
                .isInstanceOf(InvalidReportException.class)
                .hasMessageContaining("it is JSON, such as an error response");
    }

    @Test
    void otherFormatsAreNamed() {
        byte[] utf16 = REPORT.getBytes(StandardCharsets.UTF_16);
        byte[] utf16WithoutMark = REPORT.getBytes(StandardCharsets.UTF_16LE);

        assertThatThrownBy(() -> open(utf16)).hasMessageContaining("UTF-16; save it as UTF-8");
        assertThatThrownBy(() -> open(utf16WithoutMark)).hasMessageContaining("UTF-16; save it as UTF-8");
        assertThatThrownBy(() -> open("PK\u0003\u0004\u0014\0\0")).hasMessageContaining("it is a ZIP archive");
        assertThatThrownBy(() -> open(gzip(gzip(utf8(REPORT))))).hasMessageContaining("it was compressed twice");
        assertThatThrownBy(() -> open("some words\nand more")).hasMessageContaining("neither tabs nor commas");
    }

    @Test
    void compressedDataThatEndsEarlyIsAnErrorWhereverItEnds() {
        byte[] file = gzip(utf8(REPORT), utf8(line("last", "1", "2")));
        int firstMember = gzip(utf8(REPORT)).length;

        for (int length = 1; length < file.length; length++) {
            if (length != firstMember) {
                byte[] cut = Arrays.copyOf(file, length);
                assertThatThrownBy(() -> rows(cut))
                        .as("%d of %d bytes", length, file.length)
                        .isInstanceOf(InvalidReportException.class);
            }
        }
        assertThatThrownBy(() -> rows(Arrays.copyOf(file, file.length - 1)))
                .hasMessage("The input is incomplete: its gzip data ends early; download it again.");
    }

    @Test
    void damagedDataIsAnErrorOrTheSameRows() {
        byte[] file = gzip(utf8(REPORT));
        List<String> whole = texts(rows(file));
        Random random = new Random(1);

        for (int i = 0; i < 500; i++) {
            byte[] damaged = file.clone();
            // The time, level and system in the header have no meaning for the content.
            int position = 10 + random.nextInt(file.length - 10);
            damaged[position] ^= (byte) (1 << random.nextInt(8));
            try {
                assertThat(texts(rows(damaged))).as("byte %d", position).isEqualTo(whole);
            } catch (InvalidReportException e) {
                assertThat(e).hasMessageStartingWith("The input ");
            }
        }
    }

    @Test
    void aWrongChecksumIsAnError() {
        byte[] checksum = gzip(utf8(REPORT));
        checksum[checksum.length - 8] ^= 1;
        byte[] length = gzip(utf8(REPORT));
        length[length.length - 4] ^= 1;

        for (byte[] file : List.of(checksum, length)) {
            assertThatThrownBy(() -> rows(file))
                    .hasMessage("The input is damaged: its checksum does not match its content; download it again.");
        }
    }

    @Test
    void bytesAfterTheCompressedDataAreAnError() {
        for (String more : List.of("x", "\0\0x", "\u001fx", "<html>")) {
            byte[] file = concat(gzip(utf8(REPORT)), utf8(more));

            assertThatThrownBy(() -> rows(file)).as(more).isInstanceOf(InvalidReportException.class);
        }
    }

    @Test
    void aLineOfTenMegabytesIsAnErrorThatNamesItsLimit() {
        String file =
                line("SKU", "Title") + line("A", "short") + line("B", "x".repeat(10_000_000)) + line("C", "short");
        List<String> read = new ArrayList<>();

        assertThatThrownBy(() -> open(file).forEach(row -> read.add(row.text("SKU"))))
                .isInstanceOfSatisfying(
                        InvalidReportException.class,
                        e -> assertThat(e.lineNumber()).isEqualTo(3))
                .hasMessage(
                        "The input has a line of more than 1048576 bytes; check that the file is a report (line 3).");
        assertThat(read).containsExactly("A");
    }

    @Test
    void theLongestLineIsRead() {
        String longest = "x".repeat(1_048_576 - 2);

        assertThat(rows(line("SKU", "Title") + line("A", longest)).get(0).text("Title"))
                .isEqualTo(longest);
        assertThat(rows(line("SKU", "Title") + "A\t" + longest + "\r\n").get(0).text("Title"))
                .isEqualTo(longest);
        assertThatThrownBy(() -> rows(line("SKU", "Title") + line("A", longest + "x")))
                .hasMessageContaining("more than 1048576 bytes");
        assertThatThrownBy(() -> rows(line("SKU", "Title") + "A\t" + longest + "x"))
                .hasMessageContaining("more than 1048576 bytes");
    }

    @Test
    void aMillionColumnsAreAnErrorThatNamesTheLimit() {
        assertThatThrownBy(() -> open("\t".repeat(1_000_000) + "\n"))
                .isInstanceOf(InvalidReportException.class)
                .hasMessage("The input has more than 2000 cells in a line; check that the file is a report (line 1).");
        assertThatThrownBy(() -> open(",".repeat(1_000_000) + "\n")).hasMessageContaining("more than 2000 cells");
        assertThatThrownBy(() -> rows(line("A", "B") + "\t".repeat(1_000_000))).hasMessageContaining("(line 2)");
        assertThat(open("x\t".repeat(1_999) + "x\n").columns()).hasSize(2_000);
    }

    @Test
    void aRowWithMoreCellsThanColumnsIsAnError() {
        assertThatThrownBy(() -> rows("A\tB\n1\t2\n1\t2\t3\n4\t5\n"))
                .isInstanceOf(InvalidReportException.class)
                .hasMessage("The input has 3 cells in a line, but 2 columns; check whether one of its texts has a"
                        + " separator in it (line 3).");
    }

    @Test
    void aQuotationMarkThatIsNotClosedIsAnErrorInCommaSeparatedFiles() {
        assertThatThrownBy(() -> rows("A,B\n\"x,y\nz,1\n"))
                .hasMessage("The input has a cell without a closing quotation mark; check the file (line 2).");
    }

    @Test
    void theErrorIsRaisedAgainAndNoRowTwice() {
        Iterator<ReportRow> rows = open("A\tB\n1\t2\n1\t2\t3\n4\t5\n").iterator();
        assertThat(rows.next().text("A")).isEqualTo("1");

        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(rows::hasNext).isInstanceOf(InvalidReportException.class);
            assertThatThrownBy(rows::next).isInstanceOf(InvalidReportException.class);
        }
    }

    @Test
    void aStreamThatFailsIsNotADamagedReport() {
        IOException reset = new IOException("Connection reset");
        byte[] start = Arrays.copyOf(gzip(utf8(REPORT)), 1_000);

        try (ReportReader reader = ReportReader.open(
                new SequenceInputStream(new ByteArrayInputStream(start), new FailingInputStream(reset)),
                "The SALES report of 2026-11-01")) {
            Iterator<ReportRow> rows = reader.iterator();
            assertThatThrownBy(() -> rows.forEachRemaining(row -> {}))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasCause(reset)
                    .hasMessage("The SALES report of 2026-11-01 cannot be read to its end: java.io.IOException:"
                            + " Connection reset. Try again.");
            assertThatThrownBy(rows::hasNext).isInstanceOf(UncheckedIOException.class);
        }
    }

    @Test
    void anUncheckedExceptionOfTheStreamIsPassedOn() {
        IllegalStateException failure = new IllegalStateException("closed");

        assertThatThrownBy(() -> ReportReader.open(new FailingInputStream(failure)))
                .isSameAs(failure);
    }

    @Test
    void theStreamIsClosedIfItCannotBeOpened() {
        FailingInputStream in = new FailingInputStream(new IOException("x"));

        assertThatThrownBy(() -> ReportReader.open(in)).isInstanceOf(UncheckedIOException.class);
        assertThat(in.closed).isTrue();
    }

    @Test
    void aFileThatDoesNotExistIsNamed() {
        assertThatThrownBy(() -> ReportReader.open(folder.resolve("missing.txt.gz")))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageMatching(
                        "The file .*missing.txt.gz cannot be read: .*NoSuchFileException.* Check its path\\.");
    }

    private static String report(int rows) {
        StringBuilder report = new StringBuilder(line("SKU", "Units", "Price"));
        Random random = new Random(5);
        for (int i = 0; i < rows; i++) {
            report.append(line("S" + random.nextInt(), Integer.toString(random.nextInt(100)), i + ".99"));
        }
        return report.toString();
    }

    private static List<String> texts(List<ReportRow> rows) {
        return rows.stream().map(ReportRow::toString).toList();
    }

    private static byte[] concat(byte[] first, byte[] second) {
        byte[] all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }

    /** Fails at the first read. */
    private static final class FailingInputStream extends InputStream {

        private final Exception failure;
        private boolean closed;

        FailingInputStream(Exception failure) {
            this.failure = failure;
        }

        @Override
        public int read() throws IOException {
            if (failure instanceof IOException e) {
                throw e;
            }
            throw (RuntimeException) failure;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            return read();
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
