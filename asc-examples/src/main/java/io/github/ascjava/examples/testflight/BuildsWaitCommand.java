package io.github.ascjava.examples.testflight;

import io.github.ascjava.client.model.apps.App;
import io.github.ascjava.client.model.builds.Build;
import io.github.ascjava.client.model.builds.BuildProcessingState;
import io.github.ascjava.examples.cli.AppLookup;
import io.github.ascjava.examples.cli.AscCommand;
import io.github.ascjava.examples.cli.Connector;
import io.github.ascjava.examples.cli.FailedException;
import io.github.ascjava.examples.cli.Session;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Waits until Apple has processed a build. */
@Command(
        name = "wait",
        description = "Waits until a build is processed. Exit code 0 if it is valid, 1 if it is not or time is up.")
final class BuildsWaitCommand extends AscCommand {

    private static final int MOST_MINUTES = 24 * 60;
    private static final int MOST_SECONDS = 60 * 60;

    @Parameters(index = "0", paramLabel = "APP", description = AppLookup.DESCRIPTION)
    private String appName = "";

    @Parameters(index = "1", paramLabel = "BUILD", description = "The build's number, such as 412.")
    private String number = "";

    @Option(
            names = "--minutes",
            defaultValue = "60",
            description = "How long to wait at most; ${DEFAULT-VALUE} if not given.")
    private int minutes;

    @Option(
            names = "--every",
            paramLabel = "SECONDS",
            defaultValue = "30",
            description = "How often to look; ${DEFAULT-VALUE} if not given.")
    private int seconds;

    BuildsWaitCommand(Connector connector) {
        super(connector);
    }

    @Override
    protected void checkArguments() {
        requireRange("--minutes", minutes, 0, MOST_MINUTES);
        requireRange("--every", seconds, 1, MOST_SECONDS);
    }

    @Override
    protected int run(Session session) {
        Finder finder = new Finder(session.asc());
        App app = AppLookup.app(session.asc(), appName);
        Instant end = session.clock().instant().plus(Duration.ofMinutes(minutes));
        while (true) {
            // A new build is listed some minutes after its upload (docs/live-service.md#new-builds-appear-late).
            Optional<Build> build = finder.build(app, number);
            BuildProcessingState state = build.map(Build::processingState).orElse(null);
            if (state != null && !state.equals(BuildProcessingState.PROCESSING)) {
                session.terminal().progressDone();
                session.terminal().line("Build " + number + " of " + app.name() + " is " + state + ".");
                return state.equals(BuildProcessingState.VALID) ? 0 : 1;
            }
            if (!session.clock().instant().isBefore(end)) {
                throw new FailedException("Build " + number + " of " + app.name() + " is "
                        + (state == null ? "not there" : "still being processed") + " after " + minutes
                        + " minutes.");
            }
            session.terminal().progress("Build " + number + ": " + (state == null ? "not there yet" : state));
            session.pause(Duration.ofSeconds(seconds));
        }
    }
}
