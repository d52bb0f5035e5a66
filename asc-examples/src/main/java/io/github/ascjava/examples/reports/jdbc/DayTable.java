package io.github.ascjava.examples.reports.jdbc;

import io.github.ascjava.examples.reports.ReportColumn;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Creates tables, and adds the columns that Apple added to a report since. */
final class DayTable {

    static final String DAY = "report_day";
    static final String COUNT = "row_count";

    private final Connection connection;
    private final Identifiers identifiers;
    private final String table;
    private final String owner;

    /** @param owner the column that says whose report it is */
    DayTable(Connection connection, Identifiers identifiers, String table, String owner) {
        this.connection = connection;
        this.identifiers = identifiers;
        this.table = table;
        this.owner = owner;
    }

    String rows() {
        return identifiers.quoted(table);
    }

    String days() {
        return identifiers.quoted(daysName());
    }

    /** Returns the condition that selects a day of an owner. */
    String where() {
        return " WHERE " + key().replace(", ", " = ? AND ") + " = ?";
    }

    String key() {
        return identifiers.quoted(owner) + ", " + identifiers.quoted(DAY);
    }

    String quoted(String column) {
        return identifiers.quoted(column);
    }

    private String daysName() {
        return table + "_days";
    }

    String ownerColumn() {
        return owner;
    }

    boolean hasDays() throws SQLException {
        return exists(daysName());
    }

    boolean hasRows() throws SQLException {
        return exists(table);
    }

    /** Creates what is missing; returns the columns of the report by their names in the table. */
    Map<String, ReportColumn> prepare(Iterable<ReportColumn> reportColumns) throws SQLException {
        Map<String, ReportColumn> columns = new LinkedHashMap<>();
        for (ReportColumn column : reportColumns) {
            String name = Identifiers.columnName(column.name());
            if (!name.equals(owner) && !name.equals(DAY)) {
                columns.putIfAbsent(name, column);
            }
        }
        String ownerAndDay =
                identifiers.quoted(owner) + " VARCHAR(100) NOT NULL, " + identifiers.quoted(DAY) + " DATE NOT NULL";
        if (!exists(daysName())) {
            // The key keeps two runs from storing the same day at the same time.
            run("CREATE TABLE " + days() + " (" + ownerAndDay + ", " + identifiers.quoted(COUNT)
                    + " INTEGER NOT NULL, PRIMARY KEY (" + key() + "))");
        }
        if (!columns.isEmpty() && !exists(table)) {
            StringBuilder create = new StringBuilder("CREATE TABLE " + rows() + " (" + ownerAndDay);
            columns.forEach((name, column) -> create.append(", ").append(definition(name, column)));
            run(create.append(')').toString());
        } else if (!columns.isEmpty()) {
            Set<String> known = columnsOfTable();
            for (Map.Entry<String, ReportColumn> column : columns.entrySet()) {
                if (!known.contains(column.getKey())) {
                    run("ALTER TABLE " + rows() + " ADD " + definition(column.getKey(), column.getValue()));
                }
            }
        }
        return columns;
    }

    private String definition(String name, ReportColumn column) {
        return identifiers.quoted(name) + " "
                + switch (column.type()) {
                    case DATE -> "DATE";
                    case NUMBER -> "NUMERIC(38, 10)";
                    case TEXT -> "VARCHAR(500)";
                };
    }

    /** The driver takes a pattern, in which an underscore stands for any character. */
    private boolean exists(String name) throws SQLException {
        DatabaseMetaData database = connection.getMetaData();
        String escape = database.getSearchStringEscape();
        String spelled = identifiers.spelled(name);
        String pattern = escape == null || escape.isEmpty()
                ? spelled
                : spelled.replace(escape, escape + escape)
                        .replace("_", escape + "_")
                        .replace("%", escape + "%");
        try (ResultSet tables = database.getTables(connection.getCatalog(), connection.getSchema(), pattern, null)) {
            while (tables.next()) {
                if (spelled.equals(tables.getString("TABLE_NAME"))) {
                    return true;
                }
            }
            return false;
        }
    }

    private Set<String> columnsOfTable() throws SQLException {
        Set<String> names = new HashSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet nothing = statement.executeQuery("SELECT * FROM " + rows() + " WHERE 1 = 0")) {
            ResultSetMetaData columns = nothing.getMetaData();
            for (int i = 1; i <= columns.getColumnCount(); i++) {
                names.add(columns.getColumnName(i).toLowerCase(Locale.ROOT));
            }
        }
        return names;
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
