package io.github.ascjava.client.deviations;

import static io.github.ascjava.client.deviations.Json.errors;
import static io.github.ascjava.client.deviations.Json.id;
import static io.github.ascjava.client.deviations.Json.one;
import static io.github.ascjava.client.deviations.Json.page;
import static io.github.ascjava.client.deviations.Json.pageOf;
import static io.github.ascjava.client.deviations.Json.resource;
import static io.github.ascjava.client.deviations.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.ascjava.client.ApiServer;
import io.github.ascjava.client.AppStoreConnect;
import io.github.ascjava.client.call.ApiCall;
import io.github.ascjava.client.call.PagedCall;
import io.github.ascjava.client.error.ApiException;
import io.github.ascjava.client.error.ConflictException;
import io.github.ascjava.client.error.ForbiddenException;
import io.github.ascjava.client.error.NotFoundException;
import io.github.ascjava.client.model.apps.App;
import io.github.ascjava.client.model.apps.TerritoryAvailabilityInlineCreate;
import io.github.ascjava.client.model.appstore.AppEventScreenshotUpdate;
import io.github.ascjava.client.model.appstore.AppStoreVersionLocalizationUpdate;
import io.github.ascjava.client.model.builds.BuildBetaDetail;
import io.github.ascjava.client.model.builds.BuildBetaDetailUpdate;
import io.github.ascjava.client.model.common.IntegerRange;
import io.github.ascjava.client.model.common.Platform;
import io.github.ascjava.client.model.gamecenter.GameCenterAchievementImageV2Update;
import io.github.ascjava.client.model.pricing.AppPriceV2Field;
import io.github.ascjava.client.model.pricing.AppPriceV2InlineCreate;
import io.github.ascjava.client.model.provisioning.CapabilityType;
import io.github.ascjava.client.model.purchases.SubscriptionCustomerEligibility;
import io.github.ascjava.client.model.purchases.SubscriptionOfferCodePriceInlineCreate;
import io.github.ascjava.client.model.purchases.SubscriptionOfferDuration;
import io.github.ascjava.client.model.purchases.SubscriptionOfferEligibility;
import io.github.ascjava.client.model.purchases.SubscriptionOfferMode;
import io.github.ascjava.client.model.purchases.WinBackOfferPriceInlineCreate;
import io.github.ascjava.client.model.purchases.WinBackOfferPriority;
import io.github.ascjava.client.model.testflight.BetaAppLocalizationUpdate;
import io.github.ascjava.client.model.testflight.BetaGroupUpdate;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okhttp3.mockwebserver.RecordedRequest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import retrofit2.http.Body;
import retrofit2.http.POST;

/** Writes that the live service accepts, rejects or responds to differently from its document. */
class WriteDeviationsTest {

    @RegisterExtension
    final ApiServer apple = new ApiServer();

    @Test
    @LiveService("beta-locales-ignore-case")
    @DisplayName("a duplicate locale and an invalid one differ by their codes")
    void twoReasonsForOneStatus() {
        apple.answer(pageOf("betaAppLocalizations", "'locale': 'de-DE'"));
        apple.answer(
                409, errors("ENTITY_ERROR.ATTRIBUTE.INVALID.DUPLICATE", "Entity with locale de-DE already exists."));
        apple.answer(409, errors("ENTITY_ERROR.ATTRIBUTE.INVALID", "de-XX is no locale."));
        AppStoreConnect asc = apple.client();

        assertThat(asc.betaAppLocalizations().list(q -> q.filterLocale("DE-de")).toList())
                .extracting(localization -> localization.locale())
                .containsExactly("de-DE");
        ApiException duplicate =
                refusal(asc.betaAppLocalizations().create(b -> b.locale("de-DE").app("1")));
        ApiException invalid =
                refusal(asc.betaAppLocalizations().create(b -> b.locale("de-XX").app("1")));
        assertThat(duplicate).isInstanceOf(ConflictException.class);
        assertThat(invalid).isInstanceOf(ConflictException.class);
        assertThat(duplicate.hasCode("ENTITY_ERROR.ATTRIBUTE.INVALID.DUPLICATE"))
                .isTrue();
        assertThat(invalid.hasCode("ENTITY_ERROR.ATTRIBUTE.INVALID.DUPLICATE")).isFalse();
        assertThat(invalid.hasCode("ENTITY_ERROR.ATTRIBUTE.INVALID")).isTrue();
    }

