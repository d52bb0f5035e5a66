package io.github.ascjava.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.ascjava.client.jsonapi.ResourceIdentifier;
import io.github.ascjava.client.model.apps.App;
import io.github.ascjava.client.model.apps.AppField;
import io.github.ascjava.client.model.pricing.AppPriceScheduleCreate;
import io.github.ascjava.client.model.pricing.AppPriceV2InlineCreate;
import io.github.ascjava.client.model.provisioning.BundleIdCreate;
import io.github.ascjava.client.model.provisioning.BundleIdField;
import io.github.ascjava.client.model.provisioning.BundleIdPlatform;
import io.github.ascjava.client.model.testflight.BetaGroupCreate;
import io.github.ascjava.client.model.users.UserField;
import io.github.ascjava.client.model.users.UserRole;
import io.github.ascjava.client.model.users.UserUpdate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How bodies are built: required members, members that can be cleared, and calls that add up. */
class BodyTest {

    private static final String BUNDLE_ID = """
            {"data": {"type": "bundleIds", "id": "b1"}}
            """;
    private static final String USER = """
            {"data": {"type": "users", "id": "u1"}}
            """;

    @RegisterExtension
    final ApiServer apple = new ApiServer();

    @Test
    void allThatIsMissingIsSaidAtOnceAndNothingIsSent() {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> BundleIdCreate.builder().build())
                .withMessage("A request body for bundleIds lacks members that Apple requires: name, platform,"
                        + " identifier."
                        + " Set them on the builder.");
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> apple.client()
                        .bundleIds()
                        .create(b -> b.name("App").identifier("com.example.app"))
                        .execute())
                .withMessage("A request body for bundleIds lacks members that Apple requires: platform. Set it on the"
                        + " builder.");
        assertThat(apple.requests()).isZero();
    }

    @Test
    void requiredRelationshipsAreCheckedToo() {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> BetaGroupCreate.builder().name("Friends").build())
                .withMessageContaining("requires: app.");
    }

    @Test
    void settersTakeNoNull() {
        assertThatNullPointerException()
                .isThrownBy(() -> BundleIdCreate.builder().name((String) missing()));
        assertThatNullPointerException()
                .isThrownBy(() -> BetaGroupCreate.builder().app((String) missing()));
    }

    @Test
    void whatIsClearedIsSentAsNullOrAsAnEmptyList() {
        assertThat(updated(UserUpdate.builder()
                        .roles(UserRole.ADMIN)
                        .visibleApps(List.of("7"))
                        .clear(UserField.ROLES)
                        .clear(UserField.VISIBLE_APPS)))
                .isEqualTo("{\"data\":{\"type\":\"users\",\"id\":\"u1\",\"attributes\":{\"roles\":null},"
                        + "\"relationships\":{\"visibleApps\":{\"data\":[]}}}}");
    }

    @Test
    void whatAppleDoesNotLetBeClearedIsRejectedWithWhatCanBe() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> UserUpdate.builder().clear(UserField.USERNAME))
                .withMessage("A request body for users cannot clear username of users; this one can clear"
                        + " roles, allAppsVisible, provisioningAllowed, visibleApps.");
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> BundleIdCreate.builder().clear(BundleIdField.NAME))
                .withMessageContaining("cannot clear name of bundleIds; this one can clear seedId.");
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> BetaGroupCreate.builder().clear(AppField.NAME))
                .withMessageContaining("cannot clear name of apps");
    }

    @Test
    void aClearedMemberCanBeSetAgain() {
        assertThat(updated(UserUpdate.builder()
                        .clear(UserField.ROLES)
                        .roles(UserRole.SALES)
                        .clear(UserField.VISIBLE_APPS)
                        .visibleApps(List.of("7"))))
                .contains("\"roles\":[\"SALES\"]", "\"visibleApps\":{\"data\":[{\"type\":\"apps\",\"id\":\"7\"}]}");
    }

    @Test
    void existingAndNewResourcesOfARelationshipAddUpInTheOrderOfTheCalls() {
        AppPriceV2InlineCreate added =
                AppPriceV2InlineCreate.builder().appPricePoint("p1").build();
        ResourceIdentifier one = new ResourceIdentifier("appPrices", "1");
        ResourceIdentifier two = new ResourceIdentifier("appPrices", "2");

        assertThat(prices(schedule().manualPrices(List.of("1", "2")).newManualPrices(List.of(added))))
                .isEqualTo(List.of(one, two, added));
        assertThat(prices(schedule()
                        .newManualPrices(List.of(added))
                        .manualPrices(List.of("1"))
                        .manualPrices(List.of("2"))))
                .isEqualTo(List.of(added, one, two));
    }

    @Test
    void aFunctionDoesWhatABuilderDoes() {
        created(BundleIdCreate.builder()
                .name("App")
                .platform(BundleIdPlatform.IOS)
                .identifier("com.example.app")
                .build());
        apple.answer(201, BUNDLE_ID);
        apple.client()
                .bundleIds()
                .create(b -> b.name("App").platform(BundleIdPlatform.IOS).identifier("com.example.app"))
                .execute();
        assertThat(apple.body()).isEqualTo(apple.body()).contains("\"name\":\"App\"");

        String update = updated(UserUpdate.builder().allAppsVisible(true));
        apple.answer(USER);
        apple.client().users().update("u1", b -> b.allAppsVisible(true)).execute();
        assertThat(apple.body()).isEqualTo(update).contains("\"id\":\"u1\"", "\"allAppsVisible\":true");
    }

    @Test
    void aResourceIsSentAsItsId() {
        apple.answer("""
                {"data": {"type": "apps", "id": "7"}}
                """);
        App app = apple.client().apps().get("7").execute();

        assertThat(BetaGroupCreate.builder().name("Friends").app(app).build())
                .isEqualTo(BetaGroupCreate.builder().name("Friends").app("7").build());
    }

    @Test
    void aDeletionReturnsNull() {
        apple.answer(204, "");

        assertThat(apple.client().users().delete("u1").execute()).isNull();
        assertThat(apple.line()).isEqualTo("DELETE /v1/users/u1");
    }

    @Test
    void whatIsDoneToAValueLaterDoesNotReachTheBody() {
        Map<String, Object> map = new LinkedHashMap<>(Map.of("a", 1));
        List<Object> list = new ArrayList<>(Arrays.asList("x", null));
        UserUpdate body = UserUpdate.builder()
                .attribute("map", map)
                .attribute("list", list)
                .build();
        map.clear();
        list.clear();

        assertThat(body.attributes())
                .containsEntry("map", Map.of("a", 1))
                .containsEntry("list", Arrays.asList("x", null));
    }

    private static AppPriceScheduleCreate.Builder schedule() {
        return AppPriceScheduleCreate.builder().app("7").baseTerritory("USA");
    }

    private static @Nullable Object prices(AppPriceScheduleCreate.Builder builder) {
        return builder.build().relationships().get("manualPrices");
    }

    /** Null, as a caller without a checker for nulls could pass it. */
    @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"})
    private static <T> T missing() {
        return null;
    }

    private void created(BundleIdCreate body) {
        apple.answer(201, BUNDLE_ID);
        apple.client().bundleIds().create(body).execute();
    }

    private String updated(UserUpdate.Builder builder) {
        apple.answer(USER);
        apple.client().users().update("u1", builder.build()).execute();
        return apple.body();
    }
}
