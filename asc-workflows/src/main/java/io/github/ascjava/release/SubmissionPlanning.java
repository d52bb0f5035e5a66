package io.github.ascjava.release;

import io.github.ascjava.client.AppStoreConnect;
import io.github.ascjava.client.model.appstore.AppStoreVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Decides what is left to do until everything that is wanted is submitted for review. */
final class SubmissionPlanning {

    private static final String SUBMISSIONS = "reviewSubmissions";

    private final AppStoreConnect asc;
    private final SubmissionOptions options;

    SubmissionPlanning(AppStoreConnect asc, SubmissionOptions options) {
        this.asc = asc;
        this.options = options;
    }

    /**
     * Returns the plan.
     *
     * @param checksReadiness whether requirements are checked before anything is submitted
     */
    SubmissionPlan plan(boolean checksReadiness) {
        VersionCheck.platformProblem(options.platform()).ifPresent(problem -> {
            throw cannot(problem);
        });
        AppStoreVersion version = options.withVersion() ? version() : null;
        if (version != null && VersionStates.isApproved(version)) {
            return nothing(sentence(VersionStates.describe(version)) + " There is nothing to submit.");
        }
        List<SubmissionItem> wanted = wanted(version);
        if (wanted.isEmpty()) {
            throw cannot("Nothing was named that could be reviewed.");
        }
        ReleaseSubmission open =
                new Submissions(asc, options.appId(), options.platform()).open().orElse(null);
        SubmissionPlan plan = plan(open, wanted, version);
        if (checksReadiness && version != null && plan.isChanged()) {
            requireReady();
        }
        return plan;
    }

    /** Returns everything that is to be reviewed. */
    List<SubmissionItem> wanted() {
        return wanted(options.withVersion() ? version() : null);
    }

    private AppStoreVersion version() {
        return AppVersions.read(asc, options.appId(), options.platform())
                .find(options.versionString())
                .orElseThrow(() -> cannot((options.versionString() == null
                                ? "The app has no version for " + options.platform() + "."
                                : "The app has no version " + options.versionString() + " for " + options.platform()
                                        + ".")
                        + " Prepare one first."));
    }

    private List<SubmissionItem> wanted(@Nullable AppStoreVersion version) {
        List<SubmissionItem> wanted = new ArrayList<>();
        if (version != null) {
            wanted.add(new SubmissionItem(SubmissionItem.VERSIONS, version.id(), null));
        }
        options.items().stream().filter(item -> !item.isIn(wanted)).forEach(wanted::add);
        return wanted;
    }

    private SubmissionPlan plan(
            @Nullable ReleaseSubmission open, List<SubmissionItem> wanted, @Nullable AppStoreVersion version) {
        List<ReleaseStep> steps = new ArrayList<>();
        String what = version == null ? names(wanted) : "version " + version.versionString();
        if (open == null || open.isCanceling()) {
            if (open != null) {
                steps.add(step(ReleaseAction.AWAIT_CANCELLATION, open.id(), "review submission " + open.id()));
            }
            steps.add(step(ReleaseAction.CREATE_SUBMISSION, null, what));
            String summary = open == null ? "There is no open review submission." : open.describe() + ".";
            return submitted(steps, List.of(), wanted, version, null, what, summary);
        }
        if (open.isOpen()) {
            requireOurs(open, wanted);
            String summary = "Review submission " + open.id() + " is not submitted yet.";
            return submitted(steps, open.activeItems(), wanted, version, open.id(), what, summary);
        }
        List<SubmissionItem> absent =
                wanted.stream().filter(item -> !item.isIn(open.activeItems())).toList();
        if (!absent.isEmpty()) {
            throw cannot(open.describe() + ". " + names(absent)
                    + " cannot be added to it. Wait until its review is over," + " or cancel it.");
        }
        if (open.isRejected()) {
            requireOurs(open, wanted);
            // Its items are still in (docs/live-service.md#rejected-submissions-are-reused).
            steps.add(step(ReleaseAction.RESUBMIT, open.id(), what));
            return new SubmissionPlan(options, steps, open.describe() + ".");
        }
        return nothing(open.describe() + ". Everything was submitted before.");
    }

    private SubmissionPlan submitted(
            List<ReleaseStep> steps,
            List<SubmissionItem> existing,
            List<SubmissionItem> wanted,
            @Nullable AppStoreVersion version,
            @Nullable String submissionId,
            String what,
            String summary) {
        for (SubmissionItem item : wanted) {
            if (!item.isIn(existing)) {
                String name = version != null && item.id().equals(version.id())
                        ? "version " + version.versionString()
                        : item.describe();
                steps.add(new ReleaseStep(ReleaseAction.ADD_ITEM, item.type(), item.id(), name));
            }
        }
        steps.add(step(ReleaseAction.SUBMIT, submissionId, what));
        return new SubmissionPlan(options, steps, summary);
    }

    private static ReleaseStep step(ReleaseAction action, @Nullable String id, String detail) {
        return new ReleaseStep(action, SUBMISSIONS, id, detail);
    }

    /** Submitting a submission would submit the items of others, too. */
    void requireOurs(ReleaseSubmission submission, List<SubmissionItem> wanted) {
        List<SubmissionItem> others = submission.activeItems().stream()
                .filter(item -> !item.isIn(wanted))
                .toList();
        if (!others.isEmpty() && !options.allowsOtherItems()) {
            throw cannot("Review submission " + submission.id() + " has other items as well: " + names(others)
                    + ". Name them to submit them with it, or remove them in App Store Connect: "
                    + ReadinessRequirement.SUBMISSION.page() + ".");
        }
    }

    private void requireReady() {
        Readiness readiness = new ReadinessReader(asc, options.appId(), options.platform())
                .read(Optional.ofNullable(options.versionString()));
        if (!readiness.isReady()) {
            throw new ReleaseException(
                    "Version " + readiness.versionString() + " is not ready for review; nothing was changed.",
                    readiness.missing().stream().map(ReadinessItem::describe).toList());
        }
    }

    private SubmissionPlan nothing(String summary) {
        return new SubmissionPlan(options, List.of(), summary);
    }

    private static String names(List<SubmissionItem> items) {
        return items.stream().map(SubmissionItem::describe).collect(Collectors.joining(", "));
    }

    private static String sentence(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1) + ".";
    }

    private static ReleaseException cannot(String problem) {
        return new ReleaseException("Nothing can be submitted for review.", List.of(problem));
    }
}
