package io.github.ascjava.reports.internal;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/**
 * A line of a comma-separated file in which cells are quoted.
 *
 * <p>A cell that begins with a quotation mark ends at the next single one; two of them stand for one (RFC 4180). A line
 * break within a cell is not supported. Cells of tab-separated files are never quoted.
 */
final class QuotedLine {

    private final byte[] line;
    private final long lineNumber;
    private final ByteArrayOutputStream content;
    private int[] ends = new int[64];
    private int cells;
    private int position;
    private boolean ascii = true;

    private QuotedLine(byte[] line, long lineNumber) {
        this.line = line;
        this.lineNumber = lineNumber;
        this.content = new ByteArrayOutputStream(line.length);
    }

    static boolean hasQuotes(byte[] line) {
        for (byte next : line) {
            if (next == '"') {
                return true;
            }
        }
        return false;
    }

    static Cells split(byte[] line, long lineNumber) throws UnreadableException {
        return new QuotedLine(line, lineNumber).split();
    }

    private Cells split() throws UnreadableException {
        cell();
        while (position < line.length) {
            position++;
            content.write(',');
            cell();
        }
        return new Cells(content.toByteArray(), Arrays.copyOf(ends, cells), ascii);
    }

    private void cell() throws UnreadableException {
        if (position < line.length && line[position] == '"') {
            position++;
            quoted();
        }
        while (position < line.length && line[position] != ',') {
            copy();
        }
        if (cells == ends.length) {
            ends = Arrays.copyOf(ends, 2 * cells);
        }
        ends[cells++] = content.size();
    }

    /** Copies what is within quotation marks, and moves behind the closing one. */
    private void quoted() throws UnreadableException {
        while (position < line.length) {
            boolean quote = line[position] == '"';
            boolean twice = quote && position + 1 < line.length && line[position + 1] == '"';
            if (quote && !twice) {
                position++;
                return;
            }
            position += twice ? 1 : 0;
            copy();
        }
        throw new UnreadableException("has a cell without a closing quotation mark; check the file", lineNumber);
    }

    private void copy() {
        byte next = line[position++];
        ascii &= next >= 0;
        content.write(next);
    }
}
