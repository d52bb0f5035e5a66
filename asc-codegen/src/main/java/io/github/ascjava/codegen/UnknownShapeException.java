package io.github.ascjava.codegen;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Thrown when the document contains something that the generator does not support; nothing is omitted silently. */
final class UnknownShapeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    static final String ADVICE = "Extend the generator, or correct the document in corrections.overlay.json.";

    private final String[] stops;

    UnknownShapeException(String place, String problem) {
        super(place + ": " + problem + " " + ADVICE);
        this.stops = new String[] {place + ": " + problem};
    }

    /** Combines several exceptions. */
    UnknownShapeException(Collection<UnknownShapeException> several) {
        this(several.stream()
                .flatMap(each -> Arrays.stream(each.stops))
                .distinct()
                .toArray(String[]::new));
    }

    private UnknownShapeException(String[] stops) {
        super(String.join("\n", stops) + "\n" + ADVICE);
        this.stops = stops;
    }

    /** The places where the generator stopped, each with its problem. */
    List<String> stops() {
        return List.of(stops);
    }

    /** Stops the generator unless a condition holds. */
    static void require(boolean known, String place, String problem) {
        if (!known) {
            throw new UnknownShapeException(place, problem);
        }
    }

    /** Returns the argument, or stops the generator if it is null. */
    static <T> T requireFound(@Nullable T found, String place, String problem) {
        if (found == null) {
            throw new UnknownShapeException(place, problem);
        }
        return found;
    }
}
