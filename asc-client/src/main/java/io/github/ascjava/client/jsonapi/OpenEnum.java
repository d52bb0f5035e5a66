package io.github.ascjava.client.jsonapi;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A text of which Apple documents some values, and may send others tomorrow.
 *
 * <p>Each subclass has a constant per documented value and a method {@code of} for any other, so a new value neither
 * breaks decoding nor has to wait for a release to be sent. Compare with {@code equals}: two instances of one class are
 * equal if their values are. Immutable and thread-safe.
 */
public abstract class OpenEnum {

    private final String value;

    /** Makes an instance for a value as Apple writes it. */
    protected OpenEnum(String value) {
        this.value = Objects.requireNonNull(value, "value");
    }

    /** Returns the value as it stands in JSON and in queries. */
    @JsonValue
    public final String value() {
        return value;
    }

    @Override
    public final boolean equals(@Nullable Object other) {
        return other instanceof OpenEnum that && that.getClass() == getClass() && that.value.equals(value);
    }

    @Override
    public final int hashCode() {
        return value.hashCode();
    }

    /** Returns the value. */
    @Override
    public final String toString() {
        return value;
    }
}
