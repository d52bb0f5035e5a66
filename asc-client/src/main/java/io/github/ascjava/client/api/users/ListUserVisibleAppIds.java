package io.github.ascjava.client.api.users;

import io.github.ascjava.client.Query;
import java.util.Map;

/** The query parameters of {@link UsersApi#listVisibleAppIds(String, ListUserVisibleAppIds)}. */
public final class ListUserVisibleAppIds extends Query<ListUserVisibleAppIds> {

    /** Makes a query without parameters. */
    public ListUserVisibleAppIds() {
        this(Map.of());
    }

    private ListUserVisibleAppIds(Map<String, String> parameters) {
        super(parameters);
    }

    /** Sets how many ids a page holds, 200 at most. */
    public ListUserVisibleAppIds limit(int limit) {
        return limited("limit", limit, 200);
    }

    @Override
    protected ListUserVisibleAppIds copy(Map<String, String> parameters) {
        return new ListUserVisibleAppIds(parameters);
    }
}
