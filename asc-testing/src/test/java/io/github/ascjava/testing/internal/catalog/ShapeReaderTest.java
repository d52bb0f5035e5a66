package io.github.ascjava.testing.internal.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShapeReaderTest {

    private final ShapeReader reader = new ShapeReader(json("""
            {'Color': {'is': 'values', 'of': ['RED', 'GREEN']},
             'Tree': {'is': 'object', 'of': {
               'leaves': {'is': 'list', 'of': {'is': 'text'}},
               'branches': {'is': 'list', 'of': {'is': 'named', 'of': 'Tree'}}}}}
            """));

    @Test
    void plainShapesAreRead() {
        assertThat(read("{'is': 'text'}")).isEqualTo(new Shape.Text(null));
        assertThat(read("{'is': 'text', 'format': 'date-time'}")).isEqualTo(new Shape.Text("date-time"));
        assertThat(read("{'is': 'boolean'}")).isEqualTo(new Shape.Flag());
        assertThat(read("{'is': 'number'}")).isEqualTo(new Shape.Decimal());
        assertThat(read("{'is': 'any'}")).isEqualTo(new Shape.Any());
        assertThat(read("{'is': 'integer'}")).isEqualTo(new Shape.Whole(Long.MIN_VALUE, Long.MAX_VALUE));
        assertThat(read("{'is': 'integer', 'least': 1, 'most': 5}")).isEqualTo(new Shape.Whole(1, 5));
        assertThat(read("{'is': 'values', 'of': ['A', 'B']}")).isEqualTo(new Shape.OneOf(List.of("A", "B")));
    }

    @Test
    void shapesWithinShapesAreRead() {
        assertThat(read("{'is': 'list', 'of': {'is': 'list', 'of': {'is': 'named', 'of': 'Color'}}}"))
                .isEqualTo(new Shape.ListOf(new Shape.ListOf(new Shape.OneOf(List.of("RED", "GREEN")))));
        assertThat(read("{'is': 'map', 'of': {'is': 'text'}}")).isEqualTo(new Shape.MapOf(new Shape.Text(null)));
        assertThat(read("""
                {'is': 'object', 'of': {
                  'colors': {'is': 'list', 'of': {'is': 'named', 'of': 'Color'}, 'nullable': true},
                  'name': {'is': 'text', 'required': true}}}
                """))
                .isEqualTo(new Shape.ObjectOf(List.of(
                        new Shape.Member(
                                "colors", new Shape.ListOf(new Shape.OneOf(List.of("RED", "GREEN"))), false, true),
                        new Shape.Member("name", new Shape.Text(null), true, false))));
    }

    @Test
    void aShapeThatHoldsItsOwnKindEnds() {
        assertThat(read("{'is': 'named', 'of': 'Tree'}"))
                .isEqualTo(new Shape.ObjectOf(List.of(
                        new Shape.Member("leaves", new Shape.ListOf(new Shape.Text(null)), false, false),
                        new Shape.Member("branches", new Shape.ListOf(new Shape.Any()), false, false))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{'is': 'texts'}", "{'is': 'named', 'of': 'Nothing'}", "{'is': 'list'}"})
    void invalidShapesAreRejected(String text) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("catalog ");
    }

    private Shape read(String text) {
        return reader.read(json(text));
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }
}
