package io.github.ascjava.examples.users;

import io.github.ascjava.client.AppStoreConnect;
import io.github.ascjava.client.api.users.ListUsers;
import io.github.ascjava.client.model.apps.App;
import io.github.ascjava.client.model.users.User;
import io.github.ascjava.client.model.users.UserInclude;
import io.github.ascjava.client.model.users.UserInvitation;
import io.github.ascjava.client.model.users.UserRole;
import io.github.ascjava.examples.cli.AscCommand;
import io.github.ascjava.examples.cli.Connector;
import io.github.ascjava.examples.cli.OutputOptions;
import io.github.ascjava.examples.cli.Rows;
import io.github.ascjava.examples.cli.Session;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows who can do what: roles, visible apps, pending invitations, and what deserves a second look. */
@Command(name = "audit", description = "Shows members and pending invitations, with what deserves a second look.")
final class UsersAuditCommand extends AscCommand {

    @Mixin
    private final OutputOptions output = new OutputOptions();

    UsersAuditCommand(Connector connector) {
        super(connector);
    }

    @Override
    protected int run(Session session) {
        AppStoreConnect asc = session.asc();
        List<User> users = asc.users()
                .list(q -> q.sort(ListUsers.Sort.USERNAME)
                        .include(UserInclude.VISIBLE_APPS)
                        .limit(UserInclude.VISIBLE_APPS, 50)
                        .limit(200))
                .toList();
        long admins = users.stream().filter(UsersAuditCommand::isAdmin).count();
        Rows rows =
                new Rows("USER", "NAME", "STATUS", "ROLES", "APPS", "NOTES").freeText("USER", "NAME", "APPS", "NOTES");
        for (User user : users) {
            rows.add(
                    user.username(),
                    name(user.firstName(), user.lastName()),
                    "member",
                    roles(user.roles()),
                    apps(asc, user),
                    notes(user, admins));
        }
        OffsetDateTime now = OffsetDateTime.now(session.clock());
        for (UserInvitation invitation : asc.userInvitations().list(q -> q.limit(200))) {
            OffsetDateTime until = invitation.expirationDate();
            boolean isOver = until != null && until.isBefore(now);
            rows.add(
                    invitation.email(),
                    name(invitation.firstName(), invitation.lastName()),
                    isOver ? "invitation expired" : "invited",
                    roles(invitation.roles()),
                    Boolean.TRUE.equals(invitation.allAppsVisible()) ? List.of("all") : List.of(),
                    until == null ? List.of() : List.of((isOver ? "since " : "until ") + until.toLocalDate()));
        }
        output.print(rows, session.terminal());
        return 0;
    }

    private static List<String> notes(User user, long admins) {
        List<String> notes = new ArrayList<>();
        if (isAdmin(user) && admins == 1) {
            notes.add("the last admin");
        }
        boolean needsAll = isAdmin(user) || has(user, UserRole.ACCOUNT_HOLDER) || has(user, UserRole.FINANCE);
        if (Boolean.TRUE.equals(user.allAppsVisible()) && !needsAll) {
            notes.add("sees all apps");
        }
        return notes;
    }

    private static boolean isAdmin(User user) {
        return has(user, UserRole.ADMIN);
    }

    private static boolean has(User user, UserRole role) {
        return user.roles() != null && user.roles().contains(role);
    }

    private static List<String> roles(@Nullable List<UserRole> roles) {
        return roles == null ? List.of() : Members.names(roles);
    }

    private static List<String> apps(AppStoreConnect asc, User user) {
        if (Boolean.TRUE.equals(user.allAppsVisible())) {
            return List.of("all");
        }
        // Apple includes fifty apps at most; the relationship's own list has them all.
        List<App> apps = user.visibleApps().isTruncated()
                ? asc.users().listVisibleApps(user.id()).toList()
                : user.visibleApps().included();
        return apps.stream()
                .map(app -> Objects.requireNonNullElse(app.name(), app.id()))
                .toList();
    }

    private static String name(@Nullable String first, @Nullable String last) {
        return (Objects.requireNonNullElse(first, "") + " " + Objects.requireNonNullElse(last, "")).strip();
    }
}
