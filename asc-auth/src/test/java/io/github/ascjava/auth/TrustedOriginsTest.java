package io.github.ascjava.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.InetAddress;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.MockWebServer;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which base URLs are allowed, and which URLs are below them. */
class TrustedOriginsTest {

    private static final ApiKey KEY =
            ApiKey.individual("2X9R4HXF34", TestKey.generate().privateKey());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://gateway.example/",
                "https://gateway.example:8443/apple/",
                "http://localhost:8080/",
                "http://127.0.0.1/",
                "http://127.1.2.3:80/x/",
                "http://[::1]:9000/"
            })
    void allowsHttpsAndThisMachine(String baseUrl) {
        assertThat(AppStoreConnectAuth.builder(KEY).baseUrl(baseUrl).build().baseUrl())
                .isEqualTo(HttpUrl.get(baseUrl));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://api.appstoreconnect.apple.com/",
                "http://gateway.example/",
                "http://127.0.0.1.example/",
                "http://localhost.example/",
                "http://127.999.1.1/",
                "http://127.0.0.256/",
                "http://127.0.0.01/",
                "http://127.1/",
                "http://128.0.0.1/",
                "http://10.0.0.1/",
                "http://[::2]/"
            })
    void rejectsPlainHttpToOtherMachines(String baseUrl) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AppStoreConnectAuth.builder(KEY).baseUrl(baseUrl))
                .withMessage("The base URL " + baseUrl + "... would send tokens in clear text; use https. Plain http is"
                        + " allowed to this machine (localhost) only.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://gateway.example/apple", "https://gateway.example/?a=b", "https://gateway.example/#a"})
    void rejectsUrlsThatNothingCanBeBelow(String baseUrl) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AppStoreConnectAuth.builder(KEY).baseUrl(baseUrl))
                .withMessage(
                        "The base URL https://gateway.example/... must end in / and have neither query nor fragment.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "gateway.example", "ftp://gateway.example/"})
    void rejectsInvalidUrls(String baseUrl) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AppStoreConnectAuth.builder(KEY).baseUrl(baseUrl));
    }

    @Test
    void messagesShowNoPasswordOfAUrl() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AppStoreConnectAuth.builder(KEY).baseUrl("http://me:pass@gateway.example/"))
                .withMessageNotContaining("pass");
        assertThat(AppStoreConnectAuth.builder(KEY)
                        .baseUrl("https://me:pass@gateway.example/")
                        .build()
                        .toString())
                .doesNotContain("pass");
    }

    @Test
    void pathsAreThoseBelowTheBase() {
        TrustedOrigins gateway = TrustedOrigins.of(HttpUrl.get("https://gateway.example/apple/api/"));

        assertThat(gateway.pathWithin(HttpUrl.get("https://gateway.example/apple/api/v1/apps/1")))
                .containsExactly("v1", "apps", "1");
        assertThat(gateway.pathWithin(HttpUrl.get("https://gateway.example/apple/api/")))
                .containsExactly("");
        assertThat(gateway.pathWithin(HttpUrl.get("https://gateway.example/apple/api")))
                .isNull();
        assertThat(gateway.pathWithin(HttpUrl.get("http://gateway.example/apple/api/v1/apps")))
                .isNull();
        assertThat(gateway.pathWithin(HttpUrl.get("http://gateway.example:443/apple/api/v1/apps")))
                .isNull();
        assertThat(gateway.pathWithin(HttpUrl.get("https://gateway.example:444/apple/api/v1/apps")))
                .isNull();
    }

    @Test
    void aServerWithACertificateGetsATokenOverHttpsButNotOverHttp() throws Exception {
        String name = InetAddress.getByName("localhost").getCanonicalHostName();
        HeldCertificate certificate =
                new HeldCertificate.Builder().addSubjectAlternativeName(name).build();
        HandshakeCertificates serverSide =
                new HandshakeCertificates.Builder().heldCertificate(certificate).build();
        HandshakeCertificates clientSide = new HandshakeCertificates.Builder()
                .addTrustedCertificate(certificate.certificate())
                .build();
        try (MockWebServer server = new MockWebServer();
                MockWebServer plainServer = new MockWebServer()) {
            server.useHttps(serverSide.sslSocketFactory(), false);
            server.enqueue(new MockResponse()
                    .setResponseCode(302)
                    .setHeader("Location", plainServer.url("/v1/apps").toString()));
            plainServer.enqueue(new MockResponse());
            AppStoreConnectAuth auth = AppStoreConnectAuth.builder(KEY)
                    .baseUrl(server.url("/").toString())
                    .build();
            OkHttpClient http = new OkHttpClient.Builder()
                    .sslSocketFactory(clientSide.sslSocketFactory(), clientSide.trustManager())
                    .addInterceptor(auth)
                    .build();

            try (Response response = http.newCall(
                            new Request.Builder().url(server.url("/v1/apps")).build())
                    .execute()) {
                assertThat(response.code()).isEqualTo(200);
            }

            assertThat(server.takeRequest().getHeader("Authorization"))
                    .isEqualTo("Bearer " + auth.token().value());
            assertThat(plainServer.takeRequest().getHeader("Authorization")).isNull();
        }
    }
}
