package io.github.ascjava.client.model.users;

import io.github.ascjava.client.jsonapi.Linkages;
import io.github.ascjava.client.jsonapi.ResourceBody;
import java.util.Collection;
import java.util.List;

/**
 * What to update of a user: what is set here, and nothing else.
 *
 * @see <a href="https://developer.apple.com/documentation/appstoreconnectapi/userupdaterequest">UserUpdateRequest</a>
 */
public final class UserUpdate extends ResourceBody {

    private UserUpdate(Builder builder) {
        super(builder);
    }

    /** Returns a builder with nothing set. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link UserUpdate}; not thread-safe. */
    public static final class Builder extends ResourceBody.Builder<Builder> {

        private Builder() {
            super("users");
        }

        /** Sets the roles, in place of all that the user has. */
        public Builder roles(UserRole... roles) {
            return roles(List.of(roles));
        }

        /** Sets the roles, in place of all that the user has. */
        public Builder roles(Collection<UserRole> roles) {
            return attribute("roles", List.copyOf(roles));
        }

        /** Sets whether the user sees all apps. */
        public Builder allAppsVisible(boolean allAppsVisible) {
            return attribute("allAppsVisible", allAppsVisible);
        }

        /** Sets whether the user reaches Certificates, Identifiers and Profiles. */
        public Builder provisioningAllowed(boolean provisioningAllowed) {
            return attribute("provisioningAllowed", provisioningAllowed);
        }

        /** Sets the apps that the user sees, in place of all earlier ones. */
        public Builder visibleApps(Collection<String> appIds) {
            return relationship("visibleApps", Linkages.of("apps", appIds).data());
        }

        /** Builds the body. */
        public UserUpdate build() {
            return new UserUpdate(this);
        }

        @Override
        protected Builder self() {
            return this;
        }
    }
}
