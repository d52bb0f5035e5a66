package io.github.ascjava.uploads;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * What Apple says about a file that it has checked.
 *
 * @param code Apple's code, such as {@code IMAGE_ALPHA_NOT_ALLOWED}; empty if Apple sent none
 * @param description Apple's text, which is often the code once more; empty if Apple sent none
 * @param advice what to do about it, or null if this library does not know the code
 * @since 0.1.0
 */
public record UploadProblem(
        String code, String description, @Nullable String advice) implements Serializable {

    /** Returns the problem in one line. */
    @Override
    public String toString() {
        String said = description.isEmpty() || description.equals(code)
                ? code
                : code.isEmpty() ? description : code + " (" + description + ")";
        String text = said.isEmpty() ? "Apple gave no reason" : said;
        return advice == null ? text : text + ": " + advice;
    }
}
