package io.github.ascjava.uploads.internal.packages;

import java.util.List;

/** The names of entries in archives. */
final class Names {

    private Names() {}

    /**
     * Checks that a name stays inside of its archive. Such names are never valid in a package, and dangerous for whoever
     * unpacks it.
     */
    static void requireInside(String name) throws UnreadablePackageException {
        if (name.startsWith("/") || List.of(name.split("[/\\\\]", -1)).contains("..")) {
            throw new UnreadablePackageException("contains the entry " + excerpt(name)
                    + ", whose name points out of the package; build the package again from trusted sources");
        }
    }

    /** Returns a name that is short enough for a message. */
    static String excerpt(String name) {
        return name.length() <= 100 ? name : name.substring(0, 100) + "...";
    }

    /** Replaces control characters, which a terminal would obey, and halves of characters. */
    static String printable(String text) {
        return text.replaceAll("\\p{C}", "?");
    }
}
