package io.github.ascjava.client.model.provisioning;

import io.github.ascjava.client.jsonapi.OpenEnum;
import java.util.List;
import java.util.Objects;

/**
 * A platform of a bundle ID; the service may answer {@code UNIVERSAL} whatever was asked for.
 *
 * @param value the value as Apple writes it
 */
public record BundleIdPlatform(String value) implements OpenEnum {

    public static final BundleIdPlatform IOS = new BundleIdPlatform("IOS");
    public static final BundleIdPlatform MAC_OS = new BundleIdPlatform("MAC_OS");
    public static final BundleIdPlatform UNIVERSAL = new BundleIdPlatform("UNIVERSAL");
    public static final BundleIdPlatform SERVICES = new BundleIdPlatform("SERVICES");

    /** Checks that there is a value. */
    public BundleIdPlatform {
        Objects.requireNonNull(value, "value");
    }

    /** Returns the value as a BundleIdPlatform, documented or not. */
    public static BundleIdPlatform of(String value) {
        return new BundleIdPlatform(value);
    }

    /** Returns the documented values. */
    public static List<BundleIdPlatform> known() {
        return List.of(IOS, MAC_OS, UNIVERSAL, SERVICES);
    }

    @Override
    public String toString() {
        return value;
    }
}
