package io.github.ascjava.testing.internal.behavior.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.ascjava.testing.internal.behavior.Api;
import io.github.ascjava.testing.internal.behavior.Body;
import io.github.ascjava.testing.internal.behavior.common.RuleTable;
import io.github.ascjava.testing.internal.behavior.testflight.Builds;
import io.github.ascjava.testing.internal.catalog.Action;
import io.github.ascjava.testing.internal.engine.Deviation;
import io.github.ascjava.testing.internal.engine.StoredResource;
import io.github.ascjava.testing.internal.http.Errors;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the live service does beyond the document, one test per known behavior; the states are in StateLocksTest. */
class LiveRowsTest {

    private static final String REQUIRED = "ENTITY_ERROR.RELATIONSHIP.REQUIRED";

    private final Api api = new Api();
    private final Api documented = new Api(EnumSet.noneOf(Deviation.class));
    private final StoredResource app = api.app("1");

    @BeforeEach
    void addApp() {
        documented.app("1");
    }

    @Test
    void severalLockedAttributesHaveOneErrorEach() {
        StoredResource version = api.world().addTo(app, "appStoreVersions");
        version.with("appVersionState", "READY_FOR_DISTRIBUTION");
        StoredResource text = api.world().addTo(version, "appStoreVersionLocalizations");
        String path = "/v1/appStoreVersionLocalizations/" + text.id();
        Body body = Body.of("appStoreVersionLocalizations").id(text.id());

        assertThat(Api.refusal(() -> api.patch(
                        path,
                        body.with("promotionalText", "New")
                                .with("whatsNew", "x")
                                .with("keywords", "y"))))
                .contains(
                        "Attribute 'whatsNew' cannot be edited at this time",
                        "\"pointer\":\"/data/attributes/whatsNew\"",
                        "\"pointer\":\"/data/attributes/keywords\"")
                .doesNotContain("promotionalText");
        api.patch(path, Body.of("appStoreVersionLocalizations").id(text.id()).with("promotionalText", "New"));
    }

    @Test
    void liveVersionsTakeNoAttributesAndTheirCopyright() {
        StoredResource version = api.world().addTo(app, "appStoreVersions");
        version.with("appVersionState", "READY_FOR_DISTRIBUTION");
        Body body = Body.of("appStoreVersions").id(version.id());

        api.patch("/v1/appStoreVersions/" + version.id(), body);
        api.patch("/v1/appStoreVersions/" + version.id(), body.with("copyright", "2026 Example"));
        assertThat(Api.refusal(
                        () -> api.patch("/v1/appStoreVersions/" + version.id(), body.with("releaseType", "MANUAL"))))
                .contains("INVALID_STATE", "/data/attributes/releaseType")
                .doesNotContain("copyright");
    }

    @Test
    void theTextOfAnItemInAnotherSubmissionHasBothIds() {
        StoredResource version = api.world().addTo(app, "appStoreVersions").with("platform", "IOS");
        version.with("appVersionState", "READY_FOR_REVIEW");
        StoredResource first = submission("IOS");
        StoredResource second = submission("MAC_OS");
        StoredResource item = api.world().addTo(first, "items");
        api.world().store().link(item, "appStoreVersion", version);

        assertThat(Api.refusal(() -> api.post(
                        "/v1/reviewSubmissionItems",
                        Body.of("reviewSubmissionItems")
                                .one("reviewSubmission", "reviewSubmissions", second.id())
                                .one("appStoreVersion", "appStoreVersions", version.id()))))
                .startsWith("409")
                .contains("associatedErrors")
                .contains("appStoreVersions with id " + version.id()
                        + " was already added to another reviewSubmission with id " + first.id());
    }

    private StoredResource submission(String platform) {
        return api.world()
                .addTo(app, "reviewSubmissions")
                .with("state", "READY_FOR_REVIEW")
                .with("platform", platform);
    }

