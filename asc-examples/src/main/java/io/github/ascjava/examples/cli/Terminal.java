package io.github.ascjava.examples.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.Locale;
import picocli.CommandLine.Help.Ansi;

/**
 * Where a command prints, and whom it asks.
 *
 * @param out for what was asked for
 * @param err for everything else, so that the output can be piped
 * @param in for answers
 * @param isInteractive whether a person sits in front of it
 * @param width columns of the screen; only for a person
 * @param ansi whether colors are understood and wanted
 */
public record Terminal(
        PrintWriter out, PrintWriter err, BufferedReader in, boolean isInteractive, int width, Ansi ansi) {

    /** Prints a line that was not asked for. */
    public void note(String text) {
        err.println(text);
        err.flush();
    }

    /** Prints a line of output. */
    public void line(String text) {
        out.println(text);
    }

    /** Returns the text in picocli's style, such as {@code bold} or {@code fg(red)}, where colors are wanted. */
    public String styled(String style, String text) {
        Ansi.IStyle[] styles = Ansi.Style.parse(style);
        return ansi.enabled() ? Ansi.Style.on(styles) + text + Ansi.Style.off(styles) : text;
    }

    /** Shows how far long work is; the line is replaced by the next one, and gone for those who read a file. */
    public void progress(String text) {
        if (isInteractive) {
            err.print("\r\033[K" + text);
            err.flush();
        }
    }

    /** Takes the line of {@link #progress} away. */
    public void progressDone() {
        progress("");
    }

    /**
     * Asks a question that is answered with yes or no.
     *
     * @throws FailedException if there is nobody to ask
     */
    boolean confirms(String question) {
        err.print(question + " [y/N] ");
        err.flush();
        String answer;
        try {
            answer = in.readLine();
        } catch (IOException e) {
            throw new UncheckedIOException("The answer could not be read.", e);
        }
        if (answer == null) {
            err.println();
            throw new FailedException("Nobody is there to answer; add --yes to go on without asking.");
        }
        return answer.strip().toLowerCase(Locale.ROOT).startsWith("y");
    }
}
