package io.github.ascjava.client.api.provisioning;

import io.github.ascjava.client.ApiCall;
import io.github.ascjava.client.PagedCall;
import io.github.ascjava.client.model.apps.App;
import io.github.ascjava.client.model.provisioning.BundleId;
import io.github.ascjava.client.model.provisioning.BundleIdCreate;
import java.util.Optional;
import java.util.function.UnaryOperator;
import retrofit2.http.Body;
import retrofit2.http.DELETE;
import retrofit2.http.GET;
import retrofit2.http.POST;
import retrofit2.http.Path;
import retrofit2.http.QueryMap;

/**
 * Operations on bundle IDs. Not available to individual keys.
 *
 * @see <a href="https://developer.apple.com/documentation/appstoreconnectapi/bundle-ids">Bundle IDs</a>
 */
public interface BundleIdsApi {

    /**
     * Lists bundle IDs, {@code GET /v1/bundleIds}.
     *
     * @see <a href="https://developer.apple.com/documentation/appstoreconnectapi/get-v1-bundleids">List Bundle IDs</a>
     */
    @GET("v1/bundleIds")
    PagedCall<BundleId> list(@QueryMap ListBundleIds query);

    /** Lists bundle IDs by a query that is made in place, as in {@code list(q -> q.filterName("Demo"))}. */
    default PagedCall<BundleId> list(UnaryOperator<ListBundleIds> query) {
        return list(query.apply(new ListBundleIds()));
    }

    /** Lists all bundle IDs. */
    default PagedCall<BundleId> list() {
        return list(new ListBundleIds());
    }

    /**
     * Gets a bundle ID, {@code GET /v1/bundleIds/{id}}.
     *
     * @param id the id of the resource, not the identifier
     * @see <a href="https://developer.apple.com/documentation/appstoreconnectapi/get-v1-bundleids-_id_">Read Bundle ID
     *     Information</a>
     */
    @GET("v1/bundleIds/{id}")
    ApiCall<BundleId> get(@Path("id") String id, @QueryMap GetBundleId query);

    /** Gets a bundle ID with all of its fields. */
    default ApiCall<BundleId> get(String id) {
        return get(id, new GetBundleId());
    }

    /**
     * Registers a bundle ID, {@code POST /v1/bundleIds}.
     *
     * @see <a href="https://developer.apple.com/documentation/appstoreconnectapi/post-v1-bundleids">Register a New
     *     Bundle ID</a>
     */
    @POST("v1/bundleIds")
    ApiCall<BundleId> create(@Body BundleIdCreate bundleId);

    /**
     * Deletes a bundle ID, {@code DELETE /v1/bundleIds/{id}}.
     *
     * @param id the id of the resource, not the identifier
     * @see <a href="https://developer.apple.com/documentation/appstoreconnectapi/delete-v1-bundleids-_id_">Delete a
     *     Bundle ID</a>
     */
    @DELETE("v1/bundleIds/{id}")
    ApiCall<Void> delete(@Path("id") String id);

    /**
     * Gets the app that uses a bundle ID, if there is one, {@code GET /v1/bundleIds/{id}/app}.
     *
     * @param id the id of the resource, not the identifier
     * @see <a href="https://developer.apple.com/documentation/appstoreconnectapi/get-v1-bundleids-_id_-app">Read the
     *     App Information of a Bundle ID</a>
     */
    @GET("v1/bundleIds/{id}/app")
    ApiCall<Optional<App>> getApp(@Path("id") String id);
}
