package io.github.ascjava.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The JSON key files of other tools. */
class KeyJsonTest {

    private static final String ISSUER_ID = "57246542-96fe-1a63-e053-0824d011072a";
    private static final TestKey KEY = TestKey.generate();

    private final ObjectNode json = new ObjectMapper().createObjectNode();
    private Path file;

    @BeforeEach
    void nameFile(@TempDir Path folder) {
        file = folder.resolve("api_key.json");
    }

    @Test
    void loadsFastlanesForm() throws IOException {
        json.put("key_id", "2X9R4HXF34")
                .put("issuer_id", ISSUER_ID)
                .put("key", KEY.applePem())
                .put("duration", 1200)
                .put("in_house", false);

        ApiKey key = load();

        assertThat(key).isInstanceOf(TeamKey.class).hasToString("TeamKey[2X9R4HXF34]");
        assertThat(((TeamKey) key).issuerId()).isEqualTo(ISSUER_ID);
        assertThat(key.tokenSettings().lifetime()).isEqualTo(Duration.ofMinutes(20));
        assertSigns(key);
    }

    @Test
    void loadsRcodesignsForm() throws IOException {
        json.put("issuer_id", ISSUER_ID).put("key_id", "2X9R4HXF34").put("private_key", TestKey.base64(KEY.appleDer()));

        ApiKey key = load();

        assertThat(key).isInstanceOf(TeamKey.class);
        assertThat(key.tokenSettings()).isSameAs(TokenSettings.standard());
        assertSigns(key);
    }

    @Test
    void withoutIssuerItIsAnIndividualKey() throws IOException {
        json.put("key_id", "2X9R4HXF34").put("key", KEY.applePem());
        assertThat(load()).isInstanceOf(IndividualKey.class);

        json.putNull("issuer_id");
        assertThat(load()).isInstanceOf(IndividualKey.class);

        json.put("issuer_id", " ");
        assertThat(load()).isInstanceOf(IndividualKey.class);
    }

    @Test
    void inHouseMeansTheEnterpriseProgram() throws IOException {
        json.put("key_id", "2X9R4HXF34")
                .put("issuer_id", ISSUER_ID)
                .put("key", KEY.applePem())
                .put("in_house", true);

        assertThat(load()).isInstanceOf(EnterpriseKey.class);
    }

    @Test
    void rejectsAnIndividualKeyInHouse() {
        json.put("key_id", "2X9R4HXF34").put("key", KEY.applePem()).put("in_house", true);

        assertRejected("The JSON key file " + file + " says that the key is in-house, but gives no issuer ID; the"
                + " Enterprise Program has no individual keys.");
    }

    @Test
    void othersMembersAreIgnored() throws IOException {
        json.put("key_id", "2X9R4HXF34").put("key", KEY.applePem()).put("note", "for CI");
        json.putObject("nested").put("key_id", "AAAAAAAAAA").putArray("key").add(1);

        assertThat(load().keyId()).isEqualTo("2X9R4HXF34");
    }

    @Test
    void anEmptyMemberCountsAsAbsent() throws IOException {
        json.put("key_id", "2X9R4HXF34").putNull("key").put("private_key", TestKey.base64(KEY.appleDer()));

        assertSigns(load());
    }

    @ParameterizedTest
    @CsvSource({"500, PT8M20S", "'1200', PT20M", "' 120 ', PT2M"})
    void theDurationIsTheLifetime(String seconds, Duration lifetime) throws IOException {
        json.put("key_id", "2X9R4HXF34").put("key", KEY.applePem()).put("duration", seconds);

        assertThat(load().tokenSettings().lifetime()).isEqualTo(lifetime);
    }

    @ParameterizedTest
    @ValueSource(strings = {"20m", "1200.5", "99999999999999999999", "0x10"})
    void rejectsADurationThatIsNotANumber(String duration) {
        json.put("key_id", "2X9R4HXF34").put("key", KEY.applePem()).put("duration", duration);

        assertRejected("The JSON key file " + file + " gives a token duration that is not a whole number of seconds.");
    }

    @Test
    void rejectsADurationThatAppleRejects() {
        json.put("key_id", "2X9R4HXF34").put("key", KEY.applePem()).put("duration", 1201);
        assertRejected("The JSON key file " + file + " gives a token duration that is not allowed. By Apple's rules"
                + " a token"
                + " without a scope lives at most 20 minutes, but PT20M1S was requested.");

        json.put("duration", -1);
        assertRejected("The JSON key file " + file + " gives a token duration that is not allowed. A token lives at"
                + " least 2"
                + " minutes, because its start is backdated by 60 seconds, but PT-1S was requested.");
    }

    @Test
    void namesTheMembersThatAreThereWhenOthersAreMissing() {
        json.put("keyId", "2X9R4HXF34").put("issuer_id", ISSUER_ID).put("key", KEY.applePem());

        assertRejected("The JSON key file " + file + " needs the members key_id and key, and issuer_id unless it is an"
                + " individual key. It has [issuer_id, key, keyId].");
    }

