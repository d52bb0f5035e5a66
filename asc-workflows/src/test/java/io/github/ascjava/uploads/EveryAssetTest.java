package io.github.ascjava.uploads;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ascjava.client.AppStoreConnect;
import io.github.ascjava.client.call.ApiCall;
import io.github.ascjava.client.jsonapi.Resource;
import io.github.ascjava.client.model.appstore.AppAssetLibraryAssetCategory;
import io.github.ascjava.client.model.appstore.AppEventAssetType;
import io.github.ascjava.client.model.backgroundassets.BackgroundAssetUploadFileAssetType;
import io.github.ascjava.client.model.builds.BuildUploadFile;
import io.github.ascjava.testing.RecordedRequest;
import io.github.ascjava.testing.ResourceObject;
import io.github.ascjava.testing.Sandbox;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import okio.ByteString;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every resource of the API that holds a file can be uploaded. */
class EveryAssetTest {

    private static final String PARENT = "parent-1";
    /** A localization has one image, of version 1 or 2. */
    private static final String OTHER = "parent-2";

    private static final int SIZE = 2 * TestFiles.PART + 500;

    private static final Sandbox SANDBOX = TestFiles.sandbox();

    @TempDir
    Path folder;

    @BeforeAll
    static void addParents() {
        assets().map(Asset::parent).distinct().forEach(type -> {
            SANDBOX.add(ResourceObject.of(type, PARENT));
            SANDBOX.add(ResourceObject.of(type, OTHER));
        });
    }

    @AfterAll
    static void close() {
        SANDBOX.close();
    }

    /**
     * An upload of a file to a parent.
     *
     * @param checksum the member of the commit that has the MD5, or an empty text if it has none
     */
    record Asset(
            String parent, String fileName, String checksum, BiFunction<Uploads, Path, ? extends Resource> upload) {

        @Override
        public String toString() {
            return parent + " " + fileName;
        }
    }

    static Stream<Asset> assets() {
        return Stream.of(appStore(), others(), gameCenter(), purchases()).flatMap(each -> each);
    }

    private static Stream<Asset> appStore() {
        AppEventAssetType card = AppEventAssetType.EVENT_CARD;
        return Stream.of(
                withMd5("appScreenshotSets", "a.png", (u, f) -> u.appStore().screenshot(PARENT, f)),
                withMd5("appPreviewSets", "a.mov", (u, f) -> u.appStore().preview(PARENT, f, "00:00:03:00")),
                withMd5("appStoreReviewDetails", "a.pdf", (u, f) -> u.appStore().reviewAttachment(PARENT, f)),
                withMd5("appStoreVersions", "a.geojson", (u, f) -> u.appStore().routingAppCoverage(PARENT, f)),
                withMd5(
                        "appEncryptionDeclarations",
                        "a.pdf",
                        (u, f) -> u.appStore().encryptionDocument(PARENT, f)),
                plain("appEventLocalizations", "a.png", (u, f) -> u.appStore().eventScreenshot(PARENT, card, f)),
                plain("appEventLocalizations", "a.mov", (u, f) -> u.appStore().eventVideoClip(PARENT, card, f)));
    }

    private static Stream<Asset> others() {
        AppAssetLibraryAssetCategory category = AppAssetLibraryAssetCategory.CREATIVE_ASSETS;
        return Stream.of(
                withMd5(
                        "appClipDefaultExperienceLocalizations",
                        "a.png",
                        (u, f) -> u.appClips().headerImage(PARENT, f)),
                withMd5("apps", "a.png", (u, f) -> u.appClips().advancedExperienceImage(f)),
                plain("appAssetLibraries", "a.png", (u, f) -> u.assetLibrary().image(PARENT, category, f)),
                plain("appAssetLibraries", "a.mov", (u, f) -> u.assetLibrary().video(PARENT, category, f)),
                new Asset(
                        "backgroundAssetVersions",
                        "a.aar",
                        "sourceFileChecksums",
                        (u, f) -> u.backgroundAssets().file(PARENT, BackgroundAssetUploadFileAssetType.ASSET, f)));
    }

