package io.github.ascjava.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Neither a key in the wrong setting nor a damaged key file reveals anything of the key. */
class MisplacedKeyTest {

    private static final String IS_NO_PATH =
            "The path of the key file looks like the text of a key. Pass a key's text to the String methods of"
                    + " ApiKey, or in ASC_PRIVATE_KEY.";
    private static final List<String> VARIABLES = List.of(
            "ASC_KEY_ID",
            "ASC_ISSUER_ID",
            "ASC_PRIVATE_KEY",
            "ASC_PRIVATE_KEY_B64",
            "ASC_PRIVATE_KEY_PATH",
            "ASC_KEY_JSON_PATH",
            "ASC_TOKEN_DURATION",
            "ASC_IN_HOUSE",
            "APP_STORE_CONNECT_API_KEY_KEY_ID",
            "APP_STORE_CONNECT_API_KEY_KEY",
            "APP_STORE_CONNECT_API_KEY_KEY_FILEPATH",
            "APP_STORE_CONNECT_API_KEY_PATH",
            "APP_STORE_CONNECT_KEY_IDENTIFIER",
            "APP_STORE_CONNECT_PRIVATE_KEY",
            "APP_STORE_CONNECT_PRIVATE_KEY_PATH");

    private static final TestKey KEY = TestKey.generate();
    private static final TestSecrets SECRETS = TestSecrets.of(KEY);

    /** The forms in which a key may be pasted into a setting, with typical losses. */
    private static List<String> texts() {
        List<String> texts = new ArrayList<>();
        for (String pem : List.of(KEY.applePem(), KEY.jdkPem(), KEY.sec1Pem())) {
            String body = pem.replaceAll("-----[^-]*-----", "").strip();
            texts.addAll(List.of(
                    pem,
                    pem.replace("\n", "\\n"),
                    pem.replace('\n', ' '),
                    pem.replace("\n", ""),
                    pem.substring(1),
                    pem.substring(pem.indexOf('\n') + 1),
                    pem.substring(0, pem.lastIndexOf('\n')),
                    pem.substring(pem.lastIndexOf('\n') - 3),
                    '"' + pem + '"',
                    body,
                    body.replace("\n", ""),
                    body.replace("\n", "\\n"),
                    '"' + body.replace("\n", "") + '"',
                    "key=" + body.replace("\n", ""),
                    TestKey.base64(pem),
                    "/" + TestKey.base64(pem),
                    "{\"key_id\":\"2X9R4HXF34\",\"private_key\":\"" + body.replace("\n", "") + "\"}"));
        }
        return texts;
    }

    @Test
    void aKeyInPlaceOfAPathIsFoundInEveryForm() {
        for (String text : texts()) {
            Path path = Path.of(text);
            assertThatExceptionOfType(InvalidApiKeyException.class)
                    .isThrownBy(() -> ApiKey.individual("2X9R4HXF34", path))
                    .withMessage(IS_NO_PATH)
                    .withNoCause();
            assertThatExceptionOfType(InvalidApiKeyException.class)
                    .isThrownBy(() -> ApiKey.individual(path))
                    .withMessage(IS_NO_PATH);
            assertThatExceptionOfType(InvalidApiKeyException.class)
                    .isThrownBy(() -> ApiKey.fromJson(path))
                    .withMessage(IS_NO_PATH);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/run/secrets/0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef/AuthKey_2X9R4HXF34.p8",
                "/srv/ContinuousIntegration2026/AuthKey_2X9R4HXF34.p8",
                "/home/builder/workspaces/production/applications/mobile/secrets/appstoreconnect/releasekey",
                "keys/AuthKey_2X9R4HXF34.p8"
            })
    void aPathIsNotTakenForAKeyIfItsFileExists(String name, @TempDir Path folder) throws IOException {
        Path file = folder.resolve(name.startsWith("/") ? name.substring(1) : name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, KEY.applePem());

        assertThat(ApiKey.individual("2X9R4HXF34", file).keyId()).isEqualTo("2X9R4HXF34");
    }

