package io.github.ascjava.client.jsonapi;

import org.jspecify.annotations.Nullable;

/**
 * The paging information in the {@code meta} of a list or a relationship; any other shape is ignored.
 *
 * @param total the number of elements
 * @param limit the maximum number of elements sent
 */
record Paging(@Nullable Integer total, @Nullable Integer limit) {

    static final Paging UNSAID = new Paging(null, null);

    boolean isSaid() {
        return total != null || limit != null;
    }
}
