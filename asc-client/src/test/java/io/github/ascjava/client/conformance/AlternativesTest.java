package io.github.ascjava.client.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How the conformance tests treat schemas with alternatives, which not every document has. */
final class AlternativesTest {

    private final Spec spec = Spec.of(json("""
            {'components': {'schemas': {
               'ImageResponse': {'type': 'object', 'properties': {'data': {'$ref': '#/components/schemas/Image'}}},
               'Image': {'type': 'object', 'properties': {
                 'type': {'type': 'string', 'enum': ['images']}, 'id': {'type': 'string'}, 'links': {'type': 'object'},
                 'attributes': {'oneOf': [{'$ref': '#/components/schemas/Waiting'}, {'$ref': '#/components/schemas/Common'}],
                   'discriminator': {'propertyName': 'state', 'mapping': {'WAITING': '#/components/schemas/Waiting',
                     'DONE': '#/components/schemas/Common', 'GONE': '#/components/schemas/Common'}}},
                 'relationships': {'oneOf': [{'$ref': '#/components/schemas/Day'}, {'$ref': '#/components/schemas/Night'}],
                   'discriminator': {'propertyName': 'light', 'mapping': {
                     'DAY': '#/components/schemas/Day', 'NIGHT': '#/components/schemas/Night'}}}}},
               'Common': {'type': 'object', 'required': ['state'], 'properties': {
                 'state': {'type': 'string', 'enum': ['WAITING', 'DONE', 'GONE']}, 'light': {'type': 'string'}}},
               'Waiting': {'allOf': [{'$ref': '#/components/schemas/Common'},
                 {'type': 'object', 'properties': {'operations': {'type': 'integer'}}}]},
               'Day': {'type': 'object', 'properties': {'sun': {'type': 'object', 'properties': {}}}},
               'Night': {'type': 'object', 'properties': {'moon': {'type': 'object', 'properties': {}}}},
               'PlacementCreateRequest': {'type': 'object', 'properties': {'data': {'type': 'object', 'required': ['type'],
                 'properties': {'type': {'type': 'string', 'enum': ['placements']},
                   'attributes': {'type': 'object', 'properties': {'kind': {'type': 'string'}}},
                   'relationships': {'type': 'object', 'properties': {'image': {'type': 'object'},
                     'video': {'type': 'object'}}}},
                 'anyOf': [
                   {'type': 'object', 'required': ['attributes', 'relationships'], 'properties': {
                     'attributes': {'required': ['kind']}, 'relationships': {'required': ['image']}}},
                   {'type': 'object', 'required': ['attributes', 'relationships'], 'properties': {
                     'attributes': {'required': ['kind']}, 'relationships': {'required': ['video']}}}]}}}}}}
            """));

    @Test
    void thereIsAnExampleOfEachAlternative() {
        List<JsonNode> examples = new Examples(spec).responses("ImageResponse");

        assertThat(examples)
                .extracting(example -> example.at("/data/attributes/state").textValue()
                        + " " + example.at("/data/attributes").has("operations")
                        + " " + example.at("/data/attributes/light").textValue()
                        + " " + example.at("/data/relationships").fieldNames().next())
                .containsExactly("WAITING true DAY sun", "DONE false NIGHT moon", "GONE false DAY sun");
    }

    @Test
    void aResourceHasTheMembersOfAllItsAlternatives() {
        JsonNode image = spec.resources().getOrDefault("Image", json("{}")).path("properties");

        assertThat(image.at("/attributes/properties").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("state", "light", "operations");
        assertThat(image.at("/relationships/properties").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("sun", "moon");
        assertThat(Spec.texts(image.at("/attributes/required"))).containsExactly("state");
    }

    @Test
    void ofABodyIsRequiredWhatEachAlternativeRequires() {
        JsonNode data = spec.bodies().getOrDefault("PlacementCreateRequest", json("{}"));

        assertThat(Spec.texts(data.at("/properties/attributes/required"))).containsExactly("kind");
        assertThat(Spec.texts(data.at("/properties/relationships/required"))).isEmpty();
        assertThat(spec.leastOf("PlacementCreateRequest"))
                .containsExactly(List.of("kind", "image"), List.of("kind", "video"));
    }

    @Test
    void aBodyThatFitsNoAlternativeIsFound() {
        String body = "{'data': {'type': 'placements', 'attributes': {'kind': 'x'}, 'relationships': {%s}}}";
        JsonNode schema = spec.schema("PlacementCreateRequest");

        assertThat(SchemaCheck.problems(spec, schema, json(body.formatted("'video': {}"))))
                .isEmpty();
        assertThat(SchemaCheck.problems(spec, schema, json(body.formatted(""))))
                .containsExactly("$.data.relationships.image is missing");
        assertThat(SchemaCheck.problems(spec, schema, json(body.formatted("'image': {}, 'sound': {}"))))
                .containsExactly("$.data.relationships.sound is not documented");
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }
}
