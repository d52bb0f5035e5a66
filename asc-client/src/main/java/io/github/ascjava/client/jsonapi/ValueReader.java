package io.github.ascjava.client.jsonapi;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Reads one JSON value into one Java type.
 *
 * <p>The reader stands at the value's first token and, after reading, at its last. A value that the type cannot hold is
 * gone over, reported with {@link JsonReader#reportLoss()} and read as null; only JSON that is no JSON throws.
 */
@FunctionalInterface
interface ValueReader {

    @Nullable
    Object read(JsonReader reader) throws IOException;
}
