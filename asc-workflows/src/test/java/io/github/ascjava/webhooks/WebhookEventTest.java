package io.github.ascjava.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.ascjava.client.jsonapi.OpenEnum;
import io.github.ascjava.client.jsonapi.ResourceIdentifier;
import io.github.ascjava.client.model.appstore.AppVersionState;
import io.github.ascjava.client.model.backgroundassets.BackgroundAssetVersionAppStoreReleaseState;
import io.github.ascjava.client.model.backgroundassets.BackgroundAssetVersionExternalBetaReleaseState;
import io.github.ascjava.client.model.backgroundassets.BackgroundAssetVersionState;
import io.github.ascjava.client.model.builds.BuildUploadState;
import io.github.ascjava.client.model.testflight.ExternalBetaState;
import io.github.ascjava.client.model.webhooks.WebhookEventType;
import io.github.ascjava.webhooks.InvalidWebhookException.Problem;
import java.lang.reflect.Field;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookEventTest {

    /** Each type in the form of Apple's samples (docs/live-service.md#webhook-names-differ-by-event). */
    static Stream<Arguments> samples() {
        return Stream.of(
                sample(
                        "appStoreVersionAppVersionStateUpdated",
                        "\"newValue\": \"WAITING_FOR_REVIEW\", \"oldValue\": \"PREPARE_FOR_SUBMISSION\"",
                        instance("appStoreVersions"),
                        new WebhookPayload.AppStoreVersionAppVersionStateUpdated(
                                "a1", AppVersionState.WAITING_FOR_REVIEW, AppVersionState.PREPARE_FOR_SUBMISSION)),
                sample(
                        "buildUploadStateUpdated",
                        "\"newState\": \"COMPLETE\"",
                        instance("buildUploads"),
                        new WebhookPayload.BuildUploadStateUpdated("a1", BuildUploadState.COMPLETE, null)),
                sample(
                        "buildBetaDetailExternalBuildStateUpdated",
                        "\"newExternalBuildState\": \"BETA_APPROVED\", \"oldExternalBuildState\": \"IN_BETA_REVIEW\"",
                        instance("buildBetaDetails"),
                        new WebhookPayload.BuildBetaDetailExternalBuildStateUpdated(
                                "a1", ExternalBetaState.BETA_APPROVED, ExternalBetaState.IN_BETA_REVIEW)),
                sample(
                        "betaFeedbackCrashSubmissionCreated",
                        "",
                        instance("betaFeedbackCrashSubmissions"),
                        new WebhookPayload.BetaFeedbackCrashSubmissionCreated("a1")),
                sample(
                        "betaFeedbackScreenshotSubmissionCreated",
                        "",
                        instance("betaFeedbackScreenshotSubmissions"),
                        new WebhookPayload.BetaFeedbackScreenshotSubmissionCreated("a1")),
                sample(
                        "backgroundAssetVersionStateUpdated",
                        "\"newState\": \"FAILED\", \"oldState\": \"PROCESSING\"",
                        flatInstance("backgroundAssetVersions"),
                        new WebhookPayload.BackgroundAssetVersionStateUpdated(
                                "a1", BackgroundAssetVersionState.FAILED, BackgroundAssetVersionState.PROCESSING)),
                sample(
                        "backgroundAssetVersionInternalBetaReleaseCreated",
                        "",
                        flatInstance("backgroundAssetVersionInternalBetaReleaseCreated"),
                        new WebhookPayload.BackgroundAssetVersionInternalBetaReleaseCreated("a1")),
                sample(
                        "backgroundAssetVersionExternalBetaReleaseStateUpdated",
                        "\"newState\": \"REJECTED\", \"oldState\": \"IN_REVIEW\"",
                        flatInstance("backgroundAssetVersionExternalBetaReleases"),
                        new WebhookPayload.BackgroundAssetVersionExternalBetaReleaseStateUpdated(
                                "a1",
                                BackgroundAssetVersionExternalBetaReleaseState.REJECTED,
                                BackgroundAssetVersionExternalBetaReleaseState.IN_REVIEW)),
                sample(
                        "backgroundAssetVersionAppStoreReleaseStateUpdated",
                        "\"newState\": \"READY_FOR_DISTRIBUTION\", \"oldState\": \"PROCESSING_FOR_DISTRIBUTION\"",
                        flatInstance("backgroundAssetVersionAppStoreReleases"),
                        new WebhookPayload.BackgroundAssetVersionAppStoreReleaseStateUpdated(
                                "a1",
                                BackgroundAssetVersionAppStoreReleaseState.READY_FOR_DISTRIBUTION,
                                BackgroundAssetVersionAppStoreReleaseState.PROCESSING_FOR_DISTRIBUTION)),
                sample(
                        "alternativeDistributionPackageVersionCreated",
                        "\"appId\": \"10\"",
                        instance("alternativeDistributionPackageVersions") + ", " + marketplaceApp(),
                        new WebhookPayload.AlternativeDistributionPackageVersionCreated("a1", "10", "20")),
                sample(
                        "alternativeDistributionPackageAvailableUpdated",
                        "\"available\": true, \"territories\": [\"DNK\", \"IRL\"], \"appId\": \"10\"",
                        instance("alternativeDistributionPackages") + ", " + marketplaceApp(),
                        new WebhookPayload.AlternativeDistributionPackageAvailableUpdated(
                                "a1", true, List.of("DNK", "IRL"), "10", "20")),
                sample(
                        "alternativeDistributionTerritoryAvailabilityUpdated",
                        "\"available\": false, \"territories\": [\"DNK\"], \"appId\": \"10\"",
                        marketplaceApp(),
                        new WebhookPayload.AlternativeDistributionTerritoryAvailabilityUpdated(
                                false, List.of("DNK"), "10", "20")),
                sample("webhookPingCreated", "", "", new WebhookPayload.WebhookPingCreated()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void readsEachTypeInTheFormOfItsSample(String type, String json, WebhookPayload payload) {
        WebhookEvent event = WebhookEvent.parse(json);

        assertThat(event.payload()).isEqualTo(payload);
        assertThat(event.type()).isEqualTo(type);
        assertThat(event.id()).isEqualTo("e1");
        assertThat(event.timestamp()).isEqualTo(OffsetDateTime.parse("2026-11-20T05:00:52.745Z"));
        assertThat(event.json()).isEqualTo(json);
        assertThat(event).isEqualTo(WebhookEvent.parse(json)).hasSameHashCodeAs(WebhookEvent.parse(json));
    }

    /** Whatever is missing, the event keeps its type. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void survivesAPayloadWithATypeOnly(String type, String json, WebhookPayload payload) {
        WebhookEvent event = WebhookEvent.parse("{\"data\":{\"type\":\"" + type + "\"}}");

        assertThat(event.payload()).isInstanceOf(payload.getClass());
        assertThat(event.id()).isNull();
        assertThat(event.timestamp()).isNull();
        assertThat(event.instance()).isNull();
        assertThat(event.attributes()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void survivesMembersOfAnotherKind(String type, String json, WebhookPayload payload) {
        String odd = json.replaceAll(
                        "\"(new\\w+|old\\w+|appId|available|timestamp|id)\": (\"[^\"]*\"|true|false)", "\"$1\": 7")
                .replaceAll("\\[[^\\]]*\\]", "[1, null, \"DNK\"]");

        WebhookEvent event = WebhookEvent.parse(odd);

        assertThat(event.payload()).isInstanceOf(payload.getClass());
        assertThat(event.id()).isNull();
        assertThat(event.attributes().get("timestamp")).isEqualTo(new BigDecimal(7));
    }

    @Test
    void everyTypeOfTheApiHasAPayload() {
        Set<String> ofTheApi = Arrays.stream(WebhookEventType.class.getFields())
                .map(WebhookEventTest::valueOf)
                .collect(Collectors.toSet());
        Set<String> ofPayloads = samples()
                .map(sample ->
                        WebhookEvent.parse((String) sample.get()[1]).eventType().value())
                .collect(Collectors.toSet());

        assertThat(ofTheApi).isNotEmpty();
        assertThat(ofPayloads)
                .containsAll(ofTheApi)
                .hasSize(ofTheApi.size() + 1)
                .contains("WEBHOOK_PING_CREATED");
    }

    @Test
    void anUnknownTypePassesThroughWithItsData() {
        WebhookEvent event = WebhookEvent.parse("""
                {"data": {"type": "customerReviewCreated", "id": "e1", "version": 2,
                 "attributes": {"rating": 5, "tags": ["a", null], "more": {"b": true}},
                 "relationships": {"review": {"data": {"type": "customerReviews", "id": "r1"}}, "other": 3}}}""");

        assertThat(event.payload()).isEqualTo(new WebhookPayload.Unknown());
        assertThat(event.eventType()).isEqualTo(WebhookEventType.of("CUSTOMER_REVIEW_CREATED"));
        assertThat(event.attributes())
                .containsEntry("rating", new BigDecimal(5))
                .containsEntry("tags", Arrays.asList("a", null))
                .containsEntry("more", Map.of("b", true));
        assertThat(event.relationships()).isEqualTo(Map.of("review", new ResourceIdentifier("customerReviews", "r1")));
        assertThat(event.instance()).isNull();
    }

    @Test
    void anUndocumentedStateIsKept() {
        WebhookEvent event = WebhookEvent.parse(
                "{\"data\":{\"type\":\"buildUploadStateUpdated\",\"attributes\":{\"newState\":\"BuildUploadState\"}}}");

        assertThat(event.payload())
                .isEqualTo(new WebhookPayload.BuildUploadStateUpdated(
                        null, BuildUploadState.of("BuildUploadState"), null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-20T05:00:52Z",
                "2026-11-20T05:00:52.74Z",
                "2026-11-20T05:00:52.745123456Z",
                "2026-11-19T21:00:52-08:00",
                "2026-11-19T21:00:52.745-0800"
            })
    void readsTimestampsInEachFormSeen(String timestamp) {
        assertThat(Objects.requireNonNull(
                                WebhookEvent.parse("{\"data\":{\"type\":\"a\",\"attributes\":{\"timestamp\":\""
                                                + timestamp + "\"}}}")
                                        .timestamp())
                        .toEpochSecond())
                .isEqualTo(OffsetDateTime.parse("2026-11-20T05:00:52Z").toEpochSecond());
    }

    /** Links of samples lead to other hosts, or are relative; nothing that is easy to follow offers them. */
    @Test
    void linksAreInTheTextOnly() {
        WebhookEvent event = WebhookEvent.parse("{\"data\":{\"type\":\"a\",\"relationships\":{\"instance\":{\"links\":"
                + "{\"self\":\"https://elsewhere.example/v1/a/1\"},\"data\":{\"type\":\"a\",\"id\":\"1\"}}}}}");

        assertThat(event.json()).contains("elsewhere");
        assertThat(event + " " + event.relationships() + event.attributes() + event.payload())
                .doesNotContain("elsewhere");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "7",
                "[]",
                "{}",
                "{\"data\":null}",
                "{\"data\":[]}",
                "{\"data\":{}}",
                "{\"data\":{\"type\":7}}",
                "{\"data\":{\"type\":\"\"}}",
                "{\"data\":{\"type\":\"a\"}",
                "{\"data\":{\"type\":\"a\"}} x",
                "{\"data\":{\"type\":\"a\"}}{}",
                "{'data':{'type':'a'}}"
            })
    void rejectsWhatIsNotAnEvent(String json) {
        InvalidWebhookException e = catchThrowableOfType(InvalidWebhookException.class, () -> WebhookEvent.parse(json));

        assertThat(e.problem()).isEqualTo(Problem.UNREADABLE_EVENT);
        assertThat(e.httpStatus()).isEqualTo(400);
        assertThat(e.getMessage())
                .startsWith("The body of the webhook request ")
                .endsWith(", so it is not an event.");
    }

    @Test
    void jsonThatIsNestedTooDeeplyIsRejectedInsteadOfOverflowing() {
        String json =
                "{\"data\":{\"type\":\"a\",\"attributes\":{\"a\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}}}";

        assertThat(catchThrowableOfType(InvalidWebhookException.class, () -> WebhookEvent.parse(json))
                        .problem())
                .isEqualTo(Problem.UNREADABLE_EVENT);
    }

    private static Arguments sample(String type, String attributes, String relationships, WebhookPayload payload) {
        String timestamp = "\"timestamp\": \"2026-11-20T05:00:52.745Z\"";
        return Arguments.of(
                type,
                "{\"data\": {\"type\": \"" + type + "\", \"id\": \"e1\", \"attributes\": {"
                        + (attributes.isEmpty() ? "" : attributes + ", ") + timestamp + "}"
                        + (relationships.isEmpty() ? "" : ", \"relationships\": {" + relationships + "}") + "}}",
                payload);
    }

    private static String instance(String type) {
        return "\"instance\": {\"data\": {\"type\": \"" + type + "\", \"id\": \"a1\"}}";
    }

    private static String flatInstance(String type) {
        return "\"instance\": {\"type\": \"" + type + "\", \"id\": \"a1\", \"links\": {\"self\": \"/v1/" + type
                + "/a1\"}}";
    }

    private static String marketplaceApp() {
        return "\"marketplaceApp\": {\"data\": {\"type\": \"apps\", \"id\": \"20\"}}";
    }

    private static String valueOf(Field constant) {
        try {
            return ((OpenEnum) constant.get(null)).value();
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }
}
