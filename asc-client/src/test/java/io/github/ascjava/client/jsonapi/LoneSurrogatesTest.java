package io.github.ascjava.client.jsonapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HexFormat;
import okio.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Bytes are examined eight at a time and then individually, so every position and every length can fail in its own way.
 */
class LoneSurrogatesTest {

    private static final String SURROGATE = "eda080";
    private static final String REPLACEMENT = "efbfbd";
    private static final String LETTER = "61";
    /** The number of bytes in each piece of a buffer. */
    private static final int OKIO_SEGMENT = 8192;

    @Test
    void aSurrogateIsReplacedAtEveryPlaceOfEveryLength() throws IOException {
        for (int length = 0; length < 20; length++) {
            for (int place = 0; place <= length; place++) {
                String before = LETTER.repeat(place);
                String after = LETTER.repeat(length - place);

                assertThat(replaced(before + SURROGATE + after)).isEqualTo(before + REPLACEMENT + after);
            }
        }
    }

    @Test
    void aSurrogateIsReplacedWhereTwoPiecesOfTheBodyMeet() throws IOException {
        for (int cut = 1; cut < SURROGATE.length() / 2; cut++) {
            String before = LETTER.repeat(OKIO_SEGMENT - cut);

            assertThat(replaced(before + SURROGATE + LETTER)).isEqualTo(before + REPLACEMENT + LETTER);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ed",
                "eda0",
                "61eda0",
                "ed9fbf",
                "ed8080",
                "ee8080",
                "eda061",
                "eda0c3a9",
                "edc080",
                "edededed",
                "6161616161616161ed",
                "6161616161616161eda0"
            })
    void incompleteSurrogatesStay(String hex) throws IOException {
        assertThat(replaced(hex)).isEqualTo(hex);
    }

    private static String replaced(String hex) throws IOException {
        return LoneSurrogates.replace(new Buffer().write(HexFormat.of().parseHex(hex)))
                .hex();
    }
}
