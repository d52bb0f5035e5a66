package io.github.ascjava.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ascjava.client.api.testflight.BetaGroupsApi;
import io.github.ascjava.client.call.RetryPolicy;
import io.github.ascjava.client.error.ConnectionException;
import io.github.ascjava.client.model.apps.App;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class TlsTest {

    @RegisterExtension
    static final SandboxExtension sandbox =
            new SandboxExtension(Sandbox.builder().tls());

    @Test
    void theSandboxsOwnClientTrustsIt() {
        assertThat(sandbox.baseUrl()).startsWith("https://127.0.0.1:");
        // Page after page, by the links of the responses.
        assertThat(sandbox.client().apps().list(q -> q.limit(1)).toList())
                .extracting(App::id)
                .hasSizeGreaterThan(1)
                .containsExactlyElementsOf(sandbox.client().apps().list().toList().stream()
                        .map(App::id)
                        .toList());
    }

    @Test
    void everyLinkLeadsBackToIt() throws Exception {
        String page = get(trusting(sandbox.caFile()), sandbox.baseUrl() + "v1/apps?limit=1")
                .body();

        assertThat(page).contains("\"next\":\"" + sandbox.baseUrl()).doesNotContain("http://");
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost"})
    void aClientThatTrustsTheFileIsServedByEitherName(String host) throws Exception {
        String url = sandbox.baseUrl().replace("127.0.0.1", host);

        assertThat(get(trusting(sandbox.caFile()), url + "v1/apps").statusCode())
                .isEqualTo(200);
    }

    @Test
    void aClientThatDoesNotTrustItIsRefusedAndTheNextOneIsServed() throws Exception {
        assertThatThrownBy(() -> get(HttpClient.newHttpClient(), sandbox.baseUrl() + "v1/apps"))
                .isInstanceOf(SSLHandshakeException.class);
        assertThat(sandbox.requests()).isEmpty();

        assertThat(sandbox.client().apps().list().toList()).isNotEmpty();
    }

    @Test
    void anotherSandboxIsNotTrusted() {
        try (Sandbox other = Sandbox.builder().empty().tls().start()) {
            assertThatThrownBy(() -> get(trusting(other.caFile()), sandbox.baseUrl() + "v1/apps"))
                    .isInstanceOf(SSLHandshakeException.class);
        }
    }

    @Test
    void curlTrustsTheFile() throws Exception {
        Process curl;
        try {
            curl = new ProcessBuilder(
                            "curl", "-sS", "--cacert", sandbox.caFile().toString(), sandbox.baseUrl() + "v1/apps")
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            Assumptions.abort("There is no curl on this machine to try the certificate with.");
            throw e;
        }
        String output = new String(curl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(curl.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(output).contains("NOT_AUTHORIZED");
    }

    @Test
    void theCertificateHasTheDatesOfTheMachineWhateverTheSandboxsClockSays() {
        Clock longAgo = Clock.fixed(Instant.parse("2001-01-01T00:00:00Z"), ZoneOffset.UTC);
        try (Sandbox old = Sandbox.builder().empty().clock(longAgo).tls().start()) {
            assertThat(old.client().apps().list().toList()).isEmpty();
        }
    }

    @Test
    void programsAreToldWhichCertificateToTrust() {
        Path file = sandbox.caFile();

        assertThat(file).content().startsWith("-----BEGIN CERTIFICATE-----\n").endsWith("-----END CERTIFICATE-----\n");
        for (String name : List.of("ASC_CA_FILE", "NODE_EXTRA_CA_CERTS", "SSL_CERT_FILE")) {
            assertThat(sandbox.environment()).containsEntry(name, file.toString());
            assertThat(sandbox.environment(Path.of("key.p8"))).containsEntry(name, file.toString());
        }
    }

    @Test
    void theFileGoesWithTheSandbox() {
        Path file;
        try (Sandbox other = Sandbox.builder().empty().tls().start()) {
            file = other.caFile();
            assertThat(file).exists();
        }
        assertThat(file).doesNotExist();
    }

    @Test
    void withoutTlsThereIsNoFile() {
        try (Sandbox plain = Sandbox.builder().empty().start()) {
            assertThat(plain.environment()).doesNotContainKeys("ASC_CA_FILE", "NODE_EXTRA_CA_CERTS", "SSL_CERT_FILE");
            assertThatThrownBy(plain::caFile)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("tls()");
        }
    }

    @Test
    void faultsAreTheSameAsWithoutTls() throws Exception {
        TrustManagerFactory trusted = trust(sandbox.caFile());
        // Sends each call once, and each over a new connection.
        OkHttpClient http = new OkHttpClient.Builder()
                .sslSocketFactory(context(trusted).getSocketFactory(), (X509TrustManager) trusted.getTrustManagers()[0])
                .connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS))
                .build();
        BetaGroupsApi once = sandbox.clientBuilder()
                .options(o -> o.retryPolicy(RetryPolicy.NONE))
                .httpClient(http)
                .build()
                .betaGroups();
        sandbox.dropNextResponse();
        assertThatThrownBy(() -> once.list().execute()).isInstanceOf(ConnectionException.class);
        sandbox.truncateNextResponse();
        assertThatThrownBy(() -> once.list().execute()).isInstanceOf(ConnectionException.class);
        sandbox.resetNext();
        assertThatThrownBy(() -> once.list().execute()).isInstanceOf(ConnectionException.class);

        assertThat(sandbox.requests()).extracting(RecordedRequest::status).containsExactly(0, 200, 0);
    }

    @Test
    void aMalformedRequestIsAnsweredAndItsConnectionClosed() throws Exception {
        try (Socket client = context(trust(sandbox.caFile())).getSocketFactory().createSocket(loopback(), port())) {
            client.getOutputStream().write("nonsense\r\n".getBytes(StandardCharsets.US_ASCII));

            assertThat(new String(client.getInputStream().readNBytes(12), StandardCharsets.US_ASCII))
                    .isEqualTo("HTTP/1.1 400");
            client.getInputStream().transferTo(OutputStream.nullOutputStream());
        }
    }

    @Test
    void aRequestInClearTextIsNotServed() throws Exception {
        try (Socket client = new Socket(loopback(), port())) {
            client.getOutputStream().write("GET / HTTP/1.1\r\nHost: a\r\n\r\n".getBytes(StandardCharsets.US_ASCII));

            assertThat(new String(client.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1))
                    .doesNotContain("HTTP/1.1");
        }
        assertThat(sandbox.requests()).isEmpty();
    }

    private static InetAddress loopback() {
        return InetAddress.getLoopbackAddress();
    }

    private static int port() {
        return URI.create(sandbox.baseUrl()).getPort();
    }

    private static HttpResponse<String> get(HttpClient client, String url) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .header(
                        "Authorization",
                        "Bearer " + sandbox.client().auth().token().value())
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    private static HttpClient trusting(Path caFile) throws Exception {
        return HttpClient.newBuilder().sslContext(context(trust(caFile))).build();
    }

    private static TrustManagerFactory trust(Path caFile) throws Exception {
        KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        try (InputStream pem = Files.newInputStream(caFile)) {
            trusted.setCertificateEntry(
                    "sandbox", CertificateFactory.getInstance("X.509").generateCertificate(pem));
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(trusted);
        return factory;
    }

    private static SSLContext context(TrustManagerFactory trusted) throws Exception {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trusted.getTrustManagers(), null);
        return context;
    }
}
