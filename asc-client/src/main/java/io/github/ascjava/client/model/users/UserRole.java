package io.github.ascjava.client.model.users;

import io.github.ascjava.client.jsonapi.OpenEnum;
import java.util.List;
import java.util.Objects;

/**
 * A role of a user, or a permission added to one.
 *
 * @param value the value as Apple writes it
 */
public record UserRole(String value) implements OpenEnum {

    public static final UserRole ADMIN = new UserRole("ADMIN");
    public static final UserRole FINANCE = new UserRole("FINANCE");
    public static final UserRole ACCOUNT_HOLDER = new UserRole("ACCOUNT_HOLDER");
    public static final UserRole SALES = new UserRole("SALES");
    public static final UserRole MARKETING = new UserRole("MARKETING");
    public static final UserRole APP_MANAGER = new UserRole("APP_MANAGER");
    public static final UserRole DEVELOPER = new UserRole("DEVELOPER");
    public static final UserRole ACCESS_TO_REPORTS = new UserRole("ACCESS_TO_REPORTS");
    public static final UserRole CUSTOMER_SUPPORT = new UserRole("CUSTOMER_SUPPORT");
    public static final UserRole CREATE_APPS = new UserRole("CREATE_APPS");
    public static final UserRole CLOUD_MANAGED_DEVELOPER_ID = new UserRole("CLOUD_MANAGED_DEVELOPER_ID");
    public static final UserRole CLOUD_MANAGED_APP_DISTRIBUTION = new UserRole("CLOUD_MANAGED_APP_DISTRIBUTION");
    public static final UserRole GENERATE_INDIVIDUAL_KEYS = new UserRole("GENERATE_INDIVIDUAL_KEYS");

    /** Checks that there is a value. */
    public UserRole {
        Objects.requireNonNull(value, "value");
    }

    /** Returns the value as a UserRole, documented or not. */
    public static UserRole of(String value) {
        return new UserRole(value);
    }

    /** Returns the documented values. */
    public static List<UserRole> known() {
        return List.of(
                ADMIN,
                FINANCE,
                ACCOUNT_HOLDER,
                SALES,
                MARKETING,
                APP_MANAGER,
                DEVELOPER,
                ACCESS_TO_REPORTS,
                CUSTOMER_SUPPORT,
                CREATE_APPS,
                CLOUD_MANAGED_DEVELOPER_ID,
                CLOUD_MANAGED_APP_DISTRIBUTION,
                GENERATE_INDIVIDUAL_KEYS);
    }

    @Override
    public String toString() {
        return value;
    }
}
