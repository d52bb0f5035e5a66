package io.github.ascjava.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.lang.module.ModuleDescriptor.Version;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The additions turn an older document into the content of a newer one, for all available pairs of documents. */
@Tag("document")
class AdditionsDocumentTest {

    private static final Path DOCUMENTS = Path.of("../../shared/spec");

    /** Apple's own error schema and that of a patched copy differ; no class is generated from either. */
    private static final List<String> ERRORS = List.of("ErrorResponse", "ResponseError");

    @Test
    void olderDocumentsWithTheAdditionsSayWhatTheNewestOneSays() throws IOException {
        List<ObjectNode> documents = documents();
        assumeTrue(documents.size() > 1, () -> "There are not two OpenAPI documents of Apple's in " + DOCUMENTS + ".");
        ObjectNode newest = documents.remove(documents.size() - 1);
        Corrections.read().applyTo(newest);
        SchemaIndex expected = index(newest);

        for (ObjectNode older : documents) {
            Additions.read().applyTo(older);
            Corrections.read().applyTo(older);

            SchemaIndex merged = index(older);
            SchemaComparison comparison = new SchemaComparison(expected, merged);
            assertThat(comparison.differences(newest.path("paths"), older.path("paths")))
                    .isEmpty();
            assertThat(comparison.differences(used(newest), used(older))).isEmpty();
            assertThat(older.at("/info/version")).isEqualTo(newest.at("/info/version"));
        }
    }

    @Test
    void whatADocumentHasIsDroppedAndReported() throws IOException {
        List<ObjectNode> documents = documents();
        assumeTrue(!documents.isEmpty(), () -> "No OpenAPI document of Apple's is in " + DOCUMENTS + ".");
        for (ObjectNode document : documents) {
            Additions.read().applyTo(document);
            JsonNode once = document.deepCopy();
            Additions again = Additions.read();

            again.applyTo(document);

            assertThat(document).isEqualTo(once);
            assertThat(again.differences()).isEmpty();
            assertThat(again.dropped()).hasSize((int) again.entries().stream()
                    .filter(entry -> !entry.word(0).equals("version"))
                    .count());
        }
    }

    private static SchemaIndex index(JsonNode root) {
        return new SchemaIndex((ObjectNode) root.at("/components/schemas"));
    }

    /** Omits the schemas whose members are merged into those of a resource, and schemas that are then unused. */
    private static JsonNode used(ObjectNode root) {
        ObjectNode schemas =
                ((ObjectNode) root.at("/components/schemas")).deepCopy().remove(ERRORS);
        for (JsonNode schema : schemas) {
            for (String kind : List.of("attributes", "relationships")) {
                JsonNode members = Document.property(schema, kind);
                if (members.has("oneOf")) {
                    ((ObjectNode) schema.path("properties"))
                            .set(kind, index(root).merged(members));
                }
            }
        }
        Set<String> unused = new HashSet<>();
        do {
            schemas.remove(unused);
            Set<String> referenced = new HashSet<>(root.path("paths").findValuesAsText("$ref"));
            referenced.addAll(schemas.findValuesAsText("$ref"));
            unused.clear();
            schemas.fieldNames().forEachRemaining(name -> {
                if (!referenced.contains(Document.SCHEMA_REF + name)) {
                    unused.add(name);
                }
            });
        } while (!unused.isEmpty());
        ObjectNode used = ((ObjectNode) root.at("/components/schemas")).deepCopy();
        used.retain(schemas.properties().stream().map(Map.Entry::getKey).toList());
        return used;
    }

    /** The available documents, the newest last. */
    private static List<ObjectNode> documents() throws IOException {
        List<ObjectNode> documents = new ArrayList<>();
        if (Files.isDirectory(DOCUMENTS)) {
            try (Stream<Path> files = Files.list(DOCUMENTS)) {
                for (Path file :
                        files.filter(each -> each.toString().endsWith(".json")).toList()) {
                    documents.add((ObjectNode) new ObjectMapper().readTree(file.toFile()));
                }
            }
        }
        documents.sort(Comparator.comparing(
                root -> Version.parse(root.at("/info/version").asText())));
        return documents;
    }
}
