package io.github.ascjava.benchmarks.soak;

import io.github.ascjava.client.call.CallAttempt;
import io.github.ascjava.client.call.CallListener;
import io.github.ascjava.client.call.CallResult;
import java.util.concurrent.atomic.LongAdder;

/** Counts attempts: the total, and those of the current thread since it last asked. */
final class Attempts implements CallListener {

    private final LongAdder begun = new LongAdder();
    private final LongAdder ended = new LongAdder();
    private final ThreadLocal<Integer> own = ThreadLocal.withInitial(() -> 0);

    @Override
    public void onRequest(CallAttempt attempt) {
        begun.increment();
        own.set(own.get() + 1);
    }

    @Override
    public void onResponse(CallAttempt attempt, CallResult result) {
        ended.increment();
    }

    int takeOwn() {
        int count = own.get();
        own.set(0);
        return count;
    }

    long begun() {
        return begun.sum();
    }

    long ended() {
        return ended.sum();
    }
}
