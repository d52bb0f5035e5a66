package io.github.ascjava.examples.reports.jdbc;

import io.github.ascjava.examples.reports.ReportColumn;
import io.github.ascjava.examples.reports.ReportDay;
import io.github.ascjava.reports.ReportReader;
import io.github.ascjava.reports.ReportRow;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Replaces the rows of a day, in the transaction of its caller. */
final class DayWriter {

    private static final int BATCH = 500;

    private final Connection connection;
    private final DayTable table;
    private final Map<String, ReportColumn> columns;
    private final String owner;
    private final boolean hasRows;

    DayWriter(Connection connection, DayTable table, Map<String, ReportColumn> columns, String owner)
            throws SQLException {
        this.connection = connection;
        this.table = table;
        this.columns = columns;
        this.owner = owner;
        this.hasRows = table.hasRows();
    }

    int replace(ReportDay day) throws SQLException {
        delete(table.days(), day.date());
        if (hasRows) {
            delete(table.rows(), day.date());
        }
        int count = day.file() == null ? 0 : insert(day);
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO " + table.days() + " (" + table.key()
                + ", " + table.quoted(DayTable.COUNT) + ") VALUES (?, ?, ?)")) {
            setKey(insert, day.date());
            insert.setInt(3, count);
            insert.executeUpdate();
        }
        return count;
    }

    private void delete(String from, LocalDate day) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM " + from + table.where())) {
            setKey(delete, day);
            delete.executeUpdate();
        }
    }

    private int insert(ReportDay day) throws SQLException {
        StringBuilder sql = new StringBuilder("INSERT INTO " + table.rows() + " (" + table.key());
        columns.keySet().forEach(column -> sql.append(", ").append(table.quoted(column)));
        sql.append(") VALUES (?, ?")
                .append(String.join("", Collections.nCopies(columns.size(), ", ?")))
                .append(')');
        int count = 0;
        try (PreparedStatement insert = connection.prepareStatement(sql.toString());
                ReportReader rows = day.open()) {
            for (ReportRow row : rows) {
                bind(insert, day.date(), row);
                insert.addBatch();
                if (++count % BATCH == 0) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
        }
        return count;
    }

    private void bind(PreparedStatement insert, LocalDate day, ReportRow row) throws SQLException {
        setKey(insert, day);
        int index = 3;
        for (ReportColumn column : columns.values()) {
            bind(insert, index++, column, column.value(row));
        }
    }

    /** Old drivers know the dates of java.sql only. */
    private static void bind(PreparedStatement insert, int index, ReportColumn column, @Nullable Object value)
            throws SQLException {
        if (value instanceof LocalDate date) {
            insert.setDate(index, Date.valueOf(date));
        } else if (value instanceof BigDecimal number) {
            insert.setBigDecimal(index, number);
        } else if (value != null) {
            insert.setString(index, value.toString());
        } else {
            insert.setNull(index, type(column));
        }
    }

    private static int type(ReportColumn column) {
        return switch (column.type()) {
            case DATE -> Types.DATE;
            case NUMBER -> Types.NUMERIC;
            case TEXT -> Types.VARCHAR;
        };
    }

    private void setKey(PreparedStatement statement, LocalDate day) throws SQLException {
        statement.setString(1, owner);
        statement.setDate(2, Date.valueOf(day));
    }
}
