package io.github.ascjava.examples.users;

import io.github.ascjava.client.AppStoreConnect;
import io.github.ascjava.client.model.users.User;
import io.github.ascjava.client.model.users.UserRole;
import io.github.ascjava.examples.cli.AppLookup;
import io.github.ascjava.examples.cli.FailedException;
import io.github.ascjava.examples.cli.KnownValues;
import java.util.List;

/** Finds members and apps by the names that people know them by. */
final class Members {

    /** The Account Holder's role is transferred on the website only. */
    static final List<UserRole> ASSIGNABLE_ROLES = KnownValues.except(UserRole.ACCOUNT_HOLDER, UserRole.class);

    private Members() {}

    /** Finds a member by e-mail address; Apple's filter finds more than the exact text. */
    static User find(AppStoreConnect asc, String email) {
        return asc.users().list(q -> q.filterUsername(email)).stream()
                .filter(user -> email.equalsIgnoreCase(user.username()))
                .findFirst()
                .orElseThrow(() -> new FailedException(
                        "No member of the team has the address " + email + ". See them all with: asc users audit"));
    }

    /** Returns the IDs of apps that are named by bundle IDs or Apple IDs. */
    static List<String> appIds(AppStoreConnect asc, List<String> names) {
        return names.stream().map(name -> AppLookup.id(asc, name)).toList();
    }

    static List<String> names(List<UserRole> roles) {
        return roles.stream().map(UserRole::value).sorted().toList();
    }
}
