package io.github.ascjava.examples.cli;

import java.io.Console;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the program's output goes to.
 *
 * @param isInteractive whether a person sits in front of it
 * @param width columns, if so
 */
public record Screen(boolean isInteractive, int width) {

    private static final int USUAL_WIDTH = 80;
    private static final Pattern ROWS_AND_COLUMNS = Pattern.compile("\\d+ (\\d+)\\s*");

    /** Neither wraps nor asks: a file, a pipe, a test. */
    public static final Screen NONE = new Screen(false, USUAL_WIDTH);

    /** Looks at what this program was started with. */
    public static Screen ofThisProgram(Map<String, String> environment) {
        return isTerminal() ? new Screen(true, width(environment.getOrDefault("COLUMNS", ""))) : NONE;
    }

    /** Up to JDK 21 there is a console if there is a terminal; from 22 on there is always one, which has to be asked. */
    @SuppressWarnings("SystemConsoleNull")
    private static boolean isTerminal() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException e) {
            return true;
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }

    private static int width(String columns) {
        if (columns.matches("\\d{1,4}")) {
            return Integer.parseInt(columns);
        }
        try {
            // Java cannot ask the terminal itself.
            Process stty = new ProcessBuilder("stty", "size")
                    .redirectInput(ProcessBuilder.Redirect.INHERIT)
                    .start();
            String said = new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            Matcher size = ROWS_AND_COLUMNS.matcher(said);
            int width = size.matches() ? Integer.parseInt(size.group(1)) : 0;
            return width > 0 ? width : USUAL_WIDTH;
        } catch (IOException | UncheckedIOException e) {
            return USUAL_WIDTH;
        }
    }
}
