package io.github.ascjava.release;

import io.github.ascjava.release.internal.metadata.DeliverFolder;
import io.github.ascjava.release.internal.metadata.FileTexts;
import io.github.ascjava.release.internal.metadata.PulledStateFile;
import io.github.ascjava.release.internal.metadata.TextSink;
import io.github.ascjava.release.internal.metadata.TextStore;
import io.github.ascjava.release.internal.metadata.TextsFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Texts of product pages in files.
 *
 * <p>Either a folder in the layout of fastlane's deliver, with a folder for each locale and a file for each text, or one file
 * with all texts. Beside them is a hidden file with hashes of what App Store Connect had at the last pull or push; keep it with
 * the others in version control. Immutable.
 *
 * @since 0.1.0
 */
public final class MetadataFiles {

    private final TextStore store;
    private final boolean savesState;

    private MetadataFiles(TextStore store, boolean savesState) {
        this.store = store;
        this.savesState = savesState;
    }

    /**
     * Returns the texts of a folder. Its state is in {@code .asc-metadata.json}.
     *
     * <p>An empty file says nothing, as in deliver. What deliver sends and this library does not, such as {@code copyright.txt},
     * is named in a warning.
     *
     * @param folder a folder, which a pull creates if it is missing
     */
    public static MetadataFiles folder(Path folder) {
        return new MetadataFiles(new DeliverFolder(folder, false), true);
    }

    /**
     * Returns the texts of a folder, in which an empty file clears the text in App Store Connect. Otherwise like {@link
     * #folder(Path)}.
     */
    public static MetadataFiles folderWhereEmptyClears(Path folder) {
        return new MetadataFiles(new DeliverFolder(folder, true), true);
    }

    /**
     * Returns the texts of a JSON file: an object with an object for each locale, whose members are named like the attributes in
     * the API. A member that is null or empty clears the text in App Store Connect.
     *
     * @param file a file, which a pull creates if it is missing
     */
    public static MetadataFiles json(Path file) {
        return new MetadataFiles(TextsFile.json(file), true);
    }

    /** Returns the texts of a file in another format, which can be pushed and not pulled. */
    public static MetadataFiles inFormat(Path file, MetadataFormat format) {
        return new MetadataFiles(TextsFile.readOnly(file, (text, sink) -> format.read(text, adapted(sink))), true);
    }

    /** Returns the texts of a JSON file if the name ends with {@code .json}, and otherwise those of a folder. */
    public static MetadataFiles at(Path path) {
        String name = String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT);
        return name.endsWith(".json") ? json(path) : folder(path);
    }

    /** Returns the same texts, for which no state is written after a push, such as one that is only shown. */
    public MetadataFiles withoutSavingState() {
        return new MetadataFiles(store, false);
    }

    /** Returns the folder or file. */
    public Path path() {
        return store.path();
    }

    /**
     * Checks the texts without a request: lengths, characters, URLs, locales, and whether the files can be read.
     *
     * @return all errors and warnings, in the order of the files; empty if there is nothing to say
     */
    public List<MetadataProblem> validate() {
        FileTexts texts = store.read();
        List<MetadataProblem> problems = new ArrayList<>();
        texts.findings().forEach(finding -> problems.add(MetadataProblem.of(finding)));
        Set<String> pulled = pulledLocales();
        texts.unknownLocales().forEach((locale, finding) -> {
            if (!pulled.contains(locale)) {
                problems.add(MetadataProblem.of(finding));
            }
        });
        return List.copyOf(problems);
    }

    /** A locale that a pull has brought is one of the App Store, even if this library does not know it. */
    private Set<String> pulledLocales() {
        try {
            return PulledStateFile.read(store.stateFile())
                    .map(state -> state.hashes().keySet())
                    .orElse(Set.of());
        } catch (IOException e) {
            return Set.of();
        }
    }

    TextStore store() {
        return store;
    }

    boolean savesState() {
        return savesState;
    }

    private static MetadataSink adapted(TextSink sink) {
        return new MetadataSink() {
            @Override
            public void locale(String locale, int line) {
                sink.locale(locale, line);
            }

            @Override
            public void value(String locale, String key, @Nullable String value, int line) {
                sink.value(locale, key, value, line);
            }

            @Override
            public void problem(String message, int line) {
                sink.problem(message, line);
            }
        };
    }
}
