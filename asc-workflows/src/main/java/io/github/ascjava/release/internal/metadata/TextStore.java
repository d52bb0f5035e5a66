package io.github.ascjava.release.internal.metadata;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A place on this machine that texts are read from and written to. */
public interface TextStore {

    /** Returns the folder or file. */
    Path path();

    /** Returns the file with the state of the last pull. */
    Path stateFile();

    /** Returns whether an empty text clears the one in App Store Connect. */
    boolean isEmptyClearing();

    /** Reads all texts, and what is wrong with them. */
    FileTexts read();

    /** Returns why texts cannot be written here, or nothing. */
    Optional<String> reasonAgainstWriting();

    /** Returns why these texts cannot be written, for each that cannot; nothing is written. */
    List<Finding> check(List<Change> changes);

    /**
     * Writes texts, and leaves all others as they are.
     *
     * @return the files that were written
     * @throws java.io.UncheckedIOException if a file cannot be written
     */
    List<Path> write(List<Change> changes);

    /**
     * A text to write.
     *
     * @param value the text; null leaves an empty one
     */
    record Change(String locale, TextField field, @Nullable String value) {}
}