    @Test
    void doesNotNameAMemberThatMayBeAKey() {
        json.put(KEY.applePem(), "2X9R4HXF34").put("key_id", "2X9R4HXF34");

        assertRejected("The JSON key file " + file + " needs the members key_id and key, and issuer_id unless it is an"
                + " individual key. It has [key_id].");
    }

    @ParameterizedTest
    @CsvSource({
        "1, EnterpriseKey",
        "'\"yes\"', EnterpriseKey",
        "'\"TRUE\"', EnterpriseKey",
        "0, TeamKey",
        "null, TeamKey"
    })
    void inHouseHasManySpellings(String value, String kind) throws IOException {
        Files.writeString(file, object("\"issuer_id\": \"" + ISSUER_ID + "\", \"in_house\": " + value));

        assertThat(ApiKey.fromJson(file)).hasToString(kind + "[2X9R4HXF34]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "\"maybe\"", "1.0"})
    void anotherValueOfInHouseIsNotTakenForNo(String value) throws IOException {
        Files.writeString(file, object("\"in_house\": " + value));

        assertFileRejected(
                "The member in_house of the JSON key file " + file + " is neither true nor false. Correct it.");
    }

    @Test
    void aMemberThatIsThereTwiceIsNamed() throws IOException {
        Files.writeString(file, object("\"key_id\": \"AAAAAAAAAA\""));
        assertFileRejected("The JSON key file " + file + " has the member key_id more than once. Keep one.");

        String name = "\"" + TestKey.base64(KEY.appleDer()) + "\": 1";
        Files.writeString(file, object(name + ", " + name));
        assertFileRejected("The JSON key file " + file + " has the member of one name more than once. Keep one.");
    }

    @Test
    void twoNamesForTheKeyAreOneTooMany() throws IOException {
        Files.writeString(file, object("\"private_key\": \"" + TestKey.base64(KEY.jdkDer()) + "\""));

        assertFileRejected("The JSON key file " + file + " has both members key and private_key. Keep one.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"key_id\": \"AAAAAAAAAA\"}", "x", "}", ", 1"})
    void textAfterTheObjectIsNotIgnored(String text) throws IOException {
        Files.writeString(file, object("\"note\": 1") + text);

        assertFileRejected("The JSON key file " + file + " has text after its object. Remove it.");
    }

    @Test
    void aLineBreakAfterTheObjectIsFine() throws IOException {
        Files.writeString(file, object("\"note\": 1") + "\n \r\n");

        assertThat(ApiKey.fromJson(file).keyId()).isEqualTo("2X9R4HXF34");
    }

    @Test
    void namesTheFileOfAnInvalidKey() {
        json.put("key_id", "2X9R4HXF34").put("key", "AuthKey_2X9R4HXF34.p8");

        assertRejected(
                "The key in the JSON key file " + file + " is a file name; pass a java.nio.file.Path to read that"
                        + " file. Expected the AuthKey_<key ID>.p8 file that App Store Connect offered for download"
                        + " when the key was created, or its text.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "\"text\"",
                "42",
                "{",
                "{\"key_id\"",
                "{\"key_id\": \"2X9R",
                "{key: 1}",
                "<xml/>"
            })
    void rejectsWhatIsNotAJsonObject(String content) throws IOException {
        Files.writeString(file, content);

        assertNoJson();
    }

    @Test
    void rejectsTheKeyItself() throws IOException {
        Files.writeString(file, KEY.applePem());
        assertNoJson();

        Files.write(file, KEY.appleDer());
        assertNoJson();
    }

    @Test
    void readsUtf16AsWindowsEditorsWriteIt() throws IOException {
        json.put("key_id", "2X9R4HXF34").put("key", KEY.applePem());
        Files.write(file, ("\uFEFF" + json).getBytes(StandardCharsets.UTF_16LE));

        assertSigns(ApiKey.fromJson(file));
    }

    private ApiKey load() throws IOException {
        Files.writeString(file, json.toString());
        return ApiKey.fromJson(file);
    }

    private void assertRejected(String message) {
        assertThatExceptionOfType(InvalidApiKeyException.class)
                .isThrownBy(this::load)
                .withMessage(message)
                .withNoCause();
    }

    private static String object(String members) {
        return "{\"key_id\": \"2X9R4HXF34\", \"key\": \"" + TestKey.base64(KEY.appleDer()) + "\", " + members + "}";
    }

    private void assertFileRejected(String message) {
        assertThatExceptionOfType(InvalidApiKeyException.class)
                .isThrownBy(() -> ApiKey.fromJson(file))
                .withMessage(message)
                .withNoCause();
    }

    private void assertNoJson() {
        assertThatExceptionOfType(InvalidApiKeyException.class)
                .isThrownBy(() -> ApiKey.fromJson(file))
                .withMessage("The file " + file + " is not a JSON key file. Expected an object with key_id,"
                        + " issuer_id and key; a .p8 file is loaded with ApiKey.team or ApiKey.individual.")
                .withNoCause();
    }

    private static void assertSigns(ApiKey key) {
        Token token = new TokenSigner(key).sign(Instant.parse("2026-03-01T12:00:00Z"));

        assertThat(Jwt.parse(token.value()).isSignedBy(KEY.publicKey())).isTrue();
    }
}
