package io.github.ascjava.client.jsonapi;

import org.jspecify.annotations.Nullable;

/**
 * What Jackson without {@link JsonApiModule} omits from a resource: attributes that are null, and relationships without
 * resource linkage.
 *
 * <p>Jackson omits a value, null included, if the filter equals it.
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
