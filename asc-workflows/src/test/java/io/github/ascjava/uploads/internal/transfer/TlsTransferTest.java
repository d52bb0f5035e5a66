package io.github.ascjava.uploads.internal.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.ascjava.uploads.internal.transfer.TransferException.Kind;
import java.nio.file.Path;
import okhttp3.OkHttpClient;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class TlsTransferTest {

    private static final HeldCertificate CERTIFICATE =
            new HeldCertificate.Builder().addSubjectAlternativeName("127.0.0.1").build();

    @RegisterExtension
    final PartServer server = PartServer.overTls(new HandshakeCertificates.Builder()
            .heldCertificate(CERTIFICATE)
            .build()
            .sslContext());

    @TempDir
    Path folder;

    private final FakeTime time = new FakeTime();
    private TestFile file;

    @BeforeEach
    void writeTheFile() {
        file = TestFile.write(folder, 100_000, 4);
    }

    @AfterEach
    void close() {
        file.close();
    }

    /** Each part has its own connection, which HTTP/2 would not allow. */
    @Test
    void partsUseHttp1AlsoWhereTheHostPrefersHttp2() {
        HandshakeCertificates trusting = new HandshakeCertificates.Builder()
                .addTrustedCertificate(CERTIFICATE.certificate())
                .build();
        OkHttpClient client = new OkHttpClient.Builder()
                .sslSocketFactory(trusting.sslSocketFactory(), trusting.trustManager())
                .build();
        try (PartTransfer transfer = new PartTransfer(client, time, time, TransferOptions.DEFAULT)) {
            transfer.send(file.source(), TransferPlan.of(file.parts()), file.requests(server), TransferObserver.NONE);
        }
        file.assertArrived(server);
        assertThat(server.heads()).hasSize(4).allMatch(head -> head.contains(" HTTP/1.1\r\n"));
    }

    @Test
    void aHostWithAnUntrustedCertificateGetsNothing() {
        try (PartTransfer transfer = new PartTransfer(new OkHttpClient(), time, time, TransferOptions.DEFAULT)) {
            TransferException e = catchThrowableOfType(
                    TransferException.class,
                    () -> transfer.send(
                            file.source(),
                            TransferPlan.of(file.parts()),
                            file.requests(server),
                            TransferObserver.NONE));

            assertThat(e.kind()).isEqualTo(Kind.UNTRUSTED_HOST);
            assertThat(e).hasMessageStartingWith("The certificate of 127.0.0.1 is not trusted, so nothing was sent.");
        }
        assertThat(server.heads()).isEmpty();
        assertThat(time.slept()).isEmpty();
    }
}
