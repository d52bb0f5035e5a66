package io.github.ascjava.examples;

import io.github.ascjava.client.AppStoreConnect;
import io.github.ascjava.client.api.users.ListUsers;
import io.github.ascjava.client.jsonapi.OpenEnum;
import io.github.ascjava.client.model.apps.App;
import io.github.ascjava.client.model.users.User;
import io.github.ascjava.client.model.users.UserInclude;
import java.io.PrintWriter;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;

/** Prints a table of all users with their roles and the apps that they see. */
@Command(name = "users", description = "Lists the members of the team, their roles and the apps that they see.")
final class UsersCommand extends AscCommand {

    UsersCommand(Connector connector) {
        super(connector);
    }

    @Override
    int run(AppStoreConnect asc, PrintWriter out) {
        Table table = new Table("USER", "NAME", "ROLES", "APPS");
        for (User user : asc.users()
                .list(q -> q.sort(ListUsers.Sort.USERNAME)
                        .include(UserInclude.VISIBLE_APPS)
                        .limit(UserInclude.VISIBLE_APPS, 50)
                        .limit(200))) {
            String name = Objects.requireNonNullElse(user.firstName(), "") + " "
                    + Objects.requireNonNullElse(user.lastName(), "");
            table.row(user.username(), name.strip(), roles(user), apps(asc, user));
        }
        table.print(out);
        return 0;
    }

    private static String roles(User user) {
        List<? extends OpenEnum> roles = Objects.requireNonNullElse(user.roles(), List.of());
        return roles.stream().map(OpenEnum::value).sorted().collect(Collectors.joining(", "));
    }

    private static String apps(AppStoreConnect asc, User user) {
        if (Boolean.TRUE.equals(user.allAppsVisible())) {
            return "all";
        }
        // Apple includes fifty apps at most; the relationship's own list has them all.
        List<App> apps = user.visibleApps().isCut()
                ? asc.users().listVisibleApps(user.id()).all()
                : user.visibleApps().included();
        return apps.stream()
                .map(app -> Objects.requireNonNullElse(app.name(), app.id()))
                .collect(Collectors.joining(", "));
    }
}
