package io.github.ascjava.testing.internal.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ascjava.testing.internal.http.ApiAnswer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import mockwebserver3.MockWebServer;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.ByteString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client can do to the server that is not a request, or more than one. */
@Timeout(60)
class HostileConnectionsTest {

    private static final int CLIENT_TIMEOUT = 20_000;

    @RegisterExtension
    final Front front = Front.forTeam();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense",
                "",
                "GET /v1/apps",
                "GET  HTTP/1.1",
                "GET v1/apps HTTP/1.1",
                "GET /v1/apps HTTP/2.0",
                "get /v1/apps HTTP/1.1",
                "GET http:// HTTP/1.1",
                "\u0016\u0003\u0001\u0002",
                "GET / HTTP/1.1\r\nno header",
                "GET / HTTP/1.1\r\nHost: a b",
                "POST / HTTP/1.1\r\nContent-Length: -1",
                "POST / HTTP/1.1\r\nContent-Length: 99999999999999999999",
                "POST / HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2",
                "POST / HTTP/1.1\r\nTransfer-Encoding: gzip",
                "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nx",
                "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nab",
                "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\nTrailer: x",
                "GET / HTTP/1.1\r\nContent-Length: 1\r\n"
            })
    void aMalformedRequestIsAnsweredAndClosedWithoutALog(String request) throws IOException {
        List<String> logged = new ArrayList<>();
        Logger library = Logger.getLogger(MockWebServer.class.getName());
        Handler handler = handler(logged);
        library.addHandler(handler);
        try (Socket client = connect(front.url().port())) {
            client.getOutputStream().write((request + "\r\n").getBytes(StandardCharsets.ISO_8859_1));

            assertThat(new String(client.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
                    .startsWith("HTTP/1.1 400 ")
                    .endsWith("\r\n\r\n");
        } finally {
            library.removeHandler(handler);
        }
        assertThat(logged).isEmpty();
    }

    @Test
    void aLineWithoutAnEndIsNotCollected() throws IOException {
        try (Socket client = connect(front.url().port())) {
            client.getOutputStream().write("a".repeat(70_000).getBytes(StandardCharsets.US_ASCII));

            assertThat(client.getInputStream().read()).isEqualTo('H');
        }
    }

    @Test
    void requestsFollowEachOtherOnOneConnection() throws IOException {
        String chunked = "POST /x HTTP/1.1\r\nHost: a:1\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n";
        String sized = "PUT /x HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nabc";
        List<String> bodies = new ArrayList<>();
        front.engine(request -> {
            bodies.add(request.body().utf8());
            return ApiAnswer.of(200, "text/plain", ByteString.EMPTY);
        });
        try (Socket client = connect(front.url().port())) {
            client.getOutputStream().write((chunked + sized + chunked).getBytes(StandardCharsets.US_ASCII));
            client.shutdownOutput();
            client.getInputStream().readAllBytes();
        }
        assertThat(bodies).containsExactly("abc", "abc", "abc");
    }

    @Test
    void aSilentConnectionIsClosed() throws IOException {
        try (SandboxHttpServer server =
                        SandboxHttpServer.listen(0, new GuardedSockets(10, Duration.ofMillis(50), null));
                Socket client = connect(server.url().port())) {
            client.getOutputStream().write("GET /".getBytes(StandardCharsets.US_ASCII));

            assertThat(client.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void onlySoManyConnectionsAreOpenAndThoseWithoutARequestMakeRoom() throws IOException {
        GuardedSockets sockets = new GuardedSockets(3, Duration.ofMinutes(1), null);
        List<Socket> clients = new ArrayList<>();
        List<Socket> accepted = new ArrayList<>();
        try (ServerSocket server = sockets.createServerSocket()) {
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            for (int i = 0; i < 5; i++) {
                clients.add(connect(server.getLocalPort()));
                accepted.add(server.accept());
                if (i == 0) {
                    byte[] whole = "GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
                    clients.get(0).getOutputStream().write(whole);
                    assertThat(accepted.get(0).getInputStream().readNBytes(whole.length))
                            .isEqualTo(whole);
                }
            }
            assertThat(accepted).map(Socket::isClosed).containsExactly(false, true, true, false, false);
            assertThat(sockets.open()).hasSize(3);
        } finally {
            for (Socket each : clients) {
                each.close();
            }
        }
    }

    @Test
    void aLargeBodyIsNotKeptAndItsTokenIsCheckedFirst() {
        RequestBody large = RequestBody.create(new byte[20 * 1024 * 1024], MediaType.get("application/json"));
        List<Integer> sizes = new ArrayList<>();
        front.engine(request -> {
            sizes.add(request.body().size());
            return ApiAnswer.of(200, "text/plain", ByteString.EMPTY);
        });

        assertThat(front.call(front.request("/v1/apps").post(large)).status()).isEqualTo(401);
        assertThat(front.call(front.request("/v1/apps")
                                .header("Authorization", "Bearer " + front.goodToken())
                                .post(large))
                        .status())
                .isEqualTo(413);
        assertThat(front.call(front.request("/asset-uploads/1/1").put(large)).status())
                .isEqualTo(413);
        assertThat(sizes).isEmpty();
    }

    private static Socket connect(int port) throws IOException {
        Socket client = new Socket(InetAddress.getLoopbackAddress(), port);
        client.setSoTimeout(CLIENT_TIMEOUT);
        return client;
    }

    private static Handler handler(List<String> logged) {
        return new Handler() {
            @Override
            public void publish(LogRecord entry) {
                logged.add(entry.getMessage());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
    }
}
