package io.github.ascjava.client.api.apps;

import io.github.ascjava.client.ApiCall;
import io.github.ascjava.client.PagedCall;
import io.github.ascjava.client.model.apps.App;
import java.util.function.UnaryOperator;
import retrofit2.http.GET;
import retrofit2.http.Path;
import retrofit2.http.QueryMap;

/**
 * Operations on apps.
 *
 * @see <a href="https://developer.apple.com/documentation/appstoreconnectapi/apps">Apps</a>
 */
public interface AppsApi {

    /**
     * Lists apps, {@code GET /v1/apps}.
     *
     * @see <a href="https://developer.apple.com/documentation/appstoreconnectapi/get-v1-apps">List Apps</a>
     */
    @GET("v1/apps")
    PagedCall<App> list(@QueryMap ListApps query);

    /** Lists apps by a query that is made in place, as in {@code list(q -> q.filterSku("A1"))}. */
    default PagedCall<App> list(UnaryOperator<ListApps> query) {
        return list(query.apply(new ListApps()));
    }

    /** Lists all apps. */
    default PagedCall<App> list() {
        return list(new ListApps());
    }

    /**
     * Gets an app, {@code GET /v1/apps/{id}}.
     *
     * @param id the id of the app
     * @see <a href="https://developer.apple.com/documentation/appstoreconnectapi/get-v1-apps-_id_">Read App
     *     Information</a>
     */
    @GET("v1/apps/{id}")
    ApiCall<App> get(@Path("id") String id, @QueryMap GetApp query);

    /** Gets an app with all of its fields. */
    default ApiCall<App> get(String id) {
        return get(id, new GetApp());
    }
}
