package io.github.ascjava.examples.recipes;

import io.github.ascjava.client.AppStoreConnect;
import io.github.ascjava.client.model.users.User;
import io.github.ascjava.client.model.users.UserInvitation;
import io.github.ascjava.client.model.users.UserRole;
import java.util.List;

/** Users and invitations. */
public final class TeamRecipes {

    private final AppStoreConnect asc;

    /** Creates the recipes for a client. */
    public TeamRecipes(AppStoreConnect asc) {
        this.asc = asc;
    }

    /** Invites a developer who sees some apps only. */
    public UserInvitation inviteDeveloper(String email, String firstName, String lastName, List<String> appIds) {
        return asc.userInvitations()
                .create(b -> b.email(email)
                        .firstName(firstName)
                        .lastName(lastName)
                        .roles(UserRole.DEVELOPER)
                        .allAppsVisible(false)
                        .visibleApps(appIds))
                .execute();
    }

    /** Removes a user from the team and returns whether there was one. */
    public boolean removeUser(String email) {
        for (User user : asc.users().list(q -> q.filterUsername(email))) {
            if (email.equalsIgnoreCase(user.username())) {
                asc.users().delete(user.id()).execute();
                return true;
            }
        }
        return false;
    }
}
