package io.github.ascjava.reports.internal;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The names of a report's columns, and where each one is.
 *
 * <p>Immutable. A column is found by its exact name, or by letters and digits alone without regard to case, or by
 * another name that Apple has used for it ({@link ColumnSynonyms}).
 */
public final class Columns implements Serializable {

    private static final long serialVersionUID = 1L;

    private final ArrayList<String> names;
    private final transient String[] inOrder;
    private final transient Map<String, Integer> exact = new HashMap<>();
    private final transient Map<String, Integer> similar = new HashMap<>();

    /** Takes the names in the order of the file; the first of two equal ones is found by name. */
    public Columns(List<String> names) {
        this.names = new ArrayList<>(names);
        for (int i = 0; i < names.size(); i++) {
            // Interned like the constants of a program, so that they are found without comparing characters.
            this.names.set(i, names.get(i).intern());
            exact.putIfAbsent(this.names.get(i), i);
            similar.putIfAbsent(key(names.get(i)), i);
        }
        ColumnSynonyms.addTo(similar);
        this.inOrder = this.names.toArray(new String[0]);
    }

    /**
     * Returns the position of a column as {@link #indexOf(String)} does, in a fraction of the time if it is the expected one.
     *
     * <p>Programs ask for columns in the order of the file, by constants, which are interned like the names.
     */
    @SuppressWarnings("ReferenceEquality")
    public int indexOf(String name, int expected) {
        return expected < inOrder.length && inOrder[expected] == name ? expected : indexOf(name);
    }

    /** Returns the position of a column, counted from 0; -1 if there is none of this name. */
    public int indexOf(String name) {
        Integer index = exact.get(name);
        if (index == null) {
            index = similar.get(key(name));
        }
        return index == null ? -1 : index;
    }

    /** Returns all names in the order of the file. */
    public List<String> names() {
        return Collections.unmodifiableList(names);
    }

    /** Returns the letters and digits of a name in lower case. */
    static String key(String name) {
        StringBuilder key = new StringBuilder(name.length());
        name.codePoints().filter(Character::isLetterOrDigit).forEach(key::appendCodePoint);
        return key.toString().toLowerCase(Locale.ROOT);
    }

    /** Finds columns by name again after deserialization. */
    private Object readResolve() {
        return new Columns(names);
    }
}
