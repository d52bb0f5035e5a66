package io.github.ascjava.client.jsonapi;

import org.jspecify.annotations.Nullable;

/**
 * What the {@code meta} of a list or a relationship says about its length; any other shape says nothing.
 *
 * @param total how many there are
 * @param limit how many are sent at most
 */
record Paging(@Nullable Integer total, @Nullable Integer limit) {

    static final Paging UNSAID = new Paging(null, null);

    boolean isSaid() {
        return total != null || limit != null;
    }
}
