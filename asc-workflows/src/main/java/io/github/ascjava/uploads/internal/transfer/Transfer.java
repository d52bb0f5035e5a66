package io.github.ascjava.uploads.internal.transfer;

import io.github.ascjava.uploads.internal.transfer.TransferException.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One transfer of one file: threads that send its parts, a thread that computes the MD5, and the caller's thread, which
 * notifies the observer.
 */
final class Transfer {

    private static final long PROGRESS_MILLIS = 100;

    private final SourceFile file;
    private final List<Part> open;
    private final TransferRun run;
    private final Notifier notifier;
    private final Supplier<PartSender> senders;
    private final AtomicInteger next = new AtomicInteger();
    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();

    private final List<SentPart> sent = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private int ended;
    private volatile @Nullable String md5;

    Transfer(
            SourceFile file,
            TransferPlan plan,
            TransferRun run,
            TransferObserver observer,
            int parallelParts,
            Supplier<PartSender> senders) {
        this.file = file;
        this.open = plan.open();
        this.run = run;
        this.notifier = new Notifier(observer, run);
        this.senders = senders;
        for (int i = 0; i < Math.min(parallelParts, open.size()); i++) {
            threads.add(thread(this::sendParts, "asc-upload"));
        }
        if (plan.withMd5()) {
            threads.add(thread(this::computeMd5, "asc-upload-md5"));
        }
    }

    /** Returns when all threads have ended, whatever happens. */
    SentFile run() {
        threads.forEach(Thread::start);
        boolean interrupted = false;
        while (ended < threads.size()) {
            try {
                Event event = events.poll(PROGRESS_MILLIS, TimeUnit.MILLISECONDS);
                handle(event == null ? Event.TICK : event);
            } catch (InterruptedException e) {
                interrupted = true;
                run.stop(new TransferException(
                        Kind.CANCELED, "The upload was canceled: its thread was interrupted.", e));
            }
        }
        threads.forEach(Transfer::awaitEnd);
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return result();
    }

    private SentFile result() {
        Throwable failure = run.failure();
        if (failure instanceof Error error) {
            throw error;
        }
        if (failure != null) {
            throw (RuntimeException) failure;
        }
        file.requireUnchanged();
        sent.sort(Comparator.comparingInt(each -> each.part().number()));
        return new SentFile(List.copyOf(sent), md5);
    }

    private void handle(Event event) {
        if (event.threadEnded()) {
            ended++;
        }
        SentPart part = event.sent();
        if (part != null) {
            sent.add(part);
            notifier.partSent(part);
        }
        notifier.progress(run.progress().snapshot());
    }

    private void sendParts() throws StoppedException {
        PartSender sender = senders.get();
        for (int i = next.getAndIncrement(); i < open.size(); i = next.getAndIncrement()) {
            run.requireRunning();
            SentPart part = sender.send(open.get(i));
            run.progress().partDone();
            events.add(new Event(part, false));
        }
    }

    private void computeMd5() throws SourceException {
        md5 = new Md5Pass(file, 0, file.size()).run(run::awaitSent);
    }

    private Thread thread(Task task, String name) {
        Thread thread = new Thread(() -> work(task), name);
        thread.setDaemon(true);
        return thread;
    }

    private void work(Task task) {
        try {
            task.run();
        } catch (StoppedException e) {
            // The reason is noted in the run.
        } catch (SourceException e) {
            run.stop(e.asTransferException());
        } catch (RuntimeException | Error e) {
            run.stop(e);
        } finally {
            events.add(Event.THREAD_ENDED);
        }
    }

    /** The thread has nothing left to do, so an interrupt need not shorten this. */
    private static void awaitEnd(Thread thread) {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** What the caller's thread is woken up for. */
    private record Event(@Nullable SentPart sent, boolean threadEnded) {

        /** Time has passed. */
        static final Event TICK = new Event(null, false);

        static final Event THREAD_ENDED = new Event(null, true);
    }

    @FunctionalInterface
    private interface Task {
        void run() throws StoppedException, SourceException;
    }
}
