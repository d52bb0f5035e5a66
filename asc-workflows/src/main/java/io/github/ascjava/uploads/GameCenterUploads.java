package io.github.ascjava.uploads;

import io.github.ascjava.client.AppStoreConnect;
import io.github.ascjava.client.api.gamecenter.GameCenterAchievementImagesApi;
import io.github.ascjava.client.api.gamecenter.GameCenterActivityImagesApi;
import io.github.ascjava.client.api.gamecenter.GameCenterChallengeImagesApi;
import io.github.ascjava.client.api.gamecenter.GameCenterLeaderboardImagesApi;
import io.github.ascjava.client.api.gamecenter.GameCenterLeaderboardSetImagesApi;
import io.github.ascjava.client.model.gamecenter.GameCenterAchievementImage;
import io.github.ascjava.client.model.gamecenter.GameCenterAchievementImageV2;
import io.github.ascjava.client.model.gamecenter.GameCenterActivityImage;
import io.github.ascjava.client.model.gamecenter.GameCenterChallengeImage;
import io.github.ascjava.client.model.gamecenter.GameCenterLeaderboardImage;
import io.github.ascjava.client.model.gamecenter.GameCenterLeaderboardImageV2;
import io.github.ascjava.client.model.gamecenter.GameCenterLeaderboardSetImage;
import io.github.ascjava.client.model.gamecenter.GameCenterLeaderboardSetImageV2;
import java.nio.file.Path;

/**
 * Uploads images of Game Center. Their commits have no checksum, which the service rejects.
 *
 * <p>Each method returns when Apple has accepted the file, and throws a {@link FileRejectedException} if Apple rejects it.
 * Thread-safe.
 *
 * @since 0.1.0
 */
public final class GameCenterUploads {

    private final AppStoreConnect asc;
    private final Uploader uploader;

    GameCenterUploads(AppStoreConnect asc, Uploader uploader) {
        this.asc = asc;
        this.uploader = uploader;
    }

    /**
     * Uploads an image of an achievement (version 1 of the resource).
     *
     * @param gameCenterAchievementLocalizationId ID of the localization, of version 1
     * @param file a file that is not empty; its name is sent to Apple
     * @throws UploadException if the file cannot be read or sent, or Apple rejects it
     * @deprecated Apple deprecates version 1; use {@link #achievementImageV2}
     */
    @Deprecated
    public GameCenterAchievementImage achievementImage(String gameCenterAchievementLocalizationId, Path file) {
        GameCenterAchievementImagesApi api = asc.gameCenterAchievementImages();
        return uploader.upload(
                file,
                UploadTarget.<GameCenterAchievementImage>of(
                                "gameCenterAchievementImages",
                                gameCenterAchievementLocalizationId,
                                (fileName, size) -> api.create(b -> b.fileName(fileName)
                                        .fileSize(size)
                                        .gameCenterAchievementLocalization(gameCenterAchievementLocalizationId)))
                        .delete(api::delete)
                        .committed(
                                api::get,
                                id -> api.update(id, b -> b.uploaded(true)),
                                sent -> FileStatus.of(sent.uploadOperations(), sent.assetDeliveryState())));
    }

    /**
     * Uploads an image of an achievement (version 2 of the resource).
     *
     * @param localizationId ID of the {@code GameCenterAchievementLocalizationV2}
     * @param file a file that is not empty; its name is sent to Apple
     * @throws UploadException if the file cannot be read or sent, or Apple rejects it
     */
    public GameCenterAchievementImageV2 achievementImageV2(String localizationId, Path file) {
        GameCenterAchievementImagesApi api = asc.gameCenterAchievementImages();
        return uploader.upload(
                file,
                UploadTarget.<GameCenterAchievementImageV2>of(
                                "gameCenterAchievementImages",
                                "v2/" + localizationId,
                                (fileName, size) -> api.createV2(
                                        b -> b.fileName(fileName).fileSize(size).localization(localizationId)))
                        .delete(api::deleteV2)
                        .committed(
                                api::getV2,
                                id -> api.updateV2(id, b -> b.uploaded(true)),
                                sent -> FileStatus.of(sent.uploadOperations(), sent.assetDeliveryState())));
    }

