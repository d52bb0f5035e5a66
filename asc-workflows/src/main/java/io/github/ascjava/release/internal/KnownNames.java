package io.github.ascjava.release.internal;

import io.github.ascjava.client.jsonapi.OpenEnum;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** Names that Apple accepts, and what a misspelled one was probably meant to be. */
public final class KnownNames {

    /** More mistakes make another name. */
    private static final int MOST_MISTAKES = 2;

    private KnownNames() {}

    /**
     * Returns what is wrong with a name that is not known: a sentence with the nearest known one, or with all of them if
     * none is near. Empty if the name is known.
     */
    public static Optional<String> problem(String what, String name, Collection<String> known) {
        if (known.contains(name)) {
            return Optional.empty();
        }
        Comparator<String> byDistance = Comparator.comparingInt(each -> distance(name, each));
        Optional<String> nearest = known.stream()
                .min(byDistance.thenComparing(Comparator.naturalOrder()))
                .filter(each -> distance(name, each) <= Math.max(MOST_MISTAKES, name.length() / 3));
        String hint = nearest.map(each -> "Did you mean " + each + "?")
                .orElseGet(() -> "Possible are: " + String.join(", ", known) + ".");
        return Optional.of("There is no " + what + " " + name + ". " + hint);
    }

    /** Returns the texts of a type's documented values, in the order of the document. */
    public static List<String> values(Class<?> type) {
        return Arrays.stream(type.getFields())
                .filter(field -> field.getType() == type)
                .map(KnownNames::value)
                .map(OpenEnum::value)
                .toList();
    }

    private static OpenEnum value(Field field) {
        try {
            return (OpenEnum) Objects.requireNonNull(field.get(null));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("Public constants can be read.", e);
        }
    }

    /** The number of letters to insert, delete or replace, whatever their case; 1 for the beginning of a name. */
    private static int distance(String from, String to) {
        String a = from.toUpperCase(Locale.ROOT).replace('-', '_');
        String b = to.toUpperCase(Locale.ROOT);
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        boolean isBeginning = !a.isEmpty() && b.startsWith(a);
        return isBeginning ? 1 : row[b.length()];
    }
}
