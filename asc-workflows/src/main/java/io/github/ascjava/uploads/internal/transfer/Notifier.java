package io.github.ascjava.uploads.internal.transfer;

import org.jspecify.annotations.Nullable;

/** Calls an observer until it fails, which stops the transfer. Not thread-safe. */
final class Notifier {

    private final TransferObserver observer;
    private final TransferRun run;
    private boolean failed;
    private @Nullable TransferProgress latest;

    Notifier(TransferObserver observer, TransferRun run) {
        this.observer = observer;
        this.run = run;
    }

    void partSent(SentPart part) {
        call(() -> observer.onPartSent(part));
    }

    /** Passes progress on if it is not the same as before. */
    void progress(TransferProgress progress) {
        if (!progress.equals(latest)) {
            latest = progress;
            call(() -> observer.onProgress(progress));
        }
    }

    private void call(Runnable notification) {
        if (failed) {
            return;
        }
        try {
            notification.run();
        } catch (RuntimeException | Error e) {
            failed = true;
            run.stop(e);
        }
    }
}
