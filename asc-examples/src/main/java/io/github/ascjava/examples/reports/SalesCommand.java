package io.github.ascjava.examples.reports;

import io.github.ascjava.examples.cli.AscCommand;
import io.github.ascjava.examples.cli.Connector;
import io.github.ascjava.examples.cli.FailedException;
import io.github.ascjava.examples.cli.Session;
import io.github.ascjava.examples.reports.jdbc.Target;
import io.github.ascjava.reports.InvalidReportException;
import io.github.ascjava.reports.SalesReportRequest;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Shows what was sold, or writes it to files and databases. */
@Command(
        name = "sales",
        description = "Shows the sales of days by app, day or country, or writes them to files and databases.",
        footer = {
            "",
            "User and password of a database that are not part of its URL come from the",
            "environment: ASC_JDBC_USER and ASC_JDBC_PASSWORD."
        })
public final class SalesCommand extends AscCommand {

    @Parameters(
            index = "0",
            paramLabel = "VENDOR",
            description = "The vendor number, which App Store Connect shows in Payments and Financial Reports.")
    private String vendorNumber = "";

    @Mixin
    private final ReportOptions options = new ReportOptions();

    SalesCommand(Connector connector) {
        super(connector);
    }

    @Override
    protected void checkArguments() {
        try {
            options.check();
            SalesReportRequest.daily(vendorNumber, LocalDate.EPOCH);
        } catch (IllegalArgumentException e) {
            throw wrongUsage(String.valueOf(e.getMessage()));
        }
    }

    @Override
    protected int run(Session session) throws IOException {
        SalesSource source = new SalesSource(session, vendorNumber);
        DayRange range = range(source.newestDay());
        ReportSubject subject = new ReportSubject(
                "Sales of vendor " + vendorNumber,
                "sales-" + vendorNumber,
                new Target("asc_sales", "vendor_number", vendorNumber),
                new SalesFigures());
        try (Delivery delivery = Delivery.open(
                options, subject, options.login(environment("ASC_JDBC_USER"), environment("ASC_JDBC_PASSWORD")))) {
            List<ReportDay> days = source.days(range, delivery.emptyDays(), delivery.folder());
            delivery.deliver(days, session.terminal());
            return 0;
        } catch (InvalidReportException e) {
            throw new FailedException(String.valueOf(e.getMessage()), e);
        }
    }

    private DayRange range(LocalDate newest) {
        try {
            return DayRange.of(options.from(), options.until(), newest);
        } catch (IllegalArgumentException e) {
            throw wrongUsage(String.valueOf(e.getMessage()));
        }
    }
}
