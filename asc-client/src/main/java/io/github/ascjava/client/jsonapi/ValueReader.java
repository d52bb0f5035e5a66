package io.github.ascjava.client.jsonapi;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Reads one JSON value into one Java type.
 *
 * <p>The reader is at the value's first token before and at its last token after reading. A value that the type cannot
 * hold is skipped, reported with {@link JsonReader#reportLoss()} and read as null; only malformed JSON throws.
 */
@FunctionalInterface
interface ValueReader {

    @Nullable
    Object read(JsonReader reader) throws IOException;
}
