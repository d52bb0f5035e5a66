package io.github.ascjava.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ascjava.client.call.GetQuery;
import io.github.ascjava.client.model.appstore.AppAssetLibraryAssetState;
import io.github.ascjava.client.model.appstore.AppAssetLibraryImage;
import io.github.ascjava.client.model.appstore.AppAssetLibraryMediaType;
import io.github.ascjava.client.model.appstore.AppAssetLibraryPlacement;
import io.github.ascjava.client.model.appstore.AppAssetLibraryPlacementOrderingRequest;
import io.github.ascjava.client.model.appstore.AppAssetLibraryPlacementOrderingRequestInclude;
import io.github.ascjava.client.model.builds.XcodeOverview;
import io.github.ascjava.client.model.common.UploadOperation;
import io.github.ascjava.client.model.purchases.Subscription;
import io.github.ascjava.client.model.purchases.SubscriptionMarketSetting;
import io.github.ascjava.client.model.purchases.SubscriptionMultiSeatStatus;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Bodies of 4.5 and 4.5.1 from Apple's pages, whose shapes were new in these versions. */
@Timeout(30)
class NewShapesTest {

    @RegisterExtension
    final ApiServer apple = new ApiServer();

    @Test
    void anImageFreshFromItsReservationAwaitsTheUpload() {
        apple.answer(201, """
                {"data": {"type": "appAssetLibraryImages", "id": "i1", "attributes": {
                   "category": "CREATIVE_ASSETS", "createdDate": "2026-10-20T10:00:00Z", "fileName": "a.png",
                   "fileSize": 9007199254740991, "imageAsset": null, "referenceName": "Hero", "specId": null,
                   "state": "AWAITING_UPLOAD", "stateDetails": null,
                   "uploadOperations": [{"method": "PUT", "url": "https://example.com/1", "length": 9, "offset": 0,
                     "requestHeaders": [{"name": "Content-Type", "value": "image/png"}]}]},
                 "relationships": {"placements": {"links": {"self": "https://example.com/p"}}}}}
                """);

        AppAssetLibraryImage image = apple.client()
                .appAssetLibraryImages()
                .create(b -> b.fileName("a.png")
                        .fileSize(9_007_199_254_740_991L)
                        .attribute("category", "CREATIVE_ASSETS")
                        .assetLibrary("l1"))
                .execute();

        assertThat(image.state()).isEqualTo(AppAssetLibraryAssetState.AWAITING_UPLOAD);
        assertThat(image.uploadOperations()).extracting(UploadOperation::method).containsExactly("PUT");
        assertThat(image.fileSize()).isEqualTo(9_007_199_254_740_991L);
        assertThat(image.imageAsset()).isNull();
        assertThat(image.specId()).isNull();
        assertThat(image.stateDetails()).isNull();
        assertThat(image.placements().hasData()).isFalse();
        assertThat(image.unknownFields().isEmpty()).isTrue();
    }

    @Test
    void anImageIsCommittedWithoutAChecksum() {
        apple.answer("{\"data\": {\"type\": \"appAssetLibraryImages\", \"id\": \"i1\", \"attributes\":"
                + " {\"state\": \"UPLOAD_COMPLETE\"}}}");

        AppAssetLibraryImage image = apple.client()
                .appAssetLibraryImages()
                .update("i1", b -> b.uploaded(true))
                .execute();

        assertThat(image.state()).isEqualTo(AppAssetLibraryAssetState.UPLOAD_COMPLETE);
        assertThat(image.uploadOperations()).isNull();
        assertThat(apple.body())
                .isEqualTo("{\"data\":{\"type\":\"appAssetLibraryImages\",\"id\":\"i1\","
                        + "\"attributes\":{\"uploaded\":true}}}");
    }

