package io.github.ascjava.examples.cli;

import java.util.regex.Pattern;

/** Makes text that anyone may have written harmless in a spreadsheet, which would run some of it as a formula. */
public final class SpreadsheetText {

    /** What a spreadsheet takes for the beginning of a formula. */
    private static final Pattern FORMULA = Pattern.compile("[=+\\-@\t\r].*", Pattern.DOTALL);

    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+([.,]\\d+)?([eE][+-]?\\d+)?");
    private static final String TEXT_MARK = "'";

    private SpreadsheetText() {}

    /** Returns the text, with a mark in front if it looks like a formula, and with escapes for control characters. */
    public static String of(String text) {
        boolean isFormula =
                FORMULA.matcher(text).matches() && !NUMBER.matcher(text).matches();
        // Marked before it is escaped: a spreadsheet drops leading tabs and line breaks.
        return (isFormula ? TEXT_MARK : "") + PrintableText.line(text);
    }
}
