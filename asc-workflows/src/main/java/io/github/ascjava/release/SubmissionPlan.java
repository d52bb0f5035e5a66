package io.github.ascjava.release;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What {@link Releases#apply(SubmissionPlan, ReleaseListener)} does to get a version and other items reviewed.
 *
 * <p>Two plans are equal if they do the same for the same app. Immutable.
 *
 * @since 0.1.0
 */
public final class SubmissionPlan {

    private final SubmissionOptions options;
    private final List<ReleaseStep> steps;
    private final String summary;

    SubmissionPlan(SubmissionOptions options, List<ReleaseStep> steps, String summary) {
        this.options = options;
        this.steps = List.copyOf(steps);
        this.summary = summary;
    }

    /** Returns what is wanted. */
    public SubmissionOptions options() {
        return options;
    }

    /** Returns the steps in their order; empty if everything was submitted before. */
    public List<ReleaseStep> steps() {
        return steps;
    }

    /** Returns a sentence about the state that the plan starts from. */
    public String summary() {
        return summary;
    }

    /** Returns whether there is anything to do. */
    public boolean isChanged() {
        return !steps.isEmpty();
    }

    /** Returns whether a rejected submission is submitted again. */
    public boolean isResubmission() {
        return steps.stream().anyMatch(step -> step.action() == ReleaseAction.RESUBMIT);
    }

    /** Returns one line for each step, for people; the summary without steps. */
    public String describe() {
        return ReleasePlan.describe(steps, summary);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SubmissionPlan that
                && that.options.appId().equals(options.appId())
                && that.options.platform().equals(options.platform())
                && that.steps.equals(steps);
    }

    @Override
    public int hashCode() {
        return Objects.hash(options.appId(), options.platform(), steps);
    }

    @Override
    public String toString() {
        return "SubmissionPlan[steps=" + steps + "]";
    }
}