    /**
     * Uploads an image of a leaderboard (version 1 of the resource).
     *
     * @param gameCenterLeaderboardLocalizationId ID of the localization, of version 1
     * @param file a file that is not empty; its name is sent to Apple
     * @throws UploadException if the file cannot be read or sent, or Apple rejects it
     * @deprecated Apple deprecates version 1; use {@link #leaderboardImageV2}
     */
    @Deprecated
    public GameCenterLeaderboardImage leaderboardImage(String gameCenterLeaderboardLocalizationId, Path file) {
        GameCenterLeaderboardImagesApi api = asc.gameCenterLeaderboardImages();
        return uploader.upload(
                file,
                UploadTarget.<GameCenterLeaderboardImage>of(
                                "gameCenterLeaderboardImages",
                                gameCenterLeaderboardLocalizationId,
                                (fileName, size) -> api.create(b -> b.fileName(fileName)
                                        .fileSize(size)
                                        .gameCenterLeaderboardLocalization(gameCenterLeaderboardLocalizationId)))
                        .delete(api::delete)
                        .committed(
                                api::get,
                                id -> api.update(id, b -> b.uploaded(true)),
                                sent -> FileStatus.of(sent.uploadOperations(), sent.assetDeliveryState())));
    }

    /**
     * Uploads an image of a leaderboard (version 2 of the resource).
     *
     * @param localizationId ID of the {@code GameCenterLeaderboardLocalizationV2}
     * @param file a file that is not empty; its name is sent to Apple
     * @throws UploadException if the file cannot be read or sent, or Apple rejects it
     */
    public GameCenterLeaderboardImageV2 leaderboardImageV2(String localizationId, Path file) {
        GameCenterLeaderboardImagesApi api = asc.gameCenterLeaderboardImages();
        return uploader.upload(
                file,
                UploadTarget.<GameCenterLeaderboardImageV2>of(
                                "gameCenterLeaderboardImages",
                                "v2/" + localizationId,
                                (fileName, size) -> api.createV2(
                                        b -> b.fileName(fileName).fileSize(size).localization(localizationId)))
                        .delete(api::deleteV2)
                        .committed(
                                api::getV2,
                                id -> api.updateV2(id, b -> b.uploaded(true)),
                                sent -> FileStatus.of(sent.uploadOperations(), sent.assetDeliveryState())));
    }

    /**
     * Uploads an image of a leaderboard set (version 1 of the resource).
     *
     * @param gameCenterLeaderboardSetLocalizationId ID of the localization, of version 1
     * @param file a file that is not empty; its name is sent to Apple
     * @throws UploadException if the file cannot be read or sent, or Apple rejects it
     * @deprecated Apple deprecates version 1; use {@link #leaderboardSetImageV2}
     */
    @Deprecated
    public GameCenterLeaderboardSetImage leaderboardSetImage(String gameCenterLeaderboardSetLocalizationId, Path file) {
        GameCenterLeaderboardSetImagesApi api = asc.gameCenterLeaderboardSetImages();
        return uploader.upload(
                file,
                UploadTarget.<GameCenterLeaderboardSetImage>of(
                                "gameCenterLeaderboardSetImages",
                                gameCenterLeaderboardSetLocalizationId,
                                (fileName, size) -> api.create(b -> b.fileName(fileName)
                                        .fileSize(size)
                                        .gameCenterLeaderboardSetLocalization(gameCenterLeaderboardSetLocalizationId)))
                        .delete(api::delete)
                        .committed(
                                api::get,
                                id -> api.update(id, b -> b.uploaded(true)),
                                sent -> FileStatus.of(sent.uploadOperations(), sent.assetDeliveryState())));
    }

    /**
     * Uploads an image of a leaderboard set (version 2 of the resource).
     *
     * @param localizationId ID of the {@code GameCenterLeaderboardSetLocalizationV2}
     * @param file a file that is not empty; its name is sent to Apple
     * @throws UploadException if the file cannot be read or sent, or Apple rejects it
     */
    public GameCenterLeaderboardSetImageV2 leaderboardSetImageV2(String localizationId, Path file) {
        GameCenterLeaderboardSetImagesApi api = asc.gameCenterLeaderboardSetImages();
        return uploader.upload(
                file,
                UploadTarget.<GameCenterLeaderboardSetImageV2>of(
                                "gameCenterLeaderboardSetImages",
                                "v2/" + localizationId,
                                (fileName, size) -> api.createV2(
                                        b -> b.fileName(fileName).fileSize(size).localization(localizationId)))
                        .delete(api::deleteV2)
                        .committed(
                                api::getV2,
                                id -> api.updateV2(id, b -> b.uploaded(true)),
                                sent -> FileStatus.of(sent.uploadOperations(), sent.assetDeliveryState())));
    }

