package io.github.ascjava.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyIdsTest {

    private static final String ISSUER_ID = "57246542-96fe-1a63-e053-0824d011072a";
    private static final TestKey KEY = TestKey.generate();

    @Test
    void blanksAroundIdsAreTakenOff() {
        TeamKey key = ApiKey.team(" " + ISSUER_ID + "\n", "\t2X9R4HXF34 ", KEY.privateKey());

        assertThat(key.keyId()).isEqualTo("2X9R4HXF34");
        assertThat(key.issuerId()).isEqualTo(ISSUER_ID);
    }

    @Test
    void anIssuerIdMayHaveCapitalLetters() {
        assertThat(ApiKey.team("57246542-96FE-1A63-E053-0824D011072A", "2X9R4HXF34", KEY.privateKey())
                        .issuerId())
                .isEqualTo("57246542-96FE-1A63-E053-0824D011072A");
    }

    @ParameterizedTest
    @CsvSource({
        "'', nothing",
        "'  ', nothing",
        "2X9R4HXF3, '''2X9R4HXF3'''",
        "2X9R4HXF345, '''2X9R4HXF345'''",
        "2x9r4hxf34, '''2x9r4hxf34'''",
        "2X9R4HXF3 4, a text of 11 characters",
        "2X9R4HXF34\u007f, a text of 11 characters",
        "2X9R4HXF34~, '''2X9R4HXF34~'''",
        "ABCDEFGHIJKLMNOP, '''ABCDEFGHIJKLMNOP'''",
        "ABCDEFGHIJKLMNOPQ, a text of 17 characters",
        "AuthKey_2X9R4HXF34.p8, a text of 21 characters"
    })
    void rejectsInvalidKeyIds(String id, String shown) {
        assertThatExceptionOfType(InvalidApiKeyException.class)
                .isThrownBy(() -> ApiKey.individual(id, KEY.privateKey()))
                .withMessage("A key ID has ten capital letters and digits, such as 2X9R4HXF34, but " + shown
                        + " was given. App Store Connect shows it beside the key's name.");
    }

    @ParameterizedTest
    @CsvSource({
        "'', nothing",
        "57246542, '''57246542'''",
        "57246542-96fe-1a63-e053-0824d011072, a text of 35 characters",
        "57246542-96fe-1a63-e053-0824d011072g, a text of 36 characters"
    })
    void rejectsInvalidIssuerIds(String id, String shown) {
        assertThatExceptionOfType(InvalidApiKeyException.class)
                .isThrownBy(() -> ApiKey.team(id, "2X9R4HXF34", KEY.privateKey()))
                .withMessage("An issuer ID is a UUID, such as 57246542-96fe-1a63-e053-0824d011072a, but " + shown
                        + " was given. App Store Connect shows it above the list of team keys.");
    }

    @Test
    void findsSwappedIds() {
        assertThatExceptionOfType(InvalidApiKeyException.class)
                .isThrownBy(() -> ApiKey.team("2X9R4HXF34", ISSUER_ID, KEY.privateKey()))
                .withMessage("The key ID " + ISSUER_ID + " has the form of an issuer ID; the two may have been swapped."
                        + " A key ID has ten capital letters and digits, such as 2X9R4HXF34.");
        assertThatExceptionOfType(InvalidApiKeyException.class)
                .isThrownBy(() -> ApiKey.enterprise("2X9R4HXF34", "3X9R4HXF34", KEY.privateKey()))
                .withMessage(
                        "The issuer ID 2X9R4HXF34 has the form of a key ID; the two may have been swapped. An issuer"
                                + " ID is a UUID, such as 57246542-96fe-1a63-e053-0824d011072a.");
    }

    @Test
    void aKeyInPlaceOfAnIdIsNotShown() {
        TestSecrets secrets = TestSecrets.of(KEY);

        assertThatExceptionOfType(InvalidApiKeyException.class)
                .isThrownBy(() -> ApiKey.team(ISSUER_ID, KEY.applePem(), KEY.privateKey()))
                .withMessageContaining("but a text of 257 characters was given.")
                .satisfies(e -> assertThat(secrets.findIn(e)).isNull());
        assertThatExceptionOfType(InvalidApiKeyException.class)
                .isThrownBy(() -> ApiKey.team(KEY.applePem(), "2X9R4HXF34", KEY.privateKey()))
                .withMessageContaining("but a text of 257 characters was given.")
                .satisfies(e -> assertThat(secrets.findIn(e)).isNull());
    }
}