    @Test
    void groupsWithAllBuildsTakeNone() {
        Builds.settle(Builds.add(app, "b", "1.0", "1", "IOS", Api.START, api.world()), api.world());
        StoredResource group = api.world().addTo(app, "betaGroups").with("isInternalGroup", true);
        group.with("hasAccessToAllBuilds", true);
        String toGroup = "/v1/betaGroups/" + group.id() + "/relationships/builds";
        Body.Links builds = new Body.Links("builds", List.of("b"));

        assertThat(Api.refusal(() -> api.edit("POST", toGroup, builds)))
                .startsWith("422")
                .contains("ENTITY_UNPROCESSABLE", "Builds cannot be assigned to this internal group.");
        assertThat(Api.refusal(() -> api.edit(
                        "POST",
                        "/v1/builds/b/relationships/betaGroups",
                        new Body.Links("betaGroups", List.of(group.id())))))
                .startsWith("422")
                .contains("Cannot add internal group to a build.");
        group.with("hasAccessToAllBuilds", false);
        api.edit("POST", toGroup, builds);
    }

    @Test
    void oneBuildOfAVersionIsInBetaReview() {
        for (String id : List.of("b1", "b2")) {
            StoredResource build = Builds.add(app, id, "1.0", id, "IOS", Api.START, api.world());
            build.with("usesNonExemptEncryption", false);
            Builds.settle(build, api.world());
        }
        api.world()
                .addTo(app, "betaAppLocalizations")
                .with("locale", "en-US")
                .with("description", "Coffee")
                .with("feedbackEmail", "maya@example.com");

        betaReview("b1");
        assertThat(Api.refusal(() -> betaReview("b2"))).startsWith("422").contains("Another build is in review");
        api.advance(Duration.ofHours(3));
        betaReview("b2");
    }

    private void betaReview(String build) {
        api.post(
                "/v1/betaAppReviewSubmissions",
                Body.of("betaAppReviewSubmissions").one("build", "builds", build));
    }

    @Test
    void numbersOfBuildsThatExistAreRejectedAtTheReservation() {
        Builds.add(app, "b", "1.0", "7", "IOS", Api.START, api.world());

        assertThat(Api.refusal(() -> reserve("1", "7")))
                .startsWith("409")
                .contains(
                        "ENTITY_ERROR.ATTRIBUTE.INVALID.DUPLICATE",
                        "must be higher than the previously uploaded version: '7'");
        reserve("1", "8");
        assertThat(Api.refusal(() -> reserve("other", "8")))
                .contains("ENTITY_ERROR.RELATIONSHIP.INVALID", "\"/data/relationships/app/data/id\"");
    }

    private void reserve(String ofApp, String number) {
        api.post(
                "/v1/buildUploads",
                Body.of("buildUploads")
                        .with("cfBundleShortVersionString", "1.0")
                        .with("cfBundleVersion", number)
                        .with("platform", "IOS")
                        .one("app", "apps", ofApp));
    }

    @Test
    void secondTextsForTestersHaveTheirOwnError() {
        Builds.add(app, "b", "1.0", "7", "IOS", Api.START, api.world());
        Body body = Body.of("betaBuildLocalizations").with("locale", "en-US").one("build", "builds", "b");
        api.post("/v1/betaBuildLocalizations", body);

        assertThat(Api.refusal(() -> api.post("/v1/betaBuildLocalizations", body)))
                .startsWith("409")
                .contains("\"ENTITY_ERROR.ATTRIBUTE.INVALID\"", "There is an entity with same 'locale'.");
    }

    @Test
    void customPagesNeedTheirVersionAndTexts() {
        Body page = Body.of("appCustomProductPages").with("name", "Summer").one("app", "apps", "1");
        assertThat(Api.refusal(() -> api.post("/v1/appCustomProductPages", page)))
                .contains(REQUIRED, "/data/relationships/appCustomProductPageVersions");
        documented.post("/v1/appCustomProductPages", page);

        page.many("appCustomProductPageVersions", "appCustomProductPageVersions", List.of("${version}"));
        Body version = Body.of("appCustomProductPageVersions").with("deepLink", "https://example.com");
        page.included(version, "${version}");
        assertThat(Api.refusal(() -> api.post("/v1/appCustomProductPages", page)))
                .contains(REQUIRED, "/included/0/relationships/appCustomProductPageLocalizations");

        version.many("appCustomProductPageLocalizations", "appCustomProductPageLocalizations", List.of("${text}"));
        page.included(Body.of("appCustomProductPageLocalizations").with("locale", "en-US"), "${text}");
        api.post("/v1/appCustomProductPages", page);
    }

