package io.github.ascjava.testing;

import io.github.ascjava.client.internal.DefaultHttpClient;
import io.github.ascjava.testing.internal.pki.Authority;
import io.github.ascjava.testing.internal.pki.EcSigner;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import okhttp3.OkHttpClient;
import okio.ByteString;

/**
 * The certificate of a sandbox's server, generated for it, with a client that trusts it and a file for other clients.
 *
 * <p>Its dates are those of the machine, with which clients compare them, and not those of the sandbox's clock.
 */
final class SandboxTls implements AutoCloseable {

    private static final Duration LIFE = Duration.ofDays(365);
    /** Of a key store that is never stored. */
    private static final char[] PASSWORD = {};

    private static final int LINE = 64;

    /** Makes both ends of a connection: the server's, and that of a client that trusts it. */
    final SSLSocketFactory sockets;
    /** Has the settings of the library's default client. */
    final OkHttpClient client;
    /** The authority's certificate, in PEM format; deleted with the sandbox. */
    final Path caFile;

    private SandboxTls(SSLSocketFactory sockets, OkHttpClient client, Path caFile) {
        this.sockets = sockets;
        this.client = client;
        this.caFile = caFile;
    }

    static SandboxTls create() {
        Instant now = Instant.now();
        Authority authority = new Authority(now);
        try {
            KeyStore store = keyStore(authority, now);
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, PASSWORD);
            TrustManagerFactory trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trusted.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), trusted.getTrustManagers(), null);
            OkHttpClient client = DefaultHttpClient.builder()
                    .sslSocketFactory(context.getSocketFactory(), (X509TrustManager) trusted.getTrustManagers()[0])
                    .build();
            Path caFile = Files.createTempFile("asc-sandbox-ca", ".pem");
            Files.writeString(caFile, pem(authority.certificate()), StandardCharsets.US_ASCII);
            return new SandboxTls(context.getSocketFactory(), client, caFile);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java runtime cannot set up TLS with a key on P-256.", e);
        } catch (IOException e) {
            throw new UncheckedIOException("The certificate for TLS could not be written: " + e.getMessage(), e);
        }
    }

    private static KeyStore keyStore(Authority authority, Instant now) throws GeneralSecurityException, IOException {
        KeyPair keys = EcSigner.newKeyPair();
        ByteString server = authority.issueServer(keys.getPublic(), now.minus(LIFE), now.plus(LIFE));
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, PASSWORD);
        store.setKeyEntry("server", keys.getPrivate(), PASSWORD, new Certificate[] {x509(server)});
        store.setCertificateEntry("authority", x509(authority.certificate()));
        return store;
    }

    private static Certificate x509(ByteString der) throws GeneralSecurityException {
        return CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der.toByteArray()));
    }

    private static String pem(ByteString certificate) {
        Base64.Encoder base64 = Base64.getMimeEncoder(LINE, new byte[] {'\n'});
        return "-----BEGIN CERTIFICATE-----\n"
                + base64.encodeToString(certificate.toByteArray())
                + "\n-----END CERTIFICATE-----\n";
    }

    @Override
    public void close() {
        client.dispatcher().executorService().shutdown();
        client.connectionPool().evictAll();
        caFile.toFile().delete();
    }
}
