package io.github.ascjava.uploads.internal.packages;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code .pkg} files: xar archives with a {@code Distribution} (product packages) or only a {@code PackageInfo}
 * (component packages).
 *
 * <p>Both list the bundles with their ids and versions, and {@code Distribution} has the minimum system. The payload, which
 * has the app itself, is not read.
 */
final class PkgReader {

    private static final int MOST_XML_BYTES = 8 * 1024 * 1024;

    private final XarArchive archive;

    private PkgReader(XarArchive archive) {
        this.archive = archive;
    }

    static PackageContent read(Path file) throws IOException {
        try (XarArchive archive = XarArchive.open(file)) {
            return new PkgReader(archive).read();
        }
    }

    private PackageContent read() throws IOException {
        XmlElement distribution = distribution();
        List<BundleVersions> bundles = new ArrayList<>();
        for (XarEntry entry : archive.entries()) {
            if (entry.path().matches("(?:[^/]+\\.pkg/)?PackageInfo")) {
                bundles.addAll(InstallerBundles.ofPackage(xml(entry)));
            }
        }
        if (bundles.isEmpty() && distribution != null) {
            bundles.addAll(InstallerBundles.ofDistribution(distribution));
        }
        BundleVersions app = PackageContent.requireComplete(
                InstallerBundles.app(bundles, product(distribution)), "its PackageInfo or Distribution");
        return new PackageContent(
                PackageFormat.PKG,
                app,
                TargetPlatform.MAC_OS,
                minimumSystem(distribution),
                List.of(),
                null,
                bundles.stream()
                        .filter(each -> InstallerBundles.isExtension(each, app))
                        .sorted(Comparator.comparing(BundleVersions::path))
                        .toList());
    }

    private @Nullable XmlElement distribution() throws IOException {
        for (XarEntry entry : archive.entries()) {
            if (entry.path().equals("Distribution")) {
                return xml(entry);
            }
        }
        return null;
    }

    private XmlElement xml(XarEntry entry) throws IOException {
        String xml = new String(archive.read(entry, MOST_XML_BYTES), StandardCharsets.UTF_8);
        try {
            return XmlElement.parse(xml.startsWith("\ufeff") ? xml.substring(1) : xml, false);
        } catch (UnreadablePackageException e) {
            throw new UnreadablePackageException(
                    "has a file " + Names.excerpt(entry.path()) + " that " + e.getMessage()
                            + "; build the package again",
                    e.getCause());
        }
    }

    private static @Nullable String product(@Nullable XmlElement distribution) {
        XmlElement product = distribution == null ? null : distribution.child("product");
        return product == null ? null : product.attribute("id");
    }

    private static @Nullable String minimumSystem(@Nullable XmlElement distribution) {
        return distribution == null
                ? null
                : distribution
                        .descendants("os-version")
                        .map(version -> version.attribute("min"))
                        .filter(min -> min != null)
                        .findFirst()
                        .orElse(null);
    }
}
