package io.github.ascjava.release;

import io.github.ascjava.client.AppStoreConnect;
import io.github.ascjava.client.api.appstore.ListReviewSubmissions;
import io.github.ascjava.client.model.appstore.ReviewSubmission;
import io.github.ascjava.client.model.appstore.ReviewSubmissionItemInclude;
import io.github.ascjava.client.model.appstore.ReviewSubmissionState;
import io.github.ascjava.client.model.common.Platform;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Reads the review submissions of an app for one platform. */
final class Submissions {

    private static final ReviewSubmissionItemInclude[] EVERYTHING = {
        ReviewSubmissionItemInclude.APP_STORE_VERSION,
        ReviewSubmissionItemInclude.APP_CUSTOM_PRODUCT_PAGE_VERSION,
        ReviewSubmissionItemInclude.APP_STORE_VERSION_EXPERIMENT_V2,
        ReviewSubmissionItemInclude.APP_EVENT,
        ReviewSubmissionItemInclude.BACKGROUND_ASSET_VERSION,
        ReviewSubmissionItemInclude.GAME_CENTER_ACHIEVEMENT_VERSION,
        ReviewSubmissionItemInclude.GAME_CENTER_ACTIVITY_VERSION,
        ReviewSubmissionItemInclude.GAME_CENTER_CHALLENGE_VERSION,
        ReviewSubmissionItemInclude.GAME_CENTER_LEADERBOARD_SET_VERSION,
        ReviewSubmissionItemInclude.GAME_CENTER_LEADERBOARD_VERSION,
        ReviewSubmissionItemInclude.IN_APP_PURCHASE_VERSION,
        ReviewSubmissionItemInclude.SUBSCRIPTION_VERSION,
        ReviewSubmissionItemInclude.SUBSCRIPTION_GROUP_VERSION,
        ReviewSubmissionItemInclude.APP_ASSET_LIBRARY_IMAGE,
        ReviewSubmissionItemInclude.APP_ASSET_LIBRARY_VIDEO
    };

    private final AppStoreConnect asc;
    private final String appId;
    private final Platform platform;

    Submissions(AppStoreConnect asc, String appId, Platform platform) {
        this.asc = asc;
        this.appId = appId;
        this.platform = platform;
    }

    /**
     * Returns the submission that is not complete, of which there is one at most
     * (docs/live-service.md#one-review-submission-at-a-time).
     */
    Optional<ReleaseSubmission> open() {
        return all().stream()
                .filter(each -> !ReviewSubmissionState.COMPLETE.equals(each.state()))
                .findFirst()
                .map(this::withItems);
    }

    /** Returns the open submission, or else the one that was submitted last. */
    Optional<ReleaseSubmission> newest() {
        return open().or(() -> all().stream()
                .filter(each -> each.submittedDate() != null)
                .max(Comparator.comparing((ReviewSubmission each) ->
                        Objects.requireNonNull(each.submittedDate()).toInstant()))
                .map(this::withItems));
    }

    ReleaseSubmission get(String id) {
        return withItems(asc.reviewSubmissions().get(id).execute());
    }

    private List<ReviewSubmission> all() {
        return asc
                .reviewSubmissions()
                .list(new ListReviewSubmissions(appId).filterPlatform(platform).limit(AppVersions.PAGE))
                .stream()
                .filter(each -> each.platform() == null || platform.equals(each.platform()))
                .toList();
    }

    private ReleaseSubmission withItems(ReviewSubmission submission) {
        // Relationships have no data unless they are included.
        List<SubmissionItem> items = asc
                .reviewSubmissions()
                .listItems(submission.id(), q -> q.include(EVERYTHING).limit(AppVersions.PAGE))
                .stream()
                .map(SubmissionItem::of)
                .toList();
        OffsetDateTime date = submission.submittedDate();
        ReviewSubmissionState state = submission.state();
        return new ReleaseSubmission(
                submission.id(), state == null ? ReviewSubmissionState.of("UNKNOWN") : state, date, items);
    }
}
