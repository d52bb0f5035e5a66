package io.github.ascjava.examples.reports;

/** Text inside of HTML and SVG. */
final class Html {

    private Html() {}

    /** Returns the text as characters that are shown, whatever it is; control characters are left out. */
    static String text(String text) {
        StringBuilder html = new StringBuilder(text.length());
        text.codePoints().filter(c -> !Character.isISOControl(c)).forEach(c -> {
            switch (c) {
                case '&' -> html.append("&amp;");
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '"' -> html.append("&quot;");
                case '\'' -> html.append("&#39;");
                default -> html.appendCodePoint(c);
            }
        });
        return html.toString();
    }
}
