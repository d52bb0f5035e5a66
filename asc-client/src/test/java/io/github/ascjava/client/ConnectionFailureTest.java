package io.github.ascjava.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.ascjava.client.call.RetryPolicy;
import io.github.ascjava.client.error.ConnectionException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.time.Duration;
import okhttp3.OkHttpClient;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.MockWebServer;
import okhttp3.mockwebserver.SocketPolicy;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(30)
class ConnectionFailureTest {

    private static final String USER = """
            {"data": {"type": "users", "id": "u1"}}
            """;

    @RegisterExtension
    final ApiServer apple = new ApiServer();

    @Test
    void aCallThatTakesTooLongFails() {
        apple.answer(new MockResponse().setSocketPolicy(SocketPolicy.NO_RESPONSE));
        try (AppStoreConnect client =
                apple.builder().options(o -> o.timeout(Duration.ofMillis(100))).build()) {
            assertThatExceptionOfType(ConnectionException.class)
                    .isThrownBy(() -> client.users().get("u1").execute())
                    .withMessage(
                            "GET /v1/users/{id}: no complete response: the call took longer than its timeout of 0.1 s.")
                    .withCauseInstanceOf(InterruptedIOException.class)
                    .satisfies(e -> assertThat(e.operation()).isEqualTo("GET /v1/users/{id}"));
        }
    }

    @Test
    void aTimeoutOfZeroIsRejected() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> apple.builder().options(o -> o.timeout(Duration.ZERO)))
                .withMessage("A timeout is more than zero, but was PT0S.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> apple.builder().options(o -> o.timeout(Duration.ofSeconds(-1))));
    }

    @Test
    void aRefusedConnectionFails() throws IOException {
        try (AppStoreConnect client = AppStoreConnect.builder(TestKeys.team())
                .baseUrl("http://127.0.0.1:" + closedPort() + "/")
                .build()) {
            assertThatExceptionOfType(ConnectionException.class)
                    .isThrownBy(() -> client.users().delete("u1").execute())
                    .withMessageStartingWith("DELETE /v1/users/{id}: no complete response: ConnectException: ")
                    .withCauseInstanceOf(ConnectException.class);
        }
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void aRefusedConnectionIsRetriedForReadsAndNotForWrites(Way way) throws IOException {
        FakeClock time = new FakeClock();
        AppStoreConnect asc = apple.builder()
                .baseUrl("http://127.0.0.1:" + closedPort() + "/")
                .options(o -> o.sleeper(time))
                .build();

        assertThatExceptionOfType(ConnectionException.class)
                .isThrownBy(() -> way.run(asc.users().get("u1")))
                .satisfies(e -> assertThat(e.attempts()).isEqualTo(5));
        assertThat(time.slept()).hasSize(4);
        assertThatExceptionOfType(ConnectionException.class)
                .isThrownBy(() -> way.run(asc.users().delete("u1")))
                .satisfies(e -> assertThat(e.attempts()).isEqualTo(1));
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void anUnknownHostFails(Way way) {
        OkHttpClient http = apple.http()
                .newBuilder()
                .dns(host -> {
                    throw new UnknownHostException(host + ": Name or service not known");
                })
                .build();
        AppStoreConnect asc = AppStoreConnect.builder(TestKeys.team())
                .httpClient(http)
                .options(o -> o.retryPolicy(RetryPolicy.NONE))
                .build();

        assertThatExceptionOfType(ConnectionException.class)
                .isThrownBy(() -> way.run(asc.users().get("u1")))
                .withMessage("GET /v1/users/{id}: no complete response: UnknownHostException:"
                        + " api.appstoreconnect.apple.com: Name or service not known.");
    }

    /** OkHttp's messages of these have several lines; and they are not transient. */
    @ParameterizedTest
    @CsvSource({"SYNCHRONOUS, true", "ASYNCHRONOUS, true", "SYNCHRONOUS, false", "ASYNCHRONOUS, false"})
    void aCertificateThatIsNotTheHostsFailsAtOnceAndInOneLine(Way way, boolean isTrusted) throws IOException {
        HeldCertificate certificate = new HeldCertificate.Builder()
                .addSubjectAlternativeName("example.com")
                .build();
        HandshakeCertificates theirs =
                new HandshakeCertificates.Builder().heldCertificate(certificate).build();
        HandshakeCertificates.Builder ours = new HandshakeCertificates.Builder().addPlatformTrustedCertificates();
        HandshakeCertificates trusted =
                (isTrusted ? ours.addTrustedCertificate(certificate.certificate()) : ours).build();
        try (MockWebServer secure = new MockWebServer()) {
            secure.useHttps(theirs.sslSocketFactory(), false);
            secure.start(InetAddress.getLoopbackAddress(), 0);
            OkHttpClient http = apple.http()
                    .newBuilder()
                    .sslSocketFactory(trusted.sslSocketFactory(), trusted.trustManager())
                    .build();
            AppStoreConnect asc = AppStoreConnect.builder(TestKeys.team())
                    .baseUrl("https://localhost:" + secure.getPort() + "/")
                    .httpClient(http)
                    .build();

            assertThatExceptionOfType(ConnectionException.class)
                    .isThrownBy(() -> way.run(asc.users().get("u1")))
                    .withMessageStartingWith("GET /v1/users/{id}: no complete response: "
                            + (isTrusted
                                    ? "SSLPeerUnverifiedException: Hostname localhost not verified: certificate: "
                                    : "SSLHandshakeException: "))
                    .satisfies(e -> assertThat(e.getMessage()).doesNotContainPattern("[\\r\\n]"))
                    .satisfies(e -> assertThat(e.attempts()).isEqualTo(1));
        }
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = SocketPolicy.class,
            names = {"DISCONNECT_AT_START", "DISCONNECT_AFTER_REQUEST", "DISCONNECT_DURING_RESPONSE_BODY"})
    void aConnectionThatBreaksFails(SocketPolicy policy) {
        apple.answer(ApiServer.json(200, USER).setSocketPolicy(policy));

        assertThatExceptionOfType(ConnectionException.class)
                .isThrownBy(() -> apple.client().users().get("u1").execute());
    }

    @Test
    void aBodyShorterThanAnnouncedIsAFailure() {
        apple.answer(ApiServer.json(200, USER)
                .setHeader("Content-Length", 1000)
                .setSocketPolicy(SocketPolicy.DISCONNECT_AT_END));

        assertThatExceptionOfType(ConnectionException.class)
                .isThrownBy(() -> apple.client().users().get("u1").execute())
                .withMessage("GET /v1/users/{id}: no complete response: ProtocolException: unexpected end of stream.");
    }
}
