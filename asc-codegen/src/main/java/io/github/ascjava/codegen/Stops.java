package io.github.ascjava.codegen;

import java.util.ArrayList;
import java.util.List;

/** Lets the generator go on after a stop, so that one run tells all that is new in a document. */
final class Stops {

    private final List<UnknownShapeException> found = new ArrayList<>();

    /** Takes a step that does not need the results of others, and remembers why it stopped if it did. */
    void attempt(Runnable step) {
        try {
            step.run();
        } catch (UnknownShapeException e) {
            found.add(e);
        }
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    /** Stops the generator if any step did. */
    void requireNone() {
        if (!found.isEmpty()) {
            throw found.size() == 1 ? found.get(0) : new UnknownShapeException(found);
        }
    }
}
