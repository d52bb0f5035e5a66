package io.github.ascjava.release;

import io.github.ascjava.client.model.apps.RoutingAppCoverage;
import io.github.ascjava.client.model.appstore.AppStoreVersion;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The coverage file of a routing app. */
final class RoutingCoveragePart extends VersionPart {

    private final VersionContext context;
    private final @Nullable RoutingAppCoverage existing;

    RoutingCoveragePart(VersionContext context) {
        super("routing app coverage");
        this.context = context;
        Path wanted = context.options().values().routingCoverage;
        AppStoreVersion version = context.version();
        this.existing = wanted == null || version == null
                ? null
                : ToOneReads.read(context.asc().appStoreVersions().getRoutingAppCoverage(version.id()))
                        .orElse(null);
        if (wanted != null) {
            LocalFile file = LocalFile.of(wanted);
            if (existing == null
                    || !file.name().equals(existing.fileName())
                    || !file.isIn(existing.assetDeliveryState(), existing.fileSize(), existing.sourceFileChecksum())) {
                change(file.name(), existing == null ? null : "other content", file.describe());
            }
        }
    }

    @Override
    void apply() {
        if (existing != null) {
            context.asc().routingAppCoverages().delete(existing.id()).execute();
        }
        Path file = context.options().values().routingCoverage;
        if (file != null) {
            context.uploads().appStore().routingAppCoverage(context.versionId(), file);
        }
    }
}
