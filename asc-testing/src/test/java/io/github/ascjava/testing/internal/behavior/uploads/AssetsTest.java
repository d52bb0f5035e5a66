package io.github.ascjava.testing.internal.behavior.uploads;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.ascjava.testing.internal.behavior.Api;
import io.github.ascjava.testing.internal.behavior.Body;
import io.github.ascjava.testing.internal.catalog.Catalog;
import io.github.ascjava.testing.internal.engine.Deviation;
import io.github.ascjava.testing.internal.http.ApiAnswer;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Random;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okio.ByteString;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AssetsTest {

    private static final int PART = 5 * 1024 * 1024;

    /** An image with one pixel. */
    private static final ByteString PNG = ByteString.decodeBase64(
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    /** Without the checks of their content, which are in FileChecksTest. */
    private final Api api = new Api(EnumSet.complementOf(EnumSet.of(Deviation.COMMITTED_FILES_ARE_CHECKED)));

    @BeforeEach
    void addSet() {
        api.add("appScreenshotSets", "set", "{'screenshotDisplayType':'APP_IPHONE_67'}");
    }

    @Test
    void areReservedUnderUrlsOfTheSandboxThatTheEngineDoesNotKnow() {
        JsonNode screenshot = reserve("one.png", 10).path("attributes");
        JsonNode operation = screenshot.path("uploadOperations").path(0);

        assertThat(screenshot.at("/assetDeliveryState/state").asText()).isEqualTo("AWAITING_UPLOAD");
        assertThat(screenshot.path("uploadOperations")).hasSize(1);
        assertThat(operation.path("method").asText()).isEqualTo("PUT");
        assertThat(operation.path("length").asInt()).isEqualTo(10);
        assertThat(operation.path("offset").asInt()).isZero();
        assertThat(operation.path("requestHeaders").toString())
                .isEqualTo("[{\"name\":\"Content-Type\",\"value\":\"image/png\"}]");
        assertThat(operation.path("url").asText())
                .startsWith("http://127.0.0.1:8080/asset-uploads/")
                .contains("partNumber=1", "Expires=", "Signature=");
    }

    @Test
    void goThroughTheirStatesInTime() {
        JsonNode screenshot = reserve("one.png", PNG.size());
        upload(screenshot, PNG);
        JsonNode committed = commit(screenshot, PNG.md5().hex());

        assertThat(state(committed)).isEqualTo("UPLOAD_COMPLETE");
        assertThat(committed.at("/attributes/uploadOperations").isNull()).isTrue();

        api.advance(Duration.ofSeconds(6));
        JsonNode complete = read(screenshot);

        assertThat(state(complete)).isEqualTo("COMPLETE");
        assertThat(complete.at("/attributes/imageAsset/width").asInt()).isEqualTo(1);
        assertThat(complete.at("/attributes/imageAsset/templateUrl").asText()).contains("{w}x{h}bb.{f}");
        assertThat(complete.at("/attributes/sourceFileChecksum").asText())
                .isEqualTo(PNG.md5().hex());
    }

    @Test
    void areCompleteOnTheSecondRead() {
        JsonNode screenshot = reserve("one.png", PNG.size());
        upload(screenshot, PNG);
        commit(screenshot, PNG.md5().hex());

        assertThat(state(read(screenshot))).isEqualTo("UPLOAD_COMPLETE");
        assertThat(state(read(screenshot))).isEqualTo("COMPLETE");
    }

    @Test
    void failIfTheirChecksumIsAnother() {
        JsonNode screenshot = reserve("one.png", PNG.size());
        upload(screenshot, PNG);
        commit(screenshot, ByteString.encodeUtf8("other").md5().hex());
        api.advance(Duration.ofSeconds(6));

        JsonNode failed = read(screenshot);

        assertThat(state(failed)).isEqualTo("FAILED");
        assertThat(failed.at("/attributes/assetDeliveryState/errors/0/code").asText())
                .isEqualTo("CHECKSUM_MISMATCH");
        assertThat(Api.refusal(() -> commit(screenshot, PNG.md5().hex()))).startsWith("409");
    }

    @Test
    void arriveInPartsInAnyOrderAndAgain() {
        byte[] bytes = new byte[2 * PART + 17];
        new Random(3).nextBytes(bytes);
        ByteString file = ByteString.of(bytes);
        JsonNode screenshot = reserve("big.png", file.size());
        JsonNode operations = screenshot.at("/attributes/uploadOperations");

        assertThat(operations).hasSize(3);
        assertThat(operations.path(2).path("length").asInt()).isEqualTo(17);
        assertThat(operations.path(2).path("offset").asInt()).isEqualTo(2 * PART);

        put(operations.path(2), file);
        put(operations.path(0), ByteString.of(new byte[PART + file.size()]));
        assertThat(Api.refusal(() -> commit(screenshot, file.md5().hex())))
                .startsWith("409")
                .contains("do not add up to the fileSize");
        put(operations.path(0), file);
        put(operations.path(1), file);
        commit(screenshot, file.md5().hex());
        api.advance(Duration.ofSeconds(6));

        assertThat(state(read(screenshot))).isEqualTo("COMPLETE");
    }

    @Test
    void areNotCommittedBeforeTheyHaveTheirSize() {
        JsonNode screenshot = reserve("one.png", PNG.size() + 1);
        Headers headers = Headers.of("Content-Type", "image/png");
        assertThat(put(screenshot.at("/attributes/uploadOperations/0/url").asText(), headers, PNG))
                .isEqualTo("200 ");

        assertThat(Api.refusal(() -> commit(screenshot, PNG.md5().hex()))).startsWith("409");
        assertThat(state(read(screenshot))).isEqualTo("AWAITING_UPLOAD");
    }

    @Test
    void areRejectedWithATokenWithoutTheirHeadersWithAnotherSignatureAndWhenTheyAreLate() {
        JsonNode operation = reserve("one.png", PNG.size()).at("/attributes/uploadOperations/0");
        String url = operation.path("url").asText();
        Headers headers = Headers.of("Content-Type", "image/png");

        assertThat(put(
                        url,
                        headers.newBuilder().set("Authorization", "Bearer x").build(),
                        PNG))
                .isEqualTo("400 InvalidArgument");
        assertThat(put(url, Headers.of(), PNG)).isEqualTo("403 SignatureDoesNotMatch");
        assertThat(put(url.replaceFirst("Signature=.", "Signature=_"), headers, PNG))
                .isEqualTo("403 SignatureDoesNotMatch");
        assertThat(put(url.replaceFirst("/1\\?", "/2?"), headers, PNG)).isEqualTo("403 SignatureDoesNotMatch");
        assertThat(put(url.replaceFirst("Expires=.", "Expires=9"), headers, PNG))
                .isEqualTo("403 SignatureDoesNotMatch");
        assertThat(put(url, headers, PNG)).isEqualTo("200 ");

        api.advance(Duration.ofDays(7).plusSeconds(1));
        assertThat(put(url, headers, PNG)).isEqualTo("403 AccessDenied");
    }

    @Test
    void haveNoChecksumWhereTheServiceHasNone() {
        api.add("appEventLocalizations", "localization", "{'locale':'de-DE'}");
        JsonNode screenshot = api.post(
                "/v1/appEventScreenshots",
                Body.of("appEventScreenshots")
                        .with("fileName", "a.png")
                        .with("fileSize", PNG.size())
                        .with("appEventAssetType", "EVENT_CARD")
                        .one("appEventLocalization", "appEventLocalizations", "localization"));
        upload(screenshot, PNG);
        String path = "/v1/appEventScreenshots/" + screenshot.path("id").asText();
        Body commit = Body.of("appEventScreenshots")
                .id(screenshot.path("id").asText())
                .with("uploaded", true);

        assertThat(Api.refusal(() -> api.patch(
                        path, commit.with("sourceFileChecksum", PNG.md5().hex()))))
                .startsWith("409")
                .contains("sourceFileChecksum");
        assertThat(state(api.patch(
                        path,
                        Body.of("appEventScreenshots")
                                .id(screenshot.path("id").asText())
                                .with("uploaded", true))))
                .isEqualTo("UPLOAD_COMPLETE");
    }

    @Test
    void areFoundByTheirShapeInAllTheirKinds() {
        Map<String, AssetShape> all = AssetShape.all(Catalog.load());

        assertThat(all).containsKeys("appPreviews", "routingAppCoverages", "gameCenterLeaderboardImages");
        assertThat(all.get("buildUploadFiles")).isNotNull().matches(AssetShape::detailed);
        assertThat(all.get("appScreenshots")).isNotNull().matches(shape -> !shape.detailed());
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, Long.MIN_VALUE, 1_000_000_000_000L, 4L * 1024 * 1024 * 1024 + 1, Long.MAX_VALUE})
    void sizesThatNoFileHasReserveNothing(long size) {
        assertThat(Api.refusal(() -> reserve("one.png", size)))
                .startsWith("409 | ")
                .contains("ENTITY_ERROR.ATTRIBUTE.INVALID", "/data/attributes/fileSize");
    }

    private JsonNode reserve(String name, long size) {
        return api.post(
                "/v1/appScreenshots",
                Body.of("appScreenshots")
                        .with("fileName", name)
                        .with("fileSize", size)
                        .one("appScreenshotSet", "appScreenshotSets", "set"));
    }

    private void upload(JsonNode asset, ByteString file) {
        asset.at("/attributes/uploadOperations").forEach(operation -> put(operation, file));
    }

    private void put(JsonNode operation, ByteString file) {
        int offset = operation.path("offset").asInt();
        ByteString part =
                file.substring(offset, offset + operation.path("length").asInt());
        Headers headers = Headers.of("Content-Type", "image/png");
        assertThat(api.send("PUT", operation.path("url").asText(), headers, part)
                        .status())
                .isEqualTo(200);
    }

    /** Returns the status, and the code of the error if there is one. */
    private String put(String url, Headers headers, ByteString part) {
        ApiAnswer answer = api.send("PUT", HttpUrl.get(url).toString(), headers, part);
        return answer.status() + " " + answer.body().utf8().replaceAll("(?s).*<Code>|</Code>.*", "");
    }

    private JsonNode commit(JsonNode asset, String md5) {
        String id = asset.path("id").asText();
        return api.patch(
                "/v1/appScreenshots/" + id,
                Body.of("appScreenshots").id(id).with("uploaded", true).with("sourceFileChecksum", md5));
    }

    private JsonNode read(JsonNode asset) {
        return api.get("/v1/appScreenshots/" + asset.path("id").asText()).path("data");
    }

    private static String state(JsonNode asset) {
        return asset.at("/attributes/assetDeliveryState/state").asText();
    }
}
