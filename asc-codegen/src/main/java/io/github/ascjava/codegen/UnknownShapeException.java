package io.github.ascjava.codegen;

/** Thrown when the document holds something that the generator does not know; it never leaves a thing out silently. */
final class UnknownShapeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnknownShapeException(String place, String problem) {
        super(place + ": " + problem + " Teach the generator this shape, or correct the document in corrections.json.");
    }
}
