package io.github.ascjava.client.api.provisioning;

import io.github.ascjava.client.Query;
import io.github.ascjava.client.model.apps.AppField;
import io.github.ascjava.client.model.provisioning.BundleIdField;
import java.util.Map;

/** The query parameters of {@link BundleIdsApi#get(String, GetBundleId)}. */
public final class GetBundleId extends Query<GetBundleId> {

    /** Makes a query without parameters. */
    public GetBundleId() {
        this(Map.of());
    }

    private GetBundleId(Map<String, String> parameters) {
        super(parameters);
    }

    /** Limits the bundle ID to the given fields; all others are null or absent. */
    public GetBundleId fieldsBundleIds(BundleIdField... fields) {
        return set("fields[bundleIds]", (Object[]) fields);
    }

    /** Limits the included app to the given fields. */
    public GetBundleId fieldsApps(AppField... fields) {
        return set("fields[apps]", (Object[]) fields);
    }

    /** Includes related resources in the response. */
    public GetBundleId include(ListBundleIds.Include... relationships) {
        return set("include", (Object[]) relationships);
    }

    @Override
    protected GetBundleId copy(Map<String, String> parameters) {
        return new GetBundleId(parameters);
    }
}
