package io.github.ascjava.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.ascjava.client.AppStoreConnect;
import io.github.ascjava.client.api.reports.DownloadSalesReports;
import io.github.ascjava.client.error.ForbiddenException;
import io.github.ascjava.client.error.NotFoundException;
import io.github.ascjava.client.model.reports.SalesReportFrequency;
import io.github.ascjava.client.model.reports.SalesReportSubType;
import io.github.ascjava.client.model.reports.SalesReportType;
import io.github.ascjava.client.model.users.UserRole;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The reasons for a 403 that lie in the team or in the key. */
class AccessTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "MEMBERSHIP_LAPSED | FORBIDDEN_ERROR | is not associated with an active membership",
                "TEAM_NOT_FOUND | FORBIDDEN_ERROR | Unable to find a team with the given Content Provider ID",
                "AGREEMENT_MISSING | FORBIDDEN.REQUIRED_AGREEMENTS_MISSING_OR_EXPIRED | requires an in-effect agreement"
            })
    void aTeamWithAProblemHasNoAccessUntilItIsSolved(AccessProblem problem, String code, String detail) {
        try (Sandbox sandbox = Sandbox.start()) {
            AppStoreConnect asc = sandbox.client();
            sandbox.denyAccess(problem);

            for (Runnable request : List.<Runnable>of(
                    () -> asc.apps().list().execute(),
                    () -> asc.devices().list().execute())) {
                ForbiddenException refused = catchThrowableOfType(ForbiddenException.class, request::run);
                assertThat(refused).hasMessageContaining(detail);
                assertThat(refused.hasCode(code)).isTrue();
            }
            sandbox.allowAccess();
            assertThat(asc.apps().list().toList()).isNotEmpty();

            sandbox.denyAccess(problem);
            sandbox.reset();
            assertThat(asc.apps().list().toList()).isNotEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"DEVELOPER", "MARKETING", "FINANCE"})
    void aKeyBelowAppManagerReadsVersionsAndSubmitsNothing(String role) {
        try (Sandbox sandbox = Sandbox.builder().keyRole(UserRole.of(role)).start()) {
            AppStoreConnect asc = sandbox.client();
            String app = asc.apps().list().toList().get(0).id();

            assertThat(asc.apps().listAppStoreVersions(app).toList()).isNotEmpty();
            assertThat(catchThrowableOfType(
                            ForbiddenException.class,
                            () -> asc.apps().listReviewSubmissions(app).toList()))
                    .hasMessageContaining("The API key in use does not allow this request");
            assertThat(catchThrowableOfType(
                            ForbiddenException.class,
                            () -> asc.reviewSubmissions()
                                    .create(b -> b.app(app))
                                    .execute()))
                    .isNotNull();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ADMIN, true, true, true",
        "APP_MANAGER, true, false, false",
        "DEVELOPER, false, false, false",
        "SALES, false, false, true"
    })
    void rolesAllowWhatApplesHelpSays(String role, boolean webhooks, boolean users, boolean reports) {
        try (Sandbox sandbox = Sandbox.builder().keyRole(UserRole.of(role)).start()) {
            AppStoreConnect asc = sandbox.client();
            String app = asc.apps().list().toList().get(0).id();

            assertThat(isAllowed(() -> asc.apps().listWebhooks(app).toList())).isEqualTo(webhooks);
            assertThat(isAllowed(() -> asc.users().list().toList())).isEqualTo(users);
            assertThat(isAllowed(() -> asc.salesReports()
                            .download(new DownloadSalesReports(
                                    "85012345",
                                    SalesReportType.SALES,
                                    SalesReportSubType.SUMMARY,
                                    SalesReportFrequency.DAILY))
                            .execute()
                            .close()))
                    .isEqualTo(reports);
        }
    }

    private static boolean isAllowed(Runnable request) {
        try {
            request.run();
            return true;
        } catch (ForbiddenException e) {
            return false;
        } catch (NotFoundException e) {
            return true; // On some days there are no sales.
        }
    }
}
