package io.github.ascjava.uploads;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Explains Apple's codes for rejected files, whose descriptions often are the code once more
 * (docs/live-service.md#files-fail-after-the-commit).
 */
final class UploadAdvice {

    private static final Map<String, String> BY_CODE = Map.ofEntries(
            Map.entry(
                    "IMAGE_INCORRECT_DIMENSIONS",
                    "the size in pixels does not belong to this display type; compare it with Apple's screenshot"
                            + " specifications. Review screenshots of purchases report an alpha channel with this code too."),
            Map.entry("IMAGE_BAD_ASPECT_RATIO", "the ratio of width and height does not belong to this place."),
            Map.entry("IMAGE_BAD_DIMENSION_SM_LESS_MIN", "the image is smaller than this place allows."),
            Map.entry(
                    "IMAGE_ALPHA_NOT_ALLOWED",
                    "the PNG has an alpha channel, even if it is opaque; save it as 24-bit RGB or as JPEG."),
            Map.entry(
                    "MOV_RESAVE_FORMAT",
                    "the format of the video is not accepted; use H.264 High 4.0 or ProRes 422 HQ at up to 30 frames a"
                            + " second."),
            Map.entry(
                    "MOV_RESAVE_STEREO",
                    "the video has no sound or mono sound; add a stereo AAC track, which may be silent."),
            Map.entry(
                    "MOV_RESAVE_LONGER",
                    "the video is shorter than 15 seconds, or its tracks differ in length; make it at least 15.5 seconds"
                            + " long, with tracks that end within 0.05 seconds of each other."),
            Map.entry("MOV_RESAVE_TRIM", "the video is longer than 30 seconds or larger than 500 MB."));

    private UploadAdvice() {}

    static UploadProblem problem(@Nullable String code, @Nullable String description) {
        String known = Objects.requireNonNullElse(code, "");
        return new UploadProblem(known, Objects.requireNonNullElse(description, ""), BY_CODE.get(known));
    }
}
