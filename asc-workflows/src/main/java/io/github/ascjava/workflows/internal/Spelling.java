package io.github.ascjava.workflows.internal;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the known word that a mistyped one stands for. */
public final class Spelling {

    /** Shorter beginnings are those of too many words. */
    private static final int SHORTEST_BEGINNING = 3;

    private Spelling() {}

    /** Returns the known word with the fewest changes, if they are few for its length; the beginning of a word is one. */
    public static Optional<String> nearest(String word, Collection<String> known) {
        return known.stream()
                .min(Comparator.comparingInt(each -> changes(word, each)))
                .filter(each -> changes(word, each) <= Math.max(1, each.length() / 3));
    }

    /** The distance of Levenshtein, with exchanged neighbors as one change, without regard to case and separators. */
    private static int changes(String left, String right) {
        String from = left.toLowerCase(Locale.ROOT).replace('-', '_');
        String to = right.toLowerCase(Locale.ROOT).replace('-', '_');
        if (from.length() >= SHORTEST_BEGINNING && from.length() < to.length() && to.startsWith(from)) {
            return 1;
        }
        if (from.length() > 2 * to.length() + 2) {
            return from.length();
        }
        int[][] least = new int[from.length() + 1][to.length() + 1];
        for (int row = 0; row <= from.length(); row++) {
            for (int column = 0; column <= to.length(); column++) {
                least[row][column] = row == 0 || column == 0 ? row + column : changes(from, to, least, row, column);
            }
        }
        return least[from.length()][to.length()];
    }

    private static int changes(String from, String to, int[][] least, int row, int column) {
        boolean isSame = from.charAt(row - 1) == to.charAt(column - 1);
        int changes = Math.min(
                least[row - 1][column - 1] + (isSame ? 0 : 1),
                Math.min(least[row - 1][column], least[row][column - 1]) + 1);
        boolean isExchanged = row > 1
                && column > 1
                && from.charAt(row - 1) == to.charAt(column - 2)
                && from.charAt(row - 2) == to.charAt(column - 1);
        return isExchanged ? Math.min(changes, least[row - 2][column - 2] + 1) : changes;
    }
}
