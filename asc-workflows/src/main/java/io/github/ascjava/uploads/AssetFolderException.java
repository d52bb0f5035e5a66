package io.github.ascjava.uploads;

import java.util.List;

/**
 * Thrown when a folder of screenshots and previews cannot be uploaded as it is; nothing was changed.
 *
 * @since 0.1.0
 */
public final class AssetFolderException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // A list of List.copyOf, which is serializable.
    private final List<String> problems;

    AssetFolderException(String folder, List<String> problems) {
        super("The folder " + folder + " cannot be uploaded. " + String.join(" ", problems));
        this.problems = List.copyOf(problems);
    }

    /** Returns all problems, each with its file or locale and the next step. */
    public List<String> problems() {
        return problems;
    }
}
