package io.github.ascjava.examples.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.ascjava.uploads.UploadListener;
import io.github.ascjava.uploads.UploadProblem;
import io.github.ascjava.uploads.UploadProgress;
import io.github.ascjava.uploads.UploadStage;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Shows an upload: as a bar on a terminal, as a few lines elsewhere, or as one JSON object a line.
 *
 * <p>Bar and lines go to the error output, so that the output has the result alone; JSON goes to the output. Uploads that run
 * at the same time have a view each, of the same {@link UploadSteps}.
 */
public final class UploadView implements UploadListener {

    /** Of the lines for those who read a file: one per quarter. */
    private static final int STEP = 25;

    private final Terminal terminal;
    private final boolean isJson;
    private final Map<String, String> place;
    private final @Nullable UploadSteps steps;
    private final UploadEvents events;
    private @Nullable UploadStage stage;
    private int step;

    /** Makes a view of one upload at a time. */
    public UploadView(Terminal terminal, boolean isJson) {
        this(terminal, isJson, Map.of(), null);
    }

    /** Makes a view of one of several uploads. */
    UploadView(Terminal terminal, boolean isJson, Map<String, String> place, @Nullable UploadSteps steps) {
        this.terminal = terminal;
        this.isJson = isJson;
        this.place = place;
        this.steps = steps;
        this.events = new UploadEvents(terminal);
    }

    @Override
    public void onProgress(UploadProgress progress) {
        String quarter = quarter(progress);
        if (isJson) {
            print(events.progress(progress));
        } else if (steps != null) {
            steps.progress(this, name(progress.fileName()), progress, quarter);
        } else if (terminal.isInteractive()) {
            bar(progress);
        } else if (quarter != null) {
            terminal.note(progress.fileName() + ": " + quarter + ".");
        } else if (progress.stage() != stage && progress.stage() != UploadStage.COMPLETE) {
            terminal.note(progress.fileName() + ": " + UploadText.activity(progress.stage()) + ".");
        }
        stage = progress.stage();
    }

    @Override
    public void onNotice(String fileName, String notice) {
        if (isJson) {
            print(event("notice", fileName).put("text", notice));
        } else {
            note(place.isEmpty() ? notice : name(fileName) + ": " + notice);
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
            note("Apple warns about " + name(fileName) + ": " + warning);
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
        String text = progress.stage() == UploadStage.SENDING
                ? UploadText.bar(UploadText.share(progress)) + " " + UploadText.sent(progress) + "  part "
                        + progress.partsDone() + "/" + progress.parts()
                : UploadText.activity(progress.stage());
        terminal.progress(UploadText.fitting(progress.fileName() + "  " + text, terminal));
    }

    /** Returns how much is sent, if it is a quarter more than the last time. */
    private @Nullable String quarter(UploadProgress progress) {
        int now = UploadText.percent(progress) / STEP;
        if (progress.stage() != stage) {
            step = now;
        } else if (progress.stage() == UploadStage.SENDING && now > step) {
            step = now;
            return now * STEP + " % of " + UploadText.bytes(progress.bytesTotal()) + UploadText.rate(progress);
        }
        return null;
    }

    private void note(String text) {
        if (steps == null) {
            terminal.progressDone();
            terminal.note(text);
        } else {
            steps.note(text);
        }
    }

    /** Returns the place and the name of a file, for people. */
    private String name(String fileName) {
        return place.isEmpty() ? fileName : String.join(" ", place.values()) + " " + fileName;
    }

    private ObjectNode event(String name, String fileName) {
        return events.event(name).put("file", fileName);
    }

    private void print(ObjectNode event) {
        place.forEach(event::put);
        events.print(event);
    }
}
