package io.github.ascjava.examples.reports;

import io.github.ascjava.examples.cli.FailedException;
import io.github.ascjava.examples.cli.Terminal;
import io.github.ascjava.examples.reports.jdbc.Database;
import io.github.ascjava.examples.reports.jdbc.Login;
import io.github.ascjava.examples.reports.jdbc.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Shows days of a report or writes them to what the options name, which is opened before anything is downloaded. */
final class Delivery implements AutoCloseable {

    private final ReportOptions options;
    private final ReportSubject subject;
    private final @Nullable Destination destination;
    private final Workspace workspace;
    private final @Nullable Database database;

    private Delivery(
            ReportOptions options,
            ReportSubject subject,
            @Nullable Destination destination,
            Workspace workspace,
            @Nullable Database database) {
        this.options = options;
        this.subject = subject;
        this.destination = destination;
        this.workspace = workspace;
        this.database = database;
    }

    /** Fails if a file cannot be written or the database cannot be opened. */
    static Delivery open(ReportOptions options, ReportSubject subject, @Nullable Login login) throws IOException {
        Destination destination = options.destination();
        Path kept = null;
        if (destination != null) {
            WholeFile.requireWritable(existing(destination));
            kept = destination.isFolder() ? destination.path() : null;
        }
        Path drivers = options.driverPath();
        String table = options.table();
        Target target = subject.target();
        Database database = login == null || drivers == null
                ? null
                : Database.open(
                        login,
                        drivers,
                        table == null ? target : new Target(table, target.ownerColumn(), target.owner()));
        try {
            return new Delivery(options, subject, destination, Workspace.in(kept), database);
        } catch (IOException e) {
            if (database != null) {
                database.close();
            }
            throw e;
        }
    }

    /** A folder of --to is made if it does not exist. */
    private static Path existing(Destination destination) {
        Path folder = destination.path().toAbsolutePath();
        if (!destination.isFolder() || !Files.exists(folder)) {
            return WholeFile.folderOf(folder);
        }
        return folder;
    }

    /** Returns where downloaded reports are kept. */
    Path folder() {
        return workspace.folder();
    }

    /** Returns the days that the database knows to have no rows. */
    Set<LocalDate> emptyDays() {
        return database == null ? Set.of() : database.emptyDays();
    }

    /** Shows or writes the days. */
    void deliver(List<ReportDay> days, Terminal terminal) throws IOException {
        if (destination == null && database == null) {
            new FiguresView(subject.figures(), options.by())
                    .print(rangeOf(days), totals(days), options.output(), terminal);
        }
        if (destination != null) {
            write(days, destination);
            terminal.line("Wrote " + rangeOf(days) + " to " + destination.path() + ".");
        }
        if (database != null) {
            int rows = database.store(days, ReportColumn.of(days));
            terminal.line(
                    "Wrote " + rangeOf(days) + ", " + rows + (rows == 1 ? " row" : " rows") + ", to the database.");
        }
    }

    private void write(List<ReportDay> days, Destination to) throws IOException {
        switch (to.form()) {
            case CSV -> WholeFile.write(to.path(), out -> CsvDays.write(days, out));
            case JSON -> WholeFile.write(to.path(), out -> JsonDays.write(days, out));
            case HTML -> {
                Totals totals = totals(days);
                WholeFile.write(
                        to.path(),
                        out -> ReportPage.write(subject.title(), rangeOf(days), subject.figures(), totals, out));
            }
            case FOLDER -> {
                for (ReportDay day : days) {
                    if (day.file() != null) {
                        Path file = to.path().resolve(subject.fileStem() + "-" + day.date() + ".csv");
                        WholeFile.write(file, out -> CsvDays.write(List.of(day), out));
                    }
                }
            }
        }
    }

    private Totals totals(List<ReportDay> days) {
        Totals totals = subject.figures().totals(days);
        if (totals.measures().isEmpty() && days.stream().anyMatch(day -> day.file() != null)) {
            throw new FailedException("The report has no column that can be added up. Write its rows to a file instead,"
                    + " such as with: --to report.csv");
        }
        return totals;
    }

    private static String rangeOf(List<ReportDay> days) {
        LocalDate first = days.get(0).date();
        LocalDate last = days.get(days.size() - 1).date();
        return first.equals(last) ? first.toString() : first + " to " + last + " (" + days.size() + " days)";
    }

    @Override
    public void close() throws IOException {
        try {
            workspace.close();
        } finally {
            if (database != null) {
                database.close();
            }
        }
    }
}
