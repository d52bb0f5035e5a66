package io.github.ascjava.release;

import io.github.ascjava.client.model.appstore.AppStoreReviewAttachment;
import io.github.ascjava.client.model.appstore.AppStoreReviewDetail;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Files for the reviewers; those that are not among the wanted ones stay. */
final class AttachmentsPart extends VersionPart {

    private final VersionContext context;
    private final @Nullable AppStoreReviewDetail detail;
    private final List<AppStoreReviewAttachment> existing;
    private final List<LocalFile> missing = new ArrayList<>();

    AttachmentsPart(VersionContext context) {
        super("review attachment");
        this.context = context;
        List<LocalFile> wanted = context.options().values().attachments.stream()
                .map(LocalFile::of)
                .toList();
        this.detail = wanted.isEmpty() ? null : ReviewDetailsPart.read(context).orElse(null);
        this.existing = detail == null
                ? List.of()
                : context.asc()
                        .appStoreReviewDetails()
                        .listAppStoreReviewAttachments(detail.id(), q -> q.limit(AppVersions.PAGE))
                        .toList();
        for (LocalFile file : wanted) {
            List<AppStoreReviewAttachment> same = named(file);
            if (same.size() != 1 || !isSame(file, same.get(0))) {
                missing.add(file);
                change(file.name(), same.isEmpty() ? null : "other content", file.describe());
            }
        }
    }

    private List<AppStoreReviewAttachment> named(LocalFile file) {
        return existing.stream()
                .filter(each -> file.name().equals(each.fileName()))
                .toList();
    }

    private static boolean isSame(LocalFile file, AppStoreReviewAttachment there) {
        return file.isIn(there.assetDeliveryState(), there.fileSize(), there.sourceFileChecksum());
    }

    @Override
    void apply() {
        String detailId = detail == null ? create() : detail.id();
        for (LocalFile file : missing) {
            // Reservations of runs that were stopped are among them.
            named(file)
                    .forEach(each -> context.asc()
                            .appStoreReviewAttachments()
                            .delete(each.id())
                            .execute());
            context.uploads().appStore().reviewAttachment(detailId, file.path());
        }
    }

    private String create() {
        String versionId = Objects.requireNonNull(context.version()).id();
        return context.asc()
                .appStoreReviewDetails()
                .create(b -> b.appStoreVersion(versionId))
                .orExisting()
                .execute()
                .id();
    }
}