    @Test
    @LiveService("locales-cannot-be-updated")
    @DisplayName("the locale of a localization cannot be updated")
    void localesStayAsTheyAre() {
        apple.answer(409, errors("ENTITY_ERROR.ATTRIBUTE.INVALID.UNMODIFIABLE", "The attribute locale is final."));

        assertThat(setters(AppStoreVersionLocalizationUpdate.Builder.class))
                .isNotEmpty()
                .doesNotContain("locale");
        assertThat(setters(BetaAppLocalizationUpdate.Builder.class))
                .isNotEmpty()
                .doesNotContain("locale");
        assertThat(refusal(apple.client()
                        .appStoreVersionLocalizations()
                        .update(
                                "1",
                                AppStoreVersionLocalizationUpdate.builder()
                                        .attribute("locale", "de-DE")
                                        .build())))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("The attribute locale is final.");
    }

    @Test
    @LiveService("free-trial-prices-have-no-price-point")
    @DisplayName("the prices of a free trial have a territory and no price point")
    void pricesOfAFreeTrial() {
        apple.answer(201, one("subscriptionOfferCodes", ""));
        apple.client()
                .subscriptionOfferCodes()
                .create(b -> b.name("Trial")
                        .customerEligibilities(SubscriptionCustomerEligibility.NEW)
                        .offerEligibility(SubscriptionOfferEligibility.STACK_WITH_INTRO_OFFERS)
                        .duration(SubscriptionOfferDuration.ONE_WEEK)
                        .offerMode(SubscriptionOfferMode.FREE_TRIAL)
                        .numberOfPeriods(1)
                        .subscription("s1")
                        .newPrices(List.of(SubscriptionOfferCodePriceInlineCreate.builder()
                                .territory("USA")
                                .build())))
                .execute();

        assertThat(apple.body())
                .contains("\"relationships\":{\"territory\":{\"data\":{\"type\":\"territories\",\"id\":\"USA\"}}}")
                .doesNotContain("subscriptionPricePoint");
    }

    @Test
    @LiveService("new-availabilities-list-all-territories")
    @DisplayName("territories of an availability are created with it, by local IDs")
    void territoriesOfAnAvailability() {
        apple.answer(201, one("appAvailabilities", "'availableInNewTerritories': true"));
        apple.client()
                .appAvailabilities()
                .create(b -> b.availableInNewTerritories(true)
                        .app("1")
                        .newTerritoryAvailabilities(List.of(
                                TerritoryAvailabilityInlineCreate.builder()
                                        .available(true)
                                        .territory("USA")
                                        .build(),
                                TerritoryAvailabilityInlineCreate.builder()
                                        .available(false)
                                        .territory("FRA")
                                        .build())))
                .execute();

        RecordedRequest request = apple.taken();
        assertThat(request.getPath()).isEqualTo("/v2/appAvailabilities");
        assertThat(request.getBody().readUtf8())
                .contains("\"territoryAvailabilities\":{\"data\":["
                        + "{\"type\":\"territoryAvailabilities\",\"id\":\"${territoryAvailabilities-0}\"},"
                        + "{\"type\":\"territoryAvailabilities\",\"id\":\"${territoryAvailabilities-1}\"}]}")
                .contains("\"included\":[{\"type\":\"territoryAvailabilities\",\"id\":\"${territoryAvailabilities-0}\","
                        + "\"attributes\":{\"available\":true},\"relationships\":{\"territory\":{\"data\":"
                        + "{\"type\":\"territories\",\"id\":\"USA\"}}}}");
    }

    @Test
    @LiveService("inline-creates-lack-members")
    @DisplayName("the prices of a win-back offer name territory and price point")
    void pricesOfAWinBackOffer() {
        apple.answer(201, one("winBackOffers", ""));
        apple.client()
                .winBackOffers()
                .create(b -> b.referenceName("Come back")
                        .offerId("COME_BACK")
                        .duration(SubscriptionOfferDuration.ONE_MONTH)
                        .offerMode(SubscriptionOfferMode.PAY_UP_FRONT)
                        .periodCount(1)
                        .customerEligibilityPaidSubscriptionDurationInMonths(6)
                        .customerEligibilityTimeSinceLastSubscribedInMonths(new IntegerRange(2L, 24L))
                        .startDate(LocalDate.of(2026, 10, 1))
                        .priority(WinBackOfferPriority.HIGH)
                        .subscription("s1")
                        .newPrices(List.of(WinBackOfferPriceInlineCreate.builder()
                                .territory("USA")
                                .subscriptionPricePoint("p1")
                                .build())))
                .execute();

        assertThat(apple.body())
                .contains("\"territory\":{\"data\":{\"type\":\"territories\",\"id\":\"USA\"}}")
                .contains("\"subscriptionPricePoint\":{\"data\":{\"type\":\"subscriptionPricePoints\",\"id\":\"p1\"}}");
    }

