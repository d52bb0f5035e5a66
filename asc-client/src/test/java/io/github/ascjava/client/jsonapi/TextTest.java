package io.github.ascjava.client.jsonapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.StreamReadConstraints;
import io.github.ascjava.client.PlainJson;
import io.github.ascjava.client.jsonapi.Sample.Other;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** All kinds of text, read at once or later from its position in the document's bytes. */
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
            // The text before it has more bytes than characters, so that an index into characters would be wrong.
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
            assertThat(sample.unknownFields().attributes())
                    .containsOnlyKeys("x" + text, "number", "part")
                    .containsEntry("x" + text, text)
                    .containsEntry("number", text);
            assertThat(sample.unknownFields().attributes().get("part"))
                    .isEqualTo(Map.of("name", text, text, List.of(text)));
            assertThat(sample.unknownFields().relationships()).containsEntry("r" + text, text);
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
        assertThat(sample.unknownFields().attributes())
                .containsEntry("new", text)
                .containsEntry("flag", text);
        assertThat(sample.unknownFields().attributes().get("x")).hasToString("1");
    }

    @Test
    void textBeyondJacksonsOwnLimitIsReadLaterAsWellAsAtOnce() throws IOException {
        String text = "x".repeat(StreamReadConstraints.DEFAULT_MAX_STRING_LEN + 1);

        assertThat(Documents.withAttributes(Sample.class, "\"text\": \"" + text + "\"")
                        .text())
                .hasSameSizeAs(text);
        assertThat(Documents.withRelationships(Sample.class, "\"new\": \"" + text + "\"", "")
                        .unknownFields()
                        .relationships())
                .containsOnlyKeys("new");
    }

    @Test
    void loneSurrogatesThatWereEscapedAreKept() throws IOException {
        Sample sample = Documents.withAttributes(Sample.class, "\"text\": \"\\ud83d\", \"new\": \"\\ude00x\"");

        assertThat(sample.text()).isEqualTo("\ud83d");
        assertThat(sample.unknownFields().attributes()).containsEntry("new", "\ude00x");
    }

    /** As written by encoders that do not know supplementary characters: three bytes for each surrogate. */
    @Test
    void surrogatesThatWereEncodedAreReplacedWhereverTheyAre() throws IOException {
        for (int blanks = 0; blanks < 16; blanks++) {
            Page<Sample> page = Documents.page(Sample.class, withSurrogates(" ".repeat(blanks) + """
                    {"data": [{"id": "^", "attributes": {"text": "가힣^", "new": "^^", "^": {"^": 1}},
                      "relationships": {"one": {"data": {"type": "others", "id": "a^"}}, "new": {"links": "^"}}}],
                     "included": [{"type": "others", "id": "a^", "attributes": {"name": "^😀"}}], "new": "^"}\
                    """));
            Sample sample = page.data().get(0);

            assertThat(sample.id()).isEqualTo("\ufffd");
            assertThat(sample.text()).isEqualTo("가힣\ufffd");
            assertThat(sample.unknownFields().attributes()).hasToString("{new=\ufffd\ufffd, \ufffd={\ufffd=1}}");
            assertThat(sample.unknownFields().relationships()).hasToString("{new={links=\ufffd}}");
            assertThat(sample.one().included().map(Other::name)).contains("\ufffd😀");
            assertThat(PlainJson.tree(page.json()).path("new").textValue()).isEqualTo("\ufffd");
        }
    }

    /** All surrogates and their neighbors have the same first bytes in UTF-8. */
    @Test
    void nothingButSurrogatesIsReplaced() throws IOException {
        int[] neighbours = {0xCFFF, 0xD000, 0xD7FF, 0xE000, 0xFFFD, 0x10000, 0x10FFFF};
        String text = IntStream.of(neighbours).mapToObj(Character::toString).collect(Collectors.joining());
        String json = "{\"data\": [{\"id\": \"1\", \"attributes\": {\"text\": \"%s\"}}]}".formatted(text);

        assertThat(Documents.page(Sample.class, json).data().get(0).text()).isEqualTo(text);
        for (int surrogate = 0xD800; surrogate <= 0xDFFF; surrogate++) {
            byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
            int place = json.indexOf(text);
            bytes[place] = (byte) 0xED;
            bytes[place + 1] = (byte) (0x80 | ((surrogate >> 6) & 0x3F));
            bytes[place + 2] = (byte) (0x80 | (surrogate & 0x3F));
            assertThat(Documents.page(Sample.class, bytes).data().get(0).text())
                    .isEqualTo("\ufffd" + text.substring(1));
        }
    }

    private static byte[] withSurrogates(String json) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (byte each : json.getBytes(StandardCharsets.UTF_8)) {
            bytes.writeBytes(each == '^' ? new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0xBD} : new byte[] {each});
        }
        return bytes.toByteArray();
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
