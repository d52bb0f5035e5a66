package io.github.ascjava.examples.users;

import io.github.ascjava.client.AppStoreConnect;
import io.github.ascjava.client.model.users.User;
import io.github.ascjava.client.model.users.UserInvitation;
import io.github.ascjava.examples.cli.Connector;
import io.github.ascjava.examples.cli.Session;
import io.github.ascjava.examples.cli.WritingCommand;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Removes a member, or takes an invitation back. */
@Command(name = "remove", description = "Removes a member from the team, or takes an invitation back.")
final class UsersRemoveCommand extends WritingCommand {

    @Parameters(index = "0", paramLabel = "EMAIL", description = "The address of the member or of who was invited.")
    private String email = "";

    UsersRemoveCommand(Connector connector) {
        super(connector);
    }

    @Override
    protected int run(Session session) {
        AppStoreConnect asc = session.asc();
        Optional<UserInvitation> invitation = asc.userInvitations().list(q -> q.filterEmail(email)).stream()
                .filter(each -> email.equalsIgnoreCase(each.email()))
                .findFirst();
        if (invitation.isPresent()) {
            confirm(session, "Take the invitation of " + email + " back?");
            asc.userInvitations().delete(invitation.get().id()).execute();
            done(session, "The invitation of " + email + " is taken back.");
        } else {
            User user = Members.find(asc, email);
            confirm(session, "Remove " + email + " from the team?");
            asc.users().delete(user.id()).execute();
            done(session, "Removed " + email + " from the team.");
        }
        return 0;
    }
}
