package io.github.ascjava.examples.cli;

import io.github.ascjava.uploads.UploadProgress;
import io.github.ascjava.uploads.UploadStage;
import java.util.Locale;

/** The words and the bar for the progress of an upload. */
final class UploadText {

    private static final int PERCENT = 100;
    private static final int BAR = 20;
    private static final long KILO = 1000;

    private UploadText() {}

    /** Returns a bar of fixed width, for a share from 0 to 1. */
    static String bar(double share) {
        int filled = (int) (BAR * share);
        return "[" + "#".repeat(filled) + ".".repeat(BAR - filled) + "]";
    }

    /** Returns the share of the bytes that are sent, from 0 to 1. */
    static double share(UploadProgress progress) {
        return progress.bytesTotal() == 0 ? 0 : (double) progress.bytesSent() / progress.bytesTotal();
    }

    static int percent(UploadProgress progress) {
        return progress.bytesTotal() == 0 ? 0 : (int) (PERCENT * progress.bytesSent() / progress.bytesTotal());
    }

    /** Returns how much is sent, such as {@code 45 % of 80.0 MB, 3.2 MB/s}. */
    static String sent(UploadProgress progress) {
        return percent(progress) + " % of " + bytes(progress.bytesTotal()) + rate(progress);
    }

    /** Returns the rate behind a comma; nothing if it is not known. */
    static String rate(UploadProgress progress) {
        return progress.bytesPerSecond() > 0 ? ", " + bytes((long) progress.bytesPerSecond()) + "/s" : "";
    }

    static String activity(UploadStage stage) {
        return switch (stage) {
            case RESERVING -> "reserving";
            case SENDING -> "sending";
            case COMMITTING -> "committing";
            case PROCESSING -> "sent; Apple is processing it";
            case COMPLETE -> "complete";
        };
    }

    /** Returns a number of bytes as people read it. */
    static String bytes(long bytes) {
        if (bytes < KILO) {
            return bytes + " B";
        }
        String units = "kMGTPE";
        double value = bytes;
        int unit = -1;
        while (value >= KILO && unit < units.length() - 1) {
            value /= KILO;
            unit++;
        }
        return String.format(Locale.ROOT, "%.1f %cB", value, units.charAt(unit));
    }

    /** Returns as much of a line as fits into one of the screen. */
    static String fitting(String line, Terminal terminal) {
        return DisplayWidth.of(line) < terminal.width() ? line : DisplayWidth.beginning(line, terminal.width() - 1);
    }
}
