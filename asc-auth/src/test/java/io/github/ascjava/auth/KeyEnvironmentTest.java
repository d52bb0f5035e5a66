package io.github.ascjava.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys out of environment variables, and out of the folders of Apple's tools. */
class KeyEnvironmentTest {

    private static final String ISSUER_ID = "57246542-96fe-1a63-e053-0824d011072a";
    private static final TestKey KEY = TestKey.generate();

    private final Map<String, String> environment = new HashMap<>();
    private final String realHome = System.getProperty("user.home", "");
    private Path home;
    private Path working;
    private Path file;

    @BeforeEach
    void makeFolders(@TempDir Path folder) throws IOException {
        home = Files.createDirectory(folder.resolve("home"));
        working = Files.createDirectory(folder.resolve("working"));
        file = Files.writeString(folder.resolve("AuthKey_FILE234567.p8"), KEY.applePem());
    }

    @AfterEach
    void restoreHome() {
        System.setProperty("user.home", realHome);
    }

    static Stream<Arguments> tools() {
        return Stream.of(
                arguments("ASC_KEY_ID", "ASC_ISSUER_ID", "ASC_PRIVATE_KEY"),
                arguments("ASC_KEY_ID", "ASC_ISSUER_ID", "ASC_PRIVATE_KEY_B64"),
                arguments(
                        "APP_STORE_CONNECT_API_KEY_KEY_ID",
                        "APP_STORE_CONNECT_API_KEY_ISSUER_ID",
                        "APP_STORE_CONNECT_API_KEY_KEY"),
                arguments(
                        "APP_STORE_CONNECT_KEY_IDENTIFIER",
                        "APP_STORE_CONNECT_ISSUER_ID",
                        "APP_STORE_CONNECT_PRIVATE_KEY"),
                arguments("APP_STORE_CONNECT_KEY_ID", "APP_STORE_CONNECT_ISSUER_ID", "APP_STORE_CONNECT_PRIVATE_KEY"));
    }

    static Stream<Arguments> toolsWithFiles() {
        return Stream.of(
                arguments("ASC_ISSUER_ID", "ASC_PRIVATE_KEY_PATH"),
                arguments("APP_STORE_CONNECT_API_KEY_ISSUER_ID", "APP_STORE_CONNECT_API_KEY_KEY_FILEPATH"),
                arguments("APP_STORE_CONNECT_ISSUER_ID", "APP_STORE_CONNECT_PRIVATE_KEY_PATH"));
    }

    @ParameterizedTest
    @MethodSource("tools")
    void loadsTheTextOfAKey(String keyId, String issuerId, String text) {
        environment.put(keyId, "TEXT234567");
        environment.put(issuerId, ISSUER_ID);
        environment.put(text, KEY.applePem());
        assertThat(load()).hasToString("TeamKey[TEXT234567]");

        environment.remove(issuerId);
        environment.put(text, TestKey.base64(KEY.applePem()));
        assertThat(load()).hasToString("IndividualKey[TEXT234567]");
    }

    @ParameterizedTest
    @MethodSource("toolsWithFiles")
    void loadsTheFileOfAKey(String issuerId, String path) {
        environment.put(issuerId, ISSUER_ID);
        environment.put(path, file.toString());

        assertThat(load()).hasToString("TeamKey[FILE234567]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ASC_KEY_JSON_PATH", "APP_STORE_CONNECT_API_KEY_PATH"})
    void loadsAJsonKeyFile(String name) throws IOException {
        Path json = Files.writeString(
                home.resolve("key.json"),
                "{\"key_id\":\"JSON234567\",\"key\":\"" + TestKey.base64(KEY.appleDer()) + "\"}");
        environment.put(name, json.toString());

        assertThat(load()).hasToString("IndividualKey[JSON234567]");
    }

    @Test
    void theOwnNamesComeFirstThenFastlanesThenCodemagics() {
        environment.put("APP_STORE_CONNECT_KEY_IDENTIFIER", "CODEMAGIC7");
        environment.put("APP_STORE_CONNECT_PRIVATE_KEY", KEY.applePem());
        assertThat(load().keyId()).isEqualTo("CODEMAGIC7");

        environment.put("APP_STORE_CONNECT_API_KEY_KEY_ID", "FASTLANE67");
        environment.put("APP_STORE_CONNECT_API_KEY_KEY", KEY.applePem());
        assertThat(load().keyId()).isEqualTo("FASTLANE67");

        environment.put("ASC_KEY_ID", "OWNNAMES67");
        environment.put("ASC_PRIVATE_KEY", KEY.applePem());
        assertThat(load().keyId()).isEqualTo("OWNNAMES67");
    }

    @Test
    void namesOfDifferentToolsAreNotMixed() {
        environment.put("ASC_PRIVATE_KEY", KEY.applePem());
        environment.put("APP_STORE_CONNECT_API_KEY_KEY_ID", "FASTLANE67");

        assertRefused("The environment holds an API key but not its ID; set ASC_KEY_ID.");
    }

