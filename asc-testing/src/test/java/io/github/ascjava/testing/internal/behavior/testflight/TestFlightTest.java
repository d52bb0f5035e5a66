package io.github.ascjava.testing.internal.behavior.testflight;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.ascjava.testing.internal.behavior.Api;
import io.github.ascjava.testing.internal.behavior.Body;
import io.github.ascjava.testing.internal.engine.Deviation;
import io.github.ascjava.testing.internal.engine.StoredResource;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TestFlightTest {

    private final Api api = new Api();

    @BeforeEach
    void addApp() {
        StoredResource app = api.app("1");
        api.add("users", "u", "{'username':'maya@example.com','roles':['ADMIN']}");
        for (String id : List.of("b1", "b2")) {
            StoredResource build = Builds.add(app, id, "1.0", id, "IOS", Api.START, api.world());
            Builds.settle(build, api.world());
        }
    }

    @Test
    void buildsNeedTheirExportComplianceFirst() {
        assertThat(states("b1")).isEqualTo("MISSING_EXPORT_COMPLIANCE MISSING_EXPORT_COMPLIANCE");

        comply("b1");

        assertThat(states("b1")).isEqualTo("READY_FOR_BETA_TESTING READY_FOR_BETA_SUBMISSION");
        assertThat(Api.refusal(() ->
                        api.patch("/v1/builds/b1", Body.of("builds").id("b1").with("usesNonExemptEncryption", true))))
                .startsWith("409")
                .contains("can not be changed");
    }

    @Test
    void buildsAreTestedByTheTeamInAnInternalGroup() {
        comply("b1");
        String group = group("Team", true);

        api.edit("POST", "/v1/betaGroups/" + group + "/relationships/builds", new Body.Links("builds", List.of("b1")));
        assertThat(states("b1")).isEqualTo("IN_BETA_TESTING READY_FOR_BETA_SUBMISSION");

        api.edit(
                "DELETE", "/v1/betaGroups/" + group + "/relationships/builds", new Body.Links("builds", List.of("b1")));
        assertThat(states("b1")).isEqualTo("READY_FOR_BETA_TESTING READY_FOR_BETA_SUBMISSION");
    }

    @Test
    void buildsAreTestedByOthersAfterTheirReview() {
        comply("b1");
        String group = group("Friends", false);
        api.edit("POST", "/v1/builds/b1/relationships/betaGroups", new Body.Links("betaGroups", List.of(group)));
        assertThat(Api.refusal(() -> review("b1"))).startsWith("422").contains("Beta App Description");
        describe("Test it");

        review("b1");
        assertThat(states("b1")).endsWith(" WAITING_FOR_BETA_REVIEW");
        assertThat(Api.refusal(() -> review("b1"))).startsWith("422");
        api.advance(Duration.ofHours(1));
        assertThat(states("b1")).endsWith(" IN_BETA_REVIEW");
        api.advance(Duration.ofHours(1));
        assertThat(states("b1")).endsWith(" IN_BETA_TESTING");

        comply("b2");
        review("b2");
        assertThat(states("b2")).endsWith(" BETA_APPROVED");
    }

    @Test
    void buildsRunOutAfterNinetyDays() {
        comply("b1");
        api.advance(Duration.ofDays(89));
        assertThat(api.get("/v1/builds/b1").at("/data/attributes/expired").asBoolean())
                .isFalse();

        api.advance(Duration.ofDays(2));

        assertThat(api.get("/v1/builds/b1").at("/data/attributes/expired").asBoolean())
                .isTrue();
        assertThat(states("b1")).isEqualTo("EXPIRED EXPIRED");
        assertThat(Api.refusal(() ->
                        api.patch("/v1/builds/b1", Body.of("builds").id("b1").with("expired", false))))
                .startsWith("409");
        String group = group("Friends", false);
        assertThat(Api.refusal(() -> api.edit(
                        "POST",
                        "/v1/betaGroups/" + group + "/relationships/builds",
                        new Body.Links("builds", List.of("b1")))))
                .startsWith("409")
                .contains("STATE_ERROR", "not assignable");
    }

    @Test
    void buildsThatWereUploadedBeforeAreProcessedInTime() {
        Builds.add(api.world().store().get("apps", "1"), "b3", "1.0", "3", "IOS", Api.START, api.world());
        assertThat(states("b3")).isEqualTo("PROCESSING PROCESSING");

        api.advance(Duration.ofMinutes(11));

        assertThat(states("b3")).startsWith("MISSING");
    }

    @Test
    void buildsWithoutDatesStayAsTheyAre() {
        api.add("builds", "bare", "{'processingState':'PROCESSING'}");
        api.advance(Duration.ofDays(400));

        assertThat(api.get("/v1/builds/bare")
                        .at("/data/attributes/processingState")
                        .asText())
                .isEqualTo("PROCESSING");
    }

    @Test
    void buildsCanBeEndedEarlier() {
        comply("b1");

        api.patch("/v1/builds/b1", Body.of("builds").id("b1").with("expired", true));

        assertThat(states("b1")).isEqualTo("EXPIRED EXPIRED");
    }

    @Test
    void groupsForOthersCanBeJoinedByALink() {
        JsonNode group = api.post(
                "/v1/betaGroups",
                Body.of("betaGroups")
                        .with("name", "Public")
                        .with("publicLinkEnabled", true)
                        .one("app", "apps", "1"));

        assertThat(group.at("/attributes/publicLink").asText())
                .isEqualTo("https://testflight.apple.com/join/"
                        + group.at("/attributes/publicLinkId").asText());
        assertThat(group.at("/attributes/createdDate").asText()).isEqualTo("2026-11-24T18:30:00.000Z");
        assertThat(group.at("/attributes/feedbackEnabled").asBoolean()).isTrue();
        assertThat(Api.refusal(() -> api.post(
                        "/v1/betaGroups",
                        Body.of("betaGroups")
                                .with("name", "Team")
                                .with("isInternalGroup", true)
                                .with("publicLinkEnabled", true)
                                .one("app", "apps", "1"))))
                .startsWith("409");
    }

    @Test
    void groupsWithAccessToAllBuildsGetNewOnes() {
        String group = api.post(
                        "/v1/betaGroups",
                        Body.of("betaGroups")
                                .with("name", "Team")
                                .with("isInternalGroup", true)
                                .with("hasAccessToAllBuilds", true)
                                .one("app", "apps", "1"))
                .path("id")
                .asText();
        StoredResource app = api.world().store().get("apps", "1");
        Builds.settle(Builds.add(app, "b3", "1.0", "3", "IOS", Api.START, api.world()), api.world());

        assertThat(api.get("/v1/betaGroups/" + group + "/builds").path("data").findValuesAsText("version"))
                .contains("3");
    }

    @Test
    void testersAreOneForEachAddressInAllTheirGroups() {
        String friends = group("Friends", false);
        String more = group("More friends", false);

        String first = tester("ada@example.com", friends);
        String second = tester("Ada@example.com", more);

        assertThat(second).isEqualTo(first);
        assertThat(api.get("/v1/betaTesters/" + first + "/betaGroups").path("data"))
                .hasSize(2);
        assertThat(Api.refusal(() -> tester("ada@example.com", more)))
                .startsWith("409")
                .contains("STATE_ERROR", "Tester(s) cannot be assigned");
        assertThat(Api.refusal(() -> api.edit(
                        "POST",
                        "/v1/betaGroups/" + more + "/relationships/betaTesters",
                        new Body.Links("betaTesters", List.of(first)))))
                .startsWith("409");
    }

    @Test
    void testersOfAnInternalGroupBelongToTheTeam() {
        String team = group("Team", true);

        tester("maya@example.com", team);
        assertThat(Api.refusal(() -> tester("ada@example.com", team)))
                .startsWith("409")
                .contains("is not a user of the team");
    }

    @Test
    void testersAcceptAfterAnHourAndInstallAfterADay() {
        String tester = tester("ada@example.com", group("Friends", false));
        assertThat(state(tester)).isEqualTo("INVITED");

        api.advance(Duration.ofHours(1));
        assertThat(state(tester)).isEqualTo("ACCEPTED");
        api.advance(Duration.ofDays(1));
        assertThat(state(tester)).isEqualTo("INSTALLED");
        assertThat(Api.refusal(() -> api.post(
                        "/v1/betaTesterInvitations",
                        Body.of("betaTesterInvitations")
                                .one("betaTester", "betaTesters", tester)
                                .one("app", "apps", "1"))))
                .startsWith("409");
    }

    @Test
    void testersWithoutAGroupAreNotInvitedYet() {
        String tester = api.post("/v1/betaTesters", Body.of("betaTesters").with("email", "ada@example.com"))
                .path("id")
                .asText();
        assertThat(state(tester)).isEqualTo("NOT_INVITED");
        assertThat(api.get("/v1/betaTesters/" + tester)
                        .at("/data/attributes/firstName")
                        .isNull())
                .isTrue();

        api.post(
                "/v1/betaTesterInvitations",
                Body.of("betaTesterInvitations")
                        .one("betaTester", "betaTesters", tester)
                        .one("app", "apps", "1"));
        assertThat(state(tester)).isEqualTo("INVITED");
    }

    @Test
    void testersLeaveAnAppWithItsGroups() {
        String group = group("Friends", false);
        String tester = tester("ada@example.com", group);
        assertThat(api.get("/v1/betaTesters/" + tester + "/apps").path("data")).hasSize(1);

        assertThat(api.edit(
                                "DELETE",
                                "/v1/betaTesters/" + tester + "/relationships/apps",
                                new Body.Links("apps", List.of("1")))
                        .status())
                .isEqualTo(202);

        assertThat(api.get("/v1/betaGroups/" + group + "/betaTesters").path("data"))
                .isEmpty();
        assertThat(api.get("/v1/betaTesters/" + tester + "/apps").path("data")).isEmpty();
    }

    @Test
    void testersLeaveAnAppWithTheirLastGroup() {
        String group = group("Friends", false);
        String tester = tester("ada@example.com", group);

        api.edit(
                "DELETE",
                "/v1/betaGroups/" + group + "/relationships/betaTesters",
                new Body.Links("betaTesters", List.of(tester)));

        assertThat(api.get("/v1/betaTesters/" + tester + "/apps").path("data")).isEmpty();
    }

    @Test
    void testersSendSomethingEveryDay() {
        tester("ada@example.com", group("Friends", false));
        api.get("/v1/apps");

        api.advance(Duration.ofDays(5));

        JsonNode screenshots = api.get("/v1/apps/1/betaFeedbackScreenshotSubmissions?include=build,tester");
        JsonNode crashes = api.get("/v1/apps/1/betaFeedbackCrashSubmissions");
        assertThat(screenshots.path("data").size() + crashes.path("data").size())
                .isEqualTo(5);
        assertThat(crashes.path("data")).hasSize(1);
        assertThat(screenshots.path("included").toString()).contains("ada@example.com", "b2");
        assertThat(api.get("/v1/betaFeedbackCrashSubmissions/"
                                + crashes.at("/data/0/id").asText() + "/crashLog")
                        .at("/data/attributes/logText")
                        .asText())
                .contains("EXC_BREAKPOINT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<b>new</b>", "New \uD83C\uDF89"})
    void textsForTestersHoldNoSymbols(String text) {
        Body body = Body.of("betaBuildLocalizations")
                .with("locale", "de-DE")
                .with("whatsNew", text)
                .one("build", "builds", "b1");

        assertThat(Api.refusal(() -> api.post("/v1/betaBuildLocalizations", body)))
                .startsWith("409")
                .contains("/data/attributes/whatsNew");

        try (Api byDocument = new Api(EnumSet.noneOf(Deviation.class))) {
            Builds.add(byDocument.app("1"), "b1", "1.0", "1", "IOS", Api.START, byDocument.world());
            byDocument.post("/v1/betaBuildLocalizations", body);
        }
    }

    private void comply(String build) {
        api.patch("/v1/builds/" + build, Body.of("builds").id(build).with("usesNonExemptEncryption", false));
    }

    private void describe(String text) {
        api.post(
                "/v1/betaAppLocalizations",
                Body.of("betaAppLocalizations")
                        .with("locale", "en-US")
                        .with("description", text)
                        .with("feedbackEmail", "beta@example.com")
                        .one("app", "apps", "1"));
    }

    private void review(String build) {
        api.post(
                "/v1/betaAppReviewSubmissions",
                Body.of("betaAppReviewSubmissions").one("build", "builds", build));
    }

    private String group(String name, boolean internal) {
        return api.post(
                        "/v1/betaGroups",
                        Body.of("betaGroups")
                                .with("name", name)
                                .with("isInternalGroup", internal)
                                .one("app", "apps", "1"))
                .path("id")
                .asText();
    }

    private String tester(String email, String group) {
        return api.post(
                        "/v1/betaTesters",
                        Body.of("betaTesters").with("email", email).many("betaGroups", "betaGroups", List.of(group)))
                .path("id")
                .asText();
    }

    private String state(String tester) {
        return api.get("/v1/betaTesters/" + tester).at("/data/attributes/state").asText();
    }

    private String states(String build) {
        JsonNode attributes =
                api.get("/v1/builds/" + build + "/buildBetaDetail").at("/data/attributes");
        return attributes.path("internalBuildState").asText() + " "
                + attributes.path("externalBuildState").asText();
    }
}
