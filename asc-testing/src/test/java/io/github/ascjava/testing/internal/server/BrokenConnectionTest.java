package io.github.ascjava.testing.internal.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ascjava.testing.internal.http.ApiAnswer;
import io.github.ascjava.testing.internal.server.Front.Got;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;
import okio.ByteString;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class BrokenConnectionTest {

    @RegisterExtension
    final Front front = Front.forTeam();

    private final AtomicInteger carriedOut = new AtomicInteger();

    @BeforeEach
    void count() {
        front.engine(request -> {
            carriedOut.incrementAndGet();
            return ApiAnswer.of(200, "application/json", ByteString.encodeUtf8("{\"data\":[]}"));
        });
    }

    @Test
    void aConnectionEndsBeforeTheRequestIsCarriedOut() {
        front.faults().add(Target.ANY, Fault.reset());

        Got answer = front.get("/v1/apps", front.goodToken());

        assertThat(answer.body()).contains("unexpected end of stream");
        assertThat(carriedOut).hasValue(0);
    }

    @Test
    void aConnectionEndsAfterTheRequestIsCarriedOut() {
        front.faults().add(Target.ANY, Fault.lose());

        Got answer = front.get("/v1/apps", front.goodToken());

        assertThat(answer.body()).contains("unexpected end of stream");
        assertThat(carriedOut).hasValue(1);
    }

    @Test
    void aConnectionEndsInTheMiddleOfTheAnswer() {
        front.faults().add(Target.ANY, Fault.cut());

        Got answer = front.get("/v1/apps", front.goodToken());

        assertThat(answer.body()).contains("ProtocolException");
        assertThat(carriedOut).hasValue(1);
    }

    @Test
    void theNextRequestIsAnsweredAgain() {
        front.faults().add(Target.ANY, Fault.reset());
        front.get("/v1/apps", front.goodToken());

        assertThat(front.get("/v1/apps", front.goodToken()).status()).isEqualTo(200);
    }

    @Test
    void answersAreSentAtOnce() throws IOException {
        try (ServerSocket server = new GuardedSockets(null).createServerSocket()) {
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            try (Socket client = new Socket(server.getInetAddress(), server.getLocalPort());
                    Socket accepted = server.accept()) {
                assertThat(client.isConnected()).isTrue();
                assertThat(accepted.getTcpNoDelay()).isTrue();
            }
        }
    }
}
