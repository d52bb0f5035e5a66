package io.github.ascjava.examples.testflight;

import io.github.ascjava.client.AppStoreConnect;
import io.github.ascjava.client.error.ConflictException;
import io.github.ascjava.client.model.testflight.BetaGroup;
import io.github.ascjava.client.model.testflight.BetaTester;
import io.github.ascjava.examples.cli.AppLookup;
import io.github.ascjava.examples.cli.Connector;
import io.github.ascjava.examples.cli.OutputOptions;
import io.github.ascjava.examples.cli.Rows;
import io.github.ascjava.examples.cli.Session;
import io.github.ascjava.examples.cli.WritingCommand;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Invites the testers of a list into a group, and skips those who are in it. */
@Command(
        name = "import",
        description = "Invites the testers of a CSV file into a group; those who are in it are skipped.")
final class TestersImportCommand extends WritingCommand {

    private static final String INVITED = "invited";

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Parameters(index = "0", paramLabel = "FILE", description = "Lines of first name, last name, address.")
    @SuppressWarnings("NullAway.Init") // Set by picocli.
    private Path file;

    @Option(names = "--app", required = true, paramLabel = "APP", description = AppLookup.DESCRIPTION)
    private String appName = "";

    @Option(names = "--group", required = true, paramLabel = "NAME", description = "The group.")
    private String groupName = "";

    TestersImportCommand(Connector connector) {
        super(connector);
    }

    @Override
    protected int run(Session session) throws IOException {
        List<TesterFile.Line> wanted = TesterFile.read(file);
        Finder finder = new Finder(session.asc());
        BetaGroup group = finder.group(AppLookup.app(session.asc(), appName), groupName);
        Set<String> members = members(session.asc(), group);
        Rows rows = new Rows("EMAIL", "NAME", "RESULT").freeText("EMAIL", "NAME", "RESULT");
        int failures = 0;
        for (TesterFile.Line tester : wanted) {
            session.terminal().progress("Inviting " + (rows.size() + 1) + " of " + wanted.size());
            String result = members.add(tester.email().toLowerCase(Locale.ROOT))
                    ? invite(session.asc(), group, tester)
                    : "in the group already";
            failures += result.equals(INVITED) || result.startsWith("in the group") ? 0 : 1;
            rows.add(tester.email(), tester.firstName() + " " + tester.lastName(), result);
        }
        session.terminal().progressDone();
        output.print(rows, session.terminal());
        return failures == 0 ? 0 : 1;
    }

    private static Set<String> members(AppStoreConnect asc, BetaGroup group) {
        return asc.betaGroups().listBetaTesters(group.id()).stream()
                .map(BetaTester::email)
                .filter(email -> email != null)
                .map(email -> email.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    /** One address that Apple refuses does not keep the others from being invited. */
    private static String invite(AppStoreConnect asc, BetaGroup group, TesterFile.Line tester) {
        try {
            asc.betaTesters()
                    .create(b -> b.email(tester.email())
                            .firstName(tester.firstName())
                            .lastName(tester.lastName())
                            .betaGroups(List.of(group.id())))
                    .orExisting()
                    .execute();
            return INVITED;
        } catch (ConflictException e) {
            return e.errors().isEmpty()
                    ? "refused with status " + e.status()
                    : String.valueOf(e.errors().get(0).detail());
        }
    }
}