    @Test
    void anIssuerOfAnotherToolIsNotTaken() {
        environment.put("ASC_KEY_ID", "OWNNAMES67");
        environment.put("ASC_PRIVATE_KEY", KEY.applePem());
        environment.put("APP_STORE_CONNECT_ISSUER_ID", ISSUER_ID);

        assertThat(load()).isInstanceOf(IndividualKey.class);
    }

    @Test
    void blankValuesCountAsAbsent() {
        environment.put("ASC_KEY_ID", " ");
        environment.put("ASC_PRIVATE_KEY", "");
        environment.put("ASC_PRIVATE_KEY_PATH", "\n");
        environment.put("APP_STORE_CONNECT_KEY_ID", "CODEMAGIC7");
        environment.put("APP_STORE_CONNECT_PRIVATE_KEY", KEY.applePem());
        environment.put("APP_STORE_CONNECT_ISSUER_ID", " ");

        assertThat(load()).hasToString("IndividualKey[CODEMAGIC7]");
    }

    @Test
    void refusesTwoKeys() {
        environment.put("ASC_KEY_ID", "OWNNAMES67");
        environment.put("ASC_PRIVATE_KEY", KEY.applePem());
        environment.put("ASC_PRIVATE_KEY_PATH", file.toString());

        assertRefused("The environment variables [ASC_PRIVATE_KEY, ASC_PRIVATE_KEY_PATH] each give a private key; keep"
                + " only one.");
    }

    @Test
    void saysWhatToSetIfNothingIsSet() {
        environment.put("ASC_ISSUER_ID", ISSUER_ID);

        assertRefused("No environment variable names an API key. Set ASC_KEY_ID, ASC_ISSUER_ID (unless it is an"
                + " individual key) and one of ASC_PRIVATE_KEY, ASC_PRIVATE_KEY_B64 and ASC_PRIVATE_KEY_PATH.");
    }

    @Test
    void saysWhetherAKeyIsNamed() {
        assertThat(ApiKey.isConfigured(environment)).isFalse();

        environment.put("ASC_ISSUER_ID", ISSUER_ID);
        environment.put("ASC_KEY_ID", " ");
        environment.put("ASC_IN_HOUSE", "true");
        assertThat(ApiKey.isConfigured(environment)).isFalse();

        for (String name : List.of(
                "ASC_KEY_ID",
                "ASC_PRIVATE_KEY",
                "ASC_PRIVATE_KEY_B64",
                "ASC_PRIVATE_KEY_PATH",
                "ASC_KEY_JSON_PATH",
                "APP_STORE_CONNECT_API_KEY_KEY_ID",
                "APP_STORE_CONNECT_API_KEY_PATH",
                "APP_STORE_CONNECT_KEY_IDENTIFIER",
                "APP_STORE_CONNECT_KEY_ID")) {
            assertThat(ApiKey.isConfigured(Map.of(name, "x"))).as(name).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "TRUE", "1", "yes"})
    void inHouseMeansTheEnterpriseProgram(String inHouse) {
        environment.put("ASC_KEY_ID", "OWNNAMES67");
        environment.put("ASC_ISSUER_ID", ISSUER_ID);
        environment.put("ASC_PRIVATE_KEY", KEY.applePem());
        environment.put("ASC_IN_HOUSE", inHouse);

        assertThat(load()).hasToString("EnterpriseKey[OWNNAMES67]");
    }

    @Test
    void theDurationIsTheLifetime() {
        environment.put("APP_STORE_CONNECT_API_KEY_KEY_ID", "FASTLANE67");
        environment.put("APP_STORE_CONNECT_API_KEY_KEY", KEY.applePem());
        environment.put("APP_STORE_CONNECT_API_KEY_DURATION", "500");
        environment.put("APP_STORE_CONNECT_API_KEY_IN_HOUSE", "false");
        assertThat(load().tokenSettings().lifetime()).isEqualTo(Duration.ofSeconds(500));

        environment.put("APP_STORE_CONNECT_API_KEY_DURATION", "soon");
        assertRefused("The environment gives a token duration that is not a whole number of seconds.");
    }

    @Test
    void namesTheVariableThatHoldsNoKey() {
        environment.put("ASC_KEY_ID", "OWNNAMES67");
        environment.put("ASC_PRIVATE_KEY_B64", "????");

        assertRefused("The environment variable ASC_PRIVATE_KEY_B64 is neither PEM text nor complete base64, so it is"
                + " damaged, truncated or not a key. Expected the AuthKey_<key ID>.p8 file that App Store Connect"
                + " offered for download when the key was created, or its text.");
    }

