package io.github.ascjava.reports;

import io.github.ascjava.reports.internal.ByteOrderMark;
import io.github.ascjava.reports.internal.Cells;
import io.github.ascjava.reports.internal.Columns;
import io.github.ascjava.reports.internal.GunzipInputStream;
import io.github.ascjava.reports.internal.HeaderReader;
import io.github.ascjava.reports.internal.LineReader;
import io.github.ascjava.reports.internal.UnreadableException;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Reads a report file row by row.
 *
 * <p>For sales, subscription, finance and analytics reports, as Apple sends them (gzip, of one or more members) or
 * unpacked. The text is UTF-8, with or without a byte order mark, and lines end with LF or CRLF. Cells are separated by
 * tabs and never quoted. If the header has no tab, they are separated by commas, and a cell that begins with a
 * quotation mark ends at the next single one. Empty lines are skipped.
 *
 * <p>Rows are read when they are asked for, once. Memory use does not depend on the size of the file: a line may have
 * 1,048,576 bytes and 2,000 cells. A line with fewer cells than the header is a row whose other cells are null; a line
 * with more is an error, unless the additional ones are blank.
 *
 * <p>Rows end where the table does: the summary at the end of a finance report is not among them ({@link
 * FinanceReport}).
 *
 * <p>A file that is not a report, is damaged or ends early is an {@link InvalidReportException}, never a clean end.
 * Rows that were returned before it may be of a damaged file: use them only after the last one has been read. A failure
 * to read the file or stream is an {@link UncheckedIOException}. After a failure, each further call fails in the same
 * way.
 *
 * <p>A reader is for one thread at a time; its rows are not bound to it.
 *
 * @since 0.1.0
 */
public final class ReportReader implements Iterable<ReportRow>, Closeable {

    private final String name;
    private final LineReader lines;
    private final Columns columns;
    private final Map<String, String> preamble;
    private final @Nullable FinanceSummaryReader summary;
    private boolean iterated;
    private boolean closed;

    private ReportReader(String name, LineReader lines, HeaderReader header) throws IOException {
        this.name = name;
        this.lines = lines;
        this.columns = header.read();
        this.preamble = Collections.unmodifiableMap(header.preamble());
        this.summary = FinanceSummaryReader.isFinance(columns) ? new FinanceSummaryReader(lines) : null;
    }

    /**
     * Opens a file and reads its header.
     *
     * @throws UncheckedIOException if the file cannot be read
     * @throws InvalidReportException if it is not a report
     */
    public static ReportReader open(Path file) {
        try {
            return open(Files.newInputStream(file), "The file " + file.getFileName());
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + file + " cannot be read: " + e + ". Check its path.", e);
        }
    }

    /**
     * Opens a stream and reads the header of the report.
     *
     * @param in is closed by the reader, also if this method fails
     * @throws UncheckedIOException if the stream fails
     * @throws InvalidReportException if it is not a report
     */
    public static ReportReader open(InputStream in) {
        return open(in, "The input");
    }

    /**
     * Opens a stream and reads the header of the report.
     *
     * <p>An {@link IOException} of the stream becomes an {@link UncheckedIOException}; an unchecked exception of the
     * stream is passed on as it is.
     *
     * @param in is closed by the reader, also if this method fails
     * @param name what messages call the report at the start of a sentence, such as "The SALES report of 2026-11-01"
     */
    static ReportReader open(InputStream in, String name) {
        try (Opening opening = new Opening(in)) {
            LineReader lines = new LineReader(ByteOrderMark.skip(GunzipInputStream.decompress(in)));
            ReportReader reader = new ReportReader(name, lines, new HeaderReader(lines));
            opening.succeeded = true;
            return reader;
        } catch (IOException e) {
            throw failure(name, e);
        }
    }

    /** Returns the names of the columns, in the order of the file. */
    public List<String> columns() {
        return columns.names();
    }

    /** Returns what the lines above the header say, such as {@code Vendor Name} in FINANCE_DETAIL; empty for others. */
    public Map<String, String> preamble() {
        return preamble;
    }

    /**
     * Returns the rows of the report; can be called once.
     *
     * @throws IllegalStateException if the rows have been asked for before, or if the reader is closed
     */
    @Override
    public Iterator<ReportRow> iterator() {
        requireOpen();
        if (iterated) {
            throw new IllegalStateException(name + " is read already: its rows can be read once. Open it again.");
        }
        iterated = true;
        return new RowIterator(this);
    }

    /**
     * Returns the rows of the report; can be called once, instead of {@link #iterator()}.
     *
     * <p>Closing the stream closes the reader.
     *
     * @throws IllegalStateException if the rows have been asked for before, or if the reader is closed
     */
    public Stream<ReportRow> stream() {
        int kind = Spliterator.ORDERED | Spliterator.NONNULL | Spliterator.IMMUTABLE;
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(iterator(), kind), false)
                .onClose(this::close);
    }

    /** Closes the file or stream; does nothing the second time. */
    @Override
    public void close() {
        closed = true;
        try {
            lines.close();
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be closed: " + e + ".", e);
        }
    }

    /** Reads the next row; null at the end of the table. */
    @Nullable
    ReportRow readRow() {
        requireOpen();
        try {
            Cells cells = nextCells();
            return cells == null ? null : new ReportRow(columns, cells, lines.lineNumber());
        } catch (IOException e) {
            throw failure(name, e);
        }
    }

    /** Returns whether the report is one of finance, which may have a summary. */
    boolean isFinance() {
        return summary != null;
    }

    /** Returns the summary of a finance report; null before all rows have been read, and for other reports. */
    @Nullable
    FinanceSummary summary() {
        return summary == null ? null : summary.result();
    }

    private @Nullable Cells nextCells() throws IOException {
        while (lines.next()) {
            if (!lines.isEmpty()) {
                Cells cells = lines.cells();
                if (summary != null && FinanceSummaryReader.isStart(cells)) {
                    summary.read(cells);
                    return null;
                }
                requireNoMoreThanColumns(cells);
                return cells;
            }
        }
        if (summary != null) {
            summary.end();
        }
        return null;
    }

    private void requireNoMoreThanColumns(Cells cells) throws UnreadableException {
        int count = columns.names().size();
        for (int i = count; i < cells.size(); i++) {
            if (!cells.isBlank(i)) {
                throw new UnreadableException(
                        "has " + cells.size() + " cells in a line, but " + count
                                + " columns; check whether one of its texts has a separator in it",
                        lines.lineNumber());
            }
        }
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException(name + " is closed. Read its rows before closing it.");
        }
    }

    private static RuntimeException failure(String name, IOException e) {
        if (e instanceof UnreadableException problem) {
            long line = problem.lineNumber();
            String place = line == 0 ? "" : " (line " + line + ")";
            return new InvalidReportException(name + " " + problem.getMessage() + place + ".", line, problem);
        }
        return new UncheckedIOException(name + " cannot be read to its end: " + e + ". Try again.", e);
    }

    /** Closes the stream unless the reader could be opened. */
    private static final class Opening implements Closeable {

        private final InputStream in;
        private boolean succeeded;

        Opening(InputStream in) {
            this.in = in;
        }

        @Override
        public void close() throws IOException {
            if (!succeeded) {
                in.close();
            }
        }
    }
}
