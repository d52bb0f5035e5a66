package io.github.ascjava.uploads.internal.packages;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Reads {@code .ipa} files: ZIP archives with one app in the folder {@code Payload}. */
final class IpaReader {

    private static final int MOST_PLIST_BYTES = 4 * 1024 * 1024;
    private static final int MOST_EMBEDDED = 1000;
    private static final Pattern APP = Pattern.compile("(Payload/[^/]+\\.app)/.*", Pattern.DOTALL);
    private static final Pattern EMBEDDED =
            Pattern.compile("(?:/(?:PlugIns|Extensions|Watch|AppClips)/[^/]+\\.(?:appex|app))+/Info\\.plist");
    private static final String PLIST = "/Info.plist";

    private final ZipFile zip;

    private IpaReader(ZipFile zip) {
        this.zip = zip;
    }

    static PackageContent read(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return new IpaReader(zip).read();
        } catch (ZipException | EOFException e) {
            throw new UnreadablePackageException(problem(e), e);
        }
    }

    private PackageContent read() throws IOException {
        SortedSet<String> names = names();
        String path = app(names);
        InfoPlist plist = plist(path);
        BundleVersions app = PackageContent.requireComplete(versions(path, plist), path + PLIST);
        List<BundleVersions> embedded = new ArrayList<>();
        for (String name : names.tailSet(path + "/")) {
            if (name.startsWith(path + "/")
                    && EMBEDDED.matcher(name.substring(path.length())).matches()) {
                embedded.add(embedded(name, embedded.size()));
            }
        }
        return new PackageContent(
                PackageFormat.IPA,
                app,
                Platforms.of(plist, path + PLIST),
                Platforms.minimumSystem(plist),
                plist.integers("UIDeviceFamily"),
                plist.flag("ITSAppUsesNonExemptEncryption"),
                List.copyOf(embedded));
    }

    private BundleVersions embedded(String name, int before) throws IOException {
        if (before == MOST_EMBEDDED) {
            throw new UnreadablePackageException(
                    "contains more than " + MOST_EMBEDDED + " extensions; check how it was built");
        }
        String path = name.substring(0, name.length() - PLIST.length());
        return versions(path, plist(path));
    }

    private SortedSet<String> names() throws UnreadablePackageException {
        SortedSet<String> names = new TreeSet<>();
        for (Iterator<? extends ZipEntry> entries = zip.entries().asIterator(); entries.hasNext(); ) {
            String name = entries.next().getName();
            Names.requireInside(name);
            names.add(name);
        }
        return names;
    }

    private static String app(SortedSet<String> names) throws UnreadablePackageException {
        SortedSet<String> apps = new TreeSet<>();
        for (String name : names) {
            Matcher matcher = APP.matcher(name);
            if (matcher.matches()) {
                apps.add(matcher.group(1));
            }
        }
        if (apps.isEmpty()) {
            throw new UnreadablePackageException(
                    "has no app in a folder Payload, as an .ipa file must; export the archive as an .ipa file");
        }
        if (apps.size() > 1) {
            throw new UnreadablePackageException("contains " + apps.size() + " apps, such as "
                    + Names.excerpt(apps.first()) + " and " + Names.excerpt(apps.last())
                    + "; export each as an .ipa file of its own");
        }
        return apps.first();
    }

    private InfoPlist plist(String bundle) throws IOException {
        ZipEntry entry = zip.getEntry(bundle + PLIST);
        if (entry == null) {
            throw new UnreadablePackageException(
                    "has no " + Names.excerpt(bundle + PLIST) + "; build and export the app again");
        }
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] bytes = in.readNBytes(MOST_PLIST_BYTES + 1);
            if (bytes.length > MOST_PLIST_BYTES) {
                throw new UnreadablePackageException("has a file " + Names.excerpt(bundle + PLIST) + " of more than "
                        + MOST_PLIST_BYTES + " bytes, which is not read; check how it was built");
            }
            return InfoPlist.read(bytes, bundle + PLIST);
        }
    }

    private static BundleVersions versions(String path, InfoPlist plist) throws UnreadablePackageException {
        return new BundleVersions(
                path,
                plist.text("CFBundleIdentifier"),
                plist.text("CFBundleShortVersionString"),
                plist.text("CFBundleVersion"));
    }

    private static String problem(IOException e) {
        String message = String.valueOf(e.getMessage());
        return message.contains("encrypted")
                ? "is encrypted; export it without a password"
                : "is not a complete ZIP archive (" + Names.excerpt(message) + "); export or copy it again";
    }
}
