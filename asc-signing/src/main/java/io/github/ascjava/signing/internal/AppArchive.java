package io.github.ascjava.signing.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Finds the provisioning profiles of an app and of its extensions in an .ipa file. */
public final class AppArchive {

    private static final Pattern PROFILE = Pattern.compile("Payload/[^/]+\\.app/(.+/)?embedded\\.mobileprovision");
    private static final int MOST_PROFILES = 100;

    private AppArchive() {}

    /**
     * Returns the profiles by the bundles that hold them, such as {@code Payload/Trail.app}.
     *
     * @param limit the most bytes of one profile
     */
    public static Map<String, byte[]> profiles(Path file, int limit) throws IOException, UnreadableException {
        Map<String, byte[]> profiles = new TreeMap<>();
        try (ZipFile archive = new ZipFile(file.toFile())) {
            for (Iterator<? extends ZipEntry> all = archive.entries().asIterator(); all.hasNext(); ) {
                ZipEntry entry = all.next();
                if (PROFILE.matcher(entry.getName()).matches()) {
                    profiles.put(
                            entry.getName().substring(0, entry.getName().lastIndexOf('/')),
                            content(archive, entry, limit));
                }
                if (profiles.size() > MOST_PROFILES) {
                    throw new UnreadableException("holds more than " + MOST_PROFILES + " profiles.");
                }
            }
        } catch (ZipException e) {
            throw new UnreadableException("is not an .ipa archive, or is damaged or incomplete.", e);
        }
        if (profiles.isEmpty()) {
            throw new UnreadableException("holds no embedded.mobileprovision: it is no .ipa file, or comes from the App"
                    + " Store, which removes the profile.");
        }
        return profiles;
    }

    private static byte[] content(ZipFile archive, ZipEntry entry, int limit) throws IOException, UnreadableException {
        try (InputStream in = archive.getInputStream(entry)) {
            byte[] content = in.readNBytes(limit + 1);
            if (content.length > limit) {
                throw new UnreadableException("holds a profile that is larger than " + (limit >> 10) + " KiB.");
            }
            return content;
        }
    }
}
