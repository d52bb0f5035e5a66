package io.github.ascjava.release;

import io.github.ascjava.client.model.common.Platform;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The app, and the version of it, whose texts are meant.
 *
 * <p>Without a version it is the editable one of the platform, or the newest one if none is editable. Without a platform it is
 * the only one that has an editable version, or the only one of the app. Immutable.
 *
 * @param appId the ID of the app
 * @param platform the platform; null to choose it
 * @param version the marketing version, such as {@code 1.2.0}; null to choose it
 * @since 0.1.0
 */
public record MetadataTarget(
        String appId, @Nullable Platform platform, @Nullable String version) {

    /** Checks that there is an ID. */
    public MetadataTarget {
        Objects.requireNonNull(appId, "appId");
    }

    /** Returns the editable version of an app. */
    public static MetadataTarget ofApp(String appId) {
        return new MetadataTarget(appId, null, null);
    }

    /** Returns the same app on one platform. */
    public MetadataTarget onPlatform(Platform newPlatform) {
        return new MetadataTarget(appId, Objects.requireNonNull(newPlatform, "newPlatform"), version);
    }

    /** Returns the same app with one version. */
    public MetadataTarget atVersion(String newVersion) {
        return new MetadataTarget(appId, platform, Objects.requireNonNull(newVersion, "newVersion"));
    }
}
