package io.github.ascjava.uploads;

import java.nio.file.Path;
import java.util.Locale;

/** The media types of app previews, which the reservation of a preview has to name. */
final class VideoType {

    private VideoType() {}

    /**
     * Returns the media type of a video by its extension.
     *
     * @throws UploadException if the extension is not one of those that Apple accepts
     */
    static String of(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "mov" -> "video/quicktime";
            case "m4v" -> "video/x-m4v";
            case "mp4" -> "video/mp4";
            default ->
                throw new UploadException(
                        "An app preview is a file with the extension .mov, .m4v or .mp4, but this one is "
                                + file.getFileName() + ".",
                        null,
                        false,
                        null);
        };
    }
}
