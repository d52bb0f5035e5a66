package io.github.ascjava.uploads.internal.state;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Properties;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes saved uploads as properties, and reads them; whatever else a file holds is no saved upload. */
final class SavedUploadFormat {

    private static final String VERSION = "1";
    /** Far more than a file of 4 GiB in parts of 5 MiB takes. */
    private static final int MOST_BYTES = 1 << 20;

    private SavedUploadFormat() {}

    static void write(SavedUpload saved, OutputStream out) throws IOException {
        Properties all = new Properties();
        all.setProperty("version", VERSION);
        all.setProperty("type", saved.upload().type());
        all.setProperty("place", saved.upload().place());
        all.setProperty("file", saved.upload().file());
        all.setProperty("size", Long.toString(saved.size()));
        all.setProperty("modified", saved.modified().toString());
        all.setProperty("id", saved.id());
        all.setProperty("parts", saved.parts().stream().map(String::valueOf).collect(Collectors.joining(" ")));
        put(all, "first", saved.first());
        put(all, "last", saved.last());
        try (Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8)) {
            all.store(writer, null);
        }
    }

    /** Returns what a file holds, or nothing if it cannot be read or was damaged. */
    static Optional<SavedUpload> read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MOST_BYTES);
            Properties all = new Properties();
            try (Reader reader = new InputStreamReader(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8)) {
                all.load(reader);
            }
            return VERSION.equals(all.getProperty("version")) ? Optional.of(saved(all)) : Optional.empty();
        } catch (IOException | IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }

    private static SavedUpload saved(Properties all) {
        UploadKey key = new UploadKey(text(all, "type"), text(all, "place"), text(all, "file"));
        String parts = text(all, "parts");
        SortedSet<Integer> numbers = parts.isEmpty()
                ? new TreeSet<>()
                : Arrays.stream(parts.split(" ", -1))
                        .map(Integer::valueOf)
                        .collect(Collectors.toCollection(TreeSet::new));
        SentRange first = range(all, "first");
        SentRange last = range(all, "last");
        if (numbers.isEmpty() != (first == null) || numbers.isEmpty() != (last == null)) {
            throw new IllegalArgumentException("The parts and their hashes do not agree.");
        }
        return new SavedUpload(
                key,
                Long.parseLong(text(all, "size")),
                Instant.parse(text(all, "modified")),
                text(all, "id"),
                numbers,
                first,
                last);
    }

    private static String text(Properties all, String name) {
        String value = all.getProperty(name);
        if (value == null) {
            throw new IllegalArgumentException("There is no " + name + ".");
        }
        return value;
    }

    private static void put(Properties all, String name, @Nullable SentRange range) {
        if (range != null) {
            all.setProperty(name, range.number() + " " + range.offset() + " " + range.length() + " " + range.md5());
        }
    }

    private static @Nullable SentRange range(Properties all, String name) {
        String value = all.getProperty(name);
        if (value == null) {
            return null;
        }
        String[] words = value.split(" ", -1);
        if (words.length != 4) {
            throw new IllegalArgumentException("There are not four values.");
        }
        return new SentRange(Integer.parseInt(words[0]), Long.parseLong(words[1]), Long.parseLong(words[2]), words[3]);
    }
}
