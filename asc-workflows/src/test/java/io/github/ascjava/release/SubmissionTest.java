package io.github.ascjava.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.github.ascjava.client.AppStoreConnect;
import io.github.ascjava.client.error.ConflictException;
import io.github.ascjava.client.model.appstore.AppVersionState;
import io.github.ascjava.client.model.appstore.ReviewSubmissionItemState;
import io.github.ascjava.client.model.appstore.ReviewSubmissionState;
import io.github.ascjava.client.model.common.Platform;
import io.github.ascjava.testing.Answer;
import io.github.ascjava.testing.Documents;
import io.github.ascjava.testing.ResourceObject;
import io.github.ascjava.testing.Sandbox;
import io.github.ascjava.webhooks.WebhookEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Submissions for review: begun, continued, rejected, canceled. */
class SubmissionTest {

    private static final String ITEMS = "POST /v1/reviewSubmissionItems";
    private static final String SUBMISSIONS = "POST /v1/reviewSubmissions";

    private final Sandbox sandbox = StoreApp.start();
    private final AppStoreConnect asc = sandbox.client();
    private final Releases releases = Releases.of(asc);

    @BeforeEach
    void prepare() {
        StoreApp.addBuild(sandbox, "1.0", "7");
        StoreApp.sell(sandbox);
        releases.apply(releases.plan(StoreApp.options("1.0").build()), ReleaseListener.NONE);
        StoreApp.describe(sandbox, true);
        sandbox.advanceTime(Duration.ofMinutes(1));
    }

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void stepsAreShownBeforeTheyAreTaken() {
        SubmissionPlan plan = releases.plan(StoreApp.submission());

        assertThat(plan.describe()).isEqualTo("""
                        Create a review submission for version 1.0
                        Add version 1.0 to the review submission
                        Submit version 1.0 for review""");
        assertThat(plan)
                .isEqualTo(releases.plan(StoreApp.submission()))
                .hasSameHashCodeAs(releases.plan(StoreApp.submission()));
        assertThat(StoreApp.writes(sandbox)).doesNotContain(SUBMISSIONS);
        List<ReleaseAction> done = new ArrayList<>();
        releases.apply(plan, new ReleaseListener() {
            @Override
            public void onDone(ReleaseStep step, @Nullable String id) {
                done.add(step.action());
            }
        });
        assertThat(done).containsExactly(ReleaseAction.CREATE_SUBMISSION, ReleaseAction.ADD_ITEM, ReleaseAction.SUBMIT);
    }

    @Test
    void anItemThatWasRemovedIsNoLongerInItsSubmission() {
        sandbox.add(ResourceObject.of("reviewSubmissions", "rejected")
                .attribute("state", "UNRESOLVED_ISSUES")
                .attribute("platform", "IOS")
                .toOne("app", "apps", StoreApp.ID));
        sandbox.add(ResourceObject.of("reviewSubmissionItems", "removed")
                .attribute("state", "REMOVED")
                .toOne("reviewSubmission", "reviewSubmissions", "rejected")
                .toOne("appStoreVersion", "appStoreVersions", versionId()));

        assertThatThrownBy(() -> releases.plan(StoreApp.submission()))
                .isInstanceOf(ReleaseException.class)
                .hasMessageContaining("appStoreVersions " + versionId() + " cannot be added to it.");
    }

    /** One that is submitted too early is rejected (docs/live-service.md#review-items-need-a-ready-version). */
    @Test
    void aVersionIsSubmittedWhenItIsReady() {
        submit();
        assertThat(StoreApp.writes(sandbox).stream().filter(line -> line.startsWith("PATCH /v1/reviewSubmissions/")))
                .hasSize(1);
    }

    @Test
    void aVersionThatWasJustChangedIsSubmittedALittleLater() {
        String id = asc.reviewSubmissions()
                .create(b -> b.app(StoreApp.ID).platform(Platform.IOS))
                .execute()
                .id();
        asc.reviewSubmissionItems()
                .create(b -> b.reviewSubmission(id).appStoreVersion(versionId()))
                .execute();
        sandbox.advanceTime(Duration.ofMinutes(1));
        asc.appStoreVersions().update(versionId(), b -> b.copyright("2027")).execute();

        assertThat(submit().id()).isEqualTo(id);
        assertThat(StoreApp.writes(sandbox).stream().filter(line -> line.startsWith("PATCH /v1/reviewSubmissions/")))
                .hasSizeGreaterThan(1);
    }

