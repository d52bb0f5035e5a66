package io.github.ascjava.release;

import io.github.ascjava.client.model.common.Platform;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What is done to cancel a review, to release a version or to control its phased release.
 *
 * <p>Two plans are equal if they do the same. Immutable.
 *
 * @param appId Apple's ID of the app
 * @param platform the platform
 * @param steps the steps in their order; empty if there is nothing to do
 * @param summary a sentence about the state that the plan starts from
 * @since 0.1.0
 */
public record ReleasePlan(String appId, Platform platform, List<ReleaseStep> steps, String summary) {

    /** Copies the list. */
    public ReleasePlan {
        steps = List.copyOf(steps);
    }

    /** Returns whether there is anything to do. */
    public boolean isChanged() {
        return !steps.isEmpty();
    }

    /** Returns one line for each step, for people; the summary without steps. */
    public String describe() {
        return describe(steps, summary);
    }

    static String describe(List<ReleaseStep> steps, String summary) {
        return steps.isEmpty()
                ? summary
                : steps.stream().map(ReleaseStep::describe).collect(Collectors.joining("\n"));
    }
}
