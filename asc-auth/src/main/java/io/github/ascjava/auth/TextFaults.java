package io.github.ascjava.auth;

import java.util.Arrays;
import java.util.Base64;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Recognizes what settings and scripts do to the text of a key on its way, so that the message can name the cause. */
final class TextFaults {

    private static final Pattern MARKER =
            Pattern.compile("(?<!-)(-{1,9})(?:BEGIN|END) [A-Z0-9 ]{0,40}[A-Z0-9](-{0,9})");
    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/\\s]+={0,2}\\s*");
    private static final int DASHES = 5;
    private static final byte[] PEM = {'-', '-', '-', '-', '-', 'B'};

    private TextFaults() {}

    /** Returns the rest of a sentence that begins with the source's name, or null if there is no such fault. */
    static @Nullable String of(String text) {
        if (text.contains("\\\\n") || text.contains("\\\\r")) {
            return "has line breaks that were escaped twice (\\\\n in place of \\n); escape them once.";
        }
        if (text.contains("%0A") || text.contains("%0a") || text.contains("%2B") || text.contains("%2b")) {
            return "is URL-encoded (it holds %0A or %2B); decode it.";
        }
        int end = text.stripTrailing().length();
        boolean hasOtherDashes =
                MARKER.matcher(text).results().anyMatch(marker -> hasOtherDashes(marker, marker.end() == end));
        return hasOtherDashes ? "has a BEGIN or END line without five dashes on each side; correct the dashes." : null;
    }

    /** At the end of the text, missing dashes mean that it is cut off. */
    private static boolean hasOtherDashes(MatchResult marker, boolean isLast) {
        int left = marker.group(1).length();
        int right = marker.group(2).length();
        return left != DASHES || (right != DASHES && !isLast);
    }

    /** Returns whether a decoded text is once more the base64 of a key: of PEM text or of DER. */
    static boolean isBase64OfKey(String decoded) {
        if (!BASE64.matcher(decoded).matches()) {
            return false;
        }
        byte[] inner;
        try {
            inner = Base64.getMimeDecoder().decode(decoded);
        } catch (IllegalArgumentException e) {
            return false;
        }
        boolean isKey = inner.length > PEM.length
                && (inner[0] == Der.SEQUENCE || Arrays.equals(inner, 0, PEM.length, PEM, 0, PEM.length));
        Arrays.fill(inner, (byte) 0);
        return isKey;
    }
}