    @Test
    void nothingIsSubmittedBeforeTheVersionIsReady() {
        String localization = asc.appStoreVersions()
                .listAppStoreVersionLocalizations(versionId())
                .toList()
                .get(0)
                .id();
        asc.appStoreVersionLocalizations()
                .update(localization, b -> b.keywords(""))
                .execute();
        int before = StoreApp.writes(sandbox).size();

        assertThatThrownBy(() -> releases.plan(StoreApp.submission()))
                .isInstanceOf(ReleaseException.class)
                .hasMessageContaining("TEXTS (en-US): missing: keywords. In App Store Connect:");
        assertThat(StoreApp.writes(sandbox)).hasSize(before);
    }

    @Test
    void anErrorOfAppleWithoutReasonsIsToldAsItIs() {
        SubmissionOptions options = SubmissionOptions.builder(StoreApp.ID, Platform.IOS)
                .withoutVersion()
                .item("appEvents", "77")
                .build();

        assertThatThrownBy(() -> releases.apply(releases.plan(options), ReleaseListener.NONE))
                .isInstanceOf(SubmissionRejectedException.class)
                .hasMessageContaining(
                        "Apple does not take appEvents 77 for review. POST /v1/reviewSubmissionItems: 409")
                .hasMessageContaining("There is no resource of type 'appEvents' with id '77'");
    }

    @Test
    void typesOfItemsAreListedInOrder() {
        assertThat(List.copyOf(SubmissionItem.types()))
                .isSorted()
                .contains("appStoreVersions", "appStoreVersionExperiments");
    }

    @Test
    void reasonsOfAppleAreToldByLocale() {
        asc.appStoreVersionLocalizations()
                .create(b -> b.appStoreVersion(versionId()).locale("de-DE").description("Wetter"))
                .execute();
        SubmissionOptions options = SubmissionOptions.builder(StoreApp.ID, Platform.IOS)
                .withoutReadinessCheck()
                .build();

        SubmissionRejectedException rejected = catchThrowableOfType(
                SubmissionRejectedException.class, () -> releases.apply(releases.plan(options), ReleaseListener.NONE));
        assertThat(rejected.reasons())
                .extracting(ReadinessItem::locale, ReadinessItem::detail)
                .containsExactly(tuple("de-DE", "keywords is missing"), tuple("de-DE", "supportUrl is missing"));
        assertThat(rejected)
                .hasMessageContaining("version 1.0")
                .hasMessageContaining("TEXTS (de-DE): keywords is missing.");
    }

    @Test
    void aSubmissionWithItemsOfOthersIsLeftAlone() {
        sandbox.add(ResourceObject.of("appEvents", "event")
                .attribute("referenceName", "Storm")
                .toOne("app", "apps", StoreApp.ID));
        String id = basketWithEvent();
        int before = StoreApp.writes(sandbox).size();

        assertThatThrownBy(() -> releases.plan(StoreApp.submission()))
                .isInstanceOf(ReleaseException.class)
                .hasMessageContaining(id)
                .hasMessageContaining("appEvents event");
        assertThat(StoreApp.writes(sandbox)).hasSize(before);

        SubmissionOptions named = SubmissionOptions.builder(StoreApp.ID, Platform.IOS)
                .item("appEvents", "event")
                .build();
        ReleaseSubmission submitted =
                releases.apply(releases.plan(named), ReleaseListener.NONE).orElseThrow();
        assertThat(submitted.id()).isEqualTo(id);
        assertThat(submitted.items())
                .extracting(SubmissionItem::type)
                .containsExactlyInAnyOrder("appEvents", "appStoreVersions");
    }

    @Test
    void otherItemsAreSubmittedWithoutAVersion() {
        sandbox.add(ResourceObject.of("appEvents", "event").toOne("app", "apps", StoreApp.ID));
        SubmissionOptions options = SubmissionOptions.builder(StoreApp.ID, Platform.IOS)
                .withoutVersion()
                .item("appEvents", "event")
                .build();

        releases.apply(releases.plan(options), ReleaseListener.NONE);
        assertThat(releases.plan(options).isChanged()).isFalse();
        assertThat(releases.submission(StoreApp.ID, Platform.IOS).orElseThrow().items())
                .extracting(SubmissionItem::id)
                .containsExactly("event");
        assertThatThrownBy(() -> SubmissionItem.of("appEvnts", "event"))
                .hasMessageContaining("Did you mean appEvents?");
    }

