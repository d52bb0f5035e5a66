package io.github.ascjava.uploads.internal.state;

import java.nio.file.Path;
import okio.ByteString;

/**
 * What is uploaded to which place.
 *
 * @param type the JSON:API type of the resource
 * @param place the parent, and what else tells apart the places of one parent
 * @param file the absolute path of the file
 */
public record UploadKey(String type, String place, String file) {

    private static final int DIGITS = 16;

    /** Returns the key of a file, whose path is made absolute. */
    public static UploadKey of(String type, String place, Path file) {
        return new UploadKey(type, place, file.toAbsolutePath().normalize().toString());
    }

    /** Returns a text without special characters that other keys do not have. */
    String fileName() {
        String all = type + "\n" + place + "\n" + file;
        return type + "-" + ByteString.encodeUtf8(all).sha256().hex().substring(0, DIGITS);
    }
}
