package io.github.ascjava.examples.users;

import io.github.ascjava.client.model.users.User;
import io.github.ascjava.client.model.users.UserRole;
import io.github.ascjava.examples.cli.Connector;
import io.github.ascjava.examples.cli.Session;
import io.github.ascjava.examples.cli.WritingCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Gives a member other roles. */
@Command(name = "roles", description = "Gives a member these roles, in place of those that they have.")
final class UsersRolesCommand extends WritingCommand {

    @Parameters(index = "0", paramLabel = "EMAIL", description = "The member's address.")
    private String email = "";

    @Parameters(index = "1", paramLabel = "ROLES", split = ",", description = "Roles, such as DEVELOPER,MARKETING.")
    private List<String> roles = List.of();

    UsersRolesCommand(Connector connector) {
        super(connector);
    }

    @Override
    protected void checkArguments() {
        roles();
    }

    private List<UserRole> roles() {
        return roles.stream()
                .map(role -> oneOf(Members.ASSIGNABLE_ROLES, "ROLES", role))
                .toList();
    }

    @Override
    protected int run(Session session) {
        User user = Members.find(session.asc(), email);
        List<UserRole> before = Objects.requireNonNullElse(user.roles(), List.of());
        List<UserRole> after = new ArrayList<>(roles());
        if (before.contains(UserRole.ACCOUNT_HOLDER)) {
            // Apple rejects a change that would take this role away.
            after.add(UserRole.ACCOUNT_HOLDER);
        }
        if (before.contains(UserRole.ADMIN) && !after.contains(UserRole.ADMIN)) {
            confirm(session, email + " will be no admin any more. Go on?");
        }
        session.asc().users().update(user.id(), b -> b.roles(after)).execute();
        done(
                session,
                "Changed the roles of " + email + " from " + Members.names(before) + " to " + Members.names(after)
                        + ".");
        return 0;
    }
}
