package io.github.ascjava.testing.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the oracle accepts of resources that have alternatives. */
class StrictSchemasTest {

    private static final String LOCATION = "https://example.com/schemas/";

    private static final JsonNode SCHEMAS = Bench.json("""
            {'Image': {'type': 'object', 'properties': {
               'attributes': {'oneOf': [{'$ref': '#/components/schemas/Waiting'}, {'$ref': '#/components/schemas/Common'}],
                 'discriminator': {'propertyName': 'state', 'mapping': {
                   'WAITING': '#/components/schemas/Waiting', 'DONE': '#/components/schemas/Common'}}},
               'relationships': {'oneOf': [{'$ref': '#/components/schemas/Day'}, {'$ref': '#/components/schemas/Night'}],
                 'discriminator': {'propertyName': 'light', 'mapping': {
                   'DAY': '#/components/schemas/Day', 'NIGHT': '#/components/schemas/Night'}}}}},
             'Common': {'type': 'object', 'required': ['state'], 'properties': {
               'state': {'type': 'string', 'enum': ['WAITING', 'DONE']}, 'light': {'type': 'string'},
               'name': {'type': 'string'}}},
             'Waiting': {'allOf': [{'$ref': '#/components/schemas/Common'},
               {'type': 'object', 'properties': {'operations': {'type': 'integer'}}}]},
             'Both': {'type': 'object', 'properties': {'owner': {'type': 'string'}}},
             'Day': {'allOf': [{'$ref': '#/components/schemas/Both'},
               {'type': 'object', 'properties': {'sun': {'type': 'string'}}}]},
             'Night': {'allOf': [{'$ref': '#/components/schemas/Both'},
               {'type': 'object', 'properties': {'moon': {'type': 'string'}}}]},
             'Request': {'type': 'object', 'properties': {'a': {'type': 'string'}, 'b': {'type': 'string'},
               'c': {'type': 'string'}},
               'anyOf': [{'type': 'object', 'properties': {'a': {}}, 'required': ['a']},
                         {'type': 'object', 'properties': {'b': {}}, 'required': ['b']}]}}
            """);

    private final StrictSchemas strict = new StrictSchemas(new SchemaParts(SCHEMAS), LOCATION);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'attributes': {'state': 'WAITING', 'name': 'x', 'operations': 1}}",
                "{'attributes': {'state': 'DONE', 'name': 'x'}}",
                "{'attributes': {'name': 'a sparse fieldset'}}",
                "{'attributes': {'state': 'DONE', 'light': 'DAY'}, 'relationships': {'owner': 'x', 'sun': 'x'}}",
                "{'relationships': {'owner': 'x'}}"
            })
    void whatOneAlternativeAllowsPasses(String image) {
        assertThat(isValid("Image", image)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'attributes': {'state': 'DONE', 'operations': 1}}",
                "{'attributes': {'state': 'OTHER'}}",
                "{'attributes': {'state': 'WAITING', 'surprise': 1}}",
                "{'attributes': {'light': 'DAY'}, 'relationships': {'moon': 'x'}}",
                "{'relationships': {'sun': 'x', 'moon': 'x'}}",
                "{'relationships': {'surprise': 'x'}}"
            })
    void whatNoAlternativeAllowsIsFound(String image) {
        assertThat(isValid("Image", image)).isFalse();
    }

    @Test
    void aBodyHasToFitOneOfItsCombinationsAndMayHaveMore() {
        assertThat(isValid("Request", "{'a': 'x', 'c': 'x'}")).isTrue();
        assertThat(isValid("Request", "{'a': 'x', 'b': 'x'}")).isTrue();
        assertThat(isValid("Request", "{'c': 'x'}")).isFalse();
        assertThat(isValid("Request", "{'a': 'x', 'surprise': 'x'}")).isFalse();
    }

    private boolean isValid(String name, String json) {
        SchemaRegistry registry = SchemaRegistry.withDialect(
                Dialects.getOpenApi30(),
                builder ->
                        builder.schemas(location -> strict.strict(SCHEMAS.path(location.substring(LOCATION.length())))
                                .toString()));
        Schema schema = Objects.requireNonNull(registry.getSchema(SchemaLocation.of(LOCATION + name)));
        return schema.validate(json.replace('\'', '"'), InputFormat.JSON).isEmpty();
    }
}
