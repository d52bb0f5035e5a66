package io.github.ascjava.examples.metadata;

import io.github.ascjava.release.MetadataFiles;
import java.nio.file.Path;
import java.util.Locale;

/** Finds the format of texts by the name of their file. */
public final class MetadataPaths {

    private MetadataPaths() {}

    /**
     * Returns the texts of a folder, or of a .json or .yml file.
     *
     * @param emptyClears whether an empty file of a folder clears its text
     */
    public static MetadataFiles files(Path path, boolean emptyClears) {
        String name = String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT);
        if (name.endsWith(".yml") || name.endsWith(".yaml")) {
            return MetadataFiles.inFormat(path, new YamlTexts());
        } else if (name.endsWith(".json")) {
            return MetadataFiles.json(path);
        }
        return emptyClears ? MetadataFiles.folderWhereEmptyClears(path) : MetadataFiles.folder(path);
    }
}
