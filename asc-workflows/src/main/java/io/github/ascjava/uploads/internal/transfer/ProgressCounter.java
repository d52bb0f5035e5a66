package io.github.ascjava.uploads.internal.transfer;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;

/** Counts what was sent. Thread-safe. */
final class ProgressCounter {

    private final long bytes;
    private final int parts;
    private final AtomicLong sent;
    private final AtomicInteger done;
    private final AtomicInteger retries = new AtomicInteger();

    ProgressCounter(TransferPlan plan) {
        this.bytes = plan.bytes();
        this.parts = plan.parts().size();
        this.sent = new AtomicLong(plan.bytesDone());
        this.done = new AtomicInteger(parts - plan.open().size());
    }

    /**
     * Returns a counter for all attempts of one part. An attempt that starts over counts only from where the furthest one
     * before it had come, so the sum never decreases and never exceeds the size of the file.
     */
    LongConsumer ofPart() {
        return new LongConsumer() {
            private long furthest;

            @Override
            public void accept(long sentOfPart) {
                if (sentOfPart > furthest) {
                    sent.addAndGet(sentOfPart - furthest);
                    furthest = sentOfPart;
                }
            }
        };
    }

    void partDone() {
        done.incrementAndGet();
    }

    /** Counts a retry and returns how many there were. */
    int retry() {
        return retries.incrementAndGet();
    }

    long sent() {
        return sent.get();
    }

    TransferProgress snapshot() {
        return new TransferProgress(sent.get(), bytes, done.get(), parts, retries.get());
    }
}
