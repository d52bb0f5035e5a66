package io.github.ascjava.uploads.internal.packages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a package says about its app.
 *
 * @param app with id and both versions, none of them null
 * @param deviceFamilies sorted, without repetition
 * @param embedded extensions and apps inside of the app, sorted by path
 */
public record PackageContent(
        PackageFormat format,
        BundleVersions app,
        TargetPlatform platform,
        @Nullable String minimumSystem,
        List<Integer> deviceFamilies,
        @Nullable Boolean usesNonExemptEncryption,
        List<BundleVersions> embedded) {

    /** Checks that the app is named completely. */
    static BundleVersions requireComplete(BundleVersions app, String place) throws UnreadablePackageException {
        require(app.id(), "CFBundleIdentifier", place);
        require(app.shortVersion(), "CFBundleShortVersionString", place);
        require(app.version(), "CFBundleVersion", place);
        return app;
    }

    private static void require(@Nullable String value, String key, String place) throws UnreadablePackageException {
        if (value == null || value.isBlank()) {
            throw new UnreadablePackageException("has no " + key + " in " + Names.excerpt(place)
                    + ", which App Store Connect requires; set it in the app's target and build again");
        }
    }
}
