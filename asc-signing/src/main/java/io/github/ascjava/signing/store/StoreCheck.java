package io.github.ascjava.signing.store;

import java.util.List;

/**
 * What {@link SigningStore#check()} found.
 *
 * @param generation of the store
 * @param files how many files the store has
 * @param problems a sentence per file that is missing, cut, changed or exchanged
 * @param strays names of files among the objects that do not belong to this generation: left by a push that was killed, or put
 *     there; the next push removes them
 * @since 0.1.0
 */
public record StoreCheck(long generation, int files, List<String> problems, List<String> strays) {

    /** Makes the lists unmodifiable. */
    public StoreCheck {
        problems = List.copyOf(problems);
        strays = List.copyOf(strays);
    }

    /** Returns whether every file can be read. */
    public boolean isIntact() {
        return problems.isEmpty();
    }
}
