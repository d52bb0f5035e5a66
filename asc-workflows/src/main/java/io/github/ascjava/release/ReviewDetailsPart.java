package io.github.ascjava.release;

import io.github.ascjava.client.model.appstore.AppStoreReviewDetail;
import io.github.ascjava.client.model.appstore.AppStoreReviewDetailCreate;
import io.github.ascjava.client.model.appstore.AppStoreReviewDetailUpdate;
import io.github.ascjava.client.model.appstore.AppStoreVersion;
import io.github.ascjava.release.internal.ResourceAttributes;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Contact, demo account and notes for the reviewers. */
final class ReviewDetailsPart extends VersionPart {

    private static final String PASSWORD = "demoAccountPassword";

    private final VersionContext context;
    private final @Nullable AppStoreReviewDetail detail;
    private final Map<String, Object> different;

    ReviewDetailsPart(VersionContext context) {
        super("review details");
        this.context = context;
        Map<String, Object> wanted = context.options().values().reviewDetails;
        this.detail = wanted.isEmpty() ? null : read(context).orElse(null);
        this.different = new LinkedHashMap<>(ResourceAttributes.different(wanted, detail));
        different.forEach((name, value) -> {
            if (name.equals(PASSWORD)) {
                hiddenChange(name, detail != null && detail.demoAccountPassword() != null);
            } else {
                change(name, ResourceAttributes.value(detail, name), value);
            }
        });
    }

    static Optional<AppStoreReviewDetail> read(VersionContext context) {
        AppStoreVersion version = context.version();
        return version == null
                ? Optional.empty()
                : ToOneReads.read(context.asc().appStoreVersions().getAppStoreReviewDetail(version.id()));
    }

    @Override
    void apply() {
        if (detail != null) {
            update(detail.id());
            return;
        }
        AppStoreReviewDetailCreate.Builder body =
                AppStoreReviewDetailCreate.builder().appStoreVersion(context.versionId());
        different.forEach(body::attribute);
        CreateOrUpdate.execute(context.asc().appStoreReviewDetails().create(body.build()), this::update);
    }

    private AppStoreReviewDetail update(String id) {
        AppStoreReviewDetailUpdate.Builder body = AppStoreReviewDetailUpdate.builder();
        different.forEach(body::attribute);
        return context.asc().appStoreReviewDetails().update(id, body.build()).execute();
    }
}
