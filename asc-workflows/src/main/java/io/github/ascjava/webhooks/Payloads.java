package io.github.ascjava.webhooks;

import io.github.ascjava.client.jsonapi.ResourceIdentifier;
import io.github.ascjava.client.model.appstore.AppVersionState;
import io.github.ascjava.client.model.backgroundassets.BackgroundAssetVersionAppStoreReleaseState;
import io.github.ascjava.client.model.backgroundassets.BackgroundAssetVersionExternalBetaReleaseState;
import io.github.ascjava.client.model.backgroundassets.BackgroundAssetVersionState;
import io.github.ascjava.client.model.builds.BuildUploadState;
import io.github.ascjava.client.model.testflight.ExternalBetaState;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Finds the class for a type of event, and the names that it has for values (docs/live-service.md#webhook-names-differ-by-event). */
final class Payloads {

    private final Map<String, @Nullable Object> attributes;
    private final Map<String, ResourceIdentifier> relationships;

    private Payloads(Map<String, @Nullable Object> attributes, Map<String, ResourceIdentifier> relationships) {
        this.attributes = attributes;
        this.relationships = relationships;
    }

    static WebhookPayload of(
            String type, Map<String, @Nullable Object> attributes, Map<String, ResourceIdentifier> relationships) {
        return new Payloads(attributes, relationships).of(type);
    }

    private WebhookPayload of(String type) {
        return switch (type) {
            case "appStoreVersionAppVersionStateUpdated" ->
                new WebhookPayload.AppStoreVersionAppVersionStateUpdated(
                        id("instance"), value("newValue", AppVersionState::of), value("oldValue", AppVersionState::of));
            case "buildUploadStateUpdated" ->
                new WebhookPayload.BuildUploadStateUpdated(
                        id("instance"),
                        value("newState", BuildUploadState::of),
                        value("oldState", BuildUploadState::of));
            case "buildBetaDetailExternalBuildStateUpdated" ->
                new WebhookPayload.BuildBetaDetailExternalBuildStateUpdated(
                        id("instance"),
                        value("newExternalBuildState", ExternalBetaState::of),
                        value("oldExternalBuildState", ExternalBetaState::of));
            case "betaFeedbackCrashSubmissionCreated" ->
                new WebhookPayload.BetaFeedbackCrashSubmissionCreated(id("instance"));
            case "betaFeedbackScreenshotSubmissionCreated" ->
                new WebhookPayload.BetaFeedbackScreenshotSubmissionCreated(id("instance"));
            case "webhookPingCreated" -> new WebhookPayload.WebhookPingCreated();
            default -> {
                WebhookPayload asset = backgroundAsset(type);
                yield asset == null ? alternativeDistribution(type) : asset;
            }
        };
    }

    private @Nullable WebhookPayload backgroundAsset(String type) {
        return switch (type) {
            case "backgroundAssetVersionStateUpdated" ->
                new WebhookPayload.BackgroundAssetVersionStateUpdated(
                        id("instance"),
                        value("newState", BackgroundAssetVersionState::of),
                        value("oldState", BackgroundAssetVersionState::of));
            case "backgroundAssetVersionInternalBetaReleaseCreated" ->
                new WebhookPayload.BackgroundAssetVersionInternalBetaReleaseCreated(id("instance"));
            case "backgroundAssetVersionExternalBetaReleaseStateUpdated" ->
                new WebhookPayload.BackgroundAssetVersionExternalBetaReleaseStateUpdated(
                        id("instance"),
                        value("newState", BackgroundAssetVersionExternalBetaReleaseState::of),
                        value("oldState", BackgroundAssetVersionExternalBetaReleaseState::of));
            case "backgroundAssetVersionAppStoreReleaseStateUpdated" ->
                new WebhookPayload.BackgroundAssetVersionAppStoreReleaseStateUpdated(
                        id("instance"),
                        value("newState", BackgroundAssetVersionAppStoreReleaseState::of),
                        value("oldState", BackgroundAssetVersionAppStoreReleaseState::of));
            default -> null;
        };
    }

    private WebhookPayload alternativeDistribution(String type) {
        return switch (type) {
            case "alternativeDistributionPackageVersionCreated" ->
                new WebhookPayload.AlternativeDistributionPackageVersionCreated(
                        id("instance"), value("appId", Function.identity()), id("marketplaceApp"));
            case "alternativeDistributionPackageAvailableUpdated" ->
                new WebhookPayload.AlternativeDistributionPackageAvailableUpdated(
                        id("instance"),
                        available(),
                        territories(),
                        value("appId", Function.identity()),
                        id("marketplaceApp"));
            case "alternativeDistributionTerritoryAvailabilityUpdated" ->
                new WebhookPayload.AlternativeDistributionTerritoryAvailabilityUpdated(
                        available(), territories(), value("appId", Function.identity()), id("marketplaceApp"));
            default -> new WebhookPayload.Unknown();
        };
    }

    private @Nullable String id(String relationship) {
        ResourceIdentifier resource = relationships.get(relationship);
        return resource == null ? null : resource.id();
    }

    private <T> @Nullable T value(String attribute, Function<String, T> type) {
        return attributes.get(attribute) instanceof String text ? type.apply(text) : null;
    }

    private @Nullable Boolean available() {
        return attributes.get("available") instanceof Boolean available ? available : null;
    }

    private List<String> territories() {
        return attributes.get("territories") instanceof List<?> territories
                ? territories.stream()
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .toList()
                : List.of();
    }
}
