package io.github.ascjava.testing.internal.behavior.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.ascjava.testing.internal.behavior.Api;
import io.github.ascjava.testing.internal.behavior.Body;
import io.github.ascjava.testing.internal.pki.Requests;
import java.io.ByteArrayInputStream;
import java.security.KeyPair;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CertificatesTest {

    private final Api api = new Api();

    @Test
    void areIssuedForTheKeyOfTheRequest() throws Exception {
        KeyPair keys = Requests.rsaKey();
        JsonNode certificate = api.post(
                        "/v1/certificates",
                        Body.of("certificates")
                                .with("certificateType", "IOS_DISTRIBUTION")
                                .with("csrContent", Requests.pem(keys)))
                .path("attributes");
        X509Certificate x509 = x509(certificate);

        assertThat(x509.getPublicKey()).isEqualTo(keys.getPublic());
        assertThat(x509.getSerialNumber().toString(16).toUpperCase(java.util.Locale.ROOT))
                .isEqualTo(certificate.path("serialNumber").asText())
                .matches("[0-9A-F]{32}");
        assertThat(certificate.path("expirationDate").asText()).isEqualTo("2027-11-24T18:30:00.000+0000");
        assertThat(x509.getNotAfter().toInstant()).isEqualTo("2027-11-24T18:30:00Z");
        assertThat(certificate.path("name").asText()).isEqualTo("iOS Distribution: Example Coffee Labs");
        assertThat(certificate.path("displayName").asText()).isEqualTo("Example Coffee Labs");
        assertThat(certificate.path("platform").asText()).isEqualTo("IOS");
        assertThat(x509.getSubjectX500Principal().getName())
                .contains("CN=iOS Distribution: Example Coffee Labs", "OU=X8NNQ9CYL2");
        assertThat(certificate.path("csrContent").isNull()).isTrue();
    }

    @Test
    void ofAllPlatformsHaveNoPlatform() {
        assertThat(Team.certificate(api, "DEVELOPMENT")
                        .path("attributes")
                        .path("platform")
                        .isNull())
                .isTrue();
    }

    @Test
    void areRejectedWithoutARequestSignedWithItsKey() throws Exception {
        String stolen = Requests.pem(Requests.ecKey(), Requests.ecKey());
        Body body = Body.of("certificates").with("certificateType", "DEVELOPMENT");

        assertThat(Api.refusal(() -> api.post("/v1/certificates", body.with("csrContent", stolen))))
                .startsWith("409")
                .contains("not signed by the key", "/data/attributes/csrContent");
        assertThat(Api.refusal(() -> api.post("/v1/certificates", body.with("csrContent", "nonsense"))))
                .startsWith("409");
        assertThat(api.world().store().all("certificates")).isEmpty();
    }

    @Test
    void areFewOfEachType() {
        for (int i = 0; i < 3; i++) {
            Team.certificate(api, "DISTRIBUTION");
        }

        assertThat(Api.refusal(() -> Team.certificate(api, "DISTRIBUTION")))
                .startsWith("409")
                .contains(
                        "\"ENTITY_ERROR\"",
                        "You already have a current Distribution certificate or a pending certificate request.");
        Team.certificate(api, "IOS_DISTRIBUTION");
    }

    @Test
    void makePlaceWhenTheyRunOut() {
        for (int i = 0; i < 2; i++) {
            Team.certificate(api, "DEVELOPMENT");
        }
        assertThat(Api.refusal(() -> Team.certificate(api, "DEVELOPMENT"))).contains("current Development certificate");

        api.advance(Duration.ofDays(366));

        Team.certificate(api, "DEVELOPMENT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"DEVELOPER_ID_APPLICATION", "DEVELOPER_ID_APPLICATION_G2", "DEVELOPER_ID_KEXT"})
    void forDeveloperIdAreForTheAccountHolderAlone(String type) {
        assertThat(Api.refusal(() -> Team.certificate(api, type)))
                .startsWith("403")
                .contains("This operation can only be performed by the Account Holder");
    }

    @Test
    void forPassesNeedAPassType() throws Exception {
        assertThat(Api.refusal(() -> Team.certificate(api, "PASS_TYPE_ID"))).contains("'passTypeId'");
        assertThat(Api.refusal(() -> Team.certificate(api, "APPLE_PAY"))).contains("'merchantId'");

        String passType = Team.id(api.post(
                "/v1/passTypeIds", Body.of("passTypeIds").with("name", "Pass").with("identifier", "pass.com.example")));
        JsonNode certificate = api.post(
                "/v1/certificates",
                Body.of("certificates")
                        .with("certificateType", "PASS_TYPE_ID")
                        .with("csrContent", Requests.pem(Requests.ecKey()))
                        .one("passTypeId", "passTypeIds", passType));
        assertThat(api.get("/v1/passTypeIds/" + passType + "/certificates")
                        .path("data")
                        .get(0)
                        .path("id"))
                .isEqualTo(certificate.path("id"));
    }

    static X509Certificate x509(JsonNode attributes) throws Exception {
        byte[] der =
                Base64.getDecoder().decode(attributes.path("certificateContent").asText());
        return (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
    }
}
