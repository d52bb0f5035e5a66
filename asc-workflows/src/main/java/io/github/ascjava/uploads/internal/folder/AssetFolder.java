package io.github.ascjava.uploads.internal.folder;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Reads a folder of screenshots and app previews, laid out as {@code LOCALE/FILE} or {@code LOCALE/DISPLAY_TYPE/FILE}.
 *
 * <p>Collects all problems, so that a user can correct them at once.
 */
public final class AssetFolder {

    private static final Set<String> IMAGES = Set.of("png", "jpg", "jpeg");
    private static final Set<String> VIDEOS = Set.of("mov", "m4v", "mp4");
    private static final int BUFFER = 1 << 16;

    private final Path root;
    private final DisplaySizes sizes = DisplaySizes.ofScreenshots();
    private final PreviewCheck previews = new PreviewCheck();
    private final Map<Key, List<FolderFile>> sets = new TreeMap<>(
            Comparator.comparing(Key::locale).thenComparing(Key::isPreview).thenComparing(Key::displayType));
    private final List<String> problems = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    private AssetFolder(Path root) {
        this.root = root;
    }

    /**
     * Reads a folder.
     *
     * @throws IOException if it is no folder, or a file cannot be read
     */
    public static FolderContent read(Path folder) throws IOException {
        AssetFolder reading = new AssetFolder(folder);
        for (Path locale : list(folder)) {
            if (Files.isDirectory(locale)) {
                reading.addLocale(locale);
            }
        }
        return reading.content();
    }

    private FolderContent content() {
        List<FolderSet> result = new ArrayList<>();
        sets.forEach((key, files) -> {
            files.sort(Comparator.comparing(FolderFile::name));
            int most = SetLimits.of(key.isPreview());
            if (files.size() > most) {
                problems.add(key.locale() + " has " + files.size() + (key.isPreview() ? " previews" : " screenshots")
                        + " for " + key.displayType() + ", but a set holds " + most + " at most. Remove "
                        + (files.size() - most) + ".");
            }
            result.add(new FolderSet(key.locale(), key.isPreview(), key.displayType(), files));
        });
        return new FolderContent(result, problems, warnings);
    }

    private void addLocale(Path folder) throws IOException {
        String locale = String.valueOf(folder.getFileName());
        for (Path entry : list(folder)) {
            if (Files.isDirectory(entry)) {
                for (Path file : list(entry)) {
                    add(locale, String.valueOf(entry.getFileName()), file);
                }
            } else {
                add(locale, "", entry);
            }
        }
    }

    /**
     * Adds a file.
     *
     * @param folder the name of the folder of the display type; empty if there is none
     */
    private void add(String locale, String folder, Path file) throws IOException {
        String extension = extension(file);
        if (Files.isDirectory(file) || !(IMAGES.contains(extension) || VIDEOS.contains(extension))) {
            warnings.add(name(file)
                    + " is ignored: it is neither a screenshot (.png, .jpg) nor a preview (.mov, .m4v, .mp4).");
        } else if (Files.size(file) == 0) {
            problems.add(name(file) + " is empty. Export it again.");
        } else if (VIDEOS.contains(extension)) {
            addPreview(locale, folder, file);
        } else {
            addScreenshot(locale, folder, file);
        }
    }

    private void addPreview(String locale, String folder, Path file) throws IOException {
        if (folder.isEmpty()) {
            problems.add(
                    name(file) + " does not say for which display it is. Move it into a folder named by the preview"
                            + " type, such as " + locale + "/IPHONE_67.");
            return;
        }
        String type = DisplayTypes.ofPreviews(folder);
        VideoHeader video = VideoHeader.read(file);
        if (video == null) {
            problems.add(name(file) + " is not a readable QuickTime or MPEG-4 video. Export it again.");
            return;
        }
        previews.warnings(video).forEach(warning -> warnings.add(name(file) + " " + warning));
        List<String> wrong = previews.problems(video, type, Files.size(file));
        wrong.forEach(problem -> problems.add(name(file) + " " + problem));
        if (wrong.isEmpty()) {
            put(new Key(locale, true, type), file);
        }
    }

    private void addScreenshot(String locale, String folder, Path file) throws IOException {
        ImageHeader image = ImageHeader.read(file);
        if (image == null) {
            problems.add(name(file) + " is not a readable PNG or JPEG file. Export it again.");
            return;
        }
        if (image.hasAlpha()) {
            warnings.add(
                    name(file) + " has an alpha channel, for which Apple rejects most screenshots. Save it without.");
        }
        String type = folder.isEmpty() ? typeFor(image, locale, file) : DisplayTypes.ofScreenshots(folder);
        String wrong = sizes.problem(type, image.size());
        if (wrong != null) {
            problems.add(name(file) + " " + wrong);
        } else if (!type.isEmpty()) {
            put(new Key(locale, false, type), file);
        }
    }

    /** Returns the only display type of a size; notes a problem and returns an empty text if there is not one. */
    private String typeFor(ImageHeader image, String locale, Path file) {
        List<String> types = sizes.typesFor(image.size());
        if (types.size() == 1) {
            return types.get(0);
        }
        problems.add(
                types.isEmpty()
                        ? name(file) + " has " + image.size()
                                + " pixels, which no known display takes. Export it in another"
                                + " size, or move it into a folder named by its display type."
                        : name(file) + " has " + image.size() + " pixels, which " + String.join(" and ", types)
                                + " take. Move it into a folder named by one of them, such as " + locale + "/"
                                + types.get(0) + ".");
        return "";
    }

    private void put(Key key, Path file) throws IOException {
        sets.computeIfAbsent(key, k -> new ArrayList<>()).add(new FolderFile(file, Files.size(file), md5(file)));
    }

    private String name(Path file) {
        return root.relativize(file).toString();
    }

    /** Returns what is in a folder but for hidden files, sorted by name. */
    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(entry -> !String.valueOf(entry.getFileName()).startsWith("."))
                    .sorted(Comparator.comparing(entry -> String.valueOf(entry.getFileName())))
                    .toList();
        }
    }

    private static String extension(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    private static String md5(Path file) throws IOException {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has MD5.", e);
        }
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = Files.newInputStream(file)) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                digest.update(buffer, 0, count);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private record Key(String locale, boolean isPreview, String displayType) {}
}