    @Test
    void runsFromRunsNeedTheirWorkflow() {
        api.add("ciBuildRuns", "r", "{}");
        api.add("ciWorkflows", "w", "{}");
        Body body = Body.of("ciBuildRuns").one("buildRun", "ciBuildRuns", "r");

        assertThat(Api.refusal(() -> api.post("/v1/ciBuildRuns", body)))
                .startsWith("409")
                .contains(REQUIRED, "/data/relationships/workflow");
        api.post("/v1/ciBuildRuns", body.one("workflow", "ciWorkflows", "w"));
    }

    @Test
    void accessibilityDeclarationsBeginWithTheirDevices() {
        Body body = Body.of("accessibilityDeclarations")
                .with("deviceFamily", "IPHONE")
                .one("app", "apps", "1");
        api.post("/v1/accessibilityDeclarations", body);

        assertThat(Api.refusal(() -> api.post("/v1/accessibilityDeclarations", body.with("supportsCaptions", true))))
                .startsWith("409")
                .contains("/data/attributes/supportsCaptions");
    }

    @Test
    void eventsWithSchedulesFail() {
        Body body = Body.of("appEvents").with("referenceName", "Summer").one("app", "apps", "1");
        api.post("/v1/appEvents", body);
        body.with("territorySchedules", List.of(Map.of("territories", List.of("USA"))));

        assertThat(Api.refusal(() -> api.post("/v1/appEvents", body)))
                .startsWith("500")
                .contains("UNEXPECTED_ERROR");
    }

    @Test
    void firstPricesOfSubscriptionsGoInByUpdateAndReplace() {
        StoredResource subscription = api.add("subscriptions", "s", "{'productId':'p'}");
        for (String id : List.of("p1", "p2")) {
            api.add("subscriptionPricePoints", id, "{'customerPrice':'1.00'}");
        }
        Body first = Body.of("subscriptionPrices")
                .one("subscription", "subscriptions", "s")
                .one("subscriptionPricePoint", "subscriptionPricePoints", "p1");
        assertThat(Api.refusal(() -> api.post("/v1/subscriptionPrices", first)))
                .startsWith("500")
                .contains("UNEXPECTED_ERROR");

        String old = prices(List.of("${new}"), "p1").get(0);
        api.post("/v1/subscriptionPrices", first);
        List<String> both = prices(List.of(old, "${new}"), "p2");
        assertThat(both).hasSize(2).contains(old);
        assertThat(prices(List.of("${new}"), "p2")).hasSize(1).doesNotContain(old);
        assertThat(api.world().store().related(subscription, "prices")).hasSize(1);
    }

    private List<String> prices(List<String> ids, String point) {
        api.patch(
                "/v1/subscriptions/s",
                Body.of("subscriptions")
                        .id("s")
                        .many("prices", "subscriptionPrices", ids)
                        .included(
                                Body.of("subscriptionPrices")
                                        .one("subscriptionPricePoint", "subscriptionPricePoints", point),
                                "${new}"));
        return api.world().store().related(api.world().store().get("subscriptions", "s"), "prices").stream()
                .map(StoredResource::id)
                .toList();
    }

    @Test
    void availabilitiesNameEveryTerritory() {
        List.of("USA", "DEU").forEach(id -> api.add("territories", id, "{}"));
        Body body = Body.of("appAvailabilities")
                .with("availableInNewTerritories", true)
                .one("app", "apps", "1")
                .many("territoryAvailabilities", "territoryAvailabilities", List.of("${USA}"))
                .included(availability("USA"), "${USA}");
        assertThat(Api.refusal(() -> api.post("/v2/appAvailabilities", body)))
                .startsWith("409")
                .contains("/data/relationships/territoryAvailabilities");

        body.many("territoryAvailabilities", "territoryAvailabilities", List.of("${USA}", "${DEU}"))
                .included(availability("DEU"), "${DEU}");
        api.post("/v2/appAvailabilities", body);
    }

