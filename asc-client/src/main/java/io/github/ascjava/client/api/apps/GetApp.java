package io.github.ascjava.client.api.apps;

import io.github.ascjava.client.Query;
import io.github.ascjava.client.model.apps.AppField;
import java.util.Map;

/** The query parameters of {@link AppsApi#get(String, GetApp)}. */
public final class GetApp extends Query<GetApp> {

    /** Makes a query without parameters. */
    public GetApp() {
        this(Map.of());
    }

    private GetApp(Map<String, String> parameters) {
        super(parameters);
    }

    /** Limits the app to the given fields; all others are null or absent. */
    public GetApp fieldsApps(AppField... fields) {
        return set("fields[apps]", (Object[]) fields);
    }

    @Override
    protected GetApp copy(Map<String, String> parameters) {
        return new GetApp(parameters);
    }
}
