package io.github.ascjava.uploads.internal.packages;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The bundles that the metadata of an installer package lists. */
final class InstallerBundles {

    private InstallerBundles() {}

    /** Returns the bundles of a {@code PackageInfo}, where bundles may nest: paths are those within the package. */
    static List<BundleVersions> ofPackage(XmlElement info) throws UnreadablePackageException {
        List<BundleVersions> bundles = new ArrayList<>();
        addAll(info, "", bundles);
        return bundles;
    }

    /** Returns the bundles that a {@code Distribution} repeats from its packages. */
    static List<BundleVersions> ofDistribution(XmlElement distribution) throws UnreadablePackageException {
        List<BundleVersions> bundles = new ArrayList<>();
        for (XmlElement list : distribution.descendants("bundle-version").toList()) {
            addAll(list, "", bundles);
        }
        return bundles;
    }

    private static void addAll(XmlElement parent, String folder, List<BundleVersions> bundles)
            throws UnreadablePackageException {
        for (XmlElement bundle : parent.children("bundle")) {
            String relative = bundle.attribute("path");
            if (relative != null) {
                String path = folder + (relative.startsWith("./") ? relative.substring(2) : relative);
                Names.requireInside(path);
                bundles.add(new BundleVersions(
                        path,
                        bundle.attribute("id"),
                        bundle.attribute("CFBundleShortVersionString"),
                        bundle.attribute("CFBundleVersion")));
                addAll(bundle, path + "/", bundles);
            }
        }
    }

    /** Returns the app: the only one that is not inside of another bundle, or the one with the product's id. */
    static BundleVersions app(List<BundleVersions> bundles, @Nullable String product)
            throws UnreadablePackageException {
        List<BundleVersions> apps = bundles.stream()
                .filter(each -> each.path().matches("(?:[^/.]+/)*[^/]+\\.app"))
                .toList();
        if (apps.isEmpty()) {
            throw new UnreadablePackageException(
                    "lists no app in its PackageInfo or Distribution; build the package with"
                            + " productbuild --component");
        }
        if (apps.size() == 1) {
            return apps.get(0);
        }
        return apps.stream()
                .filter(each -> each.id() != null && each.id().equals(product))
                .findFirst()
                .orElseThrow(() -> new UnreadablePackageException("contains " + apps.size() + " apps, such as "
                        + Names.excerpt(apps.get(0).name()) + " and "
                        + Names.excerpt(apps.get(1).name()) + "; build a package for each"));
    }

    static boolean isExtension(BundleVersions bundle, BundleVersions app) {
        return bundle.path().startsWith(app.path() + "/")
                && bundle.path().matches(".*\\.(?:app|appex|systemextension)");
    }
}
