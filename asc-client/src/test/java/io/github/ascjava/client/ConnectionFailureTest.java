package io.github.ascjava.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.ascjava.client.error.ConnectionException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.SocketPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
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
                apple.builder().timeout(Duration.ofMillis(100)).build()) {
            assertThatExceptionOfType(ConnectionException.class)
                    .isThrownBy(() -> client.users().get("u1").execute())
                    .withMessage(
                            "GET /v1/users/{id}: no complete answer came: the call took longer than its timeout of 0.1 s.")
                    .withCauseInstanceOf(InterruptedIOException.class)
                    .satisfies(e -> assertThat(e.operation()).isEqualTo("GET /v1/users/{id}"));
        }
    }

    @Test
    void aTimeoutOfNothingIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> apple.builder().timeout(Duration.ZERO))
                .withMessage("A timeout is more than zero, but was PT0S.");
        assertThatIllegalArgumentException().isThrownBy(() -> apple.builder().timeout(Duration.ofSeconds(-1)));
    }

    @Test
    void aRefusedConnectionFails() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        try (AppStoreConnect client = AppStoreConnect.builder(TestKeys.team())
                .baseUrl("http://127.0.0.1:" + port + "/")
                .build()) {
            assertThatExceptionOfType(ConnectionException.class)
                    .isThrownBy(() -> client.users().delete("u1").execute())
                    .withMessageStartingWith("DELETE /v1/users/{id}: no complete answer came: ConnectException: ")
                    .withCauseInstanceOf(ConnectException.class);
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
    void aBodyShorterThanAnnouncedIsNoAnswer() {
        apple.answer(ApiServer.json(200, USER)
                .setHeader("Content-Length", 1000)
                .setSocketPolicy(SocketPolicy.DISCONNECT_AT_END));

        assertThatExceptionOfType(ConnectionException.class)
                .isThrownBy(() -> apple.client().users().get("u1").execute())
                .withMessage(
                        "GET /v1/users/{id}: no complete answer came: ProtocolException: unexpected end of stream.");
    }
}
