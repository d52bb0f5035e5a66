package io.github.ascjava.examples.reports;

import io.github.ascjava.examples.cli.OutputOptions;
import io.github.ascjava.examples.reports.jdbc.Login;
import java.nio.file.Path;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which days of a report, and what becomes of them. */
final class ReportOptions {

    @Option(names = "--from", paramLabel = "DATE", description = "The first day, such as 2026-11-01.")
    private @Nullable String from;

    @Option(
            names = "--until",
            paramLabel = "DATE",
            description = "The last day. Without dates, the newest day with a report.")
    private @Nullable String until;

    @Option(
            names = "--by",
            paramLabel = "WHAT",
            defaultValue = "app",
            description = "Add up by day, app or country; ${DEFAULT-VALUE} if not given.")
    private String by = "";

    @Option(
            names = "--to",
            paramLabel = "FILE",
            description =
                    "Write all rows to a file that ends in .csv or .json, plots to one that ends in .html, or each"
                            + " day to a file in a folder, where the next run goes on.")
    private @Nullable Path to;

    @Option(
            names = "--jdbc",
            paramLabel = "URL",
            description = "Write all rows to a database, such as jdbc:postgresql://localhost/sales. A day that is there"
                    + " already is replaced.")
    private @Nullable String jdbc;

    @Option(
            names = "--driver-path",
            paramLabel = "DIR",
            description = "The folder with the jar of the database's driver.")
    private @Nullable Path driverPath;

    @Option(
            names = "--table",
            paramLabel = "NAME",
            description = "The table to write to, if not the one of the report.")
    private @Nullable String table;

    @Mixin
    private final OutputOptions output = new OutputOptions();

    /** @throws IllegalArgumentException if options contradict each other or cannot be used */
    void check() {
        Dimension.parse(by);
        LocalDate first = from();
        LocalDate last = until();
        if (first != null && last != null) {
            DayRange.of(first, last, last);
        }
        if (to != null) {
            Destination.of(to);
        }
        if ((jdbc == null) != (driverPath == null)) {
            throw new IllegalArgumentException(
                    jdbc == null
                            ? "--driver-path belongs to --jdbc, the URL of the database. Give both."
                            : "--jdbc needs --driver-path, the folder with the jar of the database's driver.");
        }
        login(null, null);
    }

    @Nullable
    LocalDate from() {
        return DayRange.date("--from", from);
    }

    @Nullable
    LocalDate until() {
        return DayRange.date("--until", until);
    }

    boolean hasDates() {
        return from != null || until != null;
    }

    Dimension by() {
        return Dimension.parse(by);
    }

    @Nullable
    Destination destination() {
        return to == null ? null : Destination.of(to);
    }

    @Nullable
    Login login(@Nullable String user, @Nullable String password) {
        return jdbc == null ? null : new Login(jdbc, user, password);
    }

    @Nullable
    Path driverPath() {
        return driverPath;
    }

    @Nullable
    String table() {
        return table;
    }

    OutputOptions output() {
        return output;
    }
}
