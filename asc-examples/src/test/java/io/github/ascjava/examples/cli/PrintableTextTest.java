package io.github.ascjava.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrintableTextTest {

    @Test
    void controlsAreEscaped() {
        assertThat(PrintableText.line("a\033[2J\007\u009bm\177\nb\tc\r\u2028"))
                .isEqualTo("a\\u001b[2J\\u0007\\u009bm\\u007f\\nb\\tc\\r\\u2028");
    }

    @Test
    void noControlSurvives() {
        String all = IntStream.range(0, Character.MAX_VALUE + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();

        assertThat(PrintableText.line(all).chars())
                .noneMatch(Character::isISOControl)
                .noneMatch(c -> c == 0x061C || c == 0x200E || c == 0x200F)
                .noneMatch(c -> (c >= 0x2028 && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Zoë Größmann", "Łukasz", "日本語", "עברית", "👨‍👩‍👧", "🇩🇪", "नमस्ते", "می‌خواهم"})
    void lettersAndEmojiStay(String text) {
        assertThat(PrintableText.line(text)).isEqualTo(text);
    }

    @Test
    void aBlockKeepsItsLinesButNoCarriageReturnThatOverwritesOne() {
        assertThat(PrintableText.block("a\r\n\tb\rc\n")).isEqualTo("a\r\n\tb\\rc\n");
    }

    @Test
    void escapedJsonIsTheSameJson() throws JsonProcessingException {
        ObjectMapper mapper = new ObjectMapper();
        String json = mapper.writeValueAsString("\033\u202e\u009b\u007f\n\ud800x");

        assertThat(mapper.readValue(PrintableText.block(json), String.class))
                .isEqualTo(mapper.readValue(json, String.class));
        assertThat(PrintableText.block(json)).doesNotContain("\u202e", "\u009b", "\u007f");
    }
}
