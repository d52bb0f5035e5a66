package io.github.ascjava.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ascjava.client.AppStoreConnect;
import io.github.ascjava.client.api.reports.DownloadSalesReports;
import io.github.ascjava.client.error.ApiException;
import io.github.ascjava.client.model.appstore.AppMediaAssetState;
import io.github.ascjava.client.model.appstore.AppScreenshot;
import io.github.ascjava.client.model.common.UploadOperation;
import io.github.ascjava.client.model.provisioning.BundleId;
import io.github.ascjava.client.model.provisioning.BundleIdPlatform;
import io.github.ascjava.client.model.provisioning.Certificate;
import io.github.ascjava.client.model.provisioning.CertificateType;
import io.github.ascjava.client.model.provisioning.Device;
import io.github.ascjava.client.model.provisioning.Profile;
import io.github.ascjava.client.model.provisioning.ProfileState;
import io.github.ascjava.client.model.provisioning.ProfileType;
import io.github.ascjava.client.model.reports.SalesReportFrequency;
import io.github.ascjava.client.model.reports.SalesReportSubType;
import io.github.ascjava.client.model.reports.SalesReportType;
import io.github.ascjava.testing.internal.pki.Requests;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.cert.CertificateFactory;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.ByteString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Complete workflows, over sockets with the client. */
class WorkflowsTest {

    private static final ByteString FILE = ByteString.encodeUtf8("a screenshot");

    /** On some days there are no sales; on the day before this one, there were some. */
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T18:30:00Z"), ZoneOffset.UTC);

    @RegisterExtension
    static final SandboxExtension SANDBOX =
            new SandboxExtension(Sandbox.builder().clock(CLOCK));

    @Test
    void anAppIsSigned() throws Exception {
        AppStoreConnect asc = SANDBOX.client();
        KeyPair keys = Requests.rsaKey();
        String csr = Requests.pem(keys);
        BundleId bundleId = asc.bundleIds()
                .create(b -> b.name("New").platform(BundleIdPlatform.IOS).identifier("com.example.new"))
                .execute();
        Device device = asc.devices()
                .create(b -> b.name("My iPhone").platform(BundleIdPlatform.IOS).udid("00008150-00AA00AA00AA00AA"))
                .execute();
        Certificate certificate = asc.certificates()
                .create(b -> b.csrContent(csr).certificateType(CertificateType.DEVELOPMENT))
                .execute();
        Profile profile = asc.profiles()
                .create(b -> b.name("New Development")
                        .profileType(ProfileType.IOS_APP_DEVELOPMENT)
                        .bundleId(bundleId)
                        .certificates(List.of(certificate.id()))
                        .devices(List.of(device.id())))
                .execute();

        byte[] x509 = Base64.getDecoder().decode(certificate.certificateContent());
        assertThat(CertificateFactory.getInstance("X.509")
                        .generateCertificate(new ByteArrayInputStream(x509))
                        .getPublicKey())
                .isEqualTo(keys.getPublic());
        assertThat(new String(Base64.getDecoder().decode(profile.profileContent()), StandardCharsets.UTF_8))
                .contains("com.example.new", certificate.certificateContent());

        asc.certificates().delete(certificate.id()).execute();
        assertThat(asc.profiles().get(profile.id()).execute().profileState()).isEqualTo(ProfileState.INVALID);
        assertThatThrownBy(() -> asc.bundleIds()
                        .create(b ->
                                b.name("New").platform(BundleIdPlatform.IOS).identifier("com.example.new"))
                        .execute())
                .isInstanceOfSatisfying(
                        ApiException.class,
                        e -> assertThat(e.hasCode("ENTITY_ERROR.ATTRIBUTE.INVALID"))
                                .isTrue());
    }

    @Test
    void aScreenshotIsUploaded() throws Exception {
        AppStoreConnect asc = SANDBOX.client();
        SANDBOX.add(ResourceObject.of("appScreenshotSets", "set").attribute("screenshotDisplayType", "APP_IPHONE_67"));
        AppScreenshot screenshot = asc.appScreenshots()
                .create(b -> b.fileSize(FILE.size()).fileName("a.png").appScreenshotSet("set"))
                .execute();

        for (UploadOperation operation : Objects.requireNonNull(screenshot.uploadOperations())) {
            assertThat(put(operation)).isEqualTo(200);
        }
        asc.appScreenshots()
                .update(
                        screenshot.id(),
                        b -> b.uploaded(true).sourceFileChecksum(FILE.md5().hex()))
                .execute();

        assertThat(state(asc, screenshot)).isEqualTo("UPLOAD_COMPLETE");
        assertThat(state(asc, screenshot)).isEqualTo("COMPLETE");
    }

    @Test
    void theTextOfAnUploadShowsNoSignature() throws Exception {
        SANDBOX.add(
                ResourceObject.of("appScreenshotSets", "other").attribute("screenshotDisplayType", "APP_IPHONE_67"));
        AppScreenshot screenshot = SANDBOX.client()
                .appScreenshots()
                .create(b -> b.fileSize(FILE.size()).fileName("b.png").appScreenshotSet("other"))
                .execute();
        put(Objects.requireNonNull(screenshot.uploadOperations()).get(0));

        RecordedRequest upload = SANDBOX.requests().get(SANDBOX.requests().size() - 1);

        assertThat(upload.url().queryParameter("Signature")).isNotNull();
        assertThat(upload).hasToString("PUT " + upload.path() + "?*** -> 200");
    }

    @Test
    void aReportIsDownloaded() throws Exception {
        try (ResponseBody body = SANDBOX.client()
                .salesReports()
                .download(new DownloadSalesReports(
                        "85012345", SalesReportType.SALES, SalesReportSubType.SUMMARY, SalesReportFrequency.DAILY))
                .execute()) {
            String text = new String(new GZIPInputStream(body.byteStream()).readAllBytes(), StandardCharsets.UTF_8);
            assertThat(text).startsWith("Provider\tProvider Country\tSKU\t").contains("Your Next Cortado");
        }
    }

    @Test
    void aReportHasAnUnusualForm() throws Exception {
        try (Sandbox sandbox = Sandbox.builder().clock(CLOCK).unusualReports().start();
                ResponseBody body = sandbox.client()
                        .salesReports()
                        .download(new DownloadSalesReports(
                                "85012345",
                                SalesReportType.SALES,
                                SalesReportSubType.SUMMARY,
                                SalesReportFrequency.DAILY))
                        .execute()) {
            String text = new String(new GZIPInputStream(body.byteStream()).readAllBytes(), StandardCharsets.UTF_8);
            assertThat(text).startsWith("\uFEFFProvider\t").contains("Your Next Cortado");
        }
    }

    private static int put(UploadOperation operation) throws Exception {
        int offset = Math.toIntExact(Objects.requireNonNull(operation.offset()));
        int length = Math.toIntExact(Objects.requireNonNull(operation.length()));
        Request.Builder request = new Request.Builder().url(Objects.requireNonNull(operation.url()));
        MediaType type = MediaType.get(String.valueOf(
                Objects.requireNonNull(operation.requestHeaders()).get(0).value()));
        request.put(RequestBody.create(FILE.substring(offset, offset + length), type));
        try (Response response = new OkHttpClient().newCall(request.build()).execute()) {
            return response.code();
        }
    }

    private static String state(AppStoreConnect asc, AppScreenshot screenshot) {
        AppMediaAssetState state = Objects.requireNonNull(
                asc.appScreenshots().get(screenshot.id()).execute().assetDeliveryState());
        return String.valueOf(state.state());
    }
}