    /** Apple names the submission that the list does not have yet (docs/live-service.md#one-review-submission-at-a-time). */
    @Test
    void aSubmissionThatTheListLacksIsUsed() {
        String id = asc.reviewSubmissions()
                .create(b -> b.app(StoreApp.ID).platform(Platform.IOS))
                .execute()
                .id();
        SubmissionPlan plan = planWithoutList();
        hideSubmissions();

        ReleaseSubmission submitted = releases.apply(plan, ReleaseListener.NONE).orElseThrow();
        assertThat(submitted.id()).isEqualTo(id);
        assertThat(submitted.state()).isEqualTo(ReviewSubmissionState.WAITING_FOR_REVIEW);
    }

    /** It can be looked for if the outcome of adding it is unknown. */
    @Test
    void everyTypeOfItemHasANaturalKey() {
        assertThat(SubmissionItem.types()).hasSizeGreaterThan(10).allSatisfy(type -> {
            String relationship = SubmissionItem.of(type, "1").relationship();
            assertThat(asc.reviewSubmissionItems()
                            .create(b -> b.reviewSubmission("1").toOne(relationship, type, "1"))
                            .orExisting())
                    .isNotNull();
        });
    }

    @Test
    void aSubmissionThatWasBegunByAnotherJobIsNotUsedWithItsItems() {
        sandbox.add(ResourceObject.of("appEvents", "event").toOne("app", "apps", StoreApp.ID));
        SubmissionPlan plan = releases.plan(StoreApp.submission());
        hideSubmissions();
        sandbox.on("POST", "/v1/reviewSubmissions").failNext(503);
        sandbox.add(ResourceObject.of("reviewSubmissions", "theirs")
                .attribute("platform", "IOS")
                .attribute("state", "READY_FOR_REVIEW")
                .toOne("app", "apps", StoreApp.ID));
        asc.reviewSubmissionItems()
                .create(b -> b.reviewSubmission("theirs").appEvent("event"))
                .execute();

        assertThatThrownBy(() -> releases.apply(plan, ReleaseListener.NONE))
                .isInstanceOf(ReleaseException.class)
                .hasMessageContaining("theirs")
                .hasMessageContaining("appEvents event");
        assertThat(StoreApp.writes(sandbox).stream().filter(ITEMS::equals)).hasSize(1);
    }

    @Test
    void anItemThatIsThereAlreadyIsNotAddedAgain() {
        String id = asc.reviewSubmissions()
                .create(b -> b.app(StoreApp.ID).platform(Platform.IOS))
                .execute()
                .id();
        asc.reviewSubmissionItems()
                .create(b -> b.reviewSubmission(id).appStoreVersion(versionId()))
                .execute();
        SubmissionPlan plan = planWithoutList();
        hideSubmissions();

        assertThat(releases.apply(plan, ReleaseListener.NONE).orElseThrow().id())
                .isEqualTo(id);
        assertThat(StoreApp.writes(sandbox).stream().filter(ITEMS::equals)).hasSize(1);
    }

    @Test
    void aSubmissionOfOthersThatTheListLacksIsNotUsed() {
        sandbox.add(ResourceObject.of("appEvents", "event").toOne("app", "apps", StoreApp.ID));
        String id = basketWithEvent();
        SubmissionPlan plan = planWithoutList();
        hideSubmissions();

        assertThatThrownBy(() -> releases.apply(plan, ReleaseListener.NONE))
                .isInstanceOf(ReleaseException.class)
                .hasMessageContaining(id)
                .hasMessageContaining("appEvents event");
        assertThat(StoreApp.writes(sandbox).stream().filter(ITEMS::equals)).hasSize(1);
    }

    @Test
    void submissionsOfOtherPlatformsAreNotInTheWay() {
        String other = asc.reviewSubmissions()
                .create(b -> b.app(StoreApp.ID).platform(Platform.MAC_OS))
                .execute()
                .id();

        assertThat(submit().id()).isNotEqualTo(other);
        assertThat(asc.reviewSubmissions().get(other).execute().state())
                .isEqualTo(ReviewSubmissionState.READY_FOR_REVIEW);
    }

