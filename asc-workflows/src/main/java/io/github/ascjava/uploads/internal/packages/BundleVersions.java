package io.github.ascjava.uploads.internal.packages;

import org.jspecify.annotations.Nullable;

/**
 * A bundle and its versions, as texts of the package that nobody has checked.
 *
 * @param path where the bundle is in the package, such as {@code Payload/Weather.app}
 */
public record BundleVersions(
        String path,
        @Nullable String id,
        @Nullable String shortVersion,
        @Nullable String version) {

    String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