    @Test
    @LiveService("inline-creates-lack-members")
    @DisplayName("inline prices and territories have attributes and relationships")
    void pricesAreCreatedWithTheirSchedule() {
        apple.answer(201, one("appPriceSchedules", ""));
        apple.client()
                .appPriceSchedules()
                .create(b -> b.app("1")
                        .baseTerritory("USA")
                        .newManualPrices(List.of(AppPriceV2InlineCreate.builder()
                                .clear(AppPriceV2Field.START_DATE)
                                .appPricePoint("p1")
                                .build())))
                .execute();

        assertThat(apple.body())
                .contains("\"included\":[{\"type\":\"appPrices\",\"id\":\"${manualPrices-0}\","
                        + "\"attributes\":{\"startDate\":null},\"relationships\":{\"appPricePoint\":{\"data\":"
                        + "{\"type\":\"appPricePoints\",\"id\":\"p1\"}}}}]");
    }

    @Test
    @LiveService("challenge-versions-are-replaced-only")
    @DisplayName("minimum versions of challenges are replaced by app store versions, which must be live")
    void minimumVersionsOfChallenges() {
        apple.answer(
                409,
                errors(
                        "ENTITY_ERROR.RELATIONSHIP.INVALID.MIN_CHALLENGES_VERSION_MUST_BE_LIVE",
                        "The version must be live."));

        ApiException e = refusal(
                apple.client().gameCenterDetails().replaceChallengesMinimumPlatformVersions("1", List.of("v1")));
        assertThat(apple.body()).isEqualTo("{\"data\":[{\"type\":\"appStoreVersions\",\"id\":\"v1\"}]}");
        assertThat(e).isInstanceOf(ConflictException.class);
        assertThat(e.hasCode("ENTITY_ERROR.RELATIONSHIP.INVALID")).isTrue();
    }

    @Test
    @LiveService("external-build-state-is-read-only")
    @DisplayName("the external state of a build is read-only")
    void statesOfBetaDetails() {
        apple.answer(
                one("buildBetaDetails", "'externalBuildState': 'EXPIRED_BY_A_NEW_RULE', 'autoNotifyEnabled': true"));

        BuildBetaDetail detail = apple.client().buildBetaDetails().get("1").execute();
        assertThat(detail.externalBuildState()).hasToString("EXPIRED_BY_A_NEW_RULE");
        assertThat(setters(BuildBetaDetailUpdate.Builder.class)).containsExactly("autoNotifyEnabled");
    }

    @Test
    @LiveService("capability-creation-is-idempotent")
    @DisplayName("an enabled capability is created again without a conflict")
    void capabilitiesAreCreatedAgain() {
        String created = Json.document(
                resource("bundleIdCapabilities", "B_IN_APP_PURCHASE", "'capabilityType': 'IN_APP_PURCHASE'", ""));
        apple.answer(201, created);
        apple.answer(201, created);
        ApiCall<?> call = apple.client()
                .bundleIdCapabilities()
                .create(b -> b.capabilityType(CapabilityType.IN_APP_PURCHASE).bundleId("B"));

        assertThat(call.execute()).isEqualTo(call.execute());
    }

    @Test
    @LiveService("telling-error-may-come-second")
    @DisplayName("the second of two errors tells that the version exists")
    void theSecondErrorIsSpecific() {
        apple.answer(
                409,
                errors(
                        "ENTITY_ERROR.RELATIONSHIP.INVALID",
                                "You cannot create a new version of the App in the current state.",
                        "ENTITY_ERROR.ATTRIBUTE.INVALID.DUPLICATE", "The version 1.0 has been used."));

        ApiException e = refusal(apple.client()
                .appStoreVersions()
                .create(b -> b.platform(Platform.IOS).versionString("1.0").app("1")));
        assertThat(e.hasCode("ENTITY_ERROR.ATTRIBUTE.INVALID.DUPLICATE")).isTrue();
        assertThat(e.errors()).hasSize(2);
        assertThat(e).hasMessageContaining("(+1 more)");
    }

