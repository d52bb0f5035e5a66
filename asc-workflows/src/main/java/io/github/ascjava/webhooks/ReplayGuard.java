package io.github.ascjava.webhooks;

import java.time.Clock;

/**
 * Remembers which events were handled, because a copied request and a redelivery have valid signatures.
 *
 * <p>An event is claimed before it is handled, and released if handling fails, so that a redelivery of it is handled:
 *
 * <pre>{@code
 * if (guard.claim(id)) {
 *     try { handle(event); } catch (RuntimeException e) { guard.release(id); throw e; }
 * }
 * }</pre>
 *
 * <p>{@link WebhookHandler} does this. Implementations are thread-safe. They should remember events for at least ten days, the
 * time for which App Store Connect lists deliveries and can send them again
 * (docs/live-service.md#webhook-deliveries-need-a-recent-date).
 *
 * @since 0.1.0
 */
public interface ReplayGuard {

    /**
     * Claims an event.
     *
     * @param eventId the ID of the event, not of the delivery
     * @return true for the first caller, false for all others until the event is released or forgotten
     * @throws RuntimeException if the memory cannot be reached; the event is not to be handled then
     */
    boolean claim(String eventId);

    /** Forgets an event that was claimed and could not be handled. */
    void release(String eventId);

    /** Returns a {@link MemoryReplayGuard} that remembers 100,000 events for eleven days. */
    static ReplayGuard inMemory(Clock clock) {
        return new MemoryReplayGuard(clock, MemoryReplayGuard.DEFAULT_RETENTION, MemoryReplayGuard.DEFAULT_MAX_EVENTS);
    }
}
