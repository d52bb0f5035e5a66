package io.github.ascjava.testing.internal.behavior.uploads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.ascjava.testing.internal.behavior.Api;
import io.github.ascjava.testing.internal.behavior.Body;
import io.github.ascjava.testing.internal.catalog.DataFile;
import io.github.ascjava.testing.internal.engine.Deviation;
import io.github.ascjava.testing.internal.engine.StoredResource;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import okhttp3.Headers;
import okio.ByteString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What becomes of files whose content Apple does not accept: docs/live-service.md#files-fail-after-the-commit. */
class FileChecksTest {

    private final Api api = new Api();

    @ParameterizedTest
    @CsvSource({
        "APP_IPHONE_67, 1290, 2796, false, ''",
        "APP_IPHONE_67, 2796, 1290, false, ''",
        "APP_IPHONE_67, 1284, 2778, false, IMAGE_INCORRECT_DIMENSIONS",
        "APP_IPHONE_65, 1284, 2778, false, ''",
        "IMESSAGE_APP_IPHONE_65, 1284, 2779, false, IMAGE_INCORRECT_DIMENSIONS",
        "APP_WATCH_ULTRA, 410, 502, true, IMAGE_ALPHA_NOT_ALLOWED",
        "APP_WATCH_ULTRA, 502, 410, true, 'IMAGE_INCORRECT_DIMENSIONS,IMAGE_ALPHA_NOT_ALLOWED'",
        "APP_OF_NEXT_YEAR, 1, 1, false, ''"
    })
    void pngsNeedASizeOfTheirDisplayAndNoAlphaChannel(
            String display, int width, int height, boolean alpha, String codes) {
        StoredResource screenshot = screenshot(api, display);

        assertThat(codes(screenshot, MediaFiles.png(width, height, alpha))).isEqualTo(codes);
    }

    @Test
    void jpegsNeedASizeOfTheirDisplay() {
        StoredResource screenshot = screenshot(api, "APP_WATCH_ULTRA");

        assertThat(codes(screenshot, MediaFiles.jpeg(410, 502))).isEmpty();
        assertThat(codes(screenshot, MediaFiles.jpeg(410, 501))).isEqualTo("IMAGE_INCORRECT_DIMENSIONS");
    }

    @ParameterizedTest
    @CsvSource({
        "ffd8 ffe00006aabbccdd ffc2000b08 01f6019a 03, 410, 502",
        "ffd8 ffffffc4000411ff ffffffc9000b08 01f6019a 03, 410, 502",
        "ffd8 ffc0000b08 00000000 03, , ",
        "ffd8 ffda000c ffc0000b08 01f6019a 03, , ",
        "ffd8 ffe0ffff ffc0000b08 01f6019a 03, , ",
        "ffd8 41424344, , "
    })
    void theFrameOfAJpegIsFoundBehindItsSegments(String hex, Integer width, Integer height) {
        assertThat(ImageHeader.read(ByteString.decodeHex(hex.replace(" ", ""))))
                .isEqualTo(width == null ? null : new ImageHeader(width, height, false));
    }

    @Test
    void otherBytesAndOtherFilesAreNotChecked() {
        StoredResource screenshot = screenshot(api, "APP_WATCH_ULTRA");
        StoredResource attachment = api.add("appStoreReviewAttachments", "a", "{}");
        Api documented = new Api(EnumSet.complementOf(EnumSet.of(Deviation.COMMITTED_FILES_ARE_CHECKED)));
        ByteString tooSmall = MediaFiles.png(1, 1, true);

        assertThat(codes(screenshot, ByteString.encodeUtf8("a screenshot"))).isEmpty();
        assertThat(codes(attachment, tooSmall)).isEmpty();
        assertThat(FileChecks.errors(screenshot(documented, "APP_WATCH_ULTRA"), tooSmall, documented.world()))
                .isEmpty();
        assertThat(codes(screenshot, tooSmall)).isNotEmpty();
    }