    @Test
    void aKeyInPlaceOfAFolderIsNotShownBecauseTheFileIsThatOfAnotherKey() {
        Path path = Path.of(TestKey.base64(KEY.jdkDer()).replace("/", ""), "AuthKey_AAAAAAAAAA.p8");

        assertThatExceptionOfType(InvalidApiKeyException.class)
                .isThrownBy(() -> ApiKey.individual("2X9R4HXF34", path))
                .withMessage(IS_NO_PATH);
    }

    @Test
    void anOrdinaryPathThatLeadsNowhereIsNamed() {
        Path path = Path.of("/nowhere/home/builder/production/mobile/secrets/appstoreconnect/release-key");

        assertThatExceptionOfType(InvalidApiKeyException.class)
                .isThrownBy(() -> ApiKey.individual("2X9R4HXF34", path))
                .withMessageStartingWith("There is no file " + path);
    }

    @Test
    void aKeyInAnyVariableIsNotShown() {
        for (String variable : VARIABLES) {
            for (String text : texts()) {
                Map<String, String> environment = new HashMap<>();
                assertNothingShown(environment, variable, text);

                environment.put("ASC_KEY_ID", "2X9R4HXF34");
                environment.put("ASC_PRIVATE_KEY", KEY.applePem());
                assertNothingShown(environment, variable, text);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void aDamagedKeyInAnyVariableIsNotShown(long seed) {
        Random random = new Random(seed);
        List<String> texts = texts();
        for (int i = 0; i < 300; i++) {
            StringBuilder text = new StringBuilder(texts.get(random.nextInt(texts.size())));
            text.setCharAt(random.nextInt(text.length()), "A/ \\-=.\n{".charAt(random.nextInt(9)));
            assertNothingShown(
                    new HashMap<>(),
                    VARIABLES.get(random.nextInt(VARIABLES.size())),
                    text.toString(),
                    "seed " + seed + ", round " + i);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void aDamagedJsonKeyFileShowsNothing(long seed, @TempDir Path folder) throws IOException {
        Random random = new Random(seed);
        Path file = folder.resolve("key.json");
        for (int i = 0; i < 300; i++) {
            String key = random.nextBoolean() ? KEY.applePem() : TestKey.base64(KEY.appleDer());
            StringBuilder json = new StringBuilder(new ObjectMapper()
                    .createObjectNode()
                    .put("key_id", "2X9R4HXF34")
                    .put("issuer_id", "57246542-96fe-1a63-e053-0824d011072a")
                    .put(random.nextBoolean() ? "key" : "private_key", key)
                    .put("duration", 1200)
                    .toString());
            for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
                int from = random.nextInt(json.length());
                int to = Math.min(json.length(), from + random.nextInt(20));
                String replacement = List.of("", "\"", "\\", "{", ",", ":", "\n", "\u0001", "k")
                        .get(random.nextInt(9));
                json.replace(from, to, replacement);
            }
            Files.write(file, json.toString().getBytes(StandardCharsets.UTF_8));

            try {
                assertThat(ApiKey.fromJson(file).toString()).contains("Key[");
            } catch (InvalidApiKeyException e) {
                assertThat(SECRETS.findIn(e)).as("seed %d, round %d", seed, i).isNull();
            }
        }
    }

    private static void assertNothingShown(Map<String, String> environment, String variable, String text) {
        assertNothingShown(environment, variable, text, variable);
    }

    private static void assertNothingShown(
            Map<String, String> environment, String variable, String text, String round) {
        Map<String, String> all = new HashMap<>(environment);
        all.put(variable, text);
        try {
            assertThat(ApiKey.fromEnvironment(all).toString()).contains("Key[");
        } catch (InvalidApiKeyException e) {
            assertThat(SECRETS.findIn(e)).as(round).isNull();
        }
    }
}
