package io.github.ascjava.reports;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** The rows of a reader, each of which is read when it is asked for; fails again and again after a failure. */
final class RowIterator implements Iterator<ReportRow> {

    private final ReportReader reader;
    private @Nullable ReportRow next;
    private boolean ended;
    private @Nullable RuntimeException failure;

    RowIterator(ReportReader reader) {
        this.reader = reader;
    }

    @Override
    public boolean hasNext() {
        if (next == null && !ended) {
            next = read();
            ended = next == null;
        }
        return next != null;
    }

    @Override
    public ReportRow next() {
        ReportRow row = hasNext() ? next : null;
        if (row == null) {
            throw new NoSuchElementException("The report has no more rows.");
        }
        next = null;
        return row;
    }

    private @Nullable ReportRow read() {
        if (failure != null) {
            throw failure;
        }
        try {
            return reader.readRow();
        } catch (RuntimeException e) {
            failure = e;
            throw e;
        }
    }
}