    @Test
    void aRejectedVersionIsSubmittedAgainWithANewBuild() {
        VersionOptions notes = VersionOptions.builder(StoreApp.ID, Platform.IOS, "1.0")
                .reviewDetails(b -> b.notes("[sandbox: reject]"))
                .build();
        releases.apply(releases.plan(notes), ReleaseListener.NONE);
        ReleaseSubmission rejected = watch(submit()).await(Duration.ofDays(1));
        assertThat(rejected.state()).isEqualTo(ReviewSubmissionState.UNRESOLVED_ISSUES);
        assertThat(rejected.isFinal()).isTrue();
        assertThat(rejected.isApproved()).isFalse();
        assertThat(rejected.items())
                .extracting(SubmissionItem::state)
                .containsExactly(ReviewSubmissionItemState.REJECTED);

        StoreApp.addBuild(sandbox, "1.0", "8");
        VersionOptions better = StoreApp.options("1.0")
                .reviewDetails(b -> b.notes("Better now"))
                .build();
        releases.apply(releases.plan(better), ReleaseListener.NONE);
        SubmissionPlan plan = releases.plan(StoreApp.submission());
        assertThat(plan.isResubmission()).isTrue();
        ReleaseSubmission again = releases.apply(plan, ReleaseListener.NONE).orElseThrow();

        assertThat(again.id()).isEqualTo(rejected.id());
        assertThat(StoreApp.writes(sandbox).stream().filter(ITEMS::equals)).hasSize(1);
        assertThat(asc.appStoreVersions()
                        .getBuild(versionId())
                        .execute()
                        .orElseThrow()
                        .version())
                .isEqualTo("8");
        assertThat(watch(again).await(Duration.ofDays(1)).isApproved()).isTrue();
    }

    @Test
    void aReviewIsCanceledAndBegunAgain() {
        ReleaseSubmission first = submit();
        cancel(false);
        assertThat(asc.reviewSubmissions().get(first.id()).execute().state()).isEqualTo(ReviewSubmissionState.COMPLETE);
        int before = StoreApp.writes(sandbox).size();
        cancel(false);
        assertThat(StoreApp.writes(sandbox)).hasSize(before);

        assertThat(watch(first).look().isApproved()).isFalse();
        assertThat(submit().id()).isNotEqualTo(first.id());
    }

    @Test
    void aCancellationThatIsUnderWayIsAwaited() {
        ReleaseSubmission first = submit();
        asc.reviewSubmissions().update(first.id(), b -> b.canceled(true)).execute();
        int before = StoreApp.writes(sandbox).size();

        ReleasePlan plan = releases.planCancellation(StoreApp.ID, Platform.IOS, false);
        assertThat(plan.describe())
                .isEqualTo("Wait until the cancellation of review submission " + first.id() + " is done");
        releases.apply(plan, ReleaseListener.NONE);
        assertThat(asc.reviewSubmissions().get(first.id()).execute().state()).isEqualTo(ReviewSubmissionState.COMPLETE);
        assertThat(StoreApp.writes(sandbox)).hasSize(before);
    }

    @Test
    void anApprovalBeforeTheCancellationIsTold() {
        submit();
        ReleasePlan plan = releases.planCancellation(StoreApp.ID, Platform.IOS, false);
        sandbox.advanceTime(Duration.ofHours(3));

        assertThatThrownBy(() -> releases.apply(plan, ReleaseListener.NONE))
                .isInstanceOf(ReleaseException.class)
                .hasMessageContaining("The review was over before it could be canceled.")
                .hasMessageContaining("(APPROVED)");
    }

    @Test
    void aPlanTellsWhatCancellationItMeets() {
        SubmissionPlan plan = releases.plan(StoreApp.submission());
        String id = releases.apply(plan, ReleaseListener.NONE).orElseThrow().id();
        asc.reviewSubmissions().update(id, b -> b.canceled(true)).execute();

        assertThatThrownBy(() -> releases.apply(plan, ReleaseListener.NONE))
                .isInstanceOf(ReleaseException.class)
                .hasMessageContaining(
                        "have changed since the plan was made: Review submission " + id + " is CANCELING");
    }

    @Test
    void aSubmissionWaitsForACancellation() {
        ReleaseSubmission first = submit();
        asc.reviewSubmissions().update(first.id(), b -> b.canceled(true)).execute();

        SubmissionPlan plan = releases.plan(StoreApp.submission());
        assertThat(plan.steps()).extracting(ReleaseStep::action).startsWith(ReleaseAction.AWAIT_CANCELLATION);
        assertThat(releases.apply(plan, ReleaseListener.NONE).orElseThrow().state())
                .isEqualTo(ReviewSubmissionState.WAITING_FOR_REVIEW);
    }

    @Test
    void itemsOfOthersKeepTheirPlaceInTheReview() {
        sandbox.add(ResourceObject.of("appEvents", "event").toOne("app", "apps", StoreApp.ID));
        SubmissionOptions both = SubmissionOptions.builder(StoreApp.ID, Platform.IOS)
                .item("appEvents", "event")
                .build();
        releases.apply(releases.plan(both), ReleaseListener.NONE);

        assertThatThrownBy(() -> cancel(false))
                .isInstanceOf(ReleaseException.class)
                .hasMessageContaining("appEvents event");
        cancel(true);
        assertThat(releases.submission(StoreApp.ID, Platform.IOS).orElseThrow().state())
                .isEqualTo(ReviewSubmissionState.COMPLETE);
    }

