package com.example.duckdb;

import io.github.ascjava.reports.ReportFile;
import io.github.ascjava.reports.ReportReader;
import io.github.ascjava.reports.ReportRow;
import io.github.ascjava.reports.ReportState;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/**
 * A DuckDB file with the rows of sales reports in the table {@code sales}, and the reports in {@code reports}.
 *
 * <p>The table {@code reports} tells a day without sales ({@code NO_SALES}) from a day that was never loaded. Used by
 * one thread at a time, and by one process at a time: DuckDB locks the file.
 */
final class SalesDatabase implements AutoCloseable {

    private final DuckDBConnection connection;

    private SalesDatabase(DuckDBConnection connection) {
        this.connection = connection;
    }

    /** Opens a file, or creates it. */
    static SalesDatabase open(Path file) throws SQLException {
        DuckDBConnection connection =
                DriverManager.getConnection("jdbc:duckdb:" + file).unwrap(DuckDBConnection.class);
        SalesDatabase database = new SalesDatabase(connection);
        database.execute("CREATE TABLE IF NOT EXISTS reports"
                + " (report VARCHAR PRIMARY KEY, state VARCHAR, row_count BIGINT)");
        database.execute(
                "CREATE TABLE IF NOT EXISTS sales (report VARCHAR, line BIGINT, " + SalesColumn.declarations() + ")");
        return database;
    }

    /**
     * Loads a report, and replaces what an earlier run loaded from it. If it cannot be read to its end, nothing
     * changes.
     *
     * @return the number of its rows
     */
    long load(ReportFile file) throws SQLException {
        String report = file.request().fileName();
        connection.setAutoCommit(false);
        try {
            execute("DELETE FROM sales WHERE report = ?", report);
            long rows = file.state() == ReportState.AVAILABLE ? append(report, file) : 0;
            execute(
                    "INSERT OR REPLACE INTO reports VALUES (?, ?, ?)",
                    report,
                    file.state().name(),
                    rows);
            connection.commit();
            return rows;
        } catch (SQLException | RuntimeException e) {
            connection.rollback();
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    private long append(String report, ReportFile file) throws SQLException {
        long rows = 0;
        try (ReportReader reader = file.rows();
                DuckDBAppender table = connection.createAppender("sales")) {
            for (ReportRow row : reader) {
                table.beginRow().append(report).append(row.lineNumber());
                for (SalesColumn column : SalesColumn.ALL) {
                    column.append(row, table);
                }
                table.endRow();
                rows++;
            }
        }
        return rows;
    }

    /** Returns the proceeds by currency. They are positive in refunds, so the units decide the sign. */
    Map<String, BigDecimal> proceeds() throws SQLException {
        Map<String, BigDecimal> proceeds = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT currency_of_proceeds, sum(units * developer_proceeds)"
                        + " FROM sales WHERE developer_proceeds <> 0 GROUP BY ALL")) {
            while (rows.next()) {
                proceeds.put(rows.getString(1), rows.getBigDecimal(2));
            }
        }
        return proceeds;
    }

    /** Returns the number of rows of all reports. */
    long rows() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM sales")) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Writes all rows to a Parquet file, which is complete or absent; replaces an existing one. */
    void writeParquet(Path file) throws SQLException, IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        execute("COPY (SELECT " + SalesColumn.names().collect(Collectors.joining(", "))
                + " FROM sales ORDER BY begin_date, report, line) TO '"
                + part.toString().replace("'", "''")
                + "' (FORMAT parquet)");
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Returns the connection, for queries. */
    DuckDBConnection connection() {
        return connection;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    private void execute(String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            statement.execute();
        }
    }
}
