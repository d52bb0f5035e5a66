package io.github.ascjava.codegen;

import java.util.ArrayList;
import java.util.List;

/** Continues after an error, so that one run reports everything unsupported in a document. */
final class Stops {

    private final List<UnknownShapeException> found = new ArrayList<>();

    /** Runs an independent step and records why it failed, if it did. */
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

    /** Stops the generator if any step failed. */
    void requireNone() {
        if (!found.isEmpty()) {
            throw found.size() == 1 ? found.get(0) : new UnknownShapeException(found);
        }
    }
}
