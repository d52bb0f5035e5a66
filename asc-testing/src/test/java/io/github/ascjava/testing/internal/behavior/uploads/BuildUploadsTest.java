package io.github.ascjava.testing.internal.behavior.uploads;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.ascjava.testing.internal.behavior.Api;
import io.github.ascjava.testing.internal.behavior.Body;
import io.github.ascjava.testing.internal.engine.StoredResource;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import okhttp3.Headers;
import okio.ByteString;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BuildUploadsTest {

    private static final ByteString IPA = ByteString.encodeUtf8("an ipa");

    private final Api api = new Api();

    private StoredResource app;

    @BeforeEach
    void addApp() {
        app = api.app("1");
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
    void needAHigherNumberThanTheOnesBefore() {
        upload("1.0", "1.10");
        api.advance(Duration.ofMinutes(1));

        for (String low : List.of("1.9", "1.10", "1.10.0", "1", "0")) {
            assertThat(Api.refusal(() -> reserve("1.0", low)))
                    .startsWith("409")
                    .contains("must be higher than the previously uploaded version: '1.10'");
        }
        reserve("1.0", "1.11");
        reserve("1.1", "1");
    }

    @Test
    void failForAVersionThatWasReleased() {
        api.world()
                .addTo(app, "appStoreVersions")
                .with("platform", "IOS")
                .with("versionString", "1.2")
                .with("appVersionState", "READY_FOR_DISTRIBUTION");
        String closed = upload("1.2.0", "7");
        String open = upload("1.3", "7");
        api.advance(Duration.ofMinutes(1));

        JsonNode errors = api.get("/v1/buildUploads/" + closed).at("/data/attributes/state/errors");
        assertThat(errors.findValuesAsText("code")).containsExactly("90062", "90186");
        assertThat(errors.at("/0/description").asText()).contains("[1.2.0]", "[1.2]");
        assertThat(state(open)).isEqualTo("COMPLETE");
    }

    @Test
    void tellWhichPartsHaveArrived() {
        JsonNode file = file(reserve("1.0", "7"));
        String path = "/v1/buildUploadFiles/" + file.path("id").asText();
        String tag = "/data/attributes/uploadOperations/0/entityTag";
        assertThat(api.get(path).at(tag).isMissingNode()).isTrue();

        put(file);

        assertThat(api.get(path).at(tag).asText()).isEqualTo(IPA.md5().hex());
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
        put(file);
        commit(file, "MD5");
        api.advance(Duration.ofSeconds(6));
    }

    private void put(JsonNode file) {
        JsonNode operation = file.at("/attributes/uploadOperations/0");
        api.send(
                "PUT",
                operation.path("url").asText(),
                Headers.of(
                        "Content-Type", operation.at("/requestHeaders/0/value").asText()),
                IPA);
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
