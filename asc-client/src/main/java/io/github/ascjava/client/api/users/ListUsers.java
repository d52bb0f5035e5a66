package io.github.ascjava.client.api.users;

import io.github.ascjava.client.Query;
import io.github.ascjava.client.jsonapi.OpenEnum;
import io.github.ascjava.client.model.apps.AppField;
import io.github.ascjava.client.model.users.UserField;
import io.github.ascjava.client.model.users.UserRole;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The query parameters of {@link UsersApi#list(ListUsers)}. */
public final class ListUsers extends Query<ListUsers> {

    /** Makes a query without parameters. */
    public ListUsers() {
        this(Map.of());
    }

    private ListUsers(Map<String, String> parameters) {
        super(parameters);
    }

    /** Keeps users with one of the user names. */
    public ListUsers filterUsername(String... usernames) {
        return set("filter[username]", (Object[]) usernames);
    }

    /** Keeps users with one of the roles. */
    public ListUsers filterRoles(UserRole... roles) {
        return set("filter[roles]", (Object[]) roles);
    }

    /** Keeps users who see one of the apps. */
    public ListUsers filterVisibleApps(String... appIds) {
        return set("filter[visibleApps]", (Object[]) appIds);
    }

    /** Sorts by the given keys, the first one being the most important. */
    public ListUsers sort(Sort... keys) {
        return set("sort", (Object[]) keys);
    }

    /** Limits users to the given fields; all others are null or absent. */
    public ListUsers fieldsUsers(UserField... fields) {
        return set("fields[users]", (Object[]) fields);
    }

    /** Limits included apps to the given fields. */
    public ListUsers fieldsApps(AppField... fields) {
        return set("fields[apps]", (Object[]) fields);
    }

    /** Sets how many users a page holds, 200 at most. */
    public ListUsers limit(int limit) {
        return limited("limit", limit, 200);
    }

    /** Includes related resources in the response. */
    public ListUsers include(Include... relationships) {
        return set("include", (Object[]) relationships);
    }

    /** Sets how many visible apps are included per user, 50 at most. */
    public ListUsers limitVisibleApps(int limit) {
        return limited("limit[visibleApps]", limit, 50);
    }

    @Override
    protected ListUsers copy(Map<String, String> parameters) {
        return new ListUsers(parameters);
    }

    /**
     * A key to sort users by; {@code _DESC} means descending.
     *
     * @param value the value as Apple writes it
     */
    public record Sort(String value) implements OpenEnum {

        public static final Sort USERNAME = new Sort("username");
        public static final Sort USERNAME_DESC = new Sort("-username");
        public static final Sort LAST_NAME = new Sort("lastName");
        public static final Sort LAST_NAME_DESC = new Sort("-lastName");

        /** Checks that there is a value. */
        public Sort {
            Objects.requireNonNull(value, "value");
        }

        /** Returns the value as a Sort, documented or not. */
        public static Sort of(String value) {
            return new Sort(value);
        }

        /** Returns the documented values. */
        public static List<Sort> known() {
            return List.of(USERNAME, USERNAME_DESC, LAST_NAME, LAST_NAME_DESC);
        }

        @Override
        public String toString() {
            return value;
        }
    }

    /**
     * A relationship of users to include.
     *
     * @param value the value as Apple writes it
     */
    public record Include(String value) implements OpenEnum {

        public static final Include VISIBLE_APPS = new Include("visibleApps");

        /** Checks that there is a value. */
        public Include {
            Objects.requireNonNull(value, "value");
        }

        /** Returns the value as a Include, documented or not. */
        public static Include of(String value) {
            return new Include(value);
        }

        /** Returns the documented values. */
        public static List<Include> known() {
            return List.of(VISIBLE_APPS);
        }

        @Override
        public String toString() {
            return value;
        }
    }
}
