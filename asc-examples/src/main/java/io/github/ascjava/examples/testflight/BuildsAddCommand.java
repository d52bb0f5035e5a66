package io.github.ascjava.examples.testflight;

import io.github.ascjava.client.model.apps.App;
import io.github.ascjava.client.model.builds.Build;
import io.github.ascjava.client.model.testflight.BetaGroup;
import io.github.ascjava.examples.cli.AppLookup;
import io.github.ascjava.examples.cli.Connector;
import io.github.ascjava.examples.cli.FailedException;
import io.github.ascjava.examples.cli.Session;
import io.github.ascjava.examples.cli.WritingCommand;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Hands a build to a group of testers. */
@Command(name = "add", description = "Hands a build to a group of testers.")
final class BuildsAddCommand extends WritingCommand {

    @Parameters(index = "0", paramLabel = "APP", description = AppLookup.DESCRIPTION)
    private String appName = "";

    @Parameters(index = "1", paramLabel = "BUILD", description = "The build's number, such as 412.")
    private String number = "";

    @Option(names = "--group", required = true, paramLabel = "NAME", description = "The group of testers.")
    private String groupName = "";

    BuildsAddCommand(Connector connector) {
        super(connector);
    }

    @Override
    protected int run(Session session) {
        Finder finder = new Finder(session.asc());
        App app = AppLookup.app(session.asc(), appName);
        BetaGroup group = finder.group(app, groupName);
        Build build = finder.build(app, number)
                .orElseThrow(() -> new FailedException("The app " + app.name() + " has no build " + number
                        + ". See them all with: asc builds list " + appName + " --all"));
        if (Boolean.TRUE.equals(group.hasAccessToAllBuilds())) {
            // Apple rejects the request (docs/live-service.md#internal-groups-reject-builds).
            session.terminal()
                    .line("The group " + groupName + " has access to all builds, and so to build " + number + " of "
                            + app.name() + ".");
            return 0;
        }
        session.asc().betaGroups().addBuilds(group.id(), List.of(build.id())).execute();
        done(session, "Build " + number + " of " + app.name() + " is with " + groupName + ".");
        return 0;
    }
}
