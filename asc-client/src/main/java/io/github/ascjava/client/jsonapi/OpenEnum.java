package io.github.ascjava.client.jsonapi;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A string-backed value set: Apple documents some values and may send others.
 *
 * <p>Each subclass has a constant per documented value and a method {@code of} for any other, so a new value does not
 * break decoding and can be sent without a new release. Compare with {@code equals}: two instances of one class are
 * equal if their values are. Immutable and thread-safe.
 *
 * @since 0.1.0
 */
public abstract class OpenEnum {

    private final String value;

    /** Creates an instance for a value in Apple's spelling. */
    protected OpenEnum(String value) {
        this.value = Objects.requireNonNull(value, "value");
    }

    /** Returns the value as written in JSON and in queries. */
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
