package io.github.ascjava.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Edge cases of DER's lengths and object identifiers, and what happens to the private half afterwards. */
class DerTest {

    @ParameterizedTest
    @CsvSource({"040105, 05", "04810105, 05", "04820001ff, ff", "0484000000010a, 0a", "0400, ''", "048100, ''"})
    void readsLengthsOfUpToFourBytes(String hex, String content) throws Exception {
        assertThat(HexFormat.of().formatHex(der(hex).enter(Der.OCTET_STRING).content()))
                .isEqualTo(content);
    }

    @ParameterizedTest
    @ValueSource(strings = {"04", "0402ff", "0480ff0000", "0485000000000105", "04848000000005", "0484ffffffff05"})
    void rejectsLengthsThatDoNotFit(String hex) {
        assertThatExceptionOfType(Der.MalformedException.class).isThrownBy(() -> der(hex).enter(Der.OCTET_STRING));
    }

    /** As in BER; the bytes that follow must not be taken for the number that the mark would mean in DER. */
    @Test
    void rejectsALengthWithoutEndHoweverMuchFollows() {
        assertThatExceptionOfType(Der.MalformedException.class)
                .isThrownBy(() -> der("0480" + "00".repeat(200)).enter(Der.OCTET_STRING));
    }

    @ParameterizedTest
    @CsvSource({"06012a, 1.2", "0603883703, 2.999.3", "06092affffffffffffff7f, 1.2.72057594037927935"})
    void readsArcsOfUpToEightBytes(String hex, String dotted) throws Exception {
        assertThat(der(hex).objectId()).isEqualTo(dotted);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0600", "060180", "06022a86", "060a2affffffffffffffff7f"})
    void rejectsArcsThatDoNotEndOrAreTooLong(String hex) {
        assertThatExceptionOfType(Der.MalformedException.class).isThrownBy(() -> der(hex).objectId());
    }

    @ParameterizedTest
    @ValueSource(ints = {30, 33})
    void aPrivateHalfMayLackZerosOrHaveOneMore(int length) throws Exception {
        byte[] scalar = new byte[length];
        scalar[length - 1] = 7;

        assertThat(ParsedPrivateKey.read(key(scalar)).scalar()).isEqualTo(scalar);
    }

    @ParameterizedTest
    @ValueSource(ints = {29, 34})
    void aPrivateHalfOfAnyOtherLengthIsDamaged(int length) {
        assertThatExceptionOfType(Der.MalformedException.class)
                .isThrownBy(() -> ParsedPrivateKey.read(key(new byte[length])));
    }

    @Test
    void wipingLeavesNothingOfThePrivateHalf() throws Exception {
        byte[] scalar = new byte[32];
        scalar[5] = 1;
        ParsedPrivateKey structure = ParsedPrivateKey.read(key(scalar));
        byte[] read = structure.scalar();
        assertThat(read).isEqualTo(scalar);

        structure.wipe();

        assertThat(read).containsOnly(0);
    }

    private static byte[] key(byte[] scalar) {
        return TestDer.sequence(TestDer.integer(1), TestDer.octets(scalar), TestDer.element(0xa0, TestDer.P256_CURVE));
    }

    private static Der der(String hex) {
        return new Der(HexFormat.of().parseHex(hex));
    }
}
