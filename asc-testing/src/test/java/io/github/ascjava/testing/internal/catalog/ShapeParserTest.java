package io.github.ascjava.testing.internal.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShapeParserTest {

    private final ShapeParser parser = new ShapeParser(Map.of(
            "Color", "<RED|GREEN>",
            "Point", "{x! integer, y integer(0..5)?}",
            "Tree", "{leaves [text], branches [@Tree]}"));

    @Test
    void plainShapesAreRead() {
        assertThat(parser.parse("text")).isEqualTo(new Shape.Text(null));
        assertThat(parser.parse("text:date-time?")).isEqualTo(new Shape.Text("date-time"));
        assertThat(parser.parse("boolean")).isEqualTo(new Shape.Flag());
        assertThat(parser.parse("number")).isEqualTo(new Shape.Decimal());
        assertThat(parser.parse("any")).isEqualTo(new Shape.Any());
        assertThat(parser.parse("integer(1..5)")).isEqualTo(new Shape.Whole(1, 5));
        assertThat(parser.parse("<A|B>")).isEqualTo(new Shape.OneOf(List.of("A", "B")));
    }

    @Test
    void shapesWithinShapesAreRead() {
        assertThat(parser.parse("[[@Color]]"))
                .isEqualTo(new Shape.ListOf(new Shape.ListOf(new Shape.OneOf(List.of("RED", "GREEN")))));
        assertThat(parser.parse("{* text}")).isEqualTo(new Shape.MapOf(new Shape.Text(null)));
        assertThat(parser.parse("{at @Point, colors [@Color]?, name! text:uri}"))
                .isEqualTo(new Shape.ObjectOf(List.of(
                        new Shape.Member(
                                "at",
                                new Shape.ObjectOf(List.of(
                                        new Shape.Member(
                                                "x", new Shape.Whole(Long.MIN_VALUE, Long.MAX_VALUE), true, false),
                                        new Shape.Member("y", new Shape.Whole(0, 5), false, true))),
                                false,
                                false),
                        new Shape.Member(
                                "colors", new Shape.ListOf(new Shape.OneOf(List.of("RED", "GREEN"))), false, true),
                        new Shape.Member("name", new Shape.Text("uri"), true, false))));
    }

    @Test
    void aShapeThatHoldsItsOwnKindEnds() {
        assertThat(parser.parse("@Tree"))
                .isEqualTo(new Shape.ObjectOf(List.of(
                        new Shape.Member("leaves", new Shape.ListOf(new Shape.Text(null)), false, false),
                        new Shape.Member("branches", new Shape.ListOf(new Shape.Any()), false, false))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "texts", "@Nothing", "text text", "[text", "integer(1)", "{a text} b"})
    void whatIsNoShapeIsRefused(String text) {
        assertThatThrownBy(() -> parser.parse(text)).isInstanceOf(RuntimeException.class);
    }
}