    /**
     * Uploads an image of an activity in one language.
     *
     * @param gameCenterActivityLocalizationId ID of the localization
     * @param file a file that is not empty; its name is sent to Apple
     * @throws UploadException if the file cannot be read or sent, or Apple rejects it
     */
    public GameCenterActivityImage activityImage(String gameCenterActivityLocalizationId, Path file) {
        GameCenterActivityImagesApi api = asc.gameCenterActivityImages();
        return uploader.upload(
                file,
                UploadTarget.<GameCenterActivityImage>of(
                                "gameCenterActivityImages",
                                gameCenterActivityLocalizationId,
                                (fileName, size) -> api.create(b -> b.fileName(fileName)
                                        .fileSize(size)
                                        .localization(gameCenterActivityLocalizationId)))
                        .delete(api::delete)
                        .committed(
                                api::get,
                                id -> api.update(id, b -> b.uploaded(true)),
                                sent -> FileStatus.of(sent.uploadOperations(), sent.assetDeliveryState())));
    }

    /**
     * Uploads the default image of a version of an activity.
     *
     * @param gameCenterActivityVersionId ID of the version
     * @param file a file that is not empty; its name is sent to Apple
     * @throws UploadException if the file cannot be read or sent, or Apple rejects it
     */
    public GameCenterActivityImage activityVersionImage(String gameCenterActivityVersionId, Path file) {
        GameCenterActivityImagesApi api = asc.gameCenterActivityImages();
        return uploader.upload(
                file,
                UploadTarget.<GameCenterActivityImage>of(
                                "gameCenterActivityImages",
                                "version/" + gameCenterActivityVersionId,
                                (fileName, size) -> api.create(
                                        b -> b.fileName(fileName).fileSize(size).version(gameCenterActivityVersionId)))
                        .delete(api::delete)
                        .committed(
                                api::get,
                                id -> api.update(id, b -> b.uploaded(true)),
                                sent -> FileStatus.of(sent.uploadOperations(), sent.assetDeliveryState())));
    }

    /**
     * Uploads an image of a challenge in one language.
     *
     * @param gameCenterChallengeLocalizationId ID of the localization
     * @param file a file that is not empty; its name is sent to Apple
     * @throws UploadException if the file cannot be read or sent, or Apple rejects it
     */
    public GameCenterChallengeImage challengeImage(String gameCenterChallengeLocalizationId, Path file) {
        GameCenterChallengeImagesApi api = asc.gameCenterChallengeImages();
        return uploader.upload(
                file,
                UploadTarget.<GameCenterChallengeImage>of(
                                "gameCenterChallengeImages",
                                gameCenterChallengeLocalizationId,
                                (fileName, size) -> api.create(b -> b.fileName(fileName)
                                        .fileSize(size)
                                        .localization(gameCenterChallengeLocalizationId)))
                        .delete(api::delete)
                        .committed(
                                api::get,
                                id -> api.update(id, b -> b.uploaded(true)),
                                sent -> FileStatus.of(sent.uploadOperations(), sent.assetDeliveryState())));
    }

    /**
     * Uploads the default image of a version of a challenge.
     *
     * @param gameCenterChallengeVersionId ID of the version
     * @param file a file that is not empty; its name is sent to Apple
     * @throws UploadException if the file cannot be read or sent, or Apple rejects it
     */
    public GameCenterChallengeImage challengeVersionImage(String gameCenterChallengeVersionId, Path file) {
        GameCenterChallengeImagesApi api = asc.gameCenterChallengeImages();
        return uploader.upload(
                file,
                UploadTarget.<GameCenterChallengeImage>of(
                                "gameCenterChallengeImages",
                                "version/" + gameCenterChallengeVersionId,
                                (fileName, size) -> api.create(
                                        b -> b.fileName(fileName).fileSize(size).version(gameCenterChallengeVersionId)))
                        .delete(api::delete)
                        .committed(
                                api::get,
                                id -> api.update(id, b -> b.uploaded(true)),
                                sent -> FileStatus.of(sent.uploadOperations(), sent.assetDeliveryState())));
    }
}
