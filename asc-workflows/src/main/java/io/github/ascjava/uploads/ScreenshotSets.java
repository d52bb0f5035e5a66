package io.github.ascjava.uploads;

import io.github.ascjava.client.AppStoreConnect;
import io.github.ascjava.client.model.appstore.AppScreenshot;
import io.github.ascjava.client.model.appstore.AppScreenshotSet;
import io.github.ascjava.client.model.appstore.AppScreenshotSetInclude;
import io.github.ascjava.client.model.appstore.ScreenshotDisplayType;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** The sets of screenshots. */
final class ScreenshotSets implements StoreSets {

    /** The JSON:API type of the files. */
    static final String TYPE = "appScreenshots";

    /** More than any set holds; the largest number of included resources. */
    private static final int INCLUDED = 50;

    private static final int PAGE = 200;

    private final AppStoreConnect asc;

    ScreenshotSets(AppStoreConnect asc) {
        this.asc = asc;
    }

    @Override
    public List<StoreSet> list(String localizationId) {
        return asc
                .appStoreVersionLocalizations()
                .listAppScreenshotSets(
                        localizationId,
                        q -> q.include(AppScreenshotSetInclude.APP_SCREENSHOTS)
                                .limit(AppScreenshotSetInclude.APP_SCREENSHOTS, INCLUDED)
                                .limit(PAGE))
                .toList()
                .stream()
                .map(set -> new StoreSet(
                        set.id(),
                        set.screenshotDisplayType() == null
                                ? ""
                                : set.screenshotDisplayType().value(),
                        files(set).stream().map(ScreenshotSets::file).toList()))
                .toList();
    }

    private List<AppScreenshot> files(AppScreenshotSet set) {
        return set.appScreenshots().hasData() && !set.appScreenshots().isTruncated()
                ? set.appScreenshots().included()
                : asc.appScreenshotSets().listAppScreenshots(set.id()).toList();
    }

    private static StoreFile file(AppScreenshot file) {
        FileStatus status = FileStatus.of(file.uploadOperations(), file.assetDeliveryState());
        return new StoreFile(
                file.id(),
                Objects.requireNonNullElse(file.fileName(), ""),
                Objects.requireNonNullElse(file.sourceFileChecksum(), ""),
                status.isReceived());
    }

    @Override
    public String create(String localizationId, String displayType) {
        return asc.appScreenshotSets()
                .create(b -> b.screenshotDisplayType(ScreenshotDisplayType.of(displayType))
                        .appStoreVersionLocalization(localizationId))
                .orExisting()
                .execute()
                .id();
    }

    @Override
    public String upload(AppStoreUploads uploads, String setId, Path file) {
        return uploads.screenshot(setId, file).id();
    }

    @Override
    public void delete(String id) {
        asc.appScreenshots().delete(id).execute();
    }

    @Override
    public void order(String setId, List<String> ids) {
        asc.appScreenshotSets().replaceAppScreenshots(setId, ids).execute();
    }
}