    static Stream<Arguments> sizes() {
        return DataFile.lines(FileChecks.class, "displays.txt").stream()
                .map(line -> List.of(line.split(" ", -1)))
                .filter(words -> !words.contains("not"))
                .flatMap(words -> words.stream().skip(1).map(size -> Arguments.of(words.get(0), size)));
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void everyListedSizeIsAcceptedAndNoneBesideIt(String display, String size) {
        StoredResource screenshot = screenshot(api, display);
        int width = Integer.parseInt(size.split("x", -1)[0]);
        int height = Integer.parseInt(size.split("x", -1)[1]);

        assertThat(codes(screenshot, MediaFiles.pngHeader(width, height))).isEmpty();
        assertThat(codes(screenshot, MediaFiles.pngHeader(width + 1, height + 1)))
                .isEqualTo("IMAGE_INCORRECT_DIMENSIONS");
    }

    static Stream<Arguments> movies() {
        return Stream.of(
                Arguments.of("stereo", "", MediaFiles.movie(MediaFiles.video(20), MediaFiles.audio(20, 2))),
                Arguments.of("stereo AAC", "", MediaFiles.movie(MediaFiles.aac(20, 2), MediaFiles.video(20))),
                Arguments.of("64 bits", "", MediaFiles.movie(MediaFiles.longVideo(20), MediaFiles.aac(20, 2))),
                Arguments.of("a moment apart", "", MediaFiles.movie(MediaFiles.video(20), MediaFiles.aac(20.04, 2))),
                Arguments.of("no sound", "MOV_RESAVE_STEREO", MediaFiles.movie(MediaFiles.video(20))),
                Arguments.of(
                        "mono", "MOV_RESAVE_STEREO", MediaFiles.movie(MediaFiles.video(20), MediaFiles.audio(20, 1))),
                Arguments.of(
                        "mono AAC", "MOV_RESAVE_STEREO", MediaFiles.movie(MediaFiles.video(20), MediaFiles.aac(20, 1))),
                Arguments.of(
                        "mono in QuickTime",
                        "MOV_RESAVE_STEREO",
                        MediaFiles.movie(MediaFiles.video(20), MediaFiles.quickTimeAac(20, 1))),
                Arguments.of(
                        "stereo in QuickTime",
                        "",
                        MediaFiles.movie(MediaFiles.video(20), MediaFiles.quickTimeAac(20, 2))),
                Arguments.of(
                        "six channels",
                        "MOV_RESAVE_STEREO",
                        MediaFiles.movie(MediaFiles.video(20), MediaFiles.longAudio(20, 6))),
                Arguments.of("two channels", "", MediaFiles.movie(MediaFiles.video(20), MediaFiles.longAudio(20, 2))),
                Arguments.of(
                        "short",
                        "MOV_RESAVE_LONGER",
                        MediaFiles.movie(MediaFiles.video(14.9), MediaFiles.aac(14.9, 2))),
                Arguments.of(
                        "uneven", "MOV_RESAVE_LONGER", MediaFiles.movie(MediaFiles.video(20), MediaFiles.aac(19.9, 2))),
                Arguments.of(
                        "long", "MOV_RESAVE_TRIM", MediaFiles.movie(MediaFiles.longVideo(31), MediaFiles.aac(31, 2))),
                Arguments.of(
                        "short without sound",
                        "MOV_RESAVE_STEREO,MOV_RESAVE_LONGER",
                        MediaFiles.movie(MediaFiles.video(3))),
                Arguments.of("only sound", "", MediaFiles.movie(MediaFiles.aac(3, 1))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("movies")
    void previewsNeedTheirLengthAndStereoSound(String name, String codes, ByteString movie) {
        assertThat(codes(api.add("appPreviews", "p", "{}"), movie)).isEqualTo(codes);
    }

    static Stream<ByteString> files() {
        return Stream.of(
                MediaFiles.png(9, 9, true),
                MediaFiles.jpeg(9, 9),
                MediaFiles.movie(MediaFiles.longVideo(3), MediaFiles.video(3), MediaFiles.aac(3, 2)),
                MediaFiles.movie(MediaFiles.audio(3, 1), MediaFiles.video(3)));
    }

    /** A cut file is read as the whole one or not at all, and a damaged one never fails the sandbox. */
    @ParameterizedTest
    @MethodSource("files")
    void cutAndDamagedFilesAreReadWithoutFailure(ByteString file) {
        for (int size = 0; size < file.size(); size++) {
            ByteString cut = file.substring(0, size);
            assertThat(ImageHeader.read(cut)).isIn(null, ImageHeader.read(file));
            assertThat(MovieHeader.read(cut)).isIn(null, MovieHeader.read(file));
        }
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            byte[] damaged = file.toByteArray();
            for (int j = random.nextInt(4); j >= 0; j--) {
                damaged[random.nextInt(damaged.length)] = (byte) (random.nextBoolean() ? -1 : random.nextInt());
            }
            ByteString bytes = ByteString.of(damaged);
            assertThatCode(() -> {
                        ImageHeader.read(bytes);
                        MovieHeader.read(bytes);
                    })
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void boxesLargerThanTheFileEndIt() {
        ByteString movie = MediaFiles.movie(MediaFiles.video(3));
        for (String size : List.of("ffffffff", "00000007", "00000001ffffffffffffffff", "000000017fffffffffffffff")) {
            ByteString claim = MediaFiles.join(
                    ByteString.decodeHex(size.substring(0, 8)),
                    MediaFiles.text("free"),
                    ByteString.decodeHex(size.substring(8)));
            assertThat(MovieHeader.read(MediaFiles.join(claim, movie))).as(size).isNull();
            assertThat(MovieHeader.read(MediaFiles.join(movie, claim))).as(size).isNotNull();
        }
    }

    @Test
    void aScreenshotFailsAfterItsCommitWithApplesCodeAndWithoutAnImage() {
        StoredResource set = api.add("appScreenshotSets", "set", "{'screenshotDisplayType':'APP_WATCH_ULTRA'}");
        JsonNode failed = uploaded("appScreenshots", "appScreenshotSet", set, MediaFiles.png(410, 501, false));

        assertThat(failed.at("/assetDeliveryState").toString())
                .isEqualTo("{\"state\":\"FAILED\",\"errors\":[{\"code\":\"IMAGE_INCORRECT_DIMENSIONS\","
                        + "\"description\":\"IMAGE_INCORRECT_DIMENSIONS\"}],\"warnings\":[]}");
        assertThat(failed.path("imageAsset").isNull()).isTrue();
        JsonNode complete = uploaded("appScreenshots", "appScreenshotSet", set, MediaFiles.jpeg(410, 502));
        assertThat(complete.at("/assetDeliveryState/state").asText()).isEqualTo("COMPLETE");
        assertThat(complete.at("/imageAsset/height").asInt()).isEqualTo(502);
    }

    @Test
    void aFailedScreenshotTakesAPurchaseItsReadinessAndThePlaceOfTheNext() {
        StoredResource purchase = api.add("inAppPurchases", "1", "{'productId':'p','state':'MISSING_METADATA'}");
        api.world().addTo(purchase, "inAppPurchaseLocalizations");
        api.world().addTo(purchase, "iapPriceSchedule");
        String type = "inAppPurchaseAppStoreReviewScreenshots";

        assertThat(uploaded(type, "inAppPurchaseV2", purchase, MediaFiles.png(640, 920, true))
                        .at("/assetDeliveryState/errors/0/code")
                        .asText())
                .isEqualTo("IMAGE_INCORRECT_DIMENSIONS");
        assertThat(state()).isEqualTo("MISSING_METADATA");
        assertThat(Api.refusal(() -> uploaded(type, "inAppPurchaseV2", purchase, MediaFiles.png(640, 920, false))))
                .startsWith("409")
                .contains("already exists");

        String failed = api.world().store().all(type).get(0).id();
        api.delete("/v1/" + type + "/" + failed);
        uploaded(type, "inAppPurchaseV2", purchase, MediaFiles.png(640, 920, false));
        assertThat(state()).isEqualTo("READY_TO_SUBMIT");
    }

    @ParameterizedTest
    @CsvSource({
        "640, 920, ''",
        "1320, 2868, ''",
        "1024, 1024, IMAGE_INCORRECT_DIMENSIONS",
        "1170, 2532, IMAGE_INCORRECT_DIMENSIONS"
    })
    void screenshotsForReviewersMustNotHaveTheSizesThatFailed(int width, int height, String codes) {
        StoredResource screenshot = api.add("inAppPurchaseAppStoreReviewScreenshots", "s", "{}");

        assertThat(codes(screenshot, MediaFiles.pngHeader(width, height))).isEqualTo(codes);
    }

    private String state() {
        return api.get("/v2/inAppPurchases/1").at("/data/attributes/state").asText();
    }

    private static StoredResource screenshot(Api api, String display) {
        StoredResource set = api.add("appScreenshotSets", "set", "{'screenshotDisplayType':'" + display + "'}");
        return api.world().addTo(set, "appScreenshots");
    }

    private String codes(StoredResource asset, ByteString file) {
        return String.join(",", FileChecks.errors(asset, file, api.world()).keySet());
    }

    /** Reserves, uploads and commits a file, and returns its attributes when it is processed. */
    private JsonNode uploaded(String type, String relationship, StoredResource parent, ByteString file) {
        JsonNode reserved = api.post(
                "/v1/" + type,
                Body.of(type)
                        .with("fileName", "a.png")
                        .with("fileSize", file.size())
                        .one(relationship, parent.type(), parent.id()));
        api.send(
                "PUT",
                reserved.at("/attributes/uploadOperations/0/url").asText(),
                Headers.of("Content-Type", "image/png"),
                file);
        String id = reserved.path("id").asText();
        String path = "/v1/" + type + "/" + id;
        api.patch(path, Body.of(type).id(id).with("uploaded", true));
        api.advance(Duration.ofSeconds(6));
        return api.get(path).at("/data/attributes");
    }
}
