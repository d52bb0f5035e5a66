package io.github.ascjava.examples.cli;

/**
 * Makes text harmless to print, whoever wrote it: names and messages of a server can hold escape sequences that take over a
 * terminal, line breaks that forge a row, and directional controls that reorder what is read.
 *
 * <p>Such characters become escapes, such as {@code \\u001b}. Inside JSON these are the same text to every reader.
 */
final class PrintableText {

    private PrintableText() {}

    /** Returns text of one line: line breaks and tabs become escapes as well. */
    static String line(String text) {
        return escaped(text, false);
    }

    /** Returns text that may have several lines and tabs. */
    static String block(String text) {
        return escaped(text, true);
    }

    private static String escaped(String text, boolean keepsLayout) {
        StringBuilder printable = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            int next = i + Character.charCount(c);
            boolean isLayout =
                    c == '\n' || c == '\t' || (c == '\r' && next < text.length() && text.charAt(next) == '\n');
            if ((isLayout && keepsLayout) || !isDangerous(c)) {
                printable.appendCodePoint(c);
            } else {
                printable.append(escape(c));
            }
            i = next;
        }
        return printable.toString();
    }

    private static boolean isDangerous(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE ->
                true;
            case Character.FORMAT -> isDirectional(c);
            default -> false;
        };
    }

    /** The other format characters join emoji and letters, and change nothing outside their word. */
    private static boolean isDirectional(int c) {
        return c == 0x061C
                || c == 0x200E
                || c == 0x200F
                || (c >= 0x202A && c <= 0x202E)
                || (c >= 0x2066 && c <= 0x2069);
    }

    private static String escape(int c) {
        return switch (c) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> String.format("\\u%04x", c);
        };
    }
}