    private static Body availability(String territory) {
        return Body.of("territoryAvailabilities").with("available", true).one("territory", "territories", territory);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-01, 2026-12-01, USA, ''",
        "2026-12-01, 2026-12-05, USA, ENTITY_ERROR.INVALID_INTERVAL",
        "2026-12-01, 2026-12-01, DEU, ENTITY_ERROR.BASE_TERRITORY_INTERVAL_REQUIRED"
    })
    void pricesOfTheBaseTerritoryFollowOneAnother(String end, String start, String base, String code) {
        List.of("USA", "DEU").forEach(id -> api.add("territories", id, "{}"));
        StoredResource point = api.add("appPricePoints", "usd", "{'customerPrice':'1.00'}");
        api.world().store().link(point, "territory", api.world().store().get("territories", "USA"));
        Body body = Body.of("appPriceSchedules")
                .one("app", "apps", "1")
                .one("baseTerritory", "territories", base)
                .many("manualPrices", "appPrices", List.of("${later}", "${now}"))
                .included(price().with("startDate", start), "${later}")
                .included(price().with("endDate", end), "${now}");

        if (code.isEmpty()) {
            api.post("/v1/appPriceSchedules", body);
        } else {
            assertThat(Api.refusal(() -> api.post("/v1/appPriceSchedules", body)))
                    .startsWith("409")
                    .contains(code, "\"/data/relationships/manualPrices\"");
        }
    }

    private static Body price() {
        return Body.of("appPrices").one("appPricePoint", "appPricePoints", "usd");
    }

    @Test
    void inlinePricesNeedTheirPoint() {
        api.add("territories", "USA", "{}");
        Body body = Body.of("appPriceSchedules")
                .one("app", "apps", "1")
                .one("baseTerritory", "territories", "USA")
                .many("manualPrices", "appPrices", List.of("${now}"))
                .included(Body.of("appPrices").with("startDate", "2026-12-01"), "${now}");

        assertThat(Api.refusal(() -> api.post("/v1/appPriceSchedules", body)))
                .contains(REQUIRED, "/included/0/relationships/appPricePoint");
    }

    @Test
    void freeTrialsHaveATerritoryAndNoPrice() {
        api.add("subscriptions", "s", "{}");
        api.add("territories", "USA", "{}");
        api.add("subscriptionPricePoints", "p", "{}");
        Body body = Body.of("subscriptionIntroductoryOffers")
                .with("duration", "ONE_MONTH")
                .with("offerMode", "FREE_TRIAL")
                .with("numberOfPeriods", 1)
                .one("subscription", "subscriptions", "s")
                .one("subscriptionPricePoint", "subscriptionPricePoints", "p");

        assertThat(Api.refusal(() -> api.post("/v1/subscriptionIntroductoryOffers", body)))
                .startsWith("409")
                .contains(
                        "/data/relationships/territory",
                        "RELATIONSHIP.NOT_ALLOWED",
                        "/data/relationships/subscriptionPricePoint");
        api.post(
                "/v1/subscriptionIntroductoryOffers",
                Body.of("subscriptionIntroductoryOffers")
                        .with("duration", "ONE_MONTH")
                        .with("offerMode", "FREE_TRIAL")
                        .with("numberOfPeriods", 1)
                        .one("subscription", "subscriptions", "s")
                        .one("territory", "territories", "USA"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"subscriptionOfferCodes", "winBackOffers"})
    void pricesOfFreeTrialsHaveATerritoryAndNoPrice(String type) {
        api.add("subscriptions", "s", "{}");
        api.add("territories", "USA", "{}");
        api.add("subscriptionPricePoints", "p", "{}");
        String prices = type.equals("winBackOffers") ? "winBackOfferPrices" : "subscriptionOfferCodePrices";

        Body price = Body.of(prices).one("subscriptionPricePoint", "subscriptionPricePoints", "p");
        assertThat(Api.refusal(() -> api.post("/v1/" + type, trial(type, prices).included(price, "${one}"))))
                .startsWith("409")
                .contains("/included/0/relationships/territory");
        price.one("territory", "territories", "USA");
        assertThat(Api.refusal(() -> api.post("/v1/" + type, trial(type, prices).included(price, "${one}"))))
                .startsWith("409")
                .contains("RELATIONSHIP.NOT_ALLOWED", "/included/0/relationships/subscriptionPricePoint");
        api.post(
                "/v1/" + type,
                trial(type, prices).included(Body.of(prices).one("territory", "territories", "USA"), "${one}"));
    }

    private static Body trial(String type, String prices) {
        Body body = Body.of(type)
                .with("duration", "ONE_MONTH")
                .with("offerMode", "FREE_TRIAL")
                .one("subscription", "subscriptions", "s")
                .many("prices", prices, List.of("${one}"));
        return type.equals("winBackOffers")
                ? body.with("referenceName", "Back")
                        .with("offerId", "back")
                        .with("periodCount", 1)
                        .with("priority", "NORMAL")
                        .with("startDate", "2026-12-01")
                        .with("customerEligibilityPaidSubscriptionDurationInMonths", 1)
                        .with("customerEligibilityTimeSinceLastSubscribedInMonths", Map.of("minimum", 1, "maximum", 2))
                : body.with("name", "Trial")
                        .with("numberOfPeriods", 1)
                        .with("offerEligibility", "STACK_WITH_INTRO_OFFERS")
                        .with("customerEligibilities", List.of("NEW"));
    }

    static List<RuleTable.Row> limits() {
        return RuleTable.read(SetLimits.class, "limits.txt");
    }

    @ParameterizedTest
    @MethodSource("limits")
    void everyLimitOfASetIsEnforcedAndNotBefore(RuleTable.Row limit) {
        String type = limit.cell("type");
        StoredResource parent =
                api.world().store().add(api.world().store().target(type, limit.cell("parent")), "parent");
        boolean differs = !limit.cell("differs").equals("-");
        for (int i = 1; i < (differs ? 2 : Integer.parseInt(limit.cell("most"))); i++) {
            api.world().addTo(parent, limit.cell("children")).with("fileName", "a");
        }
        Creations creations = new Creations(api);
        Body body = creations
                .body(creations.shape(creations.operation(type, Action.CREATE_INSTANCE, "")), limit.cell("parent"))
                .one(limit.cell("parent"), parent.type(), parent.id());

        api.post("/v1/" + type, body);
        assertThat(Api.refusal(() -> api.post("/v1/" + type, body)))
                .startsWith("409")
                .contains(
                        "STATE_ERROR",
                        Errors.error(limit.cell("error"), limit.cell("most")).detail());
    }

    @Test
    void setsHoldTenScreenshotsAndExistOncePerType() {
        StoredResource text =
                api.world().addTo(api.world().addTo(app, "appStoreVersions"), "appStoreVersionLocalizations");
        Body set = Body.of("appScreenshotSets")
                .with("screenshotDisplayType", "APP_IPHONE_67")
                .one("appStoreVersionLocalization", "appStoreVersionLocalizations", text.id());
        String id = api.post("/v1/appScreenshotSets", set).path("id").asText();
        assertThat(Api.refusal(() -> api.post("/v1/appScreenshotSets", set)))
                .startsWith("409")
                .contains("Screenshot Set Already Exists!");

        for (int i = 0; i < 10; i++) {
            addScreenshot(id);
        }
        assertThat(Api.refusal(() -> addScreenshot(id))).startsWith("409").contains("Too many screenshots (10)");
    }

    private void addScreenshot(String set) {
        api.post(
                "/v1/appScreenshots",
                Body.of("appScreenshots")
                        .with("fileName", "a.png")
                        .with("fileSize", 1)
                        .one("appScreenshotSet", "appScreenshotSets", set));
    }

    @Test
    void displayTypesThatNoDocumentNamesAreAcceptedAndNotFiltered() {
        StoredResource text =
                api.world().addTo(api.world().addTo(app, "appStoreVersions"), "appStoreVersionLocalizations");
        for (String type : List.of("APP_IPHONE_DUO", "APP_IPHONE_67")) {
            api.post(
                    "/v1/appScreenshotSets",
                    Body.of("appScreenshotSets")
                            .with("screenshotDisplayType", type)
                            .one("appStoreVersionLocalization", "appStoreVersionLocalizations", text.id()));
        }
        api.post(
                "/v1/appPreviewSets",
                Body.of("appPreviewSets")
                        .with("previewType", "IPHONE_DUO")
                        .one("appStoreVersionLocalization", "appStoreVersionLocalizations", text.id()));

        String path = "/v1/appStoreVersionLocalizations/" + text.id()
                + "/appScreenshotSets?filter[screenshotDisplayType]=APP_IPHONE_67";
        assertThat(api.get(path).path("data")).hasSize(2);
    }

    @Test
    void universalIdentifiersMatchEveryPlatform() {
        for (Api each : List.of(api, documented)) {
            each.add("bundleIds", "x", "{'identifier':'com.example.one','platform':'UNIVERSAL'}");
            each.add("bundleIds", "y", "{'identifier':'com.example.two','platform':'MAC_OS'}");
        }
        String path = "/v1/bundleIds?filter[platform]=IOS";

        assertThat(api.get(path).path("data").findValuesAsText("id")).containsExactly("x");
        assertThat(documented.get(path).path("data")).isEmpty();
    }

    @Test
    void includedDevicesOfProfilesAreComplete() {
        for (Api each : List.of(api, documented)) {
            StoredResource profile = each.add("profiles", "p", "{}");
            for (int i = 0; i < 60; i++) {
                each.world().store().link(profile, "devices", each.add("devices", "d" + i, "{}"));
            }
        }
        String path = "/v1/profiles/p?include=devices";

        assertThat(api.get(path).at("/data/relationships/devices/data")).hasSize(60);
        assertThat(api.get(path).path("included")).hasSize(60);
        assertThat(documented.get(path).at("/data/relationships/devices/data")).hasSize(10);
        assertThat(api.get(path + "&limit[devices]=5").path("included")).hasSize(5);
    }

    @Test
    void versionsComeNewestFirstAndAllSayWhetherTheyCanBeDownloaded() {
        List.of("1.0", "1.1")
                .forEach(number -> api.world().addTo(app, "appStoreVersions").with("versionString", number));

        JsonNode versions = api.get("/v1/apps/1/appStoreVersions").path("data");
        assertThat(versions.findValuesAsText("versionString")).containsExactly("1.1", "1.0");
        assertThat(versions).allMatch(version -> version.path("attributes").has("downloadable"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"profiles?filter[name]", "devices?filter[name]", "apps?filter[name]", "apps?filter[bundleId]"})
    void filtersMatchParts(String filter) {
        api.add("profiles", "p", "{'name':'One Two'}");
        api.add("devices", "d", "{'name':'One Two'}");
        api.add("apps", "a", "{'name':'One Two','bundleId':'one.two'}");

        assertThat(api.get("/v1/" + filter + "=two").path("data")).hasSize(1);
    }

    @Test
    void unknownPathsAreNamedWithTheirVersion() {
        assertThat(Api.refusal(() -> api.get("/v1/xyz")))
                .startsWith("404")
                .contains("PATH_ERROR", "The resource 'v1/xyz' does not exist");
    }

    @Test
    void developerIdOfTheSecondGenerationIsRejected() {
        String type = "DEVELOPER_ID_APPLICATION_G2";
        assertThat(Api.refusal(() -> api.get("/v1/certificates?filter[certificateType]=" + type)))
                .startsWith("400");
        assertThat(Api.refusal(() -> api.post(
                        "/v1/certificates",
                        Body.of("certificates").with("certificateType", type).with("csrContent", "x"))))
                .startsWith("403");
    }

    @Test
    void profilesHaveNoTemplate() {
        api.add("bundleIds", "b", "{'identifier':'com.example.one','platform':'UNIVERSAL'}");
        assertThat(Api.refusal(() -> api.post(
                        "/v1/profiles",
                        Body.of("profiles")
                                .with("name", "One")
                                .with("profileType", "IOS_APP_STORE")
                                .with("templateName", null)
                                .one("bundleId", "bundleIds", "b")
                                .many("certificates", "certificates", List.of()))))
                .startsWith("409")
                .contains("'templateName' is not an attribute on the resource 'profiles'");
    }

    @Test
    void versionsAreReviewedWhenTheirBuildSaysHowItEncrypts() {
        StoredResource version = api.world().addTo(app, "appStoreVersions").with("platform", "IOS");
        version.with("appVersionState", "PREPARE_FOR_SUBMISSION");
        StoredResource build = Builds.add(app, "b", "1.0", "1", "IOS", Api.START, api.world());
        api.world().store().link(version, "build", build);
        StoredResource submission = submission("IOS");

        assertThat(Api.refusal(() -> addItem(submission, version)))
                .contains("is not in valid state. - This resource cannot be reviewed", "usesNonExemptEncryption");
        build.with("usesNonExemptEncryption", false);
        addItem(submission, version);
    }

    private void addItem(StoredResource submission, StoredResource version) {
        api.post(
                "/v1/reviewSubmissionItems",
                Body.of("reviewSubmissionItems")
                        .one("reviewSubmission", "reviewSubmissions", submission.id())
                        .one("appStoreVersion", "appStoreVersions", version.id()));
    }
}
