package io.github.ascjava.reports;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A download of many reports into a folder: several at a time, within Apple's rate limit, and resumed where an earlier one
 * stopped.
 *
 * <pre>{@code
 * reports.backfill(SalesReportRequest.days("85012345", firstDay, lastDay), folder)
 *         .onProgress(p -> System.out.println(p.done() + " of " + p.total()))
 *         .run(day -> store(day));
 * }</pre>
 *
 * <p>A report that is in the folder is not requested again, and neither is one that will never exist: a file with the ending
 * {@code .none} remembers that. Reports that Apple has not made yet are not remembered. If the client has no rate limiter, the
 * backfill slows itself down before Apple's limit is exhausted.
 *
 * <p>Immutable and thread-safe. Two runs at the same time must not share a folder.
 *
 * @since 0.1.0
 */
public final class Backfill {

    /** More gets random errors (docs/live-service.md#parallel-requests-get-random-errors). */
    private static final int PARALLEL = 10;

    private final List<ReportRequest> requests;
    private final Path folder;
    private final Function<ReportRequest, Report> download;
    private final int parallelism;
    private final Consumer<BackfillProgress> progress;

    Backfill(List<? extends ReportRequest> requests, Path folder, Function<ReportRequest, Report> download) {
        this(List.copyOf(requests), folder, download, PARALLEL, progress -> {});
        requireDistinctFiles(this.requests);
    }

    private Backfill(
            List<ReportRequest> requests,
            Path folder,
            Function<ReportRequest, Report> download,
            int parallelism,
            Consumer<BackfillProgress> progress) {
        this.requests = requests;
        this.folder = folder;
        this.download = download;
        this.parallelism = parallelism;
        this.progress = progress;
    }

    /**
     * Returns the same backfill with another number of downloads at a time; 10 if not set.
     *
     * @throws IllegalArgumentException if it is less than 1
     */
    public Backfill parallelism(int downloads) {
        if (downloads < 1) {
            throw new IllegalArgumentException("The parallelism must be 1 or more, but was " + downloads + ".");
        }
        return new Backfill(requests, folder, download, downloads, progress);
    }

    /**
     * Returns the same backfill with a listener.
     *
     * @param listener called after each report, in any order and on any thread; must be thread-safe and quick
     */
    public Backfill onProgress(Consumer<BackfillProgress> listener) {
        return new Backfill(requests, folder, download, parallelism, Objects.requireNonNull(listener, "listener"));
    }

    /**
     * Downloads what is missing, and delivers all reports in the order of the requests.
     *
     * <p>A report that cannot be downloaded ends the run when its turn comes, after everything before it was delivered. So
     * does an exception of the consumer, and an interrupt of the thread. In all three cases, downloads under way are
     * completed first, so that the next run does not repeat them.
     *
     * @param each called on this thread with each report or its absence; later ones are downloaded meanwhile
     * @throws io.github.ascjava.client.error.AscException if a report cannot be downloaded
     * @throws java.io.UncheckedIOException if a file cannot be written
     * @throws java.util.concurrent.CancellationException if the thread is interrupted; it stays interrupted
     */
    public void run(Consumer<? super ReportFile> each) {
        BackfillRun run = new BackfillRun(requests, ReportFolder.in(folder), download, progress);
        try {
            run.start(parallelism);
            run.deliver(each);
        } finally {
            run.stop();
        }
    }

    private static void requireDistinctFiles(List<ReportRequest> requests) {
        Set<String> names = new HashSet<>();
        for (ReportRequest request : requests) {
            if (!names.add(request.fileName())) {
                throw new IllegalArgumentException(
                        "Two requests of a backfill have the same file, " + request.fileName() + ".");
            }
        }
    }
}
