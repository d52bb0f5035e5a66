package io.github.ascjava.client.model.provisioning;

import io.github.ascjava.client.jsonapi.ResourceBody;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A bundle ID to create.
 *
 * @see <a href="https://developer.apple.com/documentation/appstoreconnectapi/bundleidcreaterequest">
 *     BundleIdCreateRequest</a>
 */
public final class BundleIdCreate extends ResourceBody {

    private BundleIdCreate(Builder builder) {
        super(builder);
    }

    /**
     * Returns a builder with what Apple requires.
     *
     * @param identifier such as {@code com.example.app}
     * @param name letters, digits and blanks are safe
     * @param platform the platform
     */
    public static Builder builder(String identifier, String name, BundleIdPlatform platform) {
        return new Builder()
                .attribute("identifier", Objects.requireNonNull(identifier, "identifier"))
                .attribute("name", Objects.requireNonNull(name, "name"))
                .attribute("platform", Objects.requireNonNull(platform, "platform"));
    }

    /** Builds a {@link BundleIdCreate}; not thread-safe. */
    public static final class Builder extends ResourceBody.Builder<Builder> {

        private Builder() {
            super("bundleIds");
        }

        /** Sets the prefix of the App ID; null is sent as null. */
        public Builder seedId(@Nullable String seedId) {
            return attribute("seedId", seedId);
        }

        /** Builds the body. */
        public BundleIdCreate build() {
            return new BundleIdCreate(this);
        }

        @Override
        protected Builder self() {
            return this;
        }
    }
}
