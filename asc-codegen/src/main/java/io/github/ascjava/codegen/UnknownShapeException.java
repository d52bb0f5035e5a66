package io.github.ascjava.codegen;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Thrown when the document holds something that the generator does not know; it never leaves a thing out silently. */
final class UnknownShapeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    static final String ADVICE = "Teach the generator this shape, or correct the document in corrections.overlay.json.";

    private final String[] stops;

    UnknownShapeException(String place, String problem) {
        super(place + ": " + problem + " " + ADVICE);
        this.stops = new String[] {place + ": " + problem};
    }

    /** Makes one exception of several. */
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

    /** What stopped the generator, each with its place. */
    List<String> stops() {
        return List.of(stops);
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
