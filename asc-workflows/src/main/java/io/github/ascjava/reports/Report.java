package io.github.ascjava.reports;

import io.github.ascjava.workflows.internal.AtomicFile;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A report that Apple is sending, or the reason why there is none.
 *
 * <pre>{@code
 * try (Report report = reports.sales(request)) {
 *     switch (report.state()) {
 *         case AVAILABLE -> report.rows().forEach(table::add);
 *         case NO_SALES -> table.addZero(day);
 *         case NOT_YET -> System.out.println("Try again at " + report.expectedAt());
 *         case NO_LONGER -> System.out.println(report.detail());
 *     }
 * }
 * }</pre>
 *
 * <p>An available report is an open connection: read it once, in one of the three ways, and close it. Used by one thread
 * at a time. {@link ReportFile} is the same as a value that can be kept.
 *
 * @since 0.1.0
 */
public final class Report implements Closeable {

    private final String name;
    private final Outcome outcome;
    private final InputStream body;

    /** @param name what messages call the report at the start of a sentence */
    Report(String name, Outcome outcome, InputStream body) {
        this.name = name;
        this.outcome = outcome;
        this.body = body;
    }

    /** Returns whether there is a report. */
    public ReportState state() {
        return outcome.state();
    }

    /** Returns when to request the report again, or null if its state is not {@link ReportState#NOT_YET}. */
    public @Nullable Instant expectedAt() {
        return outcome.expectedAt();
    }

    /** Returns Apple's sentence about a report that does not exist; null for one that does. */
    public @Nullable String detail() {
        return outcome.detail();
    }

    /**
     * Returns the rows; closing the report or the reader ends the download.
     *
     * @throws IllegalStateException if the report is not available
     * @throws InvalidReportException if it is not a table
     * @throws io.github.ascjava.client.error.ConnectionException if the connection breaks, also from the reader
     */
    public ReportReader rows() {
        return ReportReader.open(body(), name);
    }

    /**
     * Returns the parts of a finance report, of which the rows are one.
     *
     * @throws IllegalStateException if the report is not available
     */
    public FinanceReport financeParts() {
        return FinanceReport.open(body(), name);
    }

    /**
     * Returns the bytes as received: a gzip file, or plain text for analytics reports.
     *
     * @throws IllegalStateException if the report is not available
     */
    public InputStream body() {
        outcome.requireAvailable(name);
        return body;
    }

    /**
     * Writes the bytes as received to a file, and closes the report.
     *
     * <p>The file is complete or absent: it is written under another name in the same folder and renamed at the end. It
     * replaces an existing file.
     *
     * @return the file
     * @throws IllegalStateException if the report is not available
     * @throws UncheckedIOException if the file cannot be written
     * @throws io.github.ascjava.client.error.ConnectionException if the connection breaks
     */
    public Path saveAs(Path file) {
        try (InputStream in = body()) {
            AtomicFile.write(file, in::transferTo);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Closes the connection. */
    @Override
    public void close() {
        try {
            body.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns name and state. */
    @Override
    public String toString() {
        return "Report[" + name + ", " + outcome.state() + "]";
    }
}
