package io.github.ascjava.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.MockWebServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everything that is logged, from the key file to the response, at the finest level. */
class LoggingTest {

    private static final String ISSUER_ID = "57246542-96fe-1a63-e053-0824d011072a";
    private static final TestKey KEY = TestKey.generate();

    @Test
    void logsWhatHappensAndNoSecret(@TempDir Path folder) throws Exception {
        assumeTrue(
                FileSystems.getDefault().supportedFileAttributeViews().contains("posix"),
                "Skipped: this file system has no POSIX permissions.");
        Path file = Files.writeString(folder.resolve("AuthKey_2X9R4HXF34.p8"), KEY.applePem());
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));
        try (MockWebServer server = new MockWebServer();
                LogLines log = LogLines.capture()) {
            server.enqueue(new MockResponse()
                    .setResponseCode(401)
                    .setHeader("Date", "Sun, 01 Mar 2026 12:10:00 GMT")
                    .setBody("{}"));
            server.enqueue(new MockResponse());
            AppStoreConnectAuth auth = AppStoreConnectAuth.builder(ApiKey.team(ISSUER_ID, file))
                    .baseUrl(server.url("/").toString())
                    .clock(new MutableClock("2026-03-01T12:00:00Z"))
                    .build();
            OkHttpClient http = new OkHttpClient.Builder().addInterceptor(auth).build();

            http.newCall(new Request.Builder().url(server.url("/v1/apps")).build())
                    .execute()
                    .close();

            assertThat(log.of("WARN"))
                    .containsExactly(
                            "KeyFile - The private key file " + file + " is open to others than its owner [GROUP_READ,"
                                    + " GROUP_WRITE, OTHERS_READ, OTHERS_WRITE]; run: chmod 600 " + file,
                            "ServerClock - This machine's clock is 600 s behind App Store Connect's; tokens are"
                                    + " dated accordingly. Correct the clock.");
            assertThat(log.of("DEBUG"))
                    .containsExactly(
                            "TokenCache - Signed a token for TeamKey[2X9R4HXF34], valid until 2026-03-01T12:18:00Z",
                            "TokenCache - Signed a token for TeamKey[2X9R4HXF34], valid until 2026-03-01T12:28:00Z");
            assertThat(TestSecrets.of(KEY).findIn(log.all())).isNull();
        }
    }

    /** For {@link LogSecretsIT}: the stack traces of logged failures do not reveal a key either. */
    @Test
    void failuresThatAreLoggedShowNoKey() {
        try (LogLines log = LogLines.capture()) {
            for (String damaged : new String[] {
                KEY.applePem().substring(0, 200),
                KEY.applePem().replace("END", "END OF"),
                TestKey.base64(KEY.jdkPem()) + "!"
            }) {
                assertThatExceptionOfType(InvalidApiKeyException.class)
                        .isThrownBy(() -> ApiKey.individual("2X9R4HXF34", damaged))
                        .satisfies(Throwable::printStackTrace);
            }
            assertThat(log.all()).contains("InvalidApiKeyException: The private key");
            assertThat(TestSecrets.of(KEY).findIn(log.all())).isNull();
        }
    }

    @Test
    void nothingShowsTheKeyOrTheTokenAsText() throws Exception {
        TeamKey key = ApiKey.team(ISSUER_ID, "2X9R4HXF34", KEY.applePem());
        AppStoreConnectAuth auth = AppStoreConnectAuth.interceptor(key);
        Token token = auth.token();

        String texts =
                String.join("\n", key.toString(), key.tokenSettings().toString(), auth.toString(), token.toString());

        assertThat(TestSecrets.of(KEY).findIn(texts)).isNull();
        assertThat(TestSecrets.of(KEY).findIn("x" + token.authorization())).isNotNull();
    }
}
