package io.github.ascjava.release;

import io.github.ascjava.client.AppStoreConnect;
import io.github.ascjava.client.call.AscResponse;
import io.github.ascjava.client.error.ConflictException;
import io.github.ascjava.client.model.appstore.AppStoreVersion;
import io.github.ascjava.client.model.appstore.AppVersionState;
import io.github.ascjava.client.model.appstore.ReviewSubmission;
import io.github.ascjava.release.internal.SubmissionErrors;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Carries out a plan to submit. Used once, by one thread. */
final class SubmissionRun {

    private static final int CREATED = 201;

    private final AppStoreConnect asc;
    private final SubmissionOptions options;
    private final ReleaseListener listener;
    private final SubmissionPlanning planning;
    private final Submissions submissions;
    private final Waits waits;
    private final List<ReleaseStep> steps;
    private final List<SubmissionItem> wanted;
    /** What an adopted submission has already. A new one is not read, because it may not be found yet. */
    private List<SubmissionItem> existing = List.of();

    private @Nullable String submissionId;

    SubmissionRun(AppStoreConnect asc, SubmissionPlan plan, ReleaseListener listener) {
        this.asc = asc;
        this.options = plan.options();
        this.listener = listener;
        this.planning = new SubmissionPlanning(asc, options);
        this.submissions = new Submissions(asc, options.appId(), options.platform());
        this.waits = new Waits(asc, options.timeout(), listener);
        // Decided anew: what was done since the plan was made is not done again.
        SubmissionPlan now = planning.plan(false);
        for (ReleaseStep step : now.steps()) {
            if (plan.steps().stream().noneMatch(each -> isLike(each, step))) {
                throw new ReleaseException(
                        "The app's review submissions have changed since the plan was made: " + now.summary()
                                + " Make a new plan.",
                        List.of());
            }
        }
        this.steps = now.steps();
        this.wanted = planning.wanted();
        // The last step names the submission that is used, unless it is created first.
        this.submissionId = steps.isEmpty() ? null : steps.get(steps.size() - 1).id();
    }

    private static boolean isLike(ReleaseStep planned, ReleaseStep now) {
        boolean isItem = now.action() == ReleaseAction.ADD_ITEM;
        return planned.action() == now.action() && (!isItem || Objects.equals(planned.id(), now.id()));
    }

    Optional<ReleaseSubmission> run() {
        for (ReleaseStep step : steps) {
            switch (step.action()) {
                case AWAIT_CANCELLATION -> awaitCancellation(Objects.requireNonNull(step.id()));
                case CREATE_SUBMISSION -> submissionId = create();
                case ADD_ITEM -> add(step);
                default -> submit(step.action() == ReleaseAction.SUBMIT);
            }
            listener.onDone(step, submissionId);
        }
        return submissionId == null ? submissions.newest() : Optional.of(submissions.get(submissionId));
    }

    private void awaitCancellation(String id) {
        ReleaseSubmission canceled = waits.until(
                "the cancellation of review submission " + id, () -> submissions.get(id), each -> !each.isCanceling());
        if (canceled.isCanceling()) {
            throw new ReleaseException(
                    "Review submission " + id + " is still being canceled after "
                            + options.timeout().toSeconds() + " seconds. Run this again later.",
                    List.of());
        }
    }

    private String create() {
        try {
            AscResponse<ReviewSubmission> response = asc.reviewSubmissions()
                    .create(b -> b.app(options.appId()).platform(options.platform()))
                    .orExisting()
                    .executeWithResponse();
            String id = response.value().id();
            return response.status() == CREATED ? id : adopt(id);
        } catch (ConflictException e) {
            // orExisting() passes over one that is being canceled, and the list may lack it; Apple's text names it.
            return SubmissionErrors.otherSubmission(e).map(this::adopt).orElseThrow(() -> e);
        }
    }

    /** Uses a submission that the list did not have when the steps were decided. */
    private String adopt(String id) {
        ReleaseSubmission other = submissions.get(id);
        if (!other.isOpen()) {
            throw new ReleaseException(
                    "Another review submission is in the way. " + other.describe()
                            + ". Wait until it is over, or cancel it.",
                    List.of());
        }
        planning.requireOurs(other, wanted);
        existing = other.activeItems();
        return id;
    }

    private void add(ReleaseStep step) {
        SubmissionItem item = new SubmissionItem(step.type(), Objects.requireNonNull(step.id()), null);
        if (item.isIn(existing)) {
            return;
        }
        try {
            waits.whileTooEarly(
                    step.detail() + " to be ready",
                    () -> asc.reviewSubmissionItems()
                            .create(b ->
                                    b.reviewSubmission(current()).toOne(item.relationship(), item.type(), item.id()))
                            .orExisting()
                            .execute());
        } catch (ConflictException e) {
            // orExisting() finds the item in this submission only; Apple's text names the one that has it instead.
            String other = SubmissionErrors.otherSubmission(e).orElse(null);
            if (other == null) {
                throw rejected("Apple does not take " + step.detail() + " for review.", e);
            }
            submissionId = adopt(other);
        }
    }

    /** The version is ready some seconds after it was added (docs/live-service.md#review-items-need-a-ready-version). */
    private void submit(boolean isFirst) {
        String id = current();
        for (SubmissionItem item : wanted) {
            if (isFirst && item.type().equals(SubmissionItem.VERSIONS)) {
                waits.until(
                        "the version to be ready for review",
                        () -> VersionStates.of(version(item.id())),
                        AppVersionState.READY_FOR_REVIEW::equals);
            }
        }
        try {
            waits.whileTooEarly(
                    "the version to be ready for review",
                    () -> asc.reviewSubmissions()
                            .update(id, b -> b.submitted(true))
                            .execute());
        } catch (ConflictException e) {
            throw rejected("Apple does not take review submission " + id + ".", e);
        }
    }

    private AppStoreVersion version(String id) {
        return asc.appStoreVersions().get(id).execute();
    }

    private SubmissionRejectedException rejected(String what, ConflictException cause) {
        List<ReadinessItem> reasons = new ReviewReasons(asc).of(cause);
        // Not every error names what it is about.
        return new SubmissionRejectedException(
                reasons.isEmpty() ? what + " " + cause.getMessage() : what, reasons, cause);
    }

    private String current() {
        return Objects.requireNonNull(submissionId, "submissionId");
    }
}
