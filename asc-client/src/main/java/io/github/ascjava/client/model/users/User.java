package io.github.ascjava.client.model.users;

import io.github.ascjava.client.jsonapi.Resource;
import io.github.ascjava.client.jsonapi.ResourceType;
import io.github.ascjava.client.jsonapi.ToMany;
import io.github.ascjava.client.jsonapi.Unrecognized;
import io.github.ascjava.client.model.apps.App;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A member of the team.
 *
 * @param id the id
 * @param username the Apple Account, an e-mail address
 * @param firstName the first name
 * @param lastName the last name
 * @param roles the roles, and the permissions added to them
 * @param allAppsVisible whether the user sees all apps, later ones included
 * @param provisioningAllowed whether the user reaches Certificates, Identifiers and Profiles
 * @param visibleApps the apps that the user sees, if not all
 * @param unrecognized what the response said beyond this
 * @see <a href="https://developer.apple.com/documentation/appstoreconnectapi/user">User</a>
 */
@ResourceType("users")
public record User(
        String id,
        @Nullable String username,
        @Nullable String firstName,
        @Nullable String lastName,
        @Nullable List<UserRole> roles,
        @Nullable Boolean allAppsVisible,
        @Nullable Boolean provisioningAllowed,
        ToMany<App> visibleApps,
        Unrecognized unrecognized)
        implements Resource {}
