package io.github.ascjava.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/** One run of a {@link Backfill}: workers that take the requests in order, and a thread that delivers in order. */
final class BackfillRun {

    private final List<ReportRequest> requests;
    private final ReportFolder folder;
    private final Function<ReportRequest, Report> download;
    private final Consumer<BackfillProgress> progress;
    private final List<CompletableFuture<ReportFile>> results;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger done = new AtomicInteger();
    private final AtomicInteger requested = new AtomicInteger();
    private volatile boolean stopped;
    private final List<Thread> workers = new ArrayList<>();

    BackfillRun(
            List<ReportRequest> requests,
            ReportFolder folder,
            Function<ReportRequest, Report> download,
            Consumer<BackfillProgress> progress) {
        this.requests = requests;
        this.folder = folder;
        this.download = download;
        this.progress = progress;
        this.results = Stream.generate(CompletableFuture<ReportFile>::new)
                .limit(requests.size())
                .toList();
    }

    void start(int parallelism) {
        for (int i = 0; i < Math.min(parallelism, requests.size()); i++) {
            Thread worker = new Thread(this::work, "asc-backfill");
            worker.setDaemon(true);
            workers.add(worker);
            worker.start();
        }
    }

    /** Requests are taken in order, so what comes before a failed one is complete or under way. */
    void deliver(Consumer<? super ReportFile> each) {
        for (CompletableFuture<ReportFile> result : results) {
            each.accept(await(result));
        }
    }

    /** Starts no further requests, and waits for those under way even if the thread is interrupted. */
    void stop() {
        stopped = true;
        boolean interrupted = Thread.interrupted();
        for (Thread worker : workers) {
            while (worker.isAlive()) {
                try {
                    worker.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void work() {
        // A request that was taken is always finished: the delivery waits for all before a failed one.
        while (!stopped) {
            int i = next.getAndIncrement();
            if (i >= requests.size()) {
                return;
            }
            work(requests.get(i), results.get(i));
        }
    }

    private void work(ReportRequest request, CompletableFuture<ReportFile> result) {
        try {
            Optional<ReportFile> known = folder.find(request);
            ReportFile file = known.isPresent() ? known.get() : store(request);
            progress.accept(new BackfillProgress(done.incrementAndGet(), requests.size(), requested.get()));
            result.complete(file);
        } catch (RuntimeException | Error e) {
            stopped = true;
            result.completeExceptionally(e);
        }
    }

    private ReportFile store(ReportRequest request) {
        requested.incrementAndGet();
        return folder.store(request, () -> download.apply(request));
    }

    private static ReportFile await(CompletableFuture<ReportFile> result) {
        try {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            return result.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            CancellationException canceled = new CancellationException("The backfill was interrupted.");
            canceled.initCause(e);
            throw canceled;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e);
        }
    }
}