    @Test
    void aTildeMeansTheHomeFolder() throws IOException {
        System.setProperty("user.home", home.toString());
        Files.copy(file, home.resolve("AuthKey_HOME234567.p8"));
        environment.put("ASC_PRIVATE_KEY_PATH", "~/AuthKey_HOME234567.p8");

        assertThat(load()).hasToString("IndividualKey[HOME234567]");
    }

    @Test
    void inHouseIsEitherTrueOrFalse() {
        environment.put("ASC_KEY_ID", "OWNNAMES67");
        environment.put("ASC_PRIVATE_KEY", KEY.applePem());
        environment.put("ASC_IN_HOUSE", "ture");

        assertRefused("The environment variable ASC_IN_HOUSE is neither true nor false. Correct it.");
    }

    @Test
    void aPathThatIsNoneIsNotShown() {
        environment.put("ASC_KEY_ID", "OWNNAMES67");
        environment.put("ASC_PRIVATE_KEY_PATH", "a\0b");

        assertRefused("The environment variable ASC_PRIVATE_KEY_PATH does not hold a valid path.");
    }

    @Test
    void theStandardFoldersAreSearchedInOrder() throws IOException {
        environment.put("ASC_KEY_ID", "FILE234567");
        environment.put("ASC_ISSUER_ID", ISSUER_ID);
        List<Path> folders = List.of(
                home.resolve(".appstoreconnect/private_keys"),
                home.resolve(".private_keys"),
                home.resolve("private_keys"),
                working.resolve("private_keys"));
        for (Path folder : folders) {
            Files.createDirectories(folder);
            Path copy = Files.copy(file, folder.resolve("AuthKey_FILE234567.p8"));

            assertThat(new KeyFolders(working, home).find("FILE234567")).isEqualTo(copy);
            assertThat(load()).hasToString("TeamKey[FILE234567]");
        }
    }

    @Test
    void aFolderInPlaceOfTheFileIsPassedOver() throws IOException {
        Files.createDirectories(working.resolve("private_keys").resolve("AuthKey_FILE234567.p8"));
        Path folder = Files.createDirectories(home.resolve("private_keys"));
        Path copy = Files.copy(file, folder.resolve("AuthKey_FILE234567.p8"));

        assertThat(new KeyFolders(working, home).find("FILE234567")).isEqualTo(copy);
    }

    @Test
    void namesTheFoldersThatWereSearched() {
        environment.put("ASC_KEY_ID", "FILE234567");

        assertRefused("None of the standard folders [" + working.resolve("private_keys") + ", "
                + home.resolve("private_keys") + ", " + home.resolve(".private_keys") + ", "
                + home.resolve(".appstoreconnect").resolve("private_keys")
                + "] holds AuthKey_FILE234567.p8. Put the file into one of them, or pass its path or text.");
    }

    @Test
    void aSearchedKeyIdCannotLeaveTheFolders() {
        assertThatExceptionOfType(InvalidApiKeyException.class)
                .isThrownBy(() -> ApiKey.findFile("../../etc/x"))
                .withMessageStartingWith("A key ID has ten capital letters and digits");
    }

    @Test
    void theHomeFolderOfThisProcessIsSearched() throws IOException {
        System.setProperty("user.home", home.toString());
        Path folder = Files.createDirectories(home.resolve("private_keys"));
        Path copy = Files.copy(file, folder.resolve("AuthKey_FILE234567.p8"));

        assertThat(ApiKey.findFile("FILE234567")).isEqualTo(copy);
        assertThat(ApiKey.fromEnvironment(Map.of("ASC_KEY_ID", "FILE234567"))).hasToString("IndividualKey[FILE234567]");
    }

    private ApiKey load() {
        return new KeyEnvironment(environment, new KeyFolders(working, home)).load();
    }

    private void assertRefused(String message) {
        assertThatExceptionOfType(InvalidApiKeyException.class)
                .isThrownBy(this::load)
                .withMessage(message);
    }

    /** No process can change the environment that it was started with, which is why this takes another one. */
    @Test
    void theEnvironmentOfTheProcessIsRead() throws IOException, InterruptedException {
        ProcessBuilder other = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                PrintKeyId.class.getName());
        other.environment().keySet().removeIf(name -> name.startsWith("ASC_") || name.startsWith("APP_STORE_CONNECT_"));
        other.environment()
                .putAll(Map.of(
                        "ASC_KEY_ID", "PROCESS234", "ASC_ISSUER_ID", ISSUER_ID, "ASC_PRIVATE_KEY", KEY.applePem()));
        Process process = other.redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try {
            String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(printed).isEqualTo("PROCESS234");
            assertThat(process.waitFor()).isZero();
        } finally {
            process.destroy();
        }
    }

    /** The other process of the test above. */
    static final class PrintKeyId {

        private PrintKeyId() {}

        public static void main(String[] args) {
            System.out.print(ApiKey.fromEnvironment().keyId());
        }
    }
}
