package io.github.ascjava.uploads;

import io.github.ascjava.client.AppStoreConnect;
import io.github.ascjava.client.model.appstore.AppPreview;
import io.github.ascjava.client.model.appstore.AppPreviewSet;
import io.github.ascjava.client.model.appstore.AppPreviewSetInclude;
import io.github.ascjava.client.model.appstore.PreviewType;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** The sets of app previews. */
final class PreviewSets implements StoreSets {

    /** The JSON:API type of the files. */
    static final String TYPE = "appPreviews";

    /** More than any set holds; the largest number of included resources. */
    private static final int INCLUDED = 50;

    private static final int PAGE = 200;

    private final AppStoreConnect asc;

    PreviewSets(AppStoreConnect asc) {
        this.asc = asc;
    }

    @Override
    public List<StoreSet> list(String localizationId) {
        return asc
                .appStoreVersionLocalizations()
                .listAppPreviewSets(
                        localizationId,
                        q -> q.include(AppPreviewSetInclude.APP_PREVIEWS)
                                .limit(AppPreviewSetInclude.APP_PREVIEWS, INCLUDED)
                                .limit(PAGE))
                .toList()
                .stream()
                .map(set -> new StoreSet(
                        set.id(),
                        set.previewType() == null ? "" : set.previewType().value(),
                        files(set).stream().map(PreviewSets::file).toList()))
                .toList();
    }

    private List<AppPreview> files(AppPreviewSet set) {
        return set.appPreviews().hasData() && !set.appPreviews().isTruncated()
                ? set.appPreviews().included()
                : asc.appPreviewSets().listAppPreviews(set.id()).toList();
    }

    private static StoreFile file(AppPreview file) {
        FileStatus status =
                FileStatus.of(file.uploadOperations(), file.assetDeliveryState(), file.videoDeliveryState());
        return new StoreFile(
                file.id(),
                Objects.requireNonNullElse(file.fileName(), ""),
                Objects.requireNonNullElse(file.sourceFileChecksum(), ""),
                status.isReceived());
    }

    @Override
    public String create(String localizationId, String displayType) {
        return asc.appPreviewSets()
                .create(b -> b.previewType(PreviewType.of(displayType)).appStoreVersionLocalization(localizationId))
                .orExisting()
                .execute()
                .id();
    }

    @Override
    public String upload(AppStoreUploads uploads, String setId, Path file) {
        return uploads.preview(setId, file).id();
    }

    @Override
    public void delete(String id) {
        asc.appPreviews().delete(id).execute();
    }

    @Override
    public void order(String setId, List<String> ids) {
        asc.appPreviewSets().replaceAppPreviews(setId, ids).execute();
    }
}
