package io.github.ascjava.uploads;

import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An extension, App Clip, watch app or helper app inside of an app. An immutable value.
 *
 * @param path where it is in the package, such as {@code Payload/Weather.app/PlugIns/Widget.appex}
 * @param bundleId its {@code CFBundleIdentifier}, or null if it has none
 * @param version its {@code CFBundleShortVersionString}, or null if it has none
 * @param buildNumber its {@code CFBundleVersion}, or null if it has none
 * @since 0.1.0
 */
public record EmbeddedBundle(
        String path,
        @Nullable String bundleId,
        @Nullable String version,
        @Nullable String buildNumber) implements Serializable {

    /** Checks that there is a path. */
    public EmbeddedBundle {
        Objects.requireNonNull(path, "path");
    }
}
