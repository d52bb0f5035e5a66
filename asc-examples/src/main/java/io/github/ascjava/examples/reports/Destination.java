package io.github.ascjava.examples.reports;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Where rows are written.
 *
 * @param path the file or folder
 * @param form what is written
 */
record Destination(Path path, Form form) {

    /** What is written. */
    enum Form {
        CSV,
        JSON,
        HTML,
        FOLDER
    }

    /**
     * Tells the form from the ending; a name without one is a folder.
     *
     * @throws IllegalArgumentException if it is another ending
     */
    static Destination of(Path path) {
        String name = String.valueOf(path.getFileName());
        int dot = name.lastIndexOf('.');
        if (Files.isDirectory(path) || dot <= 0) {
            return new Destination(path, Form.FOLDER);
        }
        return switch (name.substring(dot).toLowerCase(Locale.ROOT)) {
            case ".csv" -> new Destination(path, Form.CSV);
            case ".json" -> new Destination(path, Form.JSON);
            case ".html", ".htm" -> new Destination(path, Form.HTML);
            default ->
                throw new IllegalArgumentException(
                        "--to writes files that end in .csv, .json or .html, or a folder, but" + " was " + path + ".");
        };
    }

    boolean isFolder() {
        return form == Form.FOLDER;
    }
}
