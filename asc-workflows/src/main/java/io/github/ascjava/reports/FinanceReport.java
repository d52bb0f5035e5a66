package io.github.ascjava.reports;

import java.io.Closeable;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Reads the parts of a finance report: the values above the table, its rows, and the summary below it.
 *
 * <p>For FINANCIAL and FINANCE_DETAIL reports. The summary repeats the money of the rows by country, so it is apart
 * from them. Apart from that, everything that {@link ReportReader} says is true of it.
 *
 * @see <a href="https://developer.apple.com/help/app-store-connect/reference/financial-report-fields">Financial report
 *     fields</a>
 * @since 0.1.0
 */
public final class FinanceReport implements Iterable<ReportRow>, Closeable {

    private final ReportReader reader;

    private FinanceReport(ReportReader reader) {
        this.reader = reader;
    }

    /**
     * Opens a file and reads its header.
     *
     * @throws java.io.UncheckedIOException if the file cannot be read
     * @throws InvalidReportException if it is not a finance report
     */
    public static FinanceReport open(Path file) {
        return of(ReportReader.open(file), "The file " + file.getFileName());
    }

    /**
     * Opens a stream and reads the header of the report.
     *
     * @param in is closed by the report, also if this method fails
     * @throws java.io.UncheckedIOException if the stream fails
     * @throws InvalidReportException if it is not a finance report
     */
    public static FinanceReport open(InputStream in) {
        return open(in, "The input");
    }

    /** Opens a stream, as {@link ReportReader#open(InputStream, String)} does. */
    static FinanceReport open(InputStream in, String name) {
        return of(ReportReader.open(in, name), name);
    }

    private static FinanceReport of(ReportReader reader, String name) {
        if (!reader.isFinance()) {
            reader.close();
            throw new InvalidReportException(
                    name + " is not a finance report: it has no column 'Extended Partner Share'."
                            + " Open it with ReportReader.",
                    0,
                    null);
        }
        return new FinanceReport(reader);
    }

    /** Returns the names of the columns, in the order of the file. */
    public List<String> columns() {
        return reader.columns();
    }

    /** Returns what the lines above the header say, by name and in the order of the file; empty for FINANCIAL. */
    public Map<String, String> preamble() {
        return reader.preamble();
    }

    /**
     * Returns the rows of the report; can be called once.
     *
     * @throws IllegalStateException if the rows have been asked for before, or if the report is closed
     */
    @Override
    public Iterator<ReportRow> iterator() {
        return reader.iterator();
    }

    /**
     * Returns the rows of the report; can be called once, instead of {@link #iterator()}.
     *
     * <p>Closing the stream closes the report. {@link FinanceRow} and {@link FinanceDetailRow} are views of the rows.
     *
     * @throws IllegalStateException if the rows have been asked for before, or if the report is closed
     */
    public Stream<ReportRow> stream() {
        return reader.stream();
    }

    /**
     * Returns the summary below the rows; without content if the report has none.
     *
     * @throws IllegalStateException if not all rows have been read
     */
    public FinanceSummary summary() {
        FinanceSummary summary = reader.summary();
        if (summary == null) {
            throw new IllegalStateException(
                    "The summary is below the rows, and not all of them have been read. Read the rows first.");
        }
        return summary;
    }

    /** Closes the file or stream; does nothing the second time. */
    @Override
    public void close() {
        reader.close();
    }
}
