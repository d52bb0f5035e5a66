package io.github.ascjava.uploads;

import io.github.ascjava.uploads.internal.transfer.TransferProgress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Tells a listener how far an upload is. Not thread-safe: an upload notifies on its own thread. */
final class ProgressMeter {

    private static final double NANOS = 1e9;

    private final UploadListener listener;
    private final Clock clock;
    private final String fileName;
    private final long bytesTotal;
    private UploadStage stage = UploadStage.RESERVING;
    private TransferProgress sent;
    private Instant begin = Instant.MAX;
    private long before;
    private double rate;

    ProgressMeter(UploadListener listener, Clock clock, String fileName, long bytesTotal) {
        this.listener = listener;
        this.clock = clock;
        this.fileName = fileName;
        this.bytesTotal = bytesTotal;
        this.sent = new TransferProgress(0, bytesTotal, 0, 0, 0);
    }

    void enter(UploadStage next) {
        stage = next;
        report();
    }

    /** Begins to count bytes, of which an earlier run may have sent some. */
    void sending(TransferProgress known) {
        sent = known;
        begin = clock.instant();
        before = known.bytesSent();
        enter(UploadStage.SENDING);
    }

    void sent(TransferProgress progress) {
        double seconds = Duration.between(begin, clock.instant()).toNanos() / NANOS;
        sent = progress;
        rate = seconds > 0 ? (progress.bytesSent() - before) / seconds : rate;
        report();
    }

    void notice(String notice) {
        listener.onNotice(fileName, notice);
    }

    void warning(UploadProblem warning) {
        listener.onWarning(fileName, warning);
    }

    private void report() {
        listener.onProgress(new UploadProgress(
                fileName, stage, sent.bytesSent(), bytesTotal, sent.partsDone(), sent.parts(), rate));
    }
}
