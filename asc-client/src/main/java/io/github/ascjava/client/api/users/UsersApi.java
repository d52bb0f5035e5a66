package io.github.ascjava.client.api.users;

import io.github.ascjava.client.ApiCall;
import io.github.ascjava.client.PagedCall;
import io.github.ascjava.client.jsonapi.Identified;
import io.github.ascjava.client.jsonapi.Linkages;
import io.github.ascjava.client.jsonapi.ResourceIdentifier;
import io.github.ascjava.client.model.apps.App;
import io.github.ascjava.client.model.users.User;
import io.github.ascjava.client.model.users.UserUpdate;
import java.util.Collection;
import java.util.function.UnaryOperator;
import retrofit2.http.Body;
import retrofit2.http.DELETE;
import retrofit2.http.GET;
import retrofit2.http.HTTP;
import retrofit2.http.PATCH;
import retrofit2.http.POST;
import retrofit2.http.Path;
import retrofit2.http.QueryMap;

/**
 * Operations on the members of the team.
 *
 * @see <a href="https://developer.apple.com/documentation/appstoreconnectapi/users">Users</a>
 */
public interface UsersApi {

    /**
     * Lists users, {@code GET /v1/users}.
     *
     * @see <a href="https://developer.apple.com/documentation/appstoreconnectapi/get-v1-users">List Users</a>
     */
    @GET("v1/users")
    PagedCall<User> list(@QueryMap ListUsers query);

    /** Lists users by a query that is made in place, as in {@code list(q -> q.filterRoles(UserRole.ADMIN))}. */
    default PagedCall<User> list(UnaryOperator<ListUsers> query) {
        return list(query.apply(new ListUsers()));
    }

    /** Lists all users. */
    default PagedCall<User> list() {
        return list(new ListUsers());
    }

    /**
     * Gets a user, {@code GET /v1/users/{id}}.
     *
     * @param id the id of the user
     * @see <a href="https://developer.apple.com/documentation/appstoreconnectapi/get-v1-users-_id_">Read User
     *     Information</a>
     */
    @GET("v1/users/{id}")
    ApiCall<User> get(@Path("id") String id, @QueryMap GetUser query);

    /** Gets a user with all of its fields. */
    default ApiCall<User> get(String id) {
        return get(id, new GetUser());
    }

    /**
     * Updates a user, {@code PATCH /v1/users/{id}}.
     *
     * @param id the id of the user
     * @param changes what to update, with the same id
     * @see <a href="https://developer.apple.com/documentation/appstoreconnectapi/patch-v1-users-_id_">Modify a User
     *     Account</a>
     */
    @PATCH("v1/users/{id}")
    ApiCall<User> update(@Path("id") String id, @Body Identified<UserUpdate> changes);

    /** Updates a user. */
    default ApiCall<User> update(String id, UserUpdate changes) {
        return update(id, new Identified<>(id, changes));
    }

    /**
     * Removes a user from the team, {@code DELETE /v1/users/{id}}.
     *
     * @param id the id of the user
     * @see <a href="https://developer.apple.com/documentation/appstoreconnectapi/delete-v1-users-_id_">Remove a User
     *     Account</a>
     */
    @DELETE("v1/users/{id}")
    ApiCall<Void> delete(@Path("id") String id);

    /**
     * Lists the apps that a user sees, {@code GET /v1/users/{id}/visibleApps}.
     *
     * @param id the id of the user
     * @see <a href="https://developer.apple.com/documentation/appstoreconnectapi/get-v1-users-_id_-visibleapps">List
     *     All Apps Visible to a User</a>
     */
    @GET("v1/users/{id}/visibleApps")
    PagedCall<App> listVisibleApps(@Path("id") String id, @QueryMap ListUserVisibleApps query);

    /** Lists the apps that a user sees, with all of their fields. */
    default PagedCall<App> listVisibleApps(String id) {
        return listVisibleApps(id, new ListUserVisibleApps());
    }

    /**
     * Lists the ids of the apps that a user sees, {@code GET /v1/users/{id}/relationships/visibleApps}.
     *
     * @param id the id of the user
     * @see <a
     *     href="https://developer.apple.com/documentation/appstoreconnectapi/get-v1-users-_id_-relationships-visibleapps">
     *     Get All Visible App Resource IDs for a User</a>
     */
    @GET("v1/users/{id}/relationships/visibleApps")
    PagedCall<ResourceIdentifier> listVisibleAppIds(@Path("id") String id, @QueryMap ListUserVisibleAppIds query);

    /** Lists the ids of the apps that a user sees. */
    default PagedCall<ResourceIdentifier> listVisibleAppIds(String id) {
        return listVisibleAppIds(id, new ListUserVisibleAppIds());
    }

    /**
     * Lets a user see more apps, {@code POST /v1/users/{id}/relationships/visibleApps}.
     *
     * @param id the id of the user
     * @see <a
     *     href="https://developer.apple.com/documentation/appstoreconnectapi/post-v1-users-_id_-relationships-visibleapps">
     *     Add Visible Apps to a User</a>
     */
    @POST("v1/users/{id}/relationships/visibleApps")
    ApiCall<Void> addVisibleApps(@Path("id") String id, @Body Linkages apps);

    /** Lets a user see more apps. */
    default ApiCall<Void> addVisibleApps(String id, Collection<String> appIds) {
        return addVisibleApps(id, Linkages.of("apps", appIds));
    }

    /**
     * Replaces the apps that a user sees, {@code PATCH /v1/users/{id}/relationships/visibleApps}.
     *
     * @param id the id of the user
     * @see <a
     *     href="https://developer.apple.com/documentation/appstoreconnectapi/patch-v1-users-_id_-relationships-visibleapps">
     *     Replace the List of Visible Apps for a User</a>
     */
    @PATCH("v1/users/{id}/relationships/visibleApps")
    ApiCall<Void> replaceVisibleApps(@Path("id") String id, @Body Linkages apps);

    /** Replaces the apps that a user sees. */
    default ApiCall<Void> replaceVisibleApps(String id, Collection<String> appIds) {
        return replaceVisibleApps(id, Linkages.of("apps", appIds));
    }

    /**
     * Hides apps from a user, {@code DELETE /v1/users/{id}/relationships/visibleApps}.
     *
     * @param id the id of the user
     * @see <a
     *     href="https://developer.apple.com/documentation/appstoreconnectapi/delete-v1-users-_id_-relationships-visibleapps">
     *     Remove Visible Apps from a User</a>
     */
    @HTTP(method = "DELETE", path = "v1/users/{id}/relationships/visibleApps", hasBody = true)
    ApiCall<Void> removeVisibleApps(@Path("id") String id, @Body Linkages apps);

    /** Hides apps from a user. */
    default ApiCall<Void> removeVisibleApps(String id, Collection<String> appIds) {
        return removeVisibleApps(id, Linkages.of("apps", appIds));
    }
}
