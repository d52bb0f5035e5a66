package io.github.ascjava.auth;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Threads that do the same, started one after the other, so that a test can wait until each of them waits. */
final class Crowd<T> {

    private final Callable<T> work;
    private final List<FutureTask<T>> results = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();

    Crowd(Callable<T> work) {
        this.work = work;
    }

    Thread start() {
        FutureTask<T> result = new FutureTask<>(work);
        Thread thread = new Thread(result, "crowd-" + threads.size());
        thread.setDaemon(true);
        results.add(result);
        threads.add(thread);
        thread.start();
        return thread;
    }

    void start(int count) {
        for (int i = 0; i < count; i++) {
            start();
        }
    }

    /** Returns once every thread waits for something: a lock that another one holds, or a latch of the test. */
    void awaitStandstill() {
        for (Thread thread : threads) {
            while (thread.getState() != Thread.State.WAITING) {
                if (!thread.isAlive()) {
                    throw new AssertionError(thread.getName() + " did not wait.");
                }
                Thread.onSpinWait();
            }
        }
    }

    List<T> results() throws ExecutionException, InterruptedException {
        List<T> values = new ArrayList<>();
        for (FutureTask<T> result : results) {
            values.add(result.get());
        }
        return values;
    }

    /** The exception of each thread's work; a thread that succeeds fails the test. */
    List<Throwable> failures() throws InterruptedException {
        List<Throwable> failures = new ArrayList<>();
        for (FutureTask<T> result : results) {
            try {
                throw new AssertionError("Nothing was thrown, but there is a result: " + result.get());
            } catch (ExecutionException e) {
                failures.add(e.getCause());
            }
        }
        return failures;
    }
}
