package io.github.ascjava.examples.reports.jdbc;

import io.github.ascjava.examples.cli.FailedException;
import io.github.ascjava.examples.reports.ReportColumn;
import io.github.ascjava.examples.reports.ReportDay;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A database that holds days of reports, one table per report, and a table of the days that it has.
 *
 * <p>The rows of a day are replaced in one transaction, so running a command again changes nothing, and a run that fails leaves
 * whole days.
 */
public final class Database implements AutoCloseable {

    private final DriverFolder drivers;
    private final JdbcUrl url;
    private final Connection connection;
    private final DayTable table;
    private final String owner;

    private Database(DriverFolder drivers, JdbcUrl url, Connection connection, DayTable table, String owner) {
        this.drivers = drivers;
        this.url = url;
        this.connection = connection;
        this.table = table;
        this.owner = owner;
    }

    /**
     * Connects to a database.
     *
     * @param target where the rows belong
     * @throws FailedException if there is no driver, or the database cannot be reached; the message has no password
     */
    public static Database open(Login login, Path driverFolder, Target target) throws IOException {
        JdbcUrl url = login.url();
        DriverFolder drivers = DriverFolder.open(driverFolder);
        try {
            Connection connection = drivers.connect(url, login.properties());
            DayTable table = new DayTable(
                    connection, new Identifiers(connection.getMetaData()), target.table(), target.ownerColumn());
            return new Database(drivers, url, connection, table, target.owner());
        } catch (SQLException | RuntimeException e) {
            drivers.close();
            if (e instanceof FailedException failure) {
                throw failure;
            }
            throw new FailedException("The database " + url + " cannot be opened: " + sentence(url, e));
        }
    }

    /** Returns the days that are known to have no rows. */
    public Set<LocalDate> emptyDays() {
        Set<LocalDate> days = new HashSet<>();
        try {
            if (!table.hasDays()) {
                return days;
            }
            try (PreparedStatement select = connection.prepareStatement("SELECT * FROM " + table.days() + " WHERE "
                    + table.quoted(table.ownerColumn()) + " = ? AND " + table.quoted(DayTable.COUNT) + " = 0")) {
                select.setString(1, owner);
                try (ResultSet found = select.executeQuery()) {
                    while (found.next()) {
                        days.add(found.getDate(DayTable.DAY).toLocalDate());
                    }
                }
            }
            return days;
        } catch (SQLException | RuntimeException e) {
            throw new FailedException("The days in the database " + url + " cannot be read: " + sentence(url, e));
        }
    }

    /**
     * Stores days, each in a transaction of its own.
     *
     * @return the number of rows
     * @throws FailedException if the database rejects a day; those before it are stored
     */
    public int store(List<ReportDay> days, List<ReportColumn> reportColumns) {
        DayWriter writer = writer(reportColumns);
        int rows = 0;
        for (ReportDay day : days) {
            rows += store(day, writer);
        }
        return rows;
    }

    private DayWriter writer(List<ReportColumn> reportColumns) {
        try {
            connection.setAutoCommit(true);
            Map<String, ReportColumn> columns = table.prepare(reportColumns);
            return new DayWriter(connection, table, columns, owner);
        } catch (SQLException e) {
            throw new FailedException("The tables cannot be made in the database " + url + ": " + sentence(url, e));
        }
    }

    private int store(ReportDay day, DayWriter writer) {
        try {
            connection.setAutoCommit(false);
            int rows = writer.replace(day);
            connection.commit();
            return rows;
        } catch (SQLException e) {
            rollBack();
            throw new FailedException("The database did not take the rows of " + day.date() + ": " + sentence(url, e)
                    + " The days before it are stored.");
        } catch (RuntimeException e) {
            rollBack();
            throw e;
        }
    }

    private void rollBack() {
        try {
            connection.rollback();
        } catch (SQLException e) {
            // The connection is lost; the database rolls back what was not committed.
        }
    }

    private static String sentence(JdbcUrl url, Exception e) {
        String text = url.mask(e.getMessage()).strip();
        return text.endsWith(".") ? text : text + ".";
    }

    @Override
    public void close() throws IOException {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new FailedException(
                    "The connection to the database " + url + " cannot be closed: " + sentence(url, e));
        } finally {
            drivers.close();
        }
    }
}
