package io.github.ascjava.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ascjava.client.model.users.User;
import io.github.ascjava.client.model.users.UserRole;
import java.util.List;
import org.junit.jupiter.api.Test;

class UsersCommandsTest extends SandboxedTest {

    @Test
    void auditShowsMembersAndInvitationsAndWhatDeservesALook() {
        Program run = run("users", "audit");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .startsWith("USER ")
                .containsPattern("maya@example.com .* ACCOUNT_HOLDER, ADMIN +all +the last admin")
                .contains("Trail Ledger, Gezeiten")
                .containsPattern("ci@example.com .* sees all apps")
                .containsPattern("amelie@example.com .* invited .* until 2026-11-2\\d");
    }

    @Test
    void inviteSendsAnInvitationForSomeApps() {
        Program run = run(
                "users",
                "invite",
                "ada@example.com",
                "Ada",
                "Lovelace",
                "--role",
                "DEVELOPER",
                "--app",
                "com.example.tides");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).startsWith("Invited ada@example.com; the invitation is valid until ");
        assertThat(run("users", "audit").out()).containsPattern("ada@example.com +Ada Lovelace +invited +DEVELOPER");
    }

    @Test
    void aDryRunShowsTheRequestAndSendsNone() {
        Program run = run("users", "invite", "ada@example.com", "Ada", "Lovelace", "--role", "DEVELOPER", "--dry-run");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).startsWith("POST /v1/userInvitations").contains("\"email\" : \"ada@example.com\"");
        assertThat(run.out()).doesNotContain("Invited");
        assertThat(writes()).isZero();
    }

    @Test
    void rolesAreReplaced() {
        Program run = run("users", "roles", "jonas@example.com", "APP_MANAGER,MARKETING");

        assertThat(run.out())
                .isEqualToNormalizingNewlines(
                        "Changed the roles of jonas@example.com from [APP_MANAGER] to [APP_MANAGER, MARKETING].\n");
        assertThat(user("jonas@example.com").roles())
                .containsExactlyInAnyOrder(UserRole.APP_MANAGER, UserRole.MARKETING);
    }

    @Test
    void takingTheAdminRoleAwayIsAskedFor() {
        Program run = answering("no", "users", "roles", "maya@example.com", "DEVELOPER");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .contains("maya@example.com will be no admin any more. Go on? [y/N]")
                .contains("Nothing was changed.");
        assertThat(writes()).isZero();
    }

    @Test
    void theAccountHolderStaysTheAccountHolder() {
        Program run = run("users", "roles", "maya@example.com", "ADMIN,SALES");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(user("maya@example.com").roles())
                .containsExactlyInAnyOrder(UserRole.ACCOUNT_HOLDER, UserRole.ADMIN, UserRole.SALES);
    }

    @Test
    void appsAreShownInPlaceOfOthers() {
        run("users", "apps", "priya@example.com", "com.example.tides", "com.example.lumiere");

        List<String> names = sandbox
                .client()
                .users()
                .listVisibleApps(user("priya@example.com").id())
                .stream()
                .map(app -> String.valueOf(app.name()))
                .toList();
        assertThat(names).containsExactlyInAnyOrder("Gezeiten", "Lumière");
    }

    @Test
    void removeAsksFirst() {
        assertThat(answering("n", "users", "remove", "priya@example.com").exitCode())
                .isEqualTo(1);
        assertThat(user("priya@example.com")).isNotNull();

        Program run = answering("y", "users", "remove", "priya@example.com");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("Removed priya@example.com from the team.");
        assertThat(run("users", "audit").out()).doesNotContain("priya@example.com");
    }

    @Test
    void withNobodyToAskNothingIsRemoved() {
        Program run = Program.run("users", "remove", "priya@example.com");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("Nobody is there to answer; add --yes to go on without asking.");
    }

    @Test
    void anInvitationIsTakenBack() {
        Program run = run("users", "remove", "amelie@example.com", "--yes");

        assertThat(run.out()).contains("The invitation of amelie@example.com is taken back.");
        assertThat(run("users", "audit").out()).doesNotContain("amelie@example.com");
    }

    @Test
    void whomNobodyKnowsIsNamed() {
        Program run = run("users", "roles", "nobody@example.com", "ADMIN");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .isEqualToNormalizingNewlines("No member of the team has the address nobody@example.com. See them all"
                        + " with: asc users audit\n");
    }

    private User user(String address) {
        return sandbox.client()
                .users()
                .list(q -> q.filterUsername(address))
                .iterator()
                .next();
    }
}
