package io.github.ascjava.uploads;

import io.github.ascjava.client.AppStoreConnect;
import io.github.ascjava.client.error.NotFoundException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Carries out a plan: a few sets at a time, whose files take turns in sending and wait together for their processing. */
final class SyncRun {

    private static final int SETS = 8;
    private static final int SENDING = 8;
    /** As many as a set can have, so that none waits until Apple has processed another one. */
    private static final int FILES = SETS * 10;

    private static final int MINUTES_TO_STOP = 1;

    private final StoreSets screenshots;
    private final StoreSets previews;
    private final AppStoreConnect asc;
    private final Uploader uploader;
    private final SyncListener listener;
    private final ExecutorService sets = threads(SETS);
    private final ExecutorService files = threads(FILES);

    SyncRun(AppStoreConnect asc, Uploader uploader, SyncListener listener) {
        this.screenshots = StoreSets.of(asc, false);
        this.previews = StoreSets.of(asc, true);
        this.asc = asc;
        this.uploader = uploader.with(SendingTurns.of(SENDING));
        this.listener = listener;
    }

    void run(SyncPlan plan) {
        try {
            List<Future<?>> running = new ArrayList<>();
            plan.sets().stream().filter(SyncSet::isChanged).forEach(set -> running.add(sets.submit(() -> apply(set))));
            awaitAll(running);
        } finally {
            stop(sets);
            stop(files);
        }
    }

    private void apply(SyncSet set) {
        StoreSets store = set.isPreview() ? previews : screenshots;
        String setId = set.setId() == null ? store.create(set.localizationId(), set.displayType()) : set.setId();
        remove(set, store, true);
        List<Future<String>> ids = new ArrayList<>();
        for (SyncFile file : set.files()) {
            ids.add(files.submit(() -> file.id() == null ? upload(set, store, setId, file) : file.id()));
        }
        List<String> order = awaitAll(ids);
        remove(set, store, false);
        if (set.isOrdered()) {
            store.order(setId, order);
        }
        listener.onSetDone(set);
    }

    private String upload(SyncSet set, StoreSets store, String setId, SyncFile file) {
        UploadListener progress = listener.uploadListener(set, file, uploader.listener());
        String id = store.upload(new AppStoreUploads(asc, uploader.with(progress)), setId, file.path());
        listener.onUploaded(set, file, id);
        return id;
    }

    private void remove(SyncSet set, StoreSets store, boolean isBeforeUploads) {
        for (SyncRemoval removal : set.removals()) {
            if (removal.isBeforeUploads() == isBeforeUploads) {
                try {
                    store.delete(removal.id());
                } catch (NotFoundException e) {
                    // Somebody else has deleted it.
                }
                listener.onRemoved(set, removal);
            }
        }
    }

    /** Waits for all results; throws the first failure, with the others suppressed. */
    private static <T> List<T> awaitAll(List<? extends Future<? extends T>> running) {
        List<T> results = new ArrayList<>();
        RuntimeException failure = null;
        for (Future<? extends T> each : running) {
            try {
                results.add(each.get());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CancellationException("The synchronization was canceled. Make a new plan to continue.");
            } catch (ExecutionException e) {
                failure = with(failure, e.getCause());
            }
        }
        if (failure != null) {
            throw failure;
        }
        return results;
    }

    private static RuntimeException with(@Nullable RuntimeException first, @Nullable Throwable next) {
        if (next instanceof Error error) {
            throw error;
        }
        RuntimeException failure = next instanceof RuntimeException e ? e : new IllegalStateException(next);
        if (first == null) {
            return failure;
        }
        first.addSuppressed(failure);
        return first;
    }

    private static ExecutorService threads(int number) {
        return Executors.newFixedThreadPool(number, task -> {
            Thread thread = new Thread(task, "asc-sync");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Interrupts what still runs, and waits until it has cleaned up. */
    private static void stop(ExecutorService threads) {
        threads.shutdownNow();
        boolean interrupted = Thread.interrupted();
        try {
            threads.awaitTermination(MINUTES_TO_STOP, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
