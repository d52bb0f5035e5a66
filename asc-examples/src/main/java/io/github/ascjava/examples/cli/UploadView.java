package io.github.ascjava.examples.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.ascjava.uploads.UploadListener;
import io.github.ascjava.uploads.UploadProblem;
import io.github.ascjava.uploads.UploadProgress;
import io.github.ascjava.uploads.UploadStage;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Shows an upload: as a bar on a terminal, as a few lines elsewhere, or as one JSON object a line.
 *
 * <p>Bar and lines go to the error output, so that the output has the result alone; JSON goes to the output.
 */
public final class UploadView implements UploadListener {

    private static final int BAR = 20;
    private static final int PERCENT = 100;
    /** Of the lines for those who read a file: one per quarter. */
    private static final int STEP = 25;

    private final Terminal terminal;
    private final boolean isJson;
    private final ObjectMapper mapper = new ObjectMapper();
    private @Nullable UploadStage stage;
    private int step;

    /** Makes a view of one upload at a time. */
    public UploadView(Terminal terminal, boolean isJson) {
        this.terminal = terminal;
        this.isJson = isJson;
    }

    @Override
    public void onProgress(UploadProgress progress) {
        if (isJson) {
            print(event("progress", progress.fileName())
                    .put("stage", progress.stage().name())
                    .put("bytesSent", progress.bytesSent())
                    .put("bytesTotal", progress.bytesTotal())
                    .put("partsDone", progress.partsDone())
                    .put("parts", progress.parts())
                    .put("bytesPerSecond", Math.round(progress.bytesPerSecond())));
        } else if (terminal.isInteractive()) {
            bar(progress);
        } else {
            line(progress);
        }
        stage = progress.stage();
    }

    @Override
    public void onNotice(String fileName, String notice) {
        if (isJson) {
            print(event("notice", fileName).put("text", notice));
        } else {
            note(notice);
        }
    }

    @Override
    public void onWarning(String fileName, UploadProblem warning) {
        if (isJson) {
            print(event("warning", fileName)
                    .put("code", warning.code())
                    .put("description", warning.description())
                    .put("advice", warning.advice()));
        } else {
            note("Apple warns about " + fileName + ": " + warning);
        }
    }

    /**
     * Shows the result.
     *
     * @param type such as {@code appScreenshots}
     * @param text one sentence, for people
     */
    public void done(String fileName, String type, String id, String text) {
        if (isJson) {
            print(event("done", fileName).put("type", type).put("id", id));
        } else {
            terminal.progressDone();
            terminal.line(text);
        }
        terminal.out().flush();
    }

    /** Takes the bar away, before a failure is shown. */
    public void ended() {
        if (!isJson) {
            terminal.progressDone();
        }
    }

    private void bar(UploadProgress progress) {
        if (progress.stage() == UploadStage.COMPLETE) {
            terminal.progressDone();
            return;
        }
        int filled = progress.bytesTotal() == 0 ? 0 : (int) (BAR * progress.bytesSent() / progress.bytesTotal());
        String bar = "[" + "#".repeat(filled) + ".".repeat(BAR - filled) + "]";
        String text = progress.stage() == UploadStage.SENDING
                ? bar + " " + percent(progress) + " % of " + Amounts.bytes(progress.bytesTotal()) + rate(progress)
                        + "  part " + progress.partsDone() + "/" + progress.parts()
                : activity(progress.stage());
        String line = progress.fileName() + "  " + text;
        terminal.progress(
                DisplayWidth.of(line) < terminal.width() ? line : DisplayWidth.beginning(line, terminal.width() - 1));
    }

    private void line(UploadProgress progress) {
        int now = percent(progress) / STEP;
        if (progress.stage() != stage) {
            step = now;
            if (progress.stage() != UploadStage.COMPLETE) {
                terminal.note(progress.fileName() + ": " + activity(progress.stage()) + ".");
            }
        } else if (progress.stage() == UploadStage.SENDING && now > step) {
            step = now;
            terminal.note(progress.fileName() + ": " + now * STEP + " % of " + Amounts.bytes(progress.bytesTotal())
                    + rate(progress) + ".");
        }
    }

    private static int percent(UploadProgress progress) {
        return progress.bytesTotal() == 0 ? 0 : (int) (PERCENT * progress.bytesSent() / progress.bytesTotal());
    }

    private static String rate(UploadProgress progress) {
        return progress.bytesPerSecond() > 0 ? ", " + Amounts.bytes((long) progress.bytesPerSecond()) + "/s" : "";
    }

    private static String activity(UploadStage stage) {
        return switch (stage) {
            case RESERVING -> "reserving";
            case SENDING -> "sending";
            case COMMITTING -> "committing";
            case PROCESSING -> "sent; Apple is processing it";
            case COMPLETE -> "complete";
        };
    }

    private void note(String text) {
        terminal.progressDone();
        terminal.note(text);
    }

    private ObjectNode event(String name, String fileName) {
        return mapper.createObjectNode().put("event", name).put("file", fileName);
    }

    private void print(ObjectNode event) {
        terminal.block(event.toString());
        terminal.out().flush();
    }

    /** Numbers of bytes as people read them. */
    private static final class Amounts {

        private static final long KILO = 1000;

        private Amounts() {}

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
    }
}
