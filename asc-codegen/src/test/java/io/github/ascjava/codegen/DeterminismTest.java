package io.github.ascjava.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The content of the document determines the output, not the order of its parts. */
@Tag("document")
class DeterminismTest {

    @Test
    void theSameDocumentGivesTheSameBytes() {
        assertThat(Generator.sources(Documents.plan(Documents.small())))
                .isEqualTo(Generator.sources(Documents.plan(Documents.small())));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void theOrderOfPathsAndSchemasDoesNotMatter(long seed) {
        Map<String, String> expected = Generator.sources(Documents.plan(Documents.small()));

        Map<String, String> actual =
                Generator.sources(Documents.plan(shuffled(Documents.small(), new Random(seed), false)));

        assertSame(actual, expected);
    }

    @Test
    void theOrderOfPathsAndSchemasOfApplesDocumentDoesNotMatter() {
        JsonNode shuffled = shuffled(Documents.apple(), new Random(7), false);

        assertSame(Generator.sources(Planner.plan(Documents.corrected(shuffled))), Documents.appleSources());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void theOrderOfPathsAndSchemasDoesNotMatterToTheCatalog(long seed) {
        assertSame(
                CatalogWriter.write(Documents.plan(shuffled(Documents.small(), new Random(seed), false))),
                CatalogWriter.write(Documents.plan(Documents.small())));
    }

    @Test
    void theOrderOfPathsAndSchemasOfApplesDocumentDoesNotMatterToTheCatalog() {
        assertSame(
                CatalogWriter.write(
                        Planner.plan(Documents.corrected(shuffled(Documents.apple(), new Random(7), false)))),
                CatalogWriter.write(Planner.plan(Documents.effective())));
    }

    private static void assertSame(Map<String, String> actual, Map<String, String> expected) {
        assertThat(actual.keySet()).containsExactlyInAnyOrderElementsOf(expected.keySet());
        expected.forEach((path, source) -> assertThat(actual.get(path)).as(path).isEqualTo(source));
    }

    /** Properties keep their order, which the members of records have; arrays are ordered anyway. */
    private static JsonNode shuffled(JsonNode node, Random random, boolean properties) {
        if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, shuffled(array.get(i), random, false));
            }
        }
        if (!(node instanceof ObjectNode object)) {
            return node;
        }
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        if (!properties) {
            Collections.shuffle(names, random);
        }
        ObjectNode copy = object.objectNode();
        for (String name : names) {
            copy.set(name, shuffled(object.get(name), random, name.equals("properties") && !properties));
        }
        return copy;
    }
}
