package io.github.ascjava.uploads;

import io.github.ascjava.uploads.internal.state.SavedUpload;
import io.github.ascjava.uploads.internal.state.StateFolder;
import io.github.ascjava.uploads.internal.state.UploadKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The uploads of earlier runs that ended early, as their state files say. Thread-safe.
 *
 * @param states where the states are kept, or null if they are not
 */
record UnfinishedUploads(@Nullable StateFolder states) {

    /** Returns the ID of what an earlier run reserved for a file in a set, if the file is the same since. */
    Optional<String> find(String type, String setId, Path file) {
        return states == null
                ? Optional.empty()
                : states.find(UploadKey.of(type, setId, file))
                        .filter(saved -> isOf(saved, file))
                        .map(SavedUpload::id);
    }

    /**
     * Forgets an upload that came further than its state says. Otherwise the state would be that of a file with this name
     * which is uploaded later.
     */
    void forget(String type, String setId, Path file, String id) {
        if (states != null) {
            UploadKey key = UploadKey.of(type, setId, file);
            if (states.find(key).filter(saved -> saved.id().equals(id)).isPresent()) {
                states.claim(key).delete();
            }
        }
    }

    private static boolean isOf(SavedUpload saved, Path file) {
        try {
            return saved.size() == Files.size(file)
                    && saved.modified().equals(Files.getLastModifiedTime(file).toInstant());
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + file + " cannot be read: " + e + ".", e);
        }
    }
}
