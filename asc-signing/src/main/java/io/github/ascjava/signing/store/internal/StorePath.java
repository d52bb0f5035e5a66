package io.github.ascjava.signing.store.internal;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The names of files in a store, which every operating system can hold: folders and a file name, separated by slashes.
 *
 * <p>No part begins with a dot, so a pull writes neither outside of its folder nor to hidden files.
 */
public final class StorePath {

    private static final int LONGEST = 255;
    private static final String LETTER = "[^\\p{Cntrl}\\p{Cf}\\p{Cs}/\\\\:*?\"<>|]";
    private static final Pattern PART = Pattern.compile(LETTER + "+");

    private StorePath() {}

    /** Returns the form in which a path is stored: the same on every operating system. */
    public static String normalize(String path) {
        return Normalizer.normalize(path, Normalizer.Form.NFC);
    }

    /** Returns why a path cannot be stored, as the end of a sentence; empty if it can. */
    public static Optional<String> fault(String path) {
        if (path.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
            return Optional.of("is longer than " + LONGEST + " bytes.");
        }
        for (String part : path.split("/", -1)) {
            if (!PART.matcher(part).matches() || part.startsWith(".") || part.endsWith(".") || part.endsWith(" ")) {
                return Optional.of("is not a name for a file in a store: each part begins without a dot, ends without a"
                        + " dot or blank, and has none of the characters \\ : * ? \" < > |.");
            }
        }
        return Normalizer.isNormalized(path, Normalizer.Form.NFC)
                ? Optional.empty()
                : Optional.of("is not in Unicode's composed form (NFC).");
    }

    /** Returns what is equal for two paths that some file systems take for one. */
    static String folded(String path) {
        return path.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }
}
