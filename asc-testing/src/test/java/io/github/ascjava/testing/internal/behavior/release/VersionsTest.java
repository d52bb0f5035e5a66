package io.github.ascjava.testing.internal.behavior.release;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.ascjava.testing.internal.behavior.Api;
import io.github.ascjava.testing.internal.behavior.Body;
import io.github.ascjava.testing.internal.behavior.testflight.Builds;
import io.github.ascjava.testing.internal.engine.Deviation;
import io.github.ascjava.testing.internal.engine.StoredResource;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VersionsTest {

    /** Ready for review at once; that versions are not is in LiveRowsTest. */
    private final Api api = new Api(EnumSet.complementOf(EnumSet.of(Deviation.READINESS_FOR_REVIEW_IS_STRICT)));

    @BeforeEach
    void addApp() {
        StoredResource app = api.app("1");
        for (String version : List.of("1.0", "1.1")) {
            StoredResource build = Builds.add(app, "build" + version, version, "1", "IOS", Api.START, api.world());
            build.attributes().put("usesNonExemptEncryption", false);
            Builds.settle(build, api.world());
        }
    }

    @Test
    void beginInPreparationInTheLanguageOfTheApp() {
        String version = create("1.0");
        JsonNode attributes = api.get("/v1/appStoreVersions/" + version).at("/data/attributes");

        assertThat(attributes.path("appVersionState").asText()).isEqualTo("PREPARE_FOR_SUBMISSION");
        assertThat(attributes.path("appStoreState").asText()).isEqualTo("PREPARE_FOR_SUBMISSION");
        assertThat(attributes.path("releaseType").asText()).isEqualTo("AFTER_APPROVAL");
        assertThat(attributes.path("createdDate").asText()).isEqualTo("2026-11-24T10:30:00-08:00");
        assertThat(attributes.path("copyright").isNull()).isTrue();
        assertThat(attributes.path("downloadable").isNull()).isTrue();
        assertThat(localizations(version).findValuesAsText("locale")).containsExactly("en-US");
    }

    @Test
    void areRejectedWithTwoErrorsIfTheyExist() {
        create("1.0");

        String refusal = Api.refusal(() -> create("1.0"));

        assertThat(refusal)
                .startsWith("409")
                .contains("You cannot create a new version of the App in the current state.");
        assertThat(refusal.indexOf("ENTITY_ERROR.RELATIONSHIP.INVALID"))
                .isLessThan(refusal.indexOf("ENTITY_ERROR.ATTRIBUTE.INVALID.DUPLICATE"));
    }

    @Test
    void areOnTheirWayOneAtATimePerPlatform() {
        create("1.0");

        assertThat(Api.refusal(() -> create("1.1")))
                .contains("ENTITY_ERROR.RELATIONSHIP.INVALID")
                .doesNotContain("DUPLICATE");
        api.post(
                "/v1/appStoreVersions",
                Body.of("appStoreVersions")
                        .with("platform", "MAC_OS")
                        .with("versionString", "1.0")
                        .one("app", "apps", "1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1.0.0.0", "one", "1.", "1.0-beta"})
    void haveNumbers(String number) {
        assertThat(Api.refusal(() -> create(number))).startsWith("409").contains("versionString");
    }

    @Test
    void beginWithTheTextsOfTheOneBeforeButForTheNews() {
        String first = create("1.0");
        fill(first, "Trail");
        api.post(
                "/v1/appStoreVersionLocalizations",
                text(Body.of("appStoreVersionLocalizations").with("locale", "de-DE"), "Weg")
                        .one("appStoreVersion", "appStoreVersions", first));
        release(first);

        String second = create("1.1");

        JsonNode localizations = localizations(second);
        assertThat(localizations.findValuesAsText("description")).containsExactly("Trail", "Weg");
        assertThat(localizations.at("/0/attributes/whatsNew").isNull()).isTrue();
        assertThat(Api.refusal(() -> api.post(
                        "/v1/appStoreVersionLocalizations",
                        Body.of("appStoreVersionLocalizations")
                                .with("locale", "de-DE")
                                .one("appStoreVersion", "appStoreVersions", second))))
                .contains("Entity with locale: 'de-DE' already exists. Try updating.");
    }

    @Test
    void haveTextsInTheLanguagesOfTheAppStore() {
        String version = create("1.0");

        assertThat(Api.refusal(() -> api.post(
                        "/v1/appStoreVersionLocalizations",
                        Body.of("appStoreVersionLocalizations")
                                .with("locale", "de-AT")
                                .one("appStoreVersion", "appStoreVersions", version))))
                .startsWith("409")
                .contains("The language specified is not listed for localization");
    }

    @Test
    void takeBuildsOfTheirNumberThatAreProcessed() {
        String version = create("1.0");
        Builds.add(api.world().store().get("apps", "1"), "raw", "1.0", "2", "IOS", Api.START, api.world());

        assertThat(Api.refusal(() -> attach(version, "build1.1")))
                .startsWith("409")
                .contains("is not available");
        assertThat(Api.refusal(() -> attach(version, "raw"))).startsWith("409");
        attach(version, "build1.0");
        assertThat(api.get("/v1/appStoreVersions/" + version + "/build")
                        .at("/data/id")
                        .asText())
                .isEqualTo("build1.0");
    }

    @Test
    void reportWhatTheyLackBeforeTheirReview() {
        String version = create("1.0");
        String submission = submission();

        String refusal = Api.refusal(() -> addItem(submission, version));

        assertThat(refusal)
                .startsWith("409")
                .contains(
                        "STATE_ERROR.ENTITY_STATE_INVALID",
                        "please check associated errors",
                        "\"associatedErrors\":{\"/v1/appStoreVersions/" + version + "\":[{",
                        "/v1/appStoreVersionLocalizations/",
                        "'description'",
                        "'build'");
    }

    @Test
    void goThroughTheirReviewIntoTheShop() {
        String version = create("1.0");
        fill(version, "Trail");
        String submission = submission();
        addItem(submission, version);
        assertThat(state(version)).isEqualTo("READY_FOR_REVIEW");

        JsonNode submitted = submit(submission);
        assertThat(submitted.at("/attributes/state").asText()).isEqualTo("WAITING_FOR_REVIEW");
        assertThat(submitted.at("/attributes/submittedDate").asText()).isEqualTo("2026-11-24T18:30:00.000Z");
        assertThat(state(version)).isEqualTo("WAITING_FOR_REVIEW");
        assertThat(Api.refusal(() -> rename(version, "1.0.1")))
                .startsWith("409")
                .contains("The attribute 'versionString' can not be modified.");

        api.advance(Duration.ofHours(1));
        assertThat(state(version)).isEqualTo("IN_REVIEW");
        api.advance(Duration.ofHours(1));
        assertThat(state(version)).isEqualTo("PROCESSING_FOR_DISTRIBUTION");
        assertThat(api.get("/v1/reviewSubmissions/" + submission + "?include=items")
                        .toString())
                .contains("\"COMPLETE\"", "\"APPROVED\"");
        api.advance(Duration.ofMinutes(1));
        assertThat(state(version)).isEqualTo("READY_FOR_DISTRIBUTION");
        assertThat(api.get("/v1/appStoreVersions/" + version)
                        .at("/data/attributes/appStoreState")
                        .asText())
                .isEqualTo("READY_FOR_SALE");
    }

    @Test
    void takeThePlaceOfTheOneBefore() {
        String first = create("1.0");
        fill(first, "Trail");
        release(first);
        String second = create("1.1");
        fill(second, "Trail");
        release(second);

        assertThat(state(first)).isEqualTo("REPLACED_WITH_NEW_VERSION");
        assertThat(state(second)).isEqualTo("READY_FOR_DISTRIBUTION");
    }

    @Test
    void waitForTheirDeveloperIfThatIsWanted() {
        String version = create("1.0");
        fill(version, "Trail");
        api.patch(
                "/v1/appStoreVersions/" + version,
                Body.of("appStoreVersions").id(version).with("releaseType", "MANUAL"));
        String submission = submission();
        addItem(submission, version);
        submit(submission);
        assertThat(Api.refusal(() -> requestRelease(version))).startsWith("409").contains("WAITING_FOR_REVIEW");

        api.advance(Duration.ofDays(1));
        assertThat(state(version)).isEqualTo("PENDING_DEVELOPER_RELEASE");
        requestRelease(version);
        api.advance(Duration.ofMinutes(1));
        assertThat(state(version)).isEqualTo("READY_FOR_DISTRIBUTION");
    }

    @Test
    void waitForTheirDate() {
        String version = create("1.0");
        fill(version, "Trail");
        api.patch(
                "/v1/appStoreVersions/" + version,
                Body.of("appStoreVersions")
                        .id(version)
                        .with("releaseType", "SCHEDULED")
                        .with("earliestReleaseDate", "2026-12-01T00:00:00+01:00"));
        String submission = submission();
        addItem(submission, version);
        submit(submission);

        api.advance(Duration.ofDays(1));
        assertThat(state(version)).isEqualTo("PENDING_DEVELOPER_RELEASE");
        api.advance(Duration.ofDays(7));
        assertThat(state(version)).isEqualTo("READY_FOR_DISTRIBUTION");
    }

    @Test
    void areRejectedIfTheirNotesSaySo() {
        String version = create("1.0");
        fill(version, "Trail");
        api.post(
                "/v1/appStoreReviewDetails",
                Body.of("appStoreReviewDetails")
                        .with("notes", ReviewSubmissions.PLEASE_REJECT)
                        .one("appStoreVersion", "appStoreVersions", version));
        String submission = submission();
        addItem(submission, version);
        submit(submission);

        api.advance(Duration.ofDays(1));

        assertThat(state(version)).isEqualTo("REJECTED");
        assertThat(api.get("/v1/reviewSubmissions/" + submission)
                        .at("/data/attributes/state")
                        .asText())
                .isEqualTo("UNRESOLVED_ISSUES");
        rename(version, "1.0.1");
    }

    @Test
    void areSubmittedAgainInTheSubmissionThatRejectedThem() {
        String version = create("1.0");
        fill(version, "Trail");
        String detail = api.post(
                        "/v1/appStoreReviewDetails",
                        Body.of("appStoreReviewDetails")
                                .with("notes", ReviewSubmissions.PLEASE_REJECT)
                                .one("appStoreVersion", "appStoreVersions", version))
                .path("id")
                .asText();
        String submission = submission();
        addItem(submission, version);
        submit(submission);
        api.advance(Duration.ofDays(1));

        assertThat(Api.refusal(() -> submission())).contains("reviewSubmissions with id " + submission);
        assertThat(Api.refusal(() -> addItem(submission, version))).startsWith("409");
        assertThat(itemStates(submission)).containsExactly("REJECTED");
        api.patch(
                "/v1/appStoreReviewDetails/" + detail,
                Body.of("appStoreReviewDetails").id(detail).with("notes", "Better now"));
        submit(submission);
        api.advance(Duration.ofDays(1));

        assertThat(itemStates(submission)).containsExactly("APPROVED");
        assertThat(state(version)).isEqualTo("READY_FOR_DISTRIBUTION");
    }

    private List<String> itemStates(String submission) {
        return api.get("/v1/reviewSubmissions/" + submission + "/items")
                .path("data")
                .findValuesAsText("state");
    }

    @Test
    void areTakenBackAMomentAfterTheCancellation() {
        String version = create("1.0");
        fill(version, "Trail");
        String submission = submission();
        addItem(submission, version);
        submit(submission);

        JsonNode canceled = api.patch(
                "/v1/reviewSubmissions/" + submission,
                Body.of("reviewSubmissions").id(submission).with("canceled", true));

        assertThat(canceled.at("/attributes/state").asText()).isEqualTo("CANCELING");
        assertThat(Api.refusal(() -> submission()))
                .startsWith("409")
                .contains("There is another reviewSubmissions with id " + submission + " still in progress");
        api.advance(Duration.ofMinutes(1));
        assertThat(state(version)).isEqualTo("DEVELOPER_REJECTED");
        assertThat(itemStates(submission)).containsExactly("REMOVED");
        api.advance(Duration.ofDays(1));
        assertThat(state(version)).isEqualTo("DEVELOPER_REJECTED");
        submission();
    }

    @Test
    void areSubmittedInABasketThatIsNotEmpty() {
        assertThat(Api.refusal(() -> submit(submission()))).startsWith("409").contains("no items");
    }

    @Test
    void leaveTheBasketAsTheyWere() {
        String version = create("1.0");
        fill(version, "Trail");
        String submission = submission();
        String item = addItem(submission, version);
        assertThat(Api.refusal(() -> addItem(submission, version))).startsWith("409");

        api.delete("/v1/reviewSubmissionItems/" + item);

        assertThat(state(version)).isEqualTo("PREPARE_FOR_SUBMISSION");
        addItem(submission, version);
        submit(submission);
        assertThat(Api.refusal(() -> addItem(submission, version))).startsWith("409");
    }

    @Test
    void reachTheirCustomersInSevenDaysIfTheyArePhased() {
        String version = create("1.0");
        fill(version, "Trail");
        String phased = api.post(
                        "/v1/appStoreVersionPhasedReleases",
                        Body.of("appStoreVersionPhasedReleases").one("appStoreVersion", "appStoreVersions", version))
                .path("id")
                .asText();
        release(version);
        assertThat(phased(version)).isEqualTo("ACTIVE 1");

        api.advance(Duration.ofDays(2));
        assertThat(phased(version)).isEqualTo("ACTIVE 3");
        setPhased(phased, "PAUSED");
        api.advance(Duration.ofDays(2));
        assertThat(phased(version)).isEqualTo("PAUSED 3");
        setPhased(phased, "ACTIVE");
        api.advance(Duration.ofDays(4));
        assertThat(phased(version)).isEqualTo("ACTIVE 7");
        assertThat(Api.refusal(() -> api.delete("/v1/appStoreVersionPhasedReleases/" + phased)))
                .startsWith("409");
        api.advance(Duration.ofDays(1));
        assertThat(phased(version)).isEqualTo("COMPLETE 7");
        assertThat(Api.refusal(() -> setPhased(phased, "PAUSED"))).startsWith("409");
    }

    @Test
    void haveNamesAndCategoriesOfTheirOwnUntilTheyAreInTheShop() {
        StoredResource live =
                api.add("appInfos", "live", "{'state':'READY_FOR_DISTRIBUTION','appStoreState':'READY_FOR_SALE'}");
        StoredResource name = api.add("appInfoLocalizations", "name", "{'locale':'en-US','name':'Trail'}");
        api.world().store().link(api.world().store().get("apps", "1"), "appInfos", live);
        api.world().store().link(live, "appInfoLocalizations", name);

        String version = create("1.0");
        JsonNode infos = api.get("/v1/apps/1/appInfos").path("data");
        assertThat(infos.findValuesAsText("state")).containsExactly("READY_FOR_DISTRIBUTION", "PREPARE_FOR_SUBMISSION");
        String draft = infos.at("/1/id").asText();
        assertThat(api.get("/v1/appInfos/" + draft + "/appInfoLocalizations")
                        .at("/data/0/attributes/name")
                        .asText())
                .isEqualTo("Trail");

        fill(version, "Trail");
        release(version);
        assertThat(api.get("/v1/apps/1/appInfos").path("data").findValuesAsText("id"))
                .containsExactly(draft);
    }

    @Test
    void areReviewedByCustomersAndGetOneResponse() {
        api.add("customerReviews", "r", "{'rating':2,'title':'Hm','body':'Crashes'}");
        Body first =
                Body.of("customerReviewResponses").with("responseBody", "Sorry").one("review", "customerReviews", "r");
        Body second =
                Body.of("customerReviewResponses").with("responseBody", "Fixed").one("review", "customerReviews", "r");

        api.post("/v1/customerReviewResponses", first);
        JsonNode response = api.post("/v1/customerReviewResponses", second);

        assertThat(response.at("/attributes/state").asText()).isEqualTo("PENDING_PUBLISH");
        assertThat(api.get("/v1/customerReviews/r/response")
                        .at("/data/attributes/responseBody")
                        .asText())
                .isEqualTo("Fixed");
        api.advance(Duration.ofHours(2));
        assertThat(api.get("/v1/customerReviews/r/response")
                        .at("/data/attributes/state")
                        .asText())
                .isEqualTo("PUBLISHED");
    }

    private String create(String number) {
        return api.post(
                        "/v1/appStoreVersions",
                        Body.of("appStoreVersions")
                                .with("platform", "IOS")
                                .with("versionString", number)
                                .one("app", "apps", "1"))
                .path("id")
                .asText();
    }

    private void fill(String version, String text) {
        String number = api.get("/v1/appStoreVersions/" + version)
                .at("/data/attributes/versionString")
                .asText();
        attach(version, "build" + number);
        for (JsonNode localization : localizations(version)) {
            String id = localization.path("id").asText();
            api.patch(
                    "/v1/appStoreVersionLocalizations/" + id,
                    text(Body.of("appStoreVersionLocalizations").id(id), text));
        }
    }

    private static Body text(Body body, String text) {
        return body.with("description", text)
                .with("keywords", "trail")
                .with("supportUrl", "https://example.com")
                .with("whatsNew", "News");
    }

    private void attach(String version, String build) {
        api.patch(
                "/v1/appStoreVersions/" + version,
                Body.of("appStoreVersions").id(version).one("build", "builds", build));
    }

    private void rename(String version, String number) {
        api.patch(
                "/v1/appStoreVersions/" + version,
                Body.of("appStoreVersions").id(version).with("versionString", number));
    }

    private void release(String version) {
        String submission = submission();
        addItem(submission, version);
        submit(submission);
        api.advance(Duration.ofHours(2).plusMinutes(1));
        assertThat(state(version)).isEqualTo("READY_FOR_DISTRIBUTION");
    }

    private String submission() {
        return api.post(
                        "/v1/reviewSubmissions",
                        Body.of("reviewSubmissions").with("platform", "IOS").one("app", "apps", "1"))
                .path("id")
                .asText();
    }

    private String addItem(String submission, String version) {
        return api.post(
                        "/v1/reviewSubmissionItems",
                        Body.of("reviewSubmissionItems")
                                .one("reviewSubmission", "reviewSubmissions", submission)
                                .one("appStoreVersion", "appStoreVersions", version))
                .path("id")
                .asText();
    }

    private JsonNode submit(String submission) {
        return api.patch(
                "/v1/reviewSubmissions/" + submission,
                Body.of("reviewSubmissions").id(submission).with("submitted", true));
    }

    private void requestRelease(String version) {
        api.post(
                "/v1/appStoreVersionReleaseRequests",
                Body.of("appStoreVersionReleaseRequests").one("appStoreVersion", "appStoreVersions", version));
    }

    private void setPhased(String id, String state) {
        api.patch(
                "/v1/appStoreVersionPhasedReleases/" + id,
                Body.of("appStoreVersionPhasedReleases").id(id).with("phasedReleaseState", state));
    }

    private String phased(String version) {
        JsonNode attributes = api.get("/v1/appStoreVersions/" + version + "/appStoreVersionPhasedRelease")
                .at("/data/attributes");
        return attributes.path("phasedReleaseState").asText() + " "
                + attributes.path("currentDayNumber").asInt();
    }

    private String state(String version) {
        return api.get("/v1/appStoreVersions/" + version)
                .at("/data/attributes/appVersionState")
                .asText();
    }

    private JsonNode localizations(String version) {
        return api.get("/v1/appStoreVersions/" + version + "/appStoreVersionLocalizations")
                .path("data");
    }
}