    @SuppressWarnings("deprecation") // Version 1 is uploaded as long as Apple takes it.
    private static Stream<Asset> gameCenter() {
        return Stream.of(
                plain(
                        "gameCenterAchievementLocalizations",
                        "a.png",
                        (u, f) -> u.gameCenter().achievementImage(PARENT, f)),
                plain(
                        "gameCenterAchievementLocalizations",
                        "b.png",
                        (u, f) -> u.gameCenter().achievementImageV2(OTHER, f)),
                plain(
                        "gameCenterLeaderboardLocalizations",
                        "a.png",
                        (u, f) -> u.gameCenter().leaderboardImage(PARENT, f)),
                plain(
                        "gameCenterLeaderboardLocalizations",
                        "b.png",
                        (u, f) -> u.gameCenter().leaderboardImageV2(OTHER, f)),
                plain(
                        "gameCenterLeaderboardSetLocalizations",
                        "a.png",
                        (u, f) -> u.gameCenter().leaderboardSetImage(PARENT, f)),
                plain(
                        "gameCenterLeaderboardSetLocalizations",
                        "b.png",
                        (u, f) -> u.gameCenter().leaderboardSetImageV2(OTHER, f)),
                plain(
                        "gameCenterActivityLocalizations",
                        "a.png",
                        (u, f) -> u.gameCenter().activityImage(PARENT, f)),
                plain(
                        "gameCenterActivityVersions",
                        "a.png",
                        (u, f) -> u.gameCenter().activityVersionImage(PARENT, f)),
                plain(
                        "gameCenterChallengeLocalizations",
                        "a.png",
                        (u, f) -> u.gameCenter().challengeImage(PARENT, f)),
                plain(
                        "gameCenterChallengeVersions",
                        "a.png",
                        (u, f) -> u.gameCenter().challengeVersionImage(PARENT, f)));
    }

    private static Stream<Asset> purchases() {
        return Stream.of(
                withMd5("inAppPurchases", "a.png", (u, f) -> u.purchases().inAppPurchaseReviewScreenshot(PARENT, f)),
                withMd5("inAppPurchases", "b.png", (u, f) -> u.purchases().inAppPurchaseImage(PARENT, f)),
                plain("inAppPurchaseVersions", "a.png", (u, f) -> u.purchases().inAppPurchaseImageV2(OTHER, f)),
                withMd5("subscriptions", "a.png", (u, f) -> u.purchases().subscriptionReviewScreenshot(PARENT, f)),
                withMd5("subscriptions", "b.png", (u, f) -> u.purchases().subscriptionImage(PARENT, f)),
                plain("subscriptionVersions", "a.png", (u, f) -> u.purchases().subscriptionImageV2(OTHER, f)));
    }

    @ParameterizedTest
    @MethodSource("assets")
    void arrivesWholeAndIsCommittedAsItsTypeDemands(Asset asset) throws Exception {
        SANDBOX.reset();
        Path file = TestFiles.write(folder.resolve(asset.fileName()), SIZE);

        Resource finished = asset.upload().apply(Uploads.of(SANDBOX.client()), file);

        ByteString bytes = ByteString.of(Files.readAllBytes(file));
        RecordedRequest commit = SANDBOX.requests().stream()
                .filter(request -> request.method().equals("PATCH"))
                .findFirst()
                .orElseThrow();
        assertThat(TestFiles.received(SANDBOX, finished.id())).isEqualTo(bytes);
        assertThat(commit.text()).contains("\"uploaded\":true");
        if (asset.checksum().isEmpty()) {
            assertThat(commit.text()).doesNotContain("hecksum");
        } else {
            assertThat(commit.text()).contains(asset.checksum(), bytes.md5().hex());
        }
        assertThat(SANDBOX.requests())
                .filteredOn(request -> request.method().equals("DELETE"))
                .isEmpty();
    }

    /** A new resource of Apple's document needs a method; {@code buildUploadFiles} are uploaded as builds. */
    @Test
    void everyResourceWithUploadOperationsHasAMethod() {
        Set<Class<?>> uploaded = Stream.of(Uploads.class.getMethods())
                .map(Method::getReturnType)
                .filter(type -> type != Uploads.class && type.getSimpleName().endsWith("Uploads"))
                .flatMap(area -> Arrays.stream(area.getMethods()))
                .map(Method::getReturnType)
                .filter(Class::isRecord)
                .collect(Collectors.toSet());
        uploaded.add(BuildUploadFile.class);

        assertThat(uploaded).isEqualTo(resourcesWithFiles());
    }

    private static Set<Class<?>> resourcesWithFiles() {
        return Arrays.stream(AppStoreConnect.class.getMethods())
                .map(Method::getReturnType)
                .filter(Class::isInterface)
                .flatMap(api -> Arrays.stream(api.getMethods()))
                .filter(method -> method.getReturnType() == ApiCall.class)
                .map(method -> ((ParameterizedType) method.getGenericReturnType()).getActualTypeArguments()[0])
                .filter(type -> type instanceof Class<?> resource && resource.isRecord())
                .map(type -> (Class<?>) type)
                .filter(resource -> Arrays.stream(resource.getRecordComponents())
                        .anyMatch(component -> component.getName().equals("uploadOperations")))
                .collect(Collectors.toSet());
    }

    private static Asset withMd5(String parent, String fileName, BiFunction<Uploads, Path, ? extends Resource> upload) {
        return new Asset(parent, fileName, "sourceFileChecksum", upload);
    }

    private static Asset plain(String parent, String fileName, BiFunction<Uploads, Path, ? extends Resource> upload) {
        return new Asset(parent, fileName, "", upload);
    }
}
