package io.github.ascjava.release.internal.metadata;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the known word that a mistyped one stands for. */
final class Spelling {

    private Spelling() {}

    /** Returns the known word with the fewest changes, if they are few for its length. */
    static Optional<String> nearest(String word, Collection<String> known) {
        return known.stream()
                .min(Comparator.comparingInt(each -> changes(word, each)))
                .filter(each -> changes(word, each) <= Math.max(1, each.length() / 3));
    }

    /** The Levenshtein distance without regard to case; a long word is far from all. */
    private static int changes(String left, String right) {
        String from = left.toLowerCase(Locale.ROOT);
        String to = right.toLowerCase(Locale.ROOT);
        if (from.length() > 2 * to.length() + 2) {
            return from.length();
        }
        int[] above = new int[to.length() + 1];
        for (int column = 0; column <= to.length(); column++) {
            above[column] = column;
        }
        for (int row = 1; row <= from.length(); row++) {
            int[] current = new int[to.length() + 1];
            current[0] = row;
            for (int column = 1; column <= to.length(); column++) {
                int replaced = above[column - 1] + (from.charAt(row - 1) == to.charAt(column - 1) ? 0 : 1);
                current[column] = Math.min(replaced, Math.min(above[column], current[column - 1]) + 1);
            }
            above = current;
        }
        return above[to.length()];
    }
}
