package io.github.ascjava.examples.users;

import io.github.ascjava.client.model.users.UserInvitation;
import io.github.ascjava.client.model.users.UserInvitationCreate;
import io.github.ascjava.client.model.users.UserRole;
import io.github.ascjava.examples.cli.Connector;
import io.github.ascjava.examples.cli.Session;
import io.github.ascjava.examples.cli.WritingCommand;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Invites somebody to the team. */
@Command(name = "invite", description = "Invites somebody to the team.")
final class UsersInviteCommand extends WritingCommand {

    @Parameters(index = "0", paramLabel = "EMAIL", description = "The address to invite.")
    private String email = "";

    @Parameters(index = "1", paramLabel = "FIRST-NAME")
    private String firstName = "";

    @Parameters(index = "2", paramLabel = "LAST-NAME")
    private String lastName = "";

    @Option(names = "--role", required = true, split = ",", description = "Roles, such as DEVELOPER,MARKETING.")
    private List<String> roles = List.of();

    @Option(
            names = "--app",
            split = ",",
            description = "Bundle IDs or Apple IDs of the apps to show; all apps if not given.")
    private List<String> apps = List.of();

    @Option(names = "--provisioning", description = "Give access to certificates, identifiers and profiles.")
    private boolean provisioning;

    UsersInviteCommand(Connector connector) {
        super(connector);
    }

    @Override
    protected void checkArguments() {
        roles();
    }

    private List<UserRole> roles() {
        return roles.stream()
                .map(role -> oneOf(Members.ASSIGNABLE_ROLES, "--role", role))
                .toList();
    }

    @Override
    protected int run(Session session) {
        UserInvitationCreate.Builder invitation = UserInvitationCreate.builder()
                .email(email)
                .firstName(firstName)
                .lastName(lastName)
                .roles(roles())
                .allAppsVisible(apps.isEmpty())
                .provisioningAllowed(provisioning);
        if (!apps.isEmpty()) {
            invitation.visibleApps(Members.appIds(session.asc(), apps));
        }
        UserInvitation sent =
                session.asc().userInvitations().create(invitation.build()).execute();
        done(
                session,
                "Invited " + email
                        + (sent.expirationDate() == null
                                ? "."
                                : "; the invitation is valid until "
                                        + sent.expirationDate().toLocalDate() + "."));
        return 0;
    }
}
