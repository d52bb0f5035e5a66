package io.github.ascjava.examples.cli;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Counts the columns that text takes on a screen: two for East Asian letters and emoji, none for combining marks. */
final class DisplayWidth {

    private static final Pattern GRAPHEME = Pattern.compile("\\X");
    private static final int EMOJI_STYLE = 0xFE0F;

    /** First and last code point of the ranges that Unicode calls wide or fullwidth, and of emoji. */
    private static final int[][] WIDE = {
        {0x1100, 0x115F},
        {0x231A, 0x231B},
        {0x23E9, 0x23EC},
        {0x25FD, 0x25FE},
        {0x2614, 0x2615},
        {0x2648, 0x2653},
        {0x26A1, 0x26A1},
        {0x26BD, 0x26BE},
        {0x26C4, 0x26C5},
        {0x2705, 0x2705},
        {0x270A, 0x270B},
        {0x2728, 0x2728},
        {0x274C, 0x274C},
        {0x2753, 0x2755},
        {0x2757, 0x2757},
        {0x2795, 0x2797},
        {0x2B1B, 0x2B1C},
        {0x2B50, 0x2B50},
        {0x2E80, 0x303E},
        {0x3041, 0x33FF},
        {0x3400, 0x4DBF},
        {0x4E00, 0xA4CF},
        {0xA960, 0xA97F},
        {0xAC00, 0xD7A3},
        {0xF900, 0xFAFF},
        {0xFE30, 0xFE6F},
        {0xFF01, 0xFF60},
        {0xFFE0, 0xFFE6},
        {0x16FE0, 0x18DFF},
        {0x1AFF0, 0x1B2FF},
        {0x1F004, 0x1F004},
        {0x1F0CF, 0x1F0CF},
        {0x1F18E, 0x1F18E},
        {0x1F191, 0x1F19A},
        {0x1F1E6, 0x1F320},
        {0x1F32D, 0x1F64F},
        {0x1F680, 0x1F6FF},
        {0x1F7E0, 0x1F7EB},
        {0x1F90C, 0x1FAFF},
        {0x20000, 0x3FFFD}
    };

    private DisplayWidth() {}

    /** Returns how many columns the text takes. */
    static int of(String text) {
        return GRAPHEME.matcher(text)
                .results()
                .mapToInt(grapheme -> ofGrapheme(grapheme.group()))
                .sum();
    }

    /** Returns the longest beginning of the text that fits into so many columns; no letter loses its marks. */
    static String beginning(String text, int columns) {
        Matcher graphemes = GRAPHEME.matcher(text);
        int end = 0;
        for (int width = 0; graphemes.find(); end = graphemes.end()) {
            width += ofGrapheme(graphemes.group());
            if (width > columns) {
                break;
            }
        }
        return text.substring(0, end);
    }

    /** What is joined to one character on the screen is as wide as the widest of its parts. */
    private static int ofGrapheme(String grapheme) {
        return grapheme.codePoints().map(DisplayWidth::ofCodePoint).max().orElse(0);
    }

    private static int ofCodePoint(int c) {
        if (c == EMOJI_STYLE) {
            return 2;
        }
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
            default -> isWide(c) ? 2 : 1;
        };
    }

    private static boolean isWide(int c) {
        for (int[] range : WIDE) {
            if (c <= range[1]) {
                return c >= range[0];
            }
        }
        return false;
    }
}
