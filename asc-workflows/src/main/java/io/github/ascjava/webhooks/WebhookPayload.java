package io.github.ascjava.webhooks;

import io.github.ascjava.client.model.appstore.AppVersionState;
import io.github.ascjava.client.model.backgroundassets.BackgroundAssetVersionAppStoreReleaseState;
import io.github.ascjava.client.model.backgroundassets.BackgroundAssetVersionExternalBetaReleaseState;
import io.github.ascjava.client.model.backgroundassets.BackgroundAssetVersionState;
import io.github.ascjava.client.model.builds.BuildUploadState;
import io.github.ascjava.client.model.testflight.ExternalBetaState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The content of an event by its type. The classes have the names of the event types.
 *
 * <p>Any component can be null: Apple's samples lack some, and {@link WebhookEvent#attributes()} has what arrived. States are
 * open value sets, which keep values that are not documented. IDs are those of the operations with the name of the component,
 * such as {@code asc.buildUploads().get(buildUploadId)}.
 *
 * <p>See <a href="https://developer.apple.com/documentation/appstoreconnectapi/webhook-events">Understanding webhook
 * events</a> and docs/live-service.md#webhook-names-differ-by-event.
 *
 * @since 0.1.0
 */
public sealed interface WebhookPayload {

    /**
     * A version of an app changed its state.
     *
     * @param newState the state after the change; it may have a name of the older {@code appStoreState}
     */
    record AppStoreVersionAppVersionStateUpdated(
            @Nullable String appStoreVersionId,
            @Nullable AppVersionState newState,
            @Nullable AppVersionState oldState) implements WebhookPayload {}

    /**
     * A build upload changed its state. If it is complete, the build has been seen with the same ID, for which
     * {@code asc.builds().get(id)} may fail for a while (docs/live-service.md#build-uploads-share-their-builds-id).
     */
    record BuildUploadStateUpdated(
            @Nullable String buildUploadId,
            @Nullable BuildUploadState newState,
            @Nullable BuildUploadState oldState) implements WebhookPayload {}

    /** A build changed its state of external testing. */
    record BuildBetaDetailExternalBuildStateUpdated(
            @Nullable String buildBetaDetailId,
            @Nullable ExternalBetaState newState,
            @Nullable ExternalBetaState oldState)
            implements WebhookPayload {}

    /** A tester reported a crash. */
    record BetaFeedbackCrashSubmissionCreated(@Nullable String betaFeedbackCrashSubmissionId)
            implements WebhookPayload {}

    /** A tester sent screenshots. */
    record BetaFeedbackScreenshotSubmissionCreated(@Nullable String betaFeedbackScreenshotSubmissionId)
            implements WebhookPayload {}

    /** A version of a background asset changed its state. */
    record BackgroundAssetVersionStateUpdated(
            @Nullable String backgroundAssetVersionId,
            @Nullable BackgroundAssetVersionState newState,
            @Nullable BackgroundAssetVersionState oldState)
            implements WebhookPayload {}

    /** A version of a background asset can be tested internally. */
    record BackgroundAssetVersionInternalBetaReleaseCreated(
            @Nullable String backgroundAssetVersionInternalBetaReleaseId) implements WebhookPayload {}

    /** A version of a background asset changed its state of external testing. */
    record BackgroundAssetVersionExternalBetaReleaseStateUpdated(
            @Nullable String backgroundAssetVersionExternalBetaReleaseId,
            @Nullable BackgroundAssetVersionExternalBetaReleaseState newState,
            @Nullable BackgroundAssetVersionExternalBetaReleaseState oldState)
            implements WebhookPayload {}

    /** A version of a background asset changed its state in the App Store. */
    record BackgroundAssetVersionAppStoreReleaseStateUpdated(
            @Nullable String backgroundAssetVersionAppStoreReleaseId,
            @Nullable BackgroundAssetVersionAppStoreReleaseState newState,
            @Nullable BackgroundAssetVersionAppStoreReleaseState oldState)
            implements WebhookPayload {}

    /**
     * A package for alternative distribution has a new version.
     *
     * @param appId the app that is distributed
     * @param marketplaceAppId the app of the marketplace
     */
    record AlternativeDistributionPackageVersionCreated(
            @Nullable String alternativeDistributionPackageVersionId,
            @Nullable String appId,
            @Nullable String marketplaceAppId)
            implements WebhookPayload {}

    /**
     * A package for alternative distribution became available or unavailable.
     *
     * @param territories three-letter codes, such as {@code DNK}; empty if the payload has none
     * @param appId the app that is distributed
     * @param marketplaceAppId the app of the marketplace
     */
    record AlternativeDistributionPackageAvailableUpdated(
            @Nullable String alternativeDistributionPackageId,
            @Nullable Boolean available,
            List<String> territories,
            @Nullable String appId,
            @Nullable String marketplaceAppId)
            implements WebhookPayload {

        /** Copies the territories. */
        public AlternativeDistributionPackageAvailableUpdated {
            territories = List.copyOf(territories);
        }
    }

    /**
     * An app became available or unavailable for alternative distribution in territories.
     *
     * @param territories three-letter codes, such as {@code DNK}; empty if the payload has none
     * @param appId the app that is distributed
     * @param marketplaceAppId the app of the marketplace
     */
    record AlternativeDistributionTerritoryAvailabilityUpdated(
            @Nullable Boolean available,
            List<String> territories,
            @Nullable String appId,
            @Nullable String marketplaceAppId)
            implements WebhookPayload {

        /** Copies the territories. */
        public AlternativeDistributionTerritoryAvailabilityUpdated {
            territories = List.copyOf(territories);
        }
    }

    /** A test event, which {@code POST /v1/webhookPings} sends. */
    record WebhookPingCreated() implements WebhookPayload {}

    /** An event of a type that this version of the library does not know; {@link WebhookEvent} has its data. */
    record Unknown() implements WebhookPayload {}
}
