package io.github.ascjava.codegen;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Documented parts of the API that a document lacks, as data: {@code additions.txt}.
 *
 * <p>Existing parts of the document are left as they are. An addition that the document already has is
 * {@linkplain #dropped() dropped}; where the document contradicts an addition, that is one of the
 * {@linkplain #differences() differences}.
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

    /** Sentences about additions that the document already has. */
    List<String> dropped() {
        return List.copyOf(dropped);
    }

    /** Sentences about differences between the document and the additions. */
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
                dropped.add("The document already has this addition: " + entry.text() + ".");
            }
        }
    }
}