    @Test
    @LiveService("retired-operations-name-what-is-allowed")
    @DisplayName("the exception for a retired operation names what is left of it")
    void aRetiredOperation() {
        apple.answer(
                403,
                errors(
                        "FORBIDDEN_ERROR",
                        "The resource appStoreVersionSubmissions does not allow CREATE. Allowed operation is: DELETE"));

        assertThat(refusal(apple.client()
                        .api(Retired.class)
                        .submit(RequestBody.create("{}", MediaType.get("application/json")))))
                .isInstanceOf(ForbiddenException.class)
                .hasMessageStartingWith("POST /v1/appStoreVersionSubmissions: 403 FORBIDDEN_ERROR")
                .hasMessageContaining("Allowed operation is: DELETE");
    }

    @Test
    @LiveService("checksums-are-forbidden-for-some-files")
    @DisplayName("images of Game Center and events are committed without a checksum")
    void commitsWithoutAChecksum() {
        apple.answer(one("gameCenterAchievementImages", ""));
        apple.answer(one("appEventScreenshots", ""));
        apple.client()
                .gameCenterAchievementImages()
                .updateV2(
                        "1",
                        GameCenterAchievementImageV2Update.builder()
                                .uploaded(true)
                                .build())
                .execute();
        apple.client()
                .appEventScreenshots()
                .update("1", AppEventScreenshotUpdate.builder().uploaded(true).build())
                .execute();

        assertThat(apple.body()).endsWith("\"attributes\":{\"uploaded\":true}}}");
        assertThat(apple.body()).endsWith("\"attributes\":{\"uploaded\":true}}}");
    }

    @Test
    @LiveService("tester-texts-are-plain")
    @DisplayName("text is sent unchanged, and the exception says what Apple rejects")
    void textThatIsRejected() {
        String text = "\u00dcber <b>alles</b> \ud83d\ude80";
        apple.answer(409, errors("ENTITY_ERROR.ATTRIBUTE.INVALID", "whatsNew contains invalid characters."));

        ApiException e = refusal(apple.client()
                .appStoreVersionLocalizations()
                .update(
                        "1",
                        AppStoreVersionLocalizationUpdate.builder()
                                .whatsNew(text)
                                .build()));
        assertThat(apple.body()).contains("\u00dcber <b>alles</b> \\uD83D\\uDE80");
        assertThat(e).isInstanceOf(ConflictException.class).hasMessageContaining("invalid characters");
    }

    @Test
    @LiveService("undocumented-members-are-accepted")
    @DisplayName("undocumented members and values can be sent")
    void undocumentedMembersAreSent() {
        apple.answer(one("betaGroups", ""));
        apple.answer(201, one("bundleIdCapabilities", "'capabilityType': 'DRIVERKIT'"));
        AppStoreConnect asc = apple.client();
        asc.betaGroups()
                .update(
                        "1",
                        BetaGroupUpdate.builder()
                                .attribute("hasAccessToAllBuilds", true)
                                .build())
                .execute();

        assertThat(apple.body()).endsWith("\"attributes\":{\"hasAccessToAllBuilds\":true}}}");
        assertThat(asc.bundleIdCapabilities()
                        .create(b ->
                                b.capabilityType(CapabilityType.of("MARZIPAN")).bundleId("b1"))
                        .execute()
                        .capabilityType())
                .isEqualTo(CapabilityType.of("DRIVERKIT"));
        assertThat(apple.body()).contains("\"capabilityType\":\"MARZIPAN\"");
    }

    @Test
    @LiveService("new-resources-may-be-not-found")
    @DisplayName("a new upload that is not found is a NotFoundException")
    void justUploaded() {
        apple.answer(404, errors("NOT_FOUND", "There is no resource of type builds with id b1"));
        apple.answer(404, errors("NOT_FOUND", "There is no resource of type apps with id 1"));
        apple.answer(page(id("buildUploads", "u1")));
        AppStoreConnect asc = apple.client();

        assertThat(refusal(asc.betaGroups().addBuilds("g1", List.of("b1")))).isInstanceOf(NotFoundException.class);
        PagedCall<?> uploads = asc.apps().listBuildUploads("1");
        assertThat(refusal(uploads)).isInstanceOf(NotFoundException.class).hasMessageContaining("of type apps");
        assertThat(uploads.toList()).hasSize(1);
        assertThat(apple.requests()).isEqualTo(3);
    }

    /** The methods that a builder declares. */
    private static List<String> setters(Class<?> builder) {
        return Arrays.stream(builder.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isBridge())
                .map(Method::getName)
                .distinct()
                .toList();
    }

    /** An operation that the document no longer has. */
    public interface Retired {

        @POST("v1/appStoreVersionSubmissions")
        ApiCall<App> submit(@Body RequestBody body);
    }
}
