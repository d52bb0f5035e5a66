package io.github.ascjava.testing.internal.behavior.users;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.ascjava.testing.internal.behavior.Api;
import io.github.ascjava.testing.internal.behavior.Body;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UsersTest {

    private final Api api = new Api();

    @BeforeEach
    void addTeam() {
        api.app("1");
        api.app("2");
        api.add("users", "holder", user("maya@example.com", "'ACCOUNT_HOLDER','ADMIN'", true));
        api.add("users", "dev", user("priya@example.com", "'DEVELOPER'", true));
    }

    @Test
    void areInvitedForThreeDays() {
        JsonNode invitation = api.post("/v1/userInvitations", invitation("sam@example.com"));

        assertThat(invitation.at("/attributes/expirationDate").asText()).isEqualTo("2026-11-27T18:30:00.000Z");
        assertThat(invitation.at("/attributes/allAppsVisible").asBoolean()).isTrue();
        assertThat(invitation.at("/attributes/provisioningAllowed").asBoolean()).isFalse();

        api.advance(Duration.ofDays(3).plusSeconds(1));

        assertThat(api.get("/v1/userInvitations").path("data")).isEmpty();
        api.post("/v1/userInvitations", invitation("sam@example.com"));
    }

    @Test
    void areInvitedOnceAndNotIfTheyAreThereAlready() {
        api.post("/v1/userInvitations", invitation("sam@example.com"));

        assertThat(Api.refusal(() -> api.post("/v1/userInvitations", invitation("SAM@example.com"))))
                .startsWith("409")
                .contains("ENTITY_ERROR.ATTRIBUTE.INVALID.DUPLICATE", "already invited", "/data/attributes/email");
        assertThat(Api.refusal(() -> api.post("/v1/userInvitations", invitation("priya@example.com"))))
                .startsWith("409")
                .contains("already exists");
    }

    @Test
    void areInvitedAgainAfterTheInvitationWasTakenBack() {
        String id = api.post("/v1/userInvitations", invitation("sam@example.com"))
                .path("id")
                .asText();

        assertThat(api.delete("/v1/userInvitations/" + id).status()).isEqualTo(204);

        api.post("/v1/userInvitations", invitation("sam@example.com"));
    }

    @Test
    void areInvitedWithSomeRoleButNotAsAccountHolder() {
        assertThat(Api.refusal(() -> api.post(
                        "/v1/userInvitations", invitation("sam@example.com").with("roles", List.of("ACCOUNT_HOLDER")))))
                .startsWith("409")
                .contains("ACCOUNT_HOLDER");
        assertThat(Api.refusal(() -> api.post(
                        "/v1/userInvitations", invitation("sam@example.com").with("roles", List.of()))))
                .startsWith("409");
    }

    @Test
    void seeAllAppsOrThoseThatAreListed() {
        JsonNode some = api.post(
                "/v1/userInvitations", invitation("some@example.com").many("visibleApps", "apps", List.of("1")));
        assertThat(some.at("/attributes/allAppsVisible").asBoolean()).isFalse();

        assertThat(Api.refusal(() -> api.post(
                        "/v1/userInvitations",
                        invitation("both@example.com")
                                .with("allAppsVisible", true)
                                .many("visibleApps", "apps", List.of("1")))))
                .contains("RELATIONSHIP.NOT_ALLOWED");
        assertThat(Api.refusal(() -> api.post(
                        "/v1/userInvitations", invitation("none@example.com").with("allAppsVisible", false))))
                .contains("RELATIONSHIP.REQUIRED");
    }

    @Test
    void areTakenTheListWhenTheySeeAll() {
        Body some = Body.of("users").id("dev").with("allAppsVisible", false);
        api.patch("/v1/users/dev", some.many("visibleApps", "apps", List.of("1", "2")));
        assertThat(api.get("/v1/users/dev/visibleApps").path("data")).hasSize(2);

        api.patch("/v1/users/dev", Body.of("users").id("dev").with("allAppsVisible", true));

        assertThat(api.get("/v1/users/dev/visibleApps").path("data")).isEmpty();
        assertThat(Api.refusal(() -> api.edit(
                        "POST", "/v1/users/dev/relationships/visibleApps", new Body.Links("apps", List.of("1")))))
                .startsWith("409")
                .contains("STATE_ERROR");
    }

    @Test
    void thatHoldTheAccountStay() {
        assertThat(Api.refusal(() -> api.delete("/v1/users/holder")))
                .startsWith("403")
                .contains("FORBIDDEN_ERROR", "Account Holder");
        assertThat(Api.refusal(() -> api.patch("/v1/users/holder", roles("holder", "ADMIN"))))
                .startsWith("403");
        assertThat(Api.refusal(() -> api.patch("/v1/users/dev", roles("dev", "ACCOUNT_HOLDER"))))
                .startsWith("409");
    }

    @Test
    void includeAnAdminAlways() {
        api.add("users", "admin", user("admin@example.com", "'ADMIN'", true));
        api.patch("/v1/users/holder", roles("holder", "ACCOUNT_HOLDER"));

        assertThat(Api.refusal(() -> api.delete("/v1/users/admin")))
                .startsWith("409")
                .contains("'ADMIN'");
        assertThat(Api.refusal(() -> api.patch("/v1/users/admin", roles("admin", "DEVELOPER"))))
                .startsWith("409");

        api.patch("/v1/users/dev", roles("dev", "ADMIN"));
        assertThat(api.delete("/v1/users/admin").status()).isEqualTo(204);
    }

    private static Body roles(String id, String role) {
        return Body.of("users").id(id).with("roles", List.of(role));
    }

    private static Body invitation(String email) {
        return Body.of("userInvitations")
                .with("email", email)
                .with("firstName", "Sam")
                .with("lastName", "Ortiz")
                .with("roles", List.of("FINANCE"));
    }

    private static String user(String username, String roles, boolean all) {
        return "{'username':'" + username + "','firstName':'F','lastName':'L','roles':[" + roles + "],'allAppsVisible':"
                + all + ",'provisioningAllowed':false}";
    }
}
