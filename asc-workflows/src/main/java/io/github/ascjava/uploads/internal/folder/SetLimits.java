package io.github.ascjava.uploads.internal.folder;

/** How many files a set holds (docs/live-service.md#screenshot-sets-are-limited). */
public final class SetLimits {

    private static final int SCREENSHOTS = 10;
    private static final int PREVIEWS = 3;

    private SetLimits() {}

    /** Returns the largest number of files of a set of previews, or of screenshots. */
    public static int of(boolean isPreview) {
        return isPreview ? PREVIEWS : SCREENSHOTS;
    }
}
