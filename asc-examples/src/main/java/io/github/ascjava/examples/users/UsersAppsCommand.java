package io.github.ascjava.examples.users;

import io.github.ascjava.client.model.users.User;
import io.github.ascjava.client.model.users.UserUpdate;
import io.github.ascjava.examples.cli.Connector;
import io.github.ascjava.examples.cli.Session;
import io.github.ascjava.examples.cli.WritingCommand;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Decides which apps a member sees. */
@Command(name = "apps", description = "Decides which apps a member sees.")
final class UsersAppsCommand extends WritingCommand {

    @Parameters(index = "0", paramLabel = "EMAIL", description = "The member's address.")
    private String email = "";

    @Parameters(
            index = "1..*",
            paramLabel = "APP",
            arity = "0..*",
            description = "Bundle IDs or Apple IDs of the apps to show, in place of those shown today.")
    private List<String> apps = List.of();

    @Option(names = "--all", description = "Show all apps.")
    private boolean all;

    UsersAppsCommand(Connector connector) {
        super(connector);
    }

    @Override
    protected void checkArguments() {
        if (all == !apps.isEmpty()) {
            throw wrongUsage("Name the apps to show, or say --all.");
        }
    }

    @Override
    protected int run(Session session) {
        User user = Members.find(session.asc(), email);
        UserUpdate.Builder update = UserUpdate.builder().allAppsVisible(all);
        if (!all) {
            update.visibleApps(Members.appIds(session.asc(), apps));
        }
        session.asc().users().update(user.id(), update.build()).execute();
        done(session, email + " sees " + (all ? "all apps." : String.join(", ", apps) + "."));
        return 0;
    }
}
