package io.github.ascjava.release;

import io.github.ascjava.client.error.ApiException;
import java.util.List;

/**
 * Thrown when Apple does not take an item or a submission, with Apple's reasons by resource and locale.
 *
 * <p>Its cause is the response.
 *
 * @since 0.1.0
 */
public final class SubmissionRejectedException extends ReleaseException {

    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // A list of List.copyOf, which is serializable.
    private final List<ReadinessItem> reasons;

    SubmissionRejectedException(String message, List<ReadinessItem> reasons, ApiException cause) {
        super(message, reasons.stream().map(ReadinessItem::describe).toList(), cause);
        this.reasons = List.copyOf(reasons);
    }

    /** Returns Apple's reasons; empty if the response had none. */
    public List<ReadinessItem> reasons() {
        return reasons;
    }
}
