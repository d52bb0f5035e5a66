package io.github.ascjava.reports.internal;

import java.io.Serializable;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The cells of one line, as bytes that become text, numbers and dates on demand.
 *
 * <p>Immutable. A cell that is empty, or that has only spaces, is blank.
 */
public final class Cells implements Serializable {

    private static final long serialVersionUID = 1L;

    private final byte[] bytes;
    private final int[] ends;
    private final boolean ascii;

    /**
     * Takes over a line.
     *
     * @param ends the positions behind each cell; one byte separates two cells
     * @param ascii whether all bytes are ASCII
     */
    Cells(byte[] bytes, int[] ends, boolean ascii) {
        this.bytes = bytes;
        this.ends = ends;
        this.ascii = ascii;
    }

    /** Returns the number of cells, at least 1. */
    public int size() {
        return ends.length;
    }

    /** Returns whether a cell is blank, or beyond the end of the line. */
    public boolean isBlank(int cell) {
        if (cell >= ends.length) {
            return true;
        }
        int end = ends[cell];
        for (int i = start(cell); i < end; i++) {
            if (bytes[i] != ' ') {
                return false;
            }
        }
        return true;
    }

    /** Returns a cell as text, with spaces at its ends; null if it is blank. Bytes that are not UTF-8 become U+FFFD. */
    public @Nullable String text(int cell) {
        if (isBlank(cell)) {
            return null;
        }
        int start = start(cell);
        int length = ends[cell] - start;
        return ascii ? ascii(start, length) : new String(bytes, start, length, StandardCharsets.UTF_8);
    }

    /** Copies bytes by the only constructor that does not look for others than ASCII again. */
    @SuppressWarnings("deprecation")
    private String ascii(int start, int length) {
        return new String(bytes, 0, start, length);
    }

    /** Returns a cell as text; an empty text if it is blank. */
    public String textOrEmpty(int cell) {
        String text = text(cell);
        return text == null ? "" : text;
    }

    /**
     * Returns a cell as a decimal number; null if it is blank.
     *
     * @throws NumberFormatException if it is not a decimal number
     */
    public @Nullable BigDecimal decimal(int cell) {
        return isBlank(cell) ? null : Decimals.parse(bytes, start(cell), ends[cell]);
    }

    /**
     * Returns a cell as a date; null if it is blank.
     *
     * @throws java.time.DateTimeException if it is not a date
     */
    public @Nullable LocalDate date(int cell) {
        return isBlank(cell) ? null : Dates.parse(bytes, start(cell), ends[cell]);
    }

    private int start(int cell) {
        return cell == 0 ? 0 : ends[cell - 1] + 1;
    }
}
