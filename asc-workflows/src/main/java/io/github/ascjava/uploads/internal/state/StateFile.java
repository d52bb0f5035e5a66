package io.github.ascjava.uploads.internal.state;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The state file of one running upload. Not thread-safe. */
public final class StateFile {

    private final StateFolder folder;
    private final Path path;
    private @Nullable SavedUpload saved;

    StateFile(StateFolder folder, Path path, @Nullable SavedUpload saved) {
        this.folder = folder;
        this.path = path;
        this.saved = saved;
    }

    /** Returns the state, or null if the upload begins anew. */
    public @Nullable SavedUpload saved() {
        return saved;
    }

    /**
     * Replaces the state.
     *
     * @throws java.io.UncheckedIOException if it cannot be written
     */
    public void save(SavedUpload upload) {
        folder.save(path, upload);
        saved = upload;
    }

    /** Leaves the state to the next run. */
    public void release() {
        folder.release(path);
    }

    /** Forgets the state. */
    public void delete() {
        folder.delete(path);
        saved = null;
    }
}
