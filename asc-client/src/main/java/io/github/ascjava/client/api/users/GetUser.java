package io.github.ascjava.client.api.users;

import io.github.ascjava.client.Query;
import io.github.ascjava.client.model.apps.AppField;
import io.github.ascjava.client.model.users.UserField;
import java.util.Map;

/** The query parameters of {@link UsersApi#get(String, GetUser)}. */
public final class GetUser extends Query<GetUser> {

    /** Makes a query without parameters. */
    public GetUser() {
        this(Map.of());
    }

    private GetUser(Map<String, String> parameters) {
        super(parameters);
    }

    /** Limits the user to the given fields; all others are null or absent. */
    public GetUser fieldsUsers(UserField... fields) {
        return set("fields[users]", (Object[]) fields);
    }

    /** Limits included apps to the given fields. */
    public GetUser fieldsApps(AppField... fields) {
        return set("fields[apps]", (Object[]) fields);
    }

    /** Includes related resources in the response. */
    public GetUser include(ListUsers.Include... relationships) {
        return set("include", (Object[]) relationships);
    }

    /** Sets how many visible apps are included, 50 at most. */
    public GetUser limitVisibleApps(int limit) {
        return limited("limit[visibleApps]", limit, 50);
    }

    @Override
    protected GetUser copy(Map<String, String> parameters) {
        return new GetUser(parameters);
    }
}
