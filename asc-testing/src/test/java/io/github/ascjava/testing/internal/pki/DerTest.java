package io.github.ascjava.testing.internal.pki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.time.Instant;
import okio.ByteString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DerTest {

    /** The left side is from X.690 and RFC 5280. */
    @ParameterizedTest
    @CsvSource({
        "06062a864886f70d, 1.2.840.113549",
        "06092a864886f70d010702, 1.2.840.113549.1.7.2",
        "0603550403, 2.5.4.3",
        "060a0992268993f22c640101, 0.9.2342.19200300.100.1.1",
        "0603883703, 2.999.3",
    })
    void writesAndReadsObjectIdentifiers(String hex, String dotted) {
        assertThat(Der.objectId(dotted).encoded().hex()).isEqualTo(hex);
        assertThat(Der.read(ByteString.decodeHex(hex)).dotted()).isEqualTo(dotted);
    }

    @Test
    void writesLengthsInTheirShortestForm() {
        assertThat(Der.octets(ByteString.of(new byte[127])).encoded().hex()).startsWith("047f00");
        assertThat(Der.octets(ByteString.of(new byte[128])).encoded().hex()).startsWith("04818000");
        assertThat(Der.octets(ByteString.of(new byte[300])).encoded().hex()).startsWith("0482012c00");
    }

    @Test
    void writesIntegersWithTheirSign() {
        assertThat(Der.integer(127).encoded().hex()).isEqualTo("02017f");
        assertThat(Der.integer(128).encoded().hex()).isEqualTo("02020080");
        assertThat(Der.integer(new BigInteger("8000000000000000", 16)).encoded().hex())
                .isEqualTo("0209008000000000000000");
    }

    @Test
    void writesYearsFrom2050WithFourDigits() {
        assertThat(Der.time(Instant.parse("2049-12-31T23:59:59.9Z")).content().utf8())
                .isEqualTo("491231235959Z");
        assertThat(Der.time(Instant.parse("2050-01-01T00:00:00Z")).content().utf8())
                .isEqualTo("20500101000000Z");
    }

    @Test
    void sortsSets() {
        assertThat(Der.set(Der.integer(2), Der.bool(true), Der.integer(1))
                        .encoded()
                        .hex())
                .isEqualTo("3109" + "0101ff" + "020101" + "020102");
    }

    @Test
    void readsWhatItWrote() {
        Der element = Der.sequence(
                Der.integer(5),
                new Der(0x05, ByteString.EMPTY),
                Der.member(0, Der.text("Größe")),
                Der.bitString(ByteString.of((byte) 7)));

        assertThat(Der.read(element.encoded())).isEqualTo(element);
        assertThat(Der.read(element.encoded()).children().get(3).bits()).isEqualTo(ByteString.of((byte) 7));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", // nothing
                "30", // no length
                "3003", // no content
                "300201", // less than it says
                "020105020106", // two elements
                "02810105", // longer length than necessary
                "3080020105", // indefinite length
                "30847fffffff00", // longer length than supported
                "3082ffff00", // length beyond the end
            })
    void rejectsInvalidDer(String hex) {
        assertThatThrownBy(() -> Der.read(ByteString.decodeHex(hex))).isInstanceOf(IllegalArgumentException.class);
    }
}
