package io.github.ascjava.examples.testflight;

import io.github.ascjava.client.api.testflight.ListBetaTesters;
import io.github.ascjava.client.model.apps.App;
import io.github.ascjava.client.model.testflight.BetaGroup;
import io.github.ascjava.client.model.testflight.BetaTester;
import io.github.ascjava.client.model.testflight.BetaTesterInclude;
import io.github.ascjava.examples.cli.AppLookup;
import io.github.ascjava.examples.cli.AscCommand;
import io.github.ascjava.examples.cli.Connector;
import io.github.ascjava.examples.cli.OutputOptions;
import io.github.ascjava.examples.cli.Rows;
import io.github.ascjava.examples.cli.Session;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists the testers of an app or of one of its groups. */
@Command(name = "list", description = "Lists the testers of an app, or of one of its groups.")
final class TestersListCommand extends AscCommand {

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Parameters(index = "0", paramLabel = "APP", description = AppLookup.DESCRIPTION)
    private String appName = "";

    @Option(names = "--group", paramLabel = "NAME", description = "Only the testers of this group.")
    private @Nullable String groupName;

    TestersListCommand(Connector connector) {
        super(connector);
    }

    @Override
    protected int run(Session session) {
        Finder finder = new Finder(session.asc());
        App app = AppLookup.app(session.asc(), appName);
        ListBetaTesters query = new ListBetaTesters()
                .include(BetaTesterInclude.BETA_GROUPS)
                .limit(BetaTesterInclude.BETA_GROUPS, 50)
                .sort(ListBetaTesters.Sort.EMAIL)
                .limit(200);
        // Apple accepts one of these filters (docs/live-service.md#beta-testers-take-one-filter).
        query = groupName == null
                ? query.filterApps(app.id())
                : query.filterBetaGroups(finder.group(app, groupName).id());
        Rows rows = new Rows("EMAIL", "NAME", "STATE", "INVITED BY", "GROUPS").freeText("EMAIL", "NAME", "GROUPS");
        for (BetaTester tester : session.asc().betaTesters().list(query)) {
            rows.add(tester.email(), name(tester), tester.state(), tester.inviteType(), groups(tester, app));
        }
        output.print(rows, session.terminal());
        return 0;
    }

    private static String name(BetaTester tester) {
        return (Objects.requireNonNullElse(tester.firstName(), "") + " "
                        + Objects.requireNonNullElse(tester.lastName(), ""))
                .strip();
    }

    private static List<String> groups(BetaTester tester, App app) {
        return tester.betaGroups().included().stream()
                .filter(group ->
                        !group.app().hasData() || app.id().equals(group.app().id()))
                .map(BetaGroup::name)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .sorted()
                .toList();
    }
}
