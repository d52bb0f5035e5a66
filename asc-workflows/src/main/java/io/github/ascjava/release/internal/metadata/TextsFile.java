package io.github.ascjava.release.internal.metadata;

import io.github.ascjava.release.internal.metadata.SmallTextFile.UnreadableException;
import io.github.ascjava.workflows.internal.AtomicFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** One file with the texts of all locales. Null and an empty text clear the one in App Store Connect. */
public final class TextsFile implements TextStore {

    /** Fifty locales with all texts at their limits, in characters of four bytes, and escaped. */
    private static final int MAX_BYTES = 4 << 20;

    private final Path file;
    private final BiConsumer<String, TextSink> reader;
    private final boolean isWritable;

    private TextsFile(Path file, BiConsumer<String, TextSink> reader, boolean isWritable) {
        this.file = file;
        this.reader = reader;
        this.isWritable = isWritable;
    }

    /** A JSON file, which need not exist. */
    public static TextsFile json(Path file) {
        return new TextsFile(file, JsonTexts::read, true);
    }

    /** A file that is only read. */
    public static TextsFile readOnly(Path file, BiConsumer<String, TextSink> reader) {
        return new TextsFile(file, reader, false);
    }

    @Override
    public Path path() {
        return file;
    }

    @Override
    public Path stateFile() {
        return file.resolveSibling("." + file.getFileName() + ".asc-metadata.json");
    }

    @Override
    public boolean isEmptyClearing() {
        return true;
    }

    @Override
    public Optional<String> reasonAgainstWriting() {
        return isWritable
                ? Optional.empty()
                : Optional.of(file + " is in a format that is only read. Pull to a folder or to a .json file.");
    }

    @Override
    public FileTexts read() {
        FileTexts texts = readUnspread();
        texts.spreadDefaults();
        return texts;
    }

    private FileTexts readUnspread() {
        FileTexts texts = new FileTexts(file.toString());
        try {
            reader.accept(SmallTextFile.read(file, MAX_BYTES), texts);
        } catch (UnreadableException e) {
            texts.problem(String.valueOf(e.getMessage()), e.line());
        }
        return texts;
    }

    @Override
    public List<Finding> check(List<Change> changes) {
        return Files.isSymbolicLink(file) && !changes.isEmpty()
                ? List.of(Finding.error(
                        file.toString(),
                        0,
                        "This is a symbolic link, and a pull writes through none. Replace it by a copy."))
                : List.of();
    }

    @Override
    public List<Path> write(List<Change> changes) {
        if (changes.isEmpty()) {
            return List.of();
        }
        Map<String, Map<TextField, TextValue>> all = new TreeMap<>();
        if (Files.exists(file)) {
            FileTexts before = readUnspread();
            before.locales().forEach(locale -> {
                Map<TextField, TextValue> texts = new EnumMap<>(TextField.class);
                texts.putAll(before.of(locale));
                all.put(locale, texts);
            });
        }
        changes.forEach(change -> all.computeIfAbsent(change.locale(), locale -> new EnumMap<>(TextField.class))
                .put(change.field(), new TextValue(change.value(), file.toString(), 0)));
        String json = JsonTexts.write(all);
        AtomicFile.write(file, out -> out.write(json.getBytes(StandardCharsets.UTF_8)));
        return List.of(file);
    }
}
