package io.github.ascjava.examples.notary;

import io.github.ascjava.examples.cli.Terminal;
import io.github.ascjava.notary.SubmissionListener;

/** Shows how far a submission is. */
final class SubmissionProgress implements SubmissionListener {

    private static final long MEGABYTE = 1_000_000;
    private static final int PERCENT = 100;

    private final Terminal terminal;
    private long shown = -1;

    SubmissionProgress(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void onHashed(long bytesDone, long bytes) {
        long percent = bytesDone * PERCENT / bytes;
        if (percent != shown) {
            shown = percent;
            terminal.progress("Reading: " + percent + " %");
        }
    }

    @Override
    public void onSent(long bytesSent, long bytes, int partsDone, int parts) {
        terminal.progress("Uploading: " + bytesSent * PERCENT / bytes + " % of " + bytes / MEGABYTE + " MB, "
                + partsDone + " of " + parts + (parts == 1 ? " part" : " parts"));
    }

    @Override
    public void onRestart(String reason) {
        terminal.note(reason);
    }
}
