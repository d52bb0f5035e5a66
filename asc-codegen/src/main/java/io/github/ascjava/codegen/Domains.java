package io.github.ascjava.codegen;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Assigns tags, schemas and the types made of them to packages, by the names in {@code domains.txt}.
 *
 * <p>Names in the document must be listed: {@code AppAssetLibrary} begins with {@code App} but does not belong there.
 * Names that the generator derives, such as {@code AppUpdate}, belong to the longest listed name at their beginning.
 */
final class Domains {

    /** The domain of unlisted names, until {@link #requireComplete} reports them. */
    private static final String UNKNOWN = "unknown";

    private final Map<String, String> domains = new TreeMap<>();
    private final Set<String> missing = new TreeSet<>();

    /** Parses lines such as {@code users: Actor User}. */
    Domains(List<String> lines) {
        for (String line : lines) {
            int colon = line.indexOf(':');
            for (String name : line.substring(colon + 1).strip().split("\\s+", -1)) {
                domains.put(name, line.substring(0, colon));
            }
        }
    }

    static Domains read() {
        return new Domains(DataFile.lines("domains.txt"));
    }

    /** The domain of a tag or schema; one that is not listed is remembered until {@link #requireComplete}. */
    String ofListed(String name) {
        for (String each : List.of(name, Names.singular(name))) {
            String domain = domains.get(
                    each.substring(0, each.length() - Names.versionOf(each).length()));
            if (domain != null) {
                return domain;
            }
        }
        String singular = Names.singular(name);
        return unknown(singular.substring(
                0, singular.length() - Names.versionOf(singular).length()));
    }

    /** The domain of a name that is derived from that of a tag or schema. */
    String ofMadeUp(String name) {
        for (int end = name.length(); end > 0; end--) {
            String domain = domains.get(name.substring(0, end));
            boolean isWord = end == name.length() || Character.isUpperCase(name.charAt(end));
            if (isWord && domain != null) {
                return domain;
            }
            if (isWord && missing.contains(name.substring(0, end))) {
                return UNKNOWN;
            }
        }
        return unknown(name);
    }

    /** Stops the generator if it met names that are not listed. */
    void requireComplete() {
        if (!missing.isEmpty()) {
            throw new UnknownShapeException(
                    String.join(", ", missing), "domains.txt does not assign this to a package.");
        }
    }

    private String unknown(String name) {
        missing.add(name);
        return UNKNOWN;
    }
}
