package io.github.ascjava.examples.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.ascjava.uploads.UploadProgress;
import io.github.ascjava.uploads.UploadStage;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Shows a job of several uploads at a time: as one bar on a terminal, as a line for each step elsewhere, or as JSON.
 *
 * <p>A step is a file that is uploaded or deleted. Thread-safe.
 */
public final class UploadSteps {

    private final Terminal terminal;
    private final boolean isJson;
    private final int total;
    private final UploadEvents events;
    /** How much is sent of the files on their way, from 0 to 1. */
    private final Map<UploadView, Double> sent = new HashMap<>();

    private int done;

    /**
     * Makes a view of a job.
     *
     * @param total the number of steps
     */
    public UploadSteps(Terminal terminal, boolean isJson, int total) {
        this.terminal = terminal;
        this.isJson = isJson;
        this.total = total;
        this.events = new UploadEvents(terminal);
    }

    /**
     * Returns a view of one upload.
     *
     * @param place where the file belongs, such as its locale: words for people, members of JSON
     */
    public UploadView upload(Map<String, String> place) {
        return new UploadView(terminal, isJson, place, this);
    }

    /**
     * Shows that Apple has accepted a file.
     *
     * @param type such as {@code appScreenshots}
     */
    public void uploaded(Map<String, String> place, String fileName, String type, String id) {
        step(place, event("done", fileName, type, id), fileName + " is uploaded");
    }

    /** Shows that a file is deleted. */
    public void deleted(Map<String, String> place, String fileName, String type, String id) {
        step(place, event("deleted", fileName, type, id), (fileName.isEmpty() ? id : fileName) + " is deleted");
    }

    private ObjectNode event(String name, String fileName, String type, String id) {
        return events.event(name).put("file", fileName).put("type", type).put("id", id);
    }

    private synchronized void step(Map<String, String> place, ObjectNode event, String text) {
        done++;
        if (isJson) {
            place.forEach(event::put);
            events.print(event);
            return;
        }
        String line = String.join(" ", place.values()) + " " + text;
        if (terminal.isInteractive()) {
            bar(line);
        } else {
            terminal.note(done + " of " + total + ": " + line + ".");
        }
    }

    /** Takes the bar away. */
    public synchronized void ended() {
        if (!isJson) {
            terminal.progressDone();
        }
    }

    synchronized void progress(UploadView view, String name, UploadProgress progress, @Nullable String quarter) {
        if (progress.stage() == UploadStage.COMPLETE) {
            sent.remove(view);
            return;
        }
        sent.put(view, UploadText.share(progress));
        if (terminal.isInteractive()) {
            String text = progress.stage() == UploadStage.SENDING
                    ? UploadText.sent(progress)
                    : UploadText.activity(progress.stage());
            bar(name + ": " + text);
        } else if (quarter != null && progress.parts() > 1 && progress.partsDone() < progress.parts()) {
            // Smaller files have their line when they are done.
            terminal.note(name + ": " + quarter + ".");
        }
    }

    synchronized void note(String text) {
        terminal.progressDone();
        terminal.note(text);
    }

    private void bar(String text) {
        double share = (done + sent.values().stream().mapToDouble(each -> each).sum()) / total;
        terminal.progress(UploadText.fitting(
                UploadText.bar(Math.min(share, 1)) + " " + done + " of " + total + "  " + text, terminal));
    }
}
