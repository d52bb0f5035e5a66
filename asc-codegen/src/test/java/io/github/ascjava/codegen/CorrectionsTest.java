package io.github.ascjava.codegen;

import static io.github.ascjava.codegen.Documents.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.reflect.Constructor;
import org.junit.jupiter.api.Test;

class CorrectionsTest {

    @Test
    void aValueIsReplaced() {
        JsonNode root = json("{'a': {'b': 'old'}}");

        Corrections corrections = apply(root, "{'at': '/a/b', 'change': 'replace', 'value': {'type': 'string'}}");

        assertThat(root).isEqualTo(json("{'a': {'b': {'type': 'string'}}}"));
        assertThat(corrections.outdated()).isEmpty();
    }

    @Test
    void aValueIsAddedToAList() {
        JsonNode root = json("{'enum': ['A']}");

        Corrections corrections = apply(root, "{'at': '/enum', 'change': 'add-value', 'value': 'B'}");

        assertThat(root).isEqualTo(json("{'enum': ['A', 'B']}"));
        assertThat(corrections.outdated()).isEmpty();
    }

    @Test
    void aPlaceIsFoundBehindAPathOfTheApi() {
        JsonNode root = json("{'paths': {'/v1/rooms/{id}': {'get': {'parameters': [{'name': 'sort'}]}}}}");

        Corrections corrections = apply(
                root,
                "{'at': '/paths/~1v1~1rooms~1{id}/get/parameters/0/name', 'change': 'replace', 'value': 'order'}");

        assertThat(root).isEqualTo(json("{'paths': {'/v1/rooms/{id}': {'get': {'parameters': [{'name': 'order'}]}}}}"));
        assertThat(corrections.outdated()).isEmpty();
    }

    @Test
    void correctionsThatTheDocumentNoLongerNeedsAreReported() {
        String text = "{'a': {'b': 'new'}, 'enum': ['A']}";
        JsonNode root = json(text);

        Corrections corrections = apply(
                root,
                "{'at': '/a/b', 'change': 'replace', 'value': 'new', 'source': 'one'}",
                "{'at': '/enum', 'change': 'add-value', 'value': 'A', 'source': 'two'}");

        assertThat(root).isEqualTo(json(text));
        assertThat(corrections.outdated())
                .containsExactly(
                        "The correction at /a/b (one) no longer changes anything.",
                        "The correction at /enum (two) no longer changes anything.");
    }

    @Test
    void correctionsOfPlacesThatAreGoneAreReported() {
        Corrections corrections = apply(
                json("{}"),
                "{'at': '/a/b', 'change': 'replace', 'value': 'new', 'source': 'one'}",
                "{'at': '/enum', 'change': 'add-value', 'value': 'A', 'source': 'two'}");

        assertThat(corrections.outdated()).hasSize(2);
    }

    @Test
    void anUnknownChangeStops() {
        assertThatThrownBy(() -> apply(json("{}"), "{'at': '/a/b', 'change': 'improve'}"))
                .isInstanceOf(UnknownShapeException.class)
                .hasMessage("/a/b: corrections.json names an unknown change."
                        + " Teach the generator this shape, or correct the document in corrections.json.");
    }

    @Test
    void everyCorrectionSaysWhereWhatWhyAndHowOneKnows() throws IOException {
        JsonNode corrections = new ObjectMapper().readTree(String.join("\n", DataFile.lines("corrections.json")));

        assertThat(corrections).isNotEmpty().allSatisfy(correction -> {
            for (String member : new String[] {"at", "change", "reason", "source"}) {
                assertThat(correction.path(member).asText())
                        .as("%s of %s", member, correction)
                        .isNotBlank();
            }
            assertThat(correction.path("at").asText()).startsWith("/");
            assertThat(correction.has("value")).as("value of %s", correction).isTrue();
        });
    }

    @Test
    void everyCorrectionStillChangesApplesDocument() throws IOException {
        JsonNode root = Documents.apple();
        Corrections corrections = Corrections.read();

        corrections.applyTo(root);

        assertThat(corrections.outdated()).isEmpty();
    }

    private static Corrections apply(JsonNode root, String... corrections) {
        try {
            Constructor<Corrections> constructor = Corrections.class.getDeclaredConstructor(JsonNode.class);
            constructor.setAccessible(true);
            Corrections made = constructor.newInstance(json("[" + String.join(", ", corrections) + "]"));
            made.applyTo(root);
            return made;
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }
}