    @Test
    void eventsOfAWebhookEndTheWait() {
        SubmissionWatch watch = watch(submit());
        List<ReleaseSubmission> results = new ArrayList<>();
        watch.result().thenAccept(results::add);

        assertThat(watch.accept(event("another-version"))).isFalse();
        assertThat(watch.accept(event(versionId()))).isTrue();
        assertThat(results).isEmpty();
        sandbox.advanceTime(Duration.ofHours(3));
        assertThat(watch.accept(event(versionId()))).isTrue();
        assertThat(results).singleElement().matches(ReleaseSubmission::isApproved);
    }

    @Test
    void theWaitEndsWhenTheTimeIsOver() {
        assertThat(watch(submit()).await(Duration.ofMinutes(30)).isFinal()).isFalse();
    }

    @Test
    void aReleaseThatWasMadeMeanwhileIsNoFailure() {
        ReleaseSubmission approved = watch(submit()).await(Duration.ofDays(1));
        assertThat(approved.isApproved()).isTrue();
        ReleasePlan plan = releases.planRelease(StoreApp.ID, Platform.IOS, null);
        assertThat(plan.describe()).isEqualTo("Release version 1.0 to the App Store");

        sandbox.on("POST", "/v1/appStoreVersionReleaseRequests").failNext(409);
        assertThatThrownBy(() -> releases.apply(plan, ReleaseListener.NONE)).isInstanceOf(ConflictException.class);
        releases.apply(plan, ReleaseListener.NONE);
        releases.apply(plan, ReleaseListener.NONE);
        assertThat(VersionStates.of(releases.version(StoreApp.ID, Platform.IOS).orElseThrow()))
                .isEqualTo(AppVersionState.PROCESSING_FOR_DISTRIBUTION);
    }

    @Test
    void onlyAnApprovedVersionIsReleased() {
        assertThatThrownBy(() -> releases.planRelease(StoreApp.ID, Platform.IOS, null))
                .isInstanceOf(ReleaseException.class)
                .hasMessageContaining("PENDING_DEVELOPER_RELEASE");
        assertThatThrownBy(() -> releases.planRelease(StoreApp.ID, Platform.of("IOSS"), null))
                .hasMessageContaining("Did you mean IOS?");
        assertThat(VersionStates.of(releases.version(StoreApp.ID, Platform.IOS).orElseThrow()))
                .isEqualTo(AppVersionState.PREPARE_FOR_SUBMISSION);
    }

    private String basketWithEvent() {
        String id = asc.reviewSubmissions()
                .create(b -> b.app(StoreApp.ID).platform(Platform.IOS))
                .execute()
                .id();
        asc.reviewSubmissionItems()
                .create(b -> b.reviewSubmission(id).appEvent("event"))
                .execute();
        return id;
    }

    private SubmissionPlan planWithoutList() {
        hideSubmissions();
        return releases.plan(SubmissionOptions.builder(StoreApp.ID, Platform.IOS)
                .withoutReadinessCheck()
                .build());
    }

    private void hideSubmissions() {
        sandbox.on("GET", "/v1/reviewSubmissions").answerNext(Answer.json(200, Documents.page(List.of(), null)));
    }

    private ReleaseSubmission submit() {
        return releases.apply(releases.plan(StoreApp.submission()), ReleaseListener.NONE)
                .orElseThrow();
    }

    private void cancel(boolean allowsOtherItems) {
        releases.apply(releases.planCancellation(StoreApp.ID, Platform.IOS, allowsOtherItems), ReleaseListener.NONE);
    }

    private SubmissionWatch watch(ReleaseSubmission submission) {
        return releases.watch(StoreApp.ID, Platform.IOS, submission, ReleaseListener.NONE);
    }

    private String versionId() {
        return releases.version(StoreApp.ID, Platform.IOS).orElseThrow().id();
    }

    private static WebhookEvent event(String versionId) {
        return WebhookEvent.parse(
                "{\"data\":{\"type\":\"appStoreVersionAppVersionStateUpdated\",\"id\":\"e\",\"version\":1,"
                        + "\"attributes\":{\"newValue\":\"IN_REVIEW\",\"oldValue\":\"WAITING_FOR_REVIEW\"},"
                        + "\"relationships\":{\"instance\":{\"data\":{\"type\":\"appStoreVersions\",\"id\":\""
                        + versionId
                        + "\"}}}}}");
    }
}
