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
 * <p>What is printed here may come from a server, and is {@linkplain PrintableText made harmless} first.
 *
 * @param out for what was asked for
 * @param err for everything else, so that the output can be piped
 * @param in for answers
 * @param isQuiet whether nothing but output and questions is wanted
 * @param isInteractive whether a person sits in front of it
 * @param width columns of the screen; only for a person
 * @param ansi whether colors are understood and wanted
 */
public record Terminal(
        PrintWriter out,
        PrintWriter err,
        BufferedReader in,
        boolean isQuiet,
        boolean isInteractive,
        int width,
        Ansi ansi) {

    /** Prints a line that was not asked for. */
    public void note(String text) {
        if (!isQuiet) {
            err.println(PrintableText.line(text));
            err.flush();
        }
    }

    /** Prints a line of output. */
    public void line(String text) {
        out.println(PrintableText.line(text));
    }

    /** Prints output of several lines, such as JSON. */
    public void block(String text) {
        out.println(PrintableText.block(text));
    }

    /** Prints a line of output, in bold where styles are wanted. */
    void heading(String text) {
        String printable = PrintableText.line(text);
        // Reset, because what picocli sends to end bold underlines twice.
        out.println(ansi.enabled() ? Ansi.Style.bold.on() + printable + Ansi.Style.reset.on() : printable);
    }

    /** Shows how far long work is; the line is replaced by the next one, and gone for those who read a file. */
    public void progress(String text) {
        if (isInteractive && !isQuiet) {
            err.print("\r\033[K" + PrintableText.line(text));
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
        err.print(PrintableText.line(question) + " [y/N] ");
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
