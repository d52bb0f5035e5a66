package io.github.ascjava.uploads;

import io.github.ascjava.client.model.common.Platform;
import io.github.ascjava.uploads.internal.packages.BundleVersions;
import io.github.ascjava.uploads.internal.packages.PackageContent;
import io.github.ascjava.uploads.internal.packages.PackageFormat;
import io.github.ascjava.uploads.internal.packages.PackageReader;
import io.github.ascjava.uploads.internal.packages.UnreadablePackageException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What an {@code .ipa} or {@code .pkg} file says about its app, read without Apple's tools. An immutable value.
 *
 * <p>Of an {@code .ipa} file, the property lists of the app and of the bundles inside of it are read. Of a {@code .pkg}
 * file, its {@code Distribution} and {@code PackageInfo} are read, not the payload. Signatures are not verified.
 *
 * @param format the format of the file
 * @param fileName the name of the file, without folders
 * @param size the size of the file in bytes
 * @param bundleId the app's {@code CFBundleIdentifier}, as in the package; not blank
 * @param version the app's {@code CFBundleShortVersionString}, such as {@code 1.4.2}, as in the package; not blank
 * @param buildNumber the app's {@code CFBundleVersion}, such as {@code 412}, as in the package; not blank
 * @param platform the platform that the app is built for; {@code MAC_OS} for every {@code .pkg} file
 * @param minimumSystemVersion the oldest system that the app runs on, or null if the package does not say
 * @param deviceFamilies the app's {@code UIDeviceFamily}, sorted: 1 iPhone, 2 iPad, 3 Apple TV, 4 Apple Watch, 6 Mac, 7
 *     Apple Vision; empty if the package does not say, as in {@code .pkg} files
 * @param usesNonExemptEncryption the app's {@code ITSAppUsesNonExemptEncryption}, or null if the package does not say, as in
 *     {@code .pkg} files
 * @param embedded extensions, App Clips, watch apps and helper apps, sorted by path
 * @since 0.1.0
 */
public record AppPackage(
        Format format,
        String fileName,
        long size,
        String bundleId,
        String version,
        String buildNumber,
        Platform platform,
        @Nullable String minimumSystemVersion,
        List<Integer> deviceFamilies,
        @Nullable Boolean usesNonExemptEncryption,
        List<EmbeddedBundle> embedded) {

    /** Copies the lists. */
    public AppPackage {
        deviceFamilies = List.copyOf(deviceFamilies);
        embedded = List.copyOf(embedded);
    }

    /**
     * Reads a package.
     *
     * @throws InvalidPackageException if the file is missing, damaged or not a package, or if it lacks a bundle ID, a version
     *     or a platform
     * @throws UncheckedIOException if the file cannot be read
     */
    public static AppPackage inspect(Path file) {
        String name = String.valueOf(file.getFileName());
        try {
            return of(name, Files.exists(file) ? Files.size(file) : 0, PackageReader.read(file));
        } catch (UnreadablePackageException e) {
            throw new InvalidPackageException(name.replaceAll("\\p{C}", "?") + " " + e.getMessage() + ".", e);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + name, e);
        }
    }

    private static AppPackage of(String name, long size, PackageContent content) {
        BundleVersions app = content.app();
        return new AppPackage(
                content.format() == PackageFormat.IPA ? Format.IPA : Format.PKG,
                name,
                size,
                Objects.requireNonNull(app.id()),
                Objects.requireNonNull(app.shortVersion()),
                Objects.requireNonNull(app.version()),
                Platform.of(content.platform().name()),
                content.minimumSystem(),
                content.deviceFamilies(),
                content.usesNonExemptEncryption(),
                content.embedded().stream()
                        .map(each -> new EmbeddedBundle(each.path(), each.id(), each.shortVersion(), each.version()))
                        .toList());
    }

    /** The format of a package. */
    public enum Format {
        /** A ZIP archive of an app for iOS, tvOS or visionOS. */
        IPA,
        /** An installer package of an app for macOS. */
        PKG
    }
}
