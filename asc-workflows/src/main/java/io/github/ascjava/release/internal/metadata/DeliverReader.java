package io.github.ascjava.release.internal.metadata;

import io.github.ascjava.release.internal.metadata.SmallTextFile.UnreadableException;
import io.github.ascjava.workflows.internal.Spelling;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads a folder in the layout of deliver, and names what deliver would use and this library does not. */
final class DeliverReader {

    /** Four bytes for each of 4,000 characters, and room to say how much too long a text is. */
    private static final int MAX_BYTES = 1 << 18;

    private static final String SUFFIX = ".txt";

    /** Files beside the locales, which deliver sends. */
    private static final Set<String> OTHER_FILES = Set.of(
            "copyright.txt",
            "primary_category.txt",
            "secondary_category.txt",
            "primary_first_sub_category.txt",
            "primary_second_sub_category.txt",
            "secondary_first_sub_category.txt",
            "secondary_second_sub_category.txt");
    /** Folders beside the locales, which deliver sends. */
    private static final Set<String> OTHER_FOLDERS =
            Set.of("review_information", "trade_representative_contact_information");
    /** Folders beside the locales that are of other tools, or hold screenshots. */
    private static final Set<String> FOREIGN_FOLDERS = Set.of("android", "fonts", "appletv", "imessage");

    private DeliverReader() {}

    static FileTexts read(Path folder) {
        FileTexts texts = new FileTexts(folder.toString());
        if (!Files.isDirectory(folder)) {
            texts.problem("This is not a folder. Check the path, or pull the texts first.", 0);
            return texts;
        }
        for (Path child : children(folder)) {
            if (Files.isDirectory(child)) {
                readFolder(child, texts);
            } else {
                readOther(child, texts);
            }
        }
        texts.spreadDefaults();
        return texts;
    }

    private static void readFolder(Path child, FileTexts texts) {
        String name = name(child);
        String lower = name.toLowerCase(Locale.ROOT);
        if (OTHER_FOLDERS.contains(lower)) {
            if (children(child).stream().anyMatch(file -> name(file).endsWith(SUFFIX) && !isBlank(file))) {
                texts.add(Finding.warning(
                        child.toString(), "deliver sends this folder. It has no localized texts, so it stays here."));
            }
        } else if (!FOREIGN_FOLDERS.contains(lower)) {
            if (!name.equals(StoreLocales.DEFAULT) && !StoreLocales.isKnown(name)) {
                texts.unknownLocale(name, child.toString(), 0);
            }
            readLocale(name, child, texts);
        }
    }

    private static void readLocale(String locale, Path child, FileTexts texts) {
        boolean isEmpty = true;
        for (Path file : children(child)) {
            String name = name(file);
            Optional<TextField> field = TextField.ofFile(name);
            if (field.isPresent()) {
                readText(locale, field.get(), file, texts);
                isEmpty = false;
            } else if (name.toLowerCase(Locale.ROOT).endsWith(SUFFIX)) {
                texts.add(Finding.warning(
                        file.toString(),
                        "This file is not read."
                                + nearestFile(name)
                                        .map(near -> " Did you mean " + near + "?")
                                        .orElse("")));
            }
        }
        if (isEmpty) {
            texts.add(Finding.warning(child.toString(), "This folder has no texts, so nothing is created for it."));
        }
    }

    /** The common ending of all names is left out of the comparison. */
    private static Optional<String> nearestFile(String name) {
        List<String> known = TextField.files().stream()
                .map(file -> file.substring(0, file.length() - SUFFIX.length()))
                .toList();
        return Spelling.nearest(name.substring(0, name.length() - SUFFIX.length()), known)
                .map(near -> near + SUFFIX);
    }

    private static void readText(String locale, TextField field, Path file, FileTexts texts) {
        try {
            String value = TextField.normalized(SmallTextFile.read(file, MAX_BYTES));
            texts.put(locale, field, new TextValue(value, file.toString(), 0));
        } catch (UnreadableException e) {
            texts.add(
                    new Finding(file.toString(), e.line(), locale, field.key(), String.valueOf(e.getMessage()), true));
        }
    }

    private static void readOther(Path file, FileTexts texts) {
        String name = name(file);
        if (OTHER_FILES.contains(name) && !isBlank(file)) {
            texts.add(Finding.warning(
                    file.toString(), "deliver sends this file. It is not a localized text, so it stays here."));
        } else if (TextField.ofFile(name).isPresent()) {
            texts.add(
                    Finding.warning(
                            file.toString(),
                            "This file is not read: it belongs to no locale. Move it to the folder of a locale, or to default."));
        }
    }

    private static boolean isBlank(Path file) {
        try {
            return SmallTextFile.read(file, MAX_BYTES).isBlank();
        } catch (UnreadableException e) {
            return false;
        }
    }

    /** Hidden files are not texts, here as in deliver. */
    private static List<Path> children(Path folder) {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(path -> !name(path).startsWith(".")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The folder " + folder + " cannot be read: " + e + ".", e);
        }
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }
}
