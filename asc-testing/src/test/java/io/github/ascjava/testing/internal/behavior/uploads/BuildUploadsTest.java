package io.github.ascjava.testing.internal.behavior.uploads;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.ascjava.testing.internal.behavior.Api;
import io.github.ascjava.testing.internal.behavior.Body;
import java.time.Duration;
import java.util.Map;
import okhttp3.Headers;
import okio.ByteString;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BuildUploadsTest {

    private static final ByteString IPA = ByteString.encodeUtf8("an ipa");

    private final Api api = new Api();

    @BeforeEach
    void addApp() {
        api.app("1");
    }

    @Test
    void endInABuildThatIsProcessed() {
        String upload = upload("1.0", "7");
        assertThat(state(upload)).isEqualTo("PROCESSING");

        api.advance(Duration.ofSeconds(11));
        assertThat(state(upload)).isEqualTo("COMPLETE");
        JsonNode build = api.get("/v1/builds?filter[app]=1&include=preReleaseVersion,buildBetaDetail");
        assertThat(build.at("/data/0/attributes/version").asText()).isEqualTo("7");
        assertThat(build.at("/data/0/attributes/processingState").asText()).isEqualTo("PROCESSING");
        assertThat(build.at("/data/0/attributes/expirationDate").asText()).isEqualTo("2027-02-22T10:30:15-08:00");
        assertThat(build.at("/included").toString()).contains("\"version\":\"1.0\"", "\"PROCESSING\"");
        assertThat(api.get("/v1/buildUploads/" + upload + "?include=build")
                        .at("/included/0/id")
                        .asText())
                .isEqualTo(build.at("/data/0/id").asText());

        api.advance(Duration.ofSeconds(31));
        assertThat(api.get("/v1/builds")
                        .at("/data/0/attributes/processingState")
                        .asText())
                .isEqualTo("VALID");
    }

    @Test
    void passThroughEveryStepInOneLeapOfTime() {
        upload("1.0", "7");

        api.advance(Duration.ofDays(1));

        assertThat(api.get("/v1/builds")
                        .at("/data/0/attributes/processingState")
                        .asText())
                .isEqualTo("VALID");
    }

    @Test
    void failIfTheNumberIsTakenByAnotherThatWasReservedBefore() {
        String again = reserve("1.0", "7");
        upload("1.0", "7");
        api.advance(Duration.ofMinutes(1));
        send(again);
        api.advance(Duration.ofMinutes(1));

        JsonNode state = api.get("/v1/buildUploads/" + again).at("/data/attributes/state");

        assertThat(state.path("state").asText()).isEqualTo("FAILED");
        assertThat(state.at("/errors/0/description").asText()).contains("build number '7' for version number '1.0'");
        assertThat(api.get("/v1/builds").path("data")).hasSize(1);
    }

    @Test
    void rejectTheAlgorithmThatTheServiceRejects() {
        String upload = reserve("1.0", "7");
        JsonNode file = file(upload);

        assertThat(Api.refusal(() -> commit(file, "SHA_256")))
                .startsWith("409")
                .contains("'SHA_256' is not a valid value for the attribute 'sourceFileChecksums'");
    }

    @Test
    void containTheNumberOfEachPart() {
        JsonNode operation = file(reserve("1.0", "7")).at("/attributes/uploadOperations/0");

        assertThat(operation.path("partNumber").asInt()).isEqualTo(1);
        assertThat(operation.path("expiration").asText()).isEqualTo("2026-12-01T18:30:00.000Z");
    }

    @Test
    void canBeDroppedUntilTheyAreComplete() {
        String open = reserve("1.0", "8");
        assertThat(api.delete("/v1/buildUploads/" + open).status()).isEqualTo(204);

        String done = upload("1.0", "7");
        api.advance(Duration.ofMinutes(1));
        assertThat(Api.refusal(() -> api.delete("/v1/buildUploads/" + done))).startsWith("409");
    }

    private String upload(String version, String number) {
        String upload = reserve(version, number);
        send(upload);
        return upload;
    }

    private void send(String upload) {
        JsonNode file = file(upload);
        JsonNode operation = file.at("/attributes/uploadOperations/0");
        api.send(
                "PUT",
                operation.path("url").asText(),
                Headers.of(
                        "Content-Type", operation.at("/requestHeaders/0/value").asText()),
                IPA);
        commit(file, "MD5");
        api.advance(Duration.ofSeconds(6));
    }

    private String reserve(String version, String number) {
        JsonNode upload = api.post(
                "/v1/buildUploads",
                Body.of("buildUploads")
                        .with("cfBundleShortVersionString", version)
                        .with("cfBundleVersion", number)
                        .with("platform", "IOS")
                        .one("app", "apps", "1"));
        assertThat(upload.at("/attributes/state/state").asText()).isEqualTo("AWAITING_UPLOAD");
        return upload.path("id").asText();
    }

    private JsonNode file(String upload) {
        return api.post(
                "/v1/buildUploadFiles",
                Body.of("buildUploadFiles")
                        .with("assetType", "ASSET")
                        .with("fileName", "App.ipa")
                        .with("fileSize", IPA.size())
                        .with("uti", "com.apple.ipa")
                        .one("buildUpload", "buildUploads", upload));
    }

    private void commit(JsonNode file, String algorithm) {
        String id = file.path("id").asText();
        Map<String, String> checksum = Map.of("hash", IPA.md5().hex(), "algorithm", algorithm);
        api.patch(
                "/v1/buildUploadFiles/" + id,
                Body.of("buildUploadFiles")
                        .id(id)
                        .with("uploaded", true)
                        .with("sourceFileChecksums", Map.of("file", checksum)));
    }

    private String state(String upload) {
        return api.get("/v1/buildUploads/" + upload)
                .at("/data/attributes/state/state")
                .asText();
    }
}
