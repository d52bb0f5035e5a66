package io.github.ascjava.client.model.users;

import io.github.ascjava.client.jsonapi.OpenEnum;
import java.util.List;
import java.util.Objects;

/**
 * A field of a user, to be named in {@code fields[users]}.
 *
 * @param value the value as Apple writes it
 */
public record UserField(String value) implements OpenEnum {

    public static final UserField USERNAME = new UserField("username");
    public static final UserField FIRST_NAME = new UserField("firstName");
    public static final UserField LAST_NAME = new UserField("lastName");
    public static final UserField ROLES = new UserField("roles");
    public static final UserField ALL_APPS_VISIBLE = new UserField("allAppsVisible");
    public static final UserField PROVISIONING_ALLOWED = new UserField("provisioningAllowed");
    public static final UserField VISIBLE_APPS = new UserField("visibleApps");

    /** Checks that there is a value. */
    public UserField {
        Objects.requireNonNull(value, "value");
    }

    /** Returns the value as a UserField, documented or not. */
    public static UserField of(String value) {
        return new UserField(value);
    }

    /** Returns the documented values. */
    public static List<UserField> known() {
        return List.of(USERNAME, FIRST_NAME, LAST_NAME, ROLES, ALL_APPS_VISIBLE, PROVISIONING_ALLOWED, VISIBLE_APPS);
    }

    @Override
    public String toString() {
        return value;
    }
}
