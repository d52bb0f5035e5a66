package io.github.ascjava.uploads;

import java.util.regex.Pattern;

/** Apple's rules for the versions of a build. */
final class BuildVersions {

    private static final Pattern FORM = Pattern.compile("[0-9]+(\\.[0-9]+){0,2}");
    /** See docs/live-service.md#versions-have-eighteen-characters. */
    private static final int LONGEST = 18;

    private BuildVersions() {}

    /**
     * Checks both versions.
     *
     * @throws InvalidPackageException if Apple would reject one of them
     * @see <a href="https://developer.apple.com/documentation/bundleresources/information-property-list/cfbundleversion">
     *     CFBundleVersion</a>
     */
    static void check(AppPackage content) {
        check(content, "CFBundleShortVersionString", content.version());
        check(content, "CFBundleVersion", content.buildNumber());
    }

    private static void check(AppPackage content, String key, String value) {
        if (!FORM.matcher(value).matches() || value.length() > LONGEST) {
            String shown = value.length() <= LONGEST ? value : value.substring(0, LONGEST) + "...";
            throw new InvalidPackageException(
                    content.fileName() + " has the " + key + " \"" + shown.replaceAll("\\p{C}", "?")
                            + "\", but Apple accepts one to three integers with periods in between, such as 1.4.2, in at most "
                            + LONGEST + " characters; correct it and build again.",
                    null);
        }
    }
}
