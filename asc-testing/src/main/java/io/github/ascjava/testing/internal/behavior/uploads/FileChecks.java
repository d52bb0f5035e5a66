package io.github.ascjava.testing.internal.behavior.uploads;

import io.github.ascjava.testing.internal.catalog.DataFile;
import io.github.ascjava.testing.internal.engine.Deviation;
import io.github.ascjava.testing.internal.engine.SandboxState;
import io.github.ascjava.testing.internal.engine.StoredResource;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * Checks the content of committed files as the service does (docs/live-service.md#files-fail-after-the-commit).
 *
 * <p>Only files that say what they are can fail: PNG, JPEG, MP4 and QuickTime with a readable header. Any other bytes
 * are accepted, and so is any size for a display that {@code displays.txt} does not list.
 */
final class FileChecks {

    private static final String DIMENSIONS = "IMAGE_INCORRECT_DIMENSIONS";
    private static final String ALPHA = "IMAGE_ALPHA_NOT_ALLOWED";
    private static final String STEREO = "MOV_RESAVE_STEREO";
    private static final String LONGER = "MOV_RESAVE_LONGER";
    private static final String TRIM = "MOV_RESAVE_TRIM";

    private static final int STEREO_CHANNELS = 2;
    private static final double LEAST_SECONDS = 15;
    private static final double MOST_SECONDS = 30;
    private static final double MOST_DIFFERENCE = 0.05;

    private static final String MESSAGES = "IMESSAGE_";

    /** Accepted sizes in pixels, such as 1290x2796, by display type. */
    private static final Map<String, List<String>> SIZES = DataFile.lines(FileChecks.class, "displays.txt").stream()
            .map(line -> line.split(" ", -1))
            .collect(Collectors.toMap(
                    words -> words[0], words -> Arrays.asList(words).subList(1, words.length)));

    private FileChecks() {}

    /** Returns Apple's codes for what is wrong with a file, each with a description; empty if nothing is. */
    static Map<String, String> errors(StoredResource asset, ByteString file, SandboxState world) {
        Map<String, String> errors = new LinkedHashMap<>();
        if (world.has(Deviation.COMMITTED_FILES_ARE_CHECKED)) {
            switch (asset.type()) {
                case "appScreenshots" -> {
                    String display = world.store().related(asset, "appScreenshotSet").stream()
                            .map(set -> set.text("screenshotDisplayType"))
                            .findFirst()
                            .orElse("");
                    checkScreenshot(ImageHeader.read(file), display.replace(MESSAGES, ""), ALPHA, errors);
                }
                // There, a file with an alpha channel is said to have the wrong size.
                case "inAppPurchaseAppStoreReviewScreenshots" ->
                    checkScreenshot(ImageHeader.read(file), asset.type(), DIMENSIONS, errors);
                case "appPreviews" -> checkPreview(MovieHeader.read(file), errors);
                default -> {}
            }
        }
        return errors;
    }

    private static void checkScreenshot(
            @Nullable ImageHeader image, String display, String codeOfAlpha, Map<String, String> errors) {
        if (image == null) {
            return;
        }
        List<String> sizes = SIZES.getOrDefault(display, List.of());
        String size = image.width() + "x" + image.height();
        boolean isListed = sizes.contains(size);
        if (sizes.contains("not") ? isListed : !sizes.isEmpty() && !isListed) {
            errors.put(DIMENSIONS, DIMENSIONS);
        }
        if (image.alpha()) {
            errors.put(codeOfAlpha, codeOfAlpha);
        }
    }

    private static void checkPreview(@Nullable MovieHeader movie, Map<String, String> errors) {
        if (movie == null) {
            return;
        }
        boolean silent = movie.audio() < 0;
        if (silent || (movie.channels() > 0 && movie.channels() != STEREO_CHANNELS)) {
            errors.put(STEREO, STEREO);
        }
        double audio = silent ? movie.video() : movie.audio();
        double shortest = Math.min(movie.video(), audio);
        double longest = Math.max(movie.video(), audio);
        if (shortest < LEAST_SECONDS || longest - shortest > MOST_DIFFERENCE) {
            errors.put(LONGER, LONGER);
        }
        if (longest > MOST_SECONDS) {
            errors.put(TRIM, TRIM);
        }
    }
}
