package io.github.ascjava.release;

import io.github.ascjava.client.model.appstore.ReviewSubmissionItemState;
import io.github.ascjava.client.model.appstore.ReviewSubmissionState;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A review submission with its items. Immutable.
 *
 * <p>A submission that is complete was not necessarily approved: it may have been canceled. The states of the items tell
 * (docs/live-service.md#completion-is-not-approval).
 *
 * @param id ID of the review submission
 * @param state its state
 * @param submittedDate when it was submitted, or null if it was not
 * @param items its items with their states
 * @since 0.1.0
 */
public record ReleaseSubmission(
        String id, ReviewSubmissionState state, @Nullable OffsetDateTime submittedDate, List<SubmissionItem> items) {

    private static final Set<ReviewSubmissionItemState> GOOD =
            Set.of(ReviewSubmissionItemState.APPROVED, ReviewSubmissionItemState.ACCEPTED);

    /** Copies the list. */
    public ReleaseSubmission {
        items = List.copyOf(items);
    }

    /** Returns whether the review is over: it is complete, or has issues that the developer has to resolve. */
    public boolean isFinal() {
        return isComplete() || isRejected();
    }

    /** Returns whether the review is over and Apple has approved every item. */
    public boolean isApproved() {
        return isComplete() && !items.isEmpty() && items.stream().allMatch(ReleaseSubmission::isGood);
    }

    private static boolean isGood(SubmissionItem item) {
        return item.state() != null && GOOD.contains(item.state());
    }

    /** Returns the items that are still in it. */
    List<SubmissionItem> activeItems() {
        return items.stream()
                .filter(item -> !ReviewSubmissionItemState.REMOVED.equals(item.state()))
                .toList();
    }

    boolean isComplete() {
        return state.equals(ReviewSubmissionState.COMPLETE);
    }

    boolean isRejected() {
        return state.equals(ReviewSubmissionState.UNRESOLVED_ISSUES);
    }

    boolean isOpen() {
        return state.equals(ReviewSubmissionState.READY_FOR_REVIEW);
    }

    boolean isCanceling() {
        return state.equals(ReviewSubmissionState.CANCELING);
    }

    /** Returns a line with the state and the items, for people. */
    public String describe() {
        String listed = items.isEmpty()
                ? "no items"
                : items.stream().map(SubmissionItem::describe).collect(Collectors.joining(", "));
        return "Review submission " + id + " is " + state + ": " + listed;
    }
}
