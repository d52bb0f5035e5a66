package io.github.ascjava.codegen;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Puts tags, schemas and what is made of them into packages, by the names in {@code domains.txt}.
 *
 * <p>A name of the document must be listed, as {@code AppAssetLibrary} begins with {@code App} but does not belong there.
 * Only names that the generator makes up, such as {@code AppUpdate}, go where the longest listed name at their beginning is.
 */
final class Domains {

    /** Where a name goes until {@link #requireComplete} says that it goes nowhere. */
    private static final String UNKNOWN = "unknown";

    private final Map<String, String> domains = new TreeMap<>();
    private final Set<String> missing = new TreeSet<>();

    /** Makes a map of lines such as {@code users: Actor User}. */
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

    /** The domain of a name that was made up from that of a tag or schema. */
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

    /** Stops the generator if it has come upon names that are not listed. */
    void requireComplete() {
        if (!missing.isEmpty()) {
            throw new UnknownShapeException(
                    String.join(", ", missing), "no line of domains.txt says which package this belongs to.");
        }
    }

    private String unknown(String name) {
        missing.add(name);
        return UNKNOWN;
    }
}
