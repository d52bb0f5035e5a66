package io.github.ascjava.codegen;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/**
 * What Apple documents and a document lacks, as data: {@code additions.txt}.
 *
 * <p>What the document has already is left as it is: if it says the same, the addition is {@linkplain #dropped() dropped};
 * if it says something else, that is one of the {@linkplain #differences() differences}.
 *
 * <p>{@link Corrections} come after the additions, because Apple's documentation has the same errors as its document.
 */
final class Additions {

    static final String FILE = "additions.txt";

    private final List<Outline> entries;
    private final List<String> dropped = new ArrayList<>();
    private final List<String> differences = new ArrayList<>();

    Additions(List<String> lines) {
        this.entries = Outline.parse(lines);
    }

    static Additions read() {
        return new Additions(DataFile.indented(FILE));
    }

    List<Outline> entries() {
        return entries;
    }

    /** Additions that the document has, too, in sentences. */
    List<String> dropped() {
        return List.copyOf(dropped);
    }

    /** Where the document says something else than the additions, in sentences. */
    List<String> differences() {
        return List.copyOf(differences);
    }

    void applyTo(JsonNode root) {
        AddedEntries added = new AddedEntries((ObjectNode) root);
        for (Outline entry : entries) {
            boolean changed = added.apply(entry);
            List<String> found = added.takeDifferences();
            found.forEach(each -> differences.add("The document differs from " + FILE + " in " + each + "."));
            if (!changed && found.isEmpty() && !entry.word(0).equals("version")) {
                dropped.add("The document has this addition already: " + entry.text() + ".");
            }
        }
    }
}
