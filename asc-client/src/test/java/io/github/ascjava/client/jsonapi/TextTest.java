package io.github.ascjava.client.jsonapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.ascjava.client.jsonapi.Sample.Other;
import java.io.IOException;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Text of all kinds, read at once and read later from its place in the document's bytes. */
class TextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain",
                "ß",
                "日本語",
                "😀𝄞",
                "a\u0301",
                "\u0000\u0001\u001f\u007f",
                "quote \" backslash \\ slash / \b\f\n\r\t",
                "\u2028\u2029\ufeff\uffff"
            })
    void textIsTheSameReadAtOnceAndReadLater(String text) throws IOException {
        for (String written : new String[] {raw(text), escaped(text)}) {
            // What stands before has more bytes than characters, so that an index into characters would be wrong.
            Page<Sample> page = Documents.page(Sample.class, """
                    {"note": "%1$s", "data": [{"type": "samples", "attributes": {"text": "%1$s", "x%1$s": "%1$s",
                      "number": "%1$s", "part": {"name": "%1$s", "%1$s": ["%1$s"]}}, "id": "%1$s",
                      "relationships": {"r%1$s": "%1$s", "one": {"data": {"type": "others", "id": "%1$s"}}}}],
                     "included": [{"type": "others", "id": "x%1$s"},
                      {"type": "others", "attributes": {"name": "%1$s"}, "id": "%1$s"}]}
                    """.formatted(written));
            Sample sample = page.data().get(0);

            assertThat(sample.id()).isEqualTo(text);
            assertThat(sample.text()).isEqualTo(text);
            assertThat(sample.unrecognized().attributes())
                    .containsOnlyKeys("x" + text, "number", "part")
                    .containsEntry("x" + text, TextNode.valueOf(text))
                    .containsEntry("number", TextNode.valueOf(text));
            JsonNode part =
                    Objects.requireNonNull(sample.unrecognized().attributes().get("part"));
            assertThat(part.path(text).path(0).textValue()).isEqualTo(text);
            assertThat(sample.unrecognized().relationships()).containsEntry("r" + text, TextNode.valueOf(text));
            assertThat(sample.one().id()).isEqualTo(text);
            assertThat(sample.one().included().map(Other::name)).contains(text);
            assertThat(page.included().identifiers())
                    .containsExactly(
                            new ResourceIdentifier("others", "x" + text), new ResourceIdentifier("others", text));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 199, 200, 201, 3999, 4000, 4001, 8000, 16_001, 100_003, 1_000_000})
    void textOfAnyLengthIsReadWholly(int length) throws IOException {
        String text = "é".repeat(length);
        Sample sample = Documents.withAttributes(
                Sample.class,
                "\"text\": \"" + text + "\", \"new\": \"" + text + "\", \"flag\": \"" + text + "\", \"x\": 1");

        assertThat(sample.text()).isEqualTo(text);
        assertThat(sample.unrecognized().attributes())
                .containsEntry("new", TextNode.valueOf(text))
                .containsEntry("flag", TextNode.valueOf(text));
        assertThat(sample.unrecognized().attributes().get("x")).hasToString("1");
    }

    @Test
    void textBeyondJacksonsOwnLimitIsReadLaterAsWellAsAtOnce() throws IOException {
        String text = "x".repeat(StreamReadConstraints.DEFAULT_MAX_STRING_LEN + 1);

        assertThat(Documents.withAttributes(Sample.class, "\"text\": \"" + text + "\"")
                        .text())
                .hasSameSizeAs(text);
        assertThat(Documents.withRelationships(Sample.class, "\"new\": \"" + text + "\"", "")
                        .unrecognized()
                        .relationships())
                .containsOnlyKeys("new");
    }

    @Test
    void loneSurrogatesThatWereEscapedAreKept() throws IOException {
        Sample sample = Documents.withAttributes(Sample.class, "\"text\": \"\\ud83d\", \"new\": \"\\ude00x\"");

        assertThat(sample.text()).isEqualTo("\ud83d");
        assertThat(sample.unrecognized().attributes()).containsEntry("new", TextNode.valueOf("\ude00x"));
    }

    private static String raw(String text) {
        return text.chars()
                .mapToObj(c -> c < ' ' || c == '"' || c == '\\' ? escape(c) : Character.toString((char) c))
                .collect(Collectors.joining());
    }

    private static String escaped(String text) {
        return text.chars().mapToObj(TextTest::escape).collect(Collectors.joining());
    }

    private static String escape(int character) {
        return String.format("\\u%04X", character);
    }
}
