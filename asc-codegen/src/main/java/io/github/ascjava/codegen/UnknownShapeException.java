package io.github.ascjava.codegen;

import org.jspecify.annotations.Nullable;

/** Thrown when the document holds something that the generator does not know; it never leaves a thing out silently. */
final class UnknownShapeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnknownShapeException(String place, String problem) {
        super(place + ": " + problem + " Teach the generator this shape, or correct the document in corrections.json.");
    }

    /** Stops the generator if a thing is not as all of its kind were so far. */
    static void require(boolean known, String place, String problem) {
        if (!known) {
            throw new UnknownShapeException(place, problem);
        }
    }

    /** Returns what was found, and stops the generator if that is nothing. */
    static <T> T requireFound(@Nullable T found, String place, String problem) {
        if (found == null) {
            throw new UnknownShapeException(place, problem);
        }
        return found;
    }
}
