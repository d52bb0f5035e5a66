package com.example.spark;

import io.github.ascjava.reports.ReportFile;
import io.github.ascjava.reports.ReportReader;
import io.github.ascjava.reports.ReportRow;
import io.github.ascjava.reports.ReportState;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/** The rows of a report, read on demand; one row for a report that does not exist. */
final class FileRows implements Iterator<Row> {

    private final Vendor vendor;
    private final ReportFile file;
    private boolean opened;
    private @Nullable ReportReader reader;
    private @Nullable Iterator<ReportRow> rows;
    private @Nullable Row absent;

    FileRows(Vendor vendor, ReportFile file) {
        this.vendor = vendor;
        this.file = file;
    }

    @Override
    public boolean hasNext() {
        open();
        if (rows != null && !rows.hasNext()) {
            rows = null;
            reader.close();
        }
        return rows != null || absent != null;
    }

    @Override
    public Row next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        if (rows != null) {
            return Schema.sale(vendor, file, rows.next());
        }
        Row row = absent;
        absent = null;
        return row;
    }

    /** Late, so that a task has one file open at a time. */
    private void open() {
        if (opened) {
            return;
        }
        opened = true;
        if (file.state() == ReportState.AVAILABLE) {
            reader = file.rows();
            rows = reader.iterator();
        } else {
            absent = Schema.absent(vendor, file);
        }
    }
}
