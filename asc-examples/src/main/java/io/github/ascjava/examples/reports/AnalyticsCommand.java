package io.github.ascjava.examples.reports;

import io.github.ascjava.client.model.apps.App;
import io.github.ascjava.examples.cli.AppLookup;
import io.github.ascjava.examples.cli.Connector;
import io.github.ascjava.examples.cli.FailedException;
import io.github.ascjava.examples.cli.Session;
import io.github.ascjava.examples.cli.WritingCommand;
import io.github.ascjava.examples.reports.jdbc.Target;
import io.github.ascjava.reports.InvalidReportException;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Objects;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows an analytics report of an app, or writes it to files and databases. */
@Command(
        name = "analytics",
        description = "Shows days of an analytics report of an app, or writes them to files and databases.",
        footer = {
            "",
            "User and password of a database that are not part of its URL come from the",
            "environment: ASC_JDBC_USER and ASC_JDBC_PASSWORD."
        })
public final class AnalyticsCommand extends WritingCommand {

    /** Instances come two to five days late. */
    private static final int DAYS_TO_LOOK_BACK = 8;

    @Parameters(index = "0", paramLabel = "APP", description = "The bundle ID or Apple ID of the app.")
    private String appId = "";

    @Option(
            names = "--report",
            paramLabel = "NAME",
            defaultValue = "App Downloads Standard",
            description = "The report; ${DEFAULT-VALUE} if not given.")
    private String report = "";

    @Option(
            names = "--request",
            description = "Have Apple make the reports of the app from now on, instead of showing one.")
    private boolean isRequest;

    @Mixin
    private final ReportOptions options = new ReportOptions();

    AnalyticsCommand(Connector connector) {
        super(connector);
    }

    @Override
    protected void checkArguments() {
        try {
            options.check();
        } catch (IllegalArgumentException e) {
            throw wrongUsage(String.valueOf(e.getMessage()));
        }
    }

    @Override
    protected int run(Session session) throws IOException {
        App app = AppLookup.app(session.asc(), appId);
        AnalyticsSource source = new AnalyticsSource(session, app);
        if (isRequest) {
            if (source.isStopped()) {
                confirm(session, "Apple stopped the request of " + appId + ". Renew it? Its reports are deleted.");
            }
            source.request();
            done(session, "Apple makes analytics reports of " + appId + ". The first ones follow after two days.");
            return 0;
        }
        DayRange range = range(LocalDate.ofInstant(session.clock().instant(), ZoneOffset.UTC));
        ReportSubject subject = subject(app);
        try (Delivery delivery = Delivery.open(
                options, subject, options.login(environment("ASC_JDBC_USER"), environment("ASC_JDBC_PASSWORD")))) {
            AnalyticsFolder folder = new AnalyticsFolder(delivery.folder(), subject.fileStem());
            delivery.deliver(source.days(report, range, folder, !options.hasDates()), session.terminal());
            return 0;
        } catch (InvalidReportException e) {
            throw new FailedException(String.valueOf(e.getMessage()), e);
        }
    }

    private ReportSubject subject(App app) {
        String words =
                report.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_").replaceAll("^_|_$", "");
        return new ReportSubject(
                report + " of " + Objects.requireNonNullElse(app.name(), app.id()),
                "analytics-" + app.id() + "-" + words.replace('_', '-'),
                new Target("asc_" + words, "app_id", app.id()),
                new AnalyticsFigures());
    }

    /** Without dates, the newest day is looked for. */
    private DayRange range(LocalDate today) {
        try {
            return options.hasDates()
                    ? DayRange.of(options.from(), options.until(), today.minusDays(1))
                    : new DayRange(today.minusDays(DAYS_TO_LOOK_BACK), today.minusDays(1));
        } catch (IllegalArgumentException e) {
            throw wrongUsage(String.valueOf(e.getMessage()));
        }
    }
}