    @Test
    void aPlacementOfAnImageHasNoDataForItsOtherRelationships() {
        apple.answer("""
                {"data": {"type": "appAssetLibraryPlacements", "id": "p1",
                 "attributes": {"mediaType": "IMAGE", "placementType": "APP_SCREENSHOT", "stateDetails": null},
                 "relationships": {"image": {"data": {"type": "appAssetLibraryImages", "id": "i1"}},
                   "appEventLocalization": {}}}}
                """);

        AppAssetLibraryPlacement placement =
                apple.client().appAssetLibraryPlacements().get("p1").execute();

        assertThat(placement.mediaType()).isEqualTo(AppAssetLibraryMediaType.IMAGE);
        assertThat(placement.image().id()).isEqualTo("i1");
        assertThat(placement.video().hasData()).isFalse();
        assertThat(placement.appEventLocalization().hasData()).isFalse();
    }

    @Test
    void anOrderingRequestIsSentWithAQueryAndHasRelationshipsOnly() {
        apple.answer(201, """
                {"data": {"type": "appAssetLibraryPlacementOrderingRequests", "id": "o1",
                 "relationships": {"orderedPlacements": {"meta": {"paging": {"total": 2, "limit": 10}},
                   "data": [{"type": "appAssetLibraryPlacements", "id": "p2"},
                            {"type": "appAssetLibraryPlacements", "id": "p1"}]}}},
                 "included": [{"type": "appAssetLibraryPlacements", "id": "p2"},
                              {"type": "appAssetLibraryPlacements", "id": "p1"}]}
                """);

        AppAssetLibraryPlacementOrderingRequest request = apple.client()
                .appAssetLibraryPlacementOrderingRequests()
                .create(
                        new GetQuery<AppAssetLibraryPlacementOrderingRequestInclude>()
                                .include(AppAssetLibraryPlacementOrderingRequestInclude.ORDERED_PLACEMENTS),
                        b -> b.placementGroup("group")
                                .appStoreVersionLocalization("de")
                                .orderedPlacements(List.of("p2", "p1")))
                .execute();

        assertThat(request.orderedPlacements().ids()).containsExactly("p2", "p1");
        assertThat(request.orderedPlacements().total()).isEqualTo(2);
        assertThat(request.orderedPlacements().included())
                .extracting(AppAssetLibraryPlacement::id)
                .containsExactly("p2", "p1");
        assertThat(apple.line())
                .isEqualTo("POST /v1/appAssetLibraryPlacementOrderingRequests?include=orderedPlacements");
    }

    @Test
    void anOverviewKeepsBreakdownsThatComeAsAList() {
        apple.answer("""
                {"version": "1", "insights": {"trendingUp": [{"metric": "hangRate"}]},
                 "categories": [{"identifier": "HANG", "sections": [{"sortOrder": 1, "datasets": [{"points": [
                   {"version": "1.0", "value": 2.5,
                    "percentageBreakdown": [{"value": 60.5, "subSystemLabel": "UIKit"}]}]}]}]}]}
                """);

        XcodeOverview overview =
                apple.client().apps().listPerformanceOverviews("1").execute();
        var section = Objects.requireNonNull(overview.categories()).get(0).sections();
        var dataset = Objects.requireNonNull(
                        Objects.requireNonNull(section).get(0).datasets())
                .get(0);
        var point = Objects.requireNonNull(dataset.points()).get(0);

        assertThat(point.value()).isEqualTo(2.5);
        assertThat(point.percentageBreakdown())
                .isEqualTo(List.of(Map.of("value", new BigDecimal("60.5"), "subSystemLabel", "UIKit")));
        assertThat(apple.taken().getHeader("Accept")).isEqualTo("application/vnd.apple.xcode-overview+json");
    }

    @Test
    void aSubscriptionHasItsSeatsAndMarkets() {
        apple.answer("""
                {"data": {"type": "subscriptions", "id": "s1", "attributes": {
                   "multiSeatStatus": "ENABLED", "marketSettings": ["APPLE_SCHOOL", "APP_STORE", "A_NEW_MARKET"]}}}
                """);

        Subscription subscription = apple.client().subscriptions().get("s1").execute();

        assertThat(subscription.multiSeatStatus()).isEqualTo(SubscriptionMultiSeatStatus.ENABLED);
        assertThat(subscription.marketSettings())
                .containsExactly(
                        SubscriptionMarketSetting.APPLE_SCHOOL,
                        SubscriptionMarketSetting.APP_STORE,
                        SubscriptionMarketSetting.of("A_NEW_MARKET"));
    }
}
