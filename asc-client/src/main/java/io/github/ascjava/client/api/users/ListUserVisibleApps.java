package io.github.ascjava.client.api.users;

import io.github.ascjava.client.Query;
import io.github.ascjava.client.model.apps.AppField;
import java.util.Map;

/** The query parameters of {@link UsersApi#listVisibleApps(String, ListUserVisibleApps)}. */
public final class ListUserVisibleApps extends Query<ListUserVisibleApps> {

    /** Makes a query without parameters. */
    public ListUserVisibleApps() {
        this(Map.of());
    }

    private ListUserVisibleApps(Map<String, String> parameters) {
        super(parameters);
    }

    /** Limits apps to the given fields; all others are null or absent. */
    public ListUserVisibleApps fieldsApps(AppField... fields) {
        return set("fields[apps]", (Object[]) fields);
    }

    /** Sets how many apps a page holds, 200 at most. */
    public ListUserVisibleApps limit(int limit) {
        return limited("limit", limit, 200);
    }

    @Override
    protected ListUserVisibleApps copy(Map<String, String> parameters) {
        return new ListUserVisibleApps(parameters);
    }
}
