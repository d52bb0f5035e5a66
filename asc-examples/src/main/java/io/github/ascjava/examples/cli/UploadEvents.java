package io.github.ascjava.examples.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.ascjava.uploads.UploadProgress;

/** Prints what happens in uploads to the output, as one JSON object a line. Thread-safe. */
public final class UploadEvents {

    private final Terminal terminal;
    private final ObjectMapper mapper = new ObjectMapper();

    /** Makes a printer of events. */
    public UploadEvents(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Makes an event, to which the caller adds members. */
    public ObjectNode event(String name) {
        return mapper.createObjectNode().put("event", name);
    }

    /** Prints an event. */
    public void print(ObjectNode event) {
        terminal.block(event.toString());
        terminal.out().flush();
    }

    ObjectNode progress(UploadProgress progress) {
        return event("progress")
                .put("file", progress.fileName())
                .put("stage", progress.stage().name())
                .put("bytesSent", progress.bytesSent())
                .put("bytesTotal", progress.bytesTotal())
                .put("partsDone", progress.partsDone())
                .put("parts", progress.parts())
                .put("bytesPerSecond", Math.round(progress.bytesPerSecond()));
    }
}
