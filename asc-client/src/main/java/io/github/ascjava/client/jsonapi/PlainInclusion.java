package io.github.ascjava.client.jsonapi;

import org.jspecify.annotations.Nullable;

/**
 * What a Jackson without our module leaves out of a resource: attributes that are null, and relationships of which the
 * response did not name the resources.
 *
 * <p>Jackson leaves out a value, null included, if the filter equals it.
 */
final class PlainInclusion {

    @Override
    public boolean equals(@Nullable Object value) {
        return value == null
                || (value instanceof ToOne<?> one && !one.hasData())
                || (value instanceof ToMany<?> many && !many.hasData());
    }

    @Override
    public int hashCode() {
        return 0;
    }
}
