package io.github.ascjava.client.model.provisioning;

import io.github.ascjava.client.jsonapi.OpenEnum;
import java.util.List;
import java.util.Objects;

/**
 * A field of a bundle ID, to be named in {@code fields[bundleIds]}.
 *
 * @param value the value as Apple writes it
 */
public record BundleIdField(String value) implements OpenEnum {

    public static final BundleIdField NAME = new BundleIdField("name");
    public static final BundleIdField PLATFORM = new BundleIdField("platform");
    public static final BundleIdField IDENTIFIER = new BundleIdField("identifier");
    public static final BundleIdField SEED_ID = new BundleIdField("seedId");
    public static final BundleIdField PROFILES = new BundleIdField("profiles");
    public static final BundleIdField BUNDLE_ID_CAPABILITIES = new BundleIdField("bundleIdCapabilities");
    public static final BundleIdField APP = new BundleIdField("app");

    /** Checks that there is a value. */
    public BundleIdField {
        Objects.requireNonNull(value, "value");
    }

    /** Returns the value as a BundleIdField, documented or not. */
    public static BundleIdField of(String value) {
        return new BundleIdField(value);
    }

    /** Returns the documented values. */
    public static List<BundleIdField> known() {
        return List.of(NAME, PLATFORM, IDENTIFIER, SEED_ID, PROFILES, BUNDLE_ID_CAPABILITIES, APP);
    }

    @Override
    public String toString() {
        return value;
    }
}
