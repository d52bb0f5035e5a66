package io.github.ascjava.examples.cli;

import io.github.ascjava.uploads.Uploads;
import java.nio.file.Path;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of commands that upload files: how progress is shown, and where unfinished uploads are remembered. */
public final class UploadOptions {

    @Option(names = "--json", description = "Print events, one JSON object a line.")
    private boolean json;

    @Option(
            names = "--state",
            paramLabel = "FOLDER",
            description = "Where unfinished uploads are remembered; a folder of the user if not given.")
    private @Nullable Path state;

    /** Returns whether events are wanted instead of texts for people. */
    public boolean isJson() {
        return json;
    }

    /** Returns uploads that remember what they have not finished. */
    public Uploads.Builder uploads(Session session, Function<String, @Nullable String> environment) {
        return Uploads.builder(session.asc())
                .stateFolder(state == null ? ResumableJob.stateFolder(environment) : state);
    }
}
