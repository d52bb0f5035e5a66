package io.github.ascjava.uploads.internal.folder;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What Apple documents about app previews (App preview specifications), and what it has rejected besides
 * (docs/live-service.md#files-fail-after-the-commit).
 */
final class PreviewCheck {

    private static final Duration SHORTEST = Duration.ofSeconds(15);
    private static final Duration LONGEST = Duration.ofSeconds(30);
    /** Videos of exactly 15 seconds were rejected as too short. */
    private static final Duration SAFE = Duration.ofMillis(15_500);

    private static final long MOST_BYTES = 500L << 20;
    private static final double MILLIS = 1000;
    private static final double MEGABYTE = 1_000_000;

    private final DisplaySizes sizes = DisplaySizes.ofPreviews();

    /** Returns why Apple would reject a preview, as sentences without their subject. */
    List<String> problems(VideoHeader video, String type, long bytes) {
        List<String> problems = new ArrayList<>();
        String size = sizes.problem(type, video.size());
        if (size != null) {
            problems.add(size);
        }
        if (isShorter(video, SHORTEST) || video.duration().compareTo(LONGEST) > 0) {
            problems.add("is " + seconds(video) + " seconds long. Apple takes previews of 15 to 30 seconds.");
        }
        if (bytes > MOST_BYTES) {
            problems.add(
                    String.format(Locale.ROOT, "has %.0f MB. Apple takes previews of up to 500 MB.", bytes / MEGABYTE));
        }
        return problems;
    }

    /** Returns what Apple has rejected in most cases, as sentences without their subject. */
    List<String> warnings(VideoHeader video) {
        List<String> warnings = new ArrayList<>();
        if (!video.hasSound()) {
            warnings.add("has no sound, for which Apple rejects previews. Add a silent stereo track.");
        }
        if (isShorter(video, SAFE) && !isShorter(video, SHORTEST)) {
            warnings.add("is " + seconds(video)
                    + " seconds long, which Apple may measure as too short. Make it at least" + " 15.5 seconds long.");
        }
        return warnings;
    }

    private static boolean isShorter(VideoHeader video, Duration limit) {
        return !video.duration().isZero() && video.duration().compareTo(limit) < 0;
    }

    private static String seconds(VideoHeader video) {
        return String.format(Locale.ROOT, "%.2f", video.duration().toMillis() / MILLIS);
    }
}
