package io.github.ascjava.codegen;

import static io.github.ascjava.codegen.Documents.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class CorrectionsTest {

    @Test
    void aMemberIsRemoved() {
        JsonNode root = json("{'a': {'type': 'string', 'format': 'uri'}}");

        Corrections corrections = apply(root, "{'target': '$.a.format', 'remove': true}");

        assertThat(root).isEqualTo(json("{'a': {'type': 'string'}}"));
        assertThat(corrections.outdated()).isEmpty();
    }

    @Test
    void aTypeIsOpenedByRemovingAllThatIsSaidOfIt() {
        JsonNode root = json("{'a': {'b': {'type': 'string', 'format': 'uri'}}}");

        apply(root, "{'target': '$.a.b.*', 'remove': true}");

        assertThat(root).isEqualTo(json("{'a': {'b': {}}}"));
    }

    @Test
    void valuesAreAppendedToAListThatLacksThem() {
        JsonNode root = json("{'enum': ['A', 'B']}");

        Corrections corrections = apply(root, "{'target': '$.enum', 'update': ['B', 'C']}");

        assertThat(root).isEqualTo(json("{'enum': ['A', 'B', 'C']}"));
        assertThat(corrections.outdated()).isEmpty();
    }

    @Test
    void objectsAreMerged() {
        JsonNode root = json("{'a': {'type': 'string', 'of': {'b': 1}}}");

        apply(root, "{'target': '$.a', 'update': {'type': 'object', 'of': {'c': 2}, 'enum': ['A']}}");

        assertThat(root).isEqualTo(json("{'a': {'type': 'object', 'of': {'b': 1, 'c': 2}, 'enum': ['A']}}"));
    }

    @Test
    void oneTargetReachesAllPlacesOfAKind() {
        JsonNode root = json("""
                {'paths': {
                  '/v1/rooms': {'get': {'parameters': [{'name': 'sort', 'of': ['a', 'x']}, {'name': 'fields[rooms]', 'of': ['a', 'x']}]}},
                  '/v1/rooms/{id}': {'parameters': [], 'get': {'parameters': [{'name': 'fields[rooms]', 'of': ['x', 'b']}]}}}}
                """);

        apply(
                root,
                "{'target': '$.paths.*.*.parameters[?(@.name == \\\"fields[rooms]\\\")].of[?(@ == \\\"x\\\")]', 'remove': true}");

        assertThat(root).isEqualTo(json("""
                {'paths': {
                  '/v1/rooms': {'get': {'parameters': [{'name': 'sort', 'of': ['a', 'x']}, {'name': 'fields[rooms]', 'of': ['a']}]}},
                  '/v1/rooms/{id}': {'parameters': [], 'get': {'parameters': [{'name': 'fields[rooms]', 'of': ['b']}]}}}}
                """));
    }

    @Test
    void correctionsThatTheDocumentNoLongerNeedsAreReported() {
        String text = "{'a': {'b': 'new'}, 'enum': ['A']}";
        JsonNode root = json(text);

        Corrections corrections = apply(
                root,
                "{'target': '$.a', 'update': {'b': 'new'}, 'description': 'One.'}",
                "{'target': '$.enum', 'update': 'A', 'description': 'Two.'}",
                "{'target': '$.enum[?(@ == \\\"B\\\")]', 'remove': true, 'description': 'Three.'}");

        assertThat(root).isEqualTo(json(text));
        assertThat(corrections.outdated())
                .containsExactly(
                        "The correction at $.a no longer changes anything: One.",
                        "The correction at $.enum no longer changes anything: Two.",
                        "The correction at $.enum[?(@ == \"B\")] no longer changes anything: Three.");
    }

    @Test
    void correctionsOfPlacesThatAreGoneAreReported() {
        JsonNode root = json("{'a': {}}");

        Corrections corrections = apply(
                root,
                "{'target': '$.a.b.c', 'update': {'type': 'string'}}",
                "{'target': '$.enum', 'update': 'A'}",
                "{'target': '$.a.b.format', 'remove': true}");

        assertThat(corrections.outdated()).hasSize(3);
        assertThat(root).isEqualTo(json("{'a': {}}"));
    }

    @Test
    void anUpdateThatDoesNotFitItsTargetStops() {
        assertThatThrownBy(() -> apply(json("{'a': {'b': {}}}"), "{'target': '$.a', 'update': {'b': 'new'}}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The overlay's update \"new\" does not fit {}.");
    }

    @Test
    void anActionThatSaysNothingToDoStops() {
        assertThatThrownBy(() -> apply(json("{}"), "{'target': '$.a'}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The overlay's action {\"target\":\"$.a\"} has neither \"update\" nor \"remove\": true.");
    }

    @Test
    void anActionWithoutAValidTargetStops() {
        assertThatThrownBy(() -> apply(json("{}"), "{'target': '$.a[?(@', 'remove': true}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith(" has no valid target.");
    }

    @Test
    void everyCorrectionSaysWhyAndHowOneKnows() {
        assertThat(DataFile.json(Corrections.FILE).path("actions")).isNotEmpty().allSatisfy(action -> {
            assertThat(action.path("description").asText()).endsWith(".");
            assertThat(action.path("x-source").asText()).startsWith("https://");
        });
    }

    @Test
    @Tag("document")
    void appliedTwiceTheCorrectionsChangeNothingMore() {
        JsonNode root = Documents.apple();
        Corrections.read().applyTo(root);
        JsonNode once = root.deepCopy();
        Corrections again = Corrections.read();

        again.applyTo(root);

        assertThat(root).isEqualTo(once);
        assertThat(again.outdated())
                .hasSize(DataFile.json(Corrections.FILE).path("actions").size());
    }

    private static Corrections apply(JsonNode root, String... actions) {
        String overlay = "{'overlay': '1.1.0', 'info': {}, 'actions': [" + String.join(", ", actions) + "]}";
        Corrections corrections = new Corrections(json(overlay));
        corrections.applyTo(root);
        return corrections;
    }
}
