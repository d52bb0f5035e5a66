package io.github.ascjava.testing.seed;

import io.github.ascjava.testing.behaviour.common.Dates;
import io.github.ascjava.testing.engine.StoredResource;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** Users, those who were invited, and those who test purchases. */
final class People {

    private final Planter planter;

    People(Planter planter) {
        this.planter = planter;
    }

    void plant(StoredResource cortado, StoredResource trail, StoredResource tides) {
        user("maya@example.com", "Maya", "Okafor", List.of("ACCOUNT_HOLDER", "ADMIN"), List.of());
        user("jonas@example.com", "Jonas", "Lind", List.of("APP_MANAGER"), List.of(trail, tides));
        user("priya@example.com", "Priya", "Raman", List.of("DEVELOPER", "CREATE_APPS"), List.of(cortado));
        user("finance@example.com", "Sam", "Ortiz", List.of("FINANCE"), List.of());
        user("zoe@example.com", "Zoë", "Größmann", List.of("MARKETING"), List.of(cortado, trail, tides));
        user("help@example.com", "Łukasz", "Čapek", List.of("CUSTOMER_SUPPORT", "SALES"), List.of());
        user("ci@example.com", "Build", "Machine", List.of("DEVELOPER"), List.of());
        invitation("amelie@example.com", "Amélie", "Dubois", List.of("DEVELOPER"), 60);
        invitation("soren@example.com", "Søren", "Hølmboe", List.of("MARKETING", "SALES"), 9);
        tester("Mei-Ling", "Tanaka", "JPN");
        tester("Óscar", "Fernández", "ESP");
        tester("Wren", "O’Brien", "USA");
        planter.add(
                "actors",
                "2X9R4HXF34",
                "actorType",
                "API_KEY",
                "userFirstName",
                null,
                "userLastName",
                null,
                "userEmail",
                null,
                "apiKeyId",
                "2X9R4HXF34");
    }

    private void user(String username, String first, String last, List<String> roles, List<StoredResource> apps) {
        // The same in every team, so that transcripts of different seeds can be compared.
        String id = UUID.nameUUIDFromBytes(username.getBytes(StandardCharsets.UTF_8))
                .toString();
        StoredResource user = planter.add(
                "users",
                id,
                "username",
                username,
                "firstName",
                first,
                "lastName",
                last,
                "roles",
                roles,
                "allAppsVisible",
                apps.isEmpty(),
                "provisioningAllowed",
                roles.contains("ADMIN"));
        apps.forEach(app -> planter.store().link(user, "visibleApps", app));
    }

    private void invitation(String email, String first, String last, List<String> roles, int hoursLeft) {
        planter.add(
                "userInvitations",
                planter.uuid(),
                "email",
                email,
                "firstName",
                first,
                "lastName",
                last,
                "roles",
                roles,
                "expirationDate",
                Dates.zulu(planter.start().plus(Duration.ofHours(hoursLeft))),
                "allAppsVisible",
                true,
                "provisioningAllowed",
                false);
    }

    private void tester(String first, String last, String territory) {
        planter.add(
                "sandboxTesters",
                planter.world().ids().digits(10),
                "firstName",
                first,
                "lastName",
                last,
                "acAccountName",
                Names.email(first, last, 0),
                "territory",
                territory,
                "applePayCompatible",
                !territory.equals("ESP"),
                "interruptPurchases",
                false,
                "subscriptionRenewalRate",
                "MONTHLY_RENEWAL_EVERY_FIVE_MINUTES");
    }
}
