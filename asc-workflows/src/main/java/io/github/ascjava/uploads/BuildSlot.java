package io.github.ascjava.uploads;

import io.github.ascjava.client.AppStoreConnect;
import io.github.ascjava.client.model.apps.App;
import io.github.ascjava.client.model.builds.Build;
import io.github.ascjava.client.model.builds.BuildInclude;
import io.github.ascjava.client.model.builds.BuildUpload;
import io.github.ascjava.client.model.builds.BuildUploadInclude;
import io.github.ascjava.client.model.builds.BuildUploadState;
import io.github.ascjava.client.model.builds.BuildUploadStateInfo;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a build belongs: an app, a platform, a version and a number. Apple's filters match more than equal texts, so all are
 * compared here.
 *
 * @param app the app in App Store Connect
 * @param content the package that is to be uploaded
 */
record BuildSlot(AppStoreConnect asc, App app, AppPackage content) {

    /**
     * Finds the app of a package.
     *
     * @throws UploadException if no app has its bundle ID
     */
    static BuildSlot of(AppStoreConnect asc, AppPackage content) {
        String bundleId = content.bundleId();
        App app = asc.apps().list(q -> q.filterBundleId(bundleId)).stream()
                .filter(each -> bundleId.equals(each.bundleId()))
                .findFirst()
                .orElseThrow(() -> new UploadException(
                        "No app has the bundle ID " + bundleId + " of " + content.fileName()
                                + ". Create the app in App Store Connect first, or check that the key belongs to its team and"
                                + " may see it.",
                        null,
                        false,
                        null));
        return new BuildSlot(asc, app, content);
    }

    /** Returns the uploads of this number, with their main files. */
    List<BuildUpload> uploads() {
        return asc
                .apps()
                .listBuildUploads(
                        app.id(),
                        q -> q.filterCfBundleVersion(content.buildNumber())
                                .filterCfBundleShortVersionString(content.version())
                                .filterPlatform(content.platform())
                                .include(BuildUploadInclude.ASSET_FILE)
                                .limit(200))
                .stream()
                .filter(each -> content.buildNumber().equals(each.cfBundleVersion())
                        && content.version().equals(each.cfBundleShortVersionString())
                        && content.platform().equals(each.platform()))
                .toList();
    }

    /** Returns the build of this number, if it exists. */
    Optional<Build> build() {
        return asc
                .builds()
                .list(q -> q.filterApp(app.id())
                        .filterVersion(content.buildNumber())
                        .filterPreReleaseVersionVersion(content.version())
                        .filterPreReleaseVersionPlatform(content.platform())
                        .include(BuildInclude.BUILD_BETA_DETAIL)
                        .limit(200))
                .stream()
                .filter(each -> content.buildNumber().equals(each.version()))
                .findFirst();
    }

    /** Returns whether an upload sent this very file, as far as its name and size tell. */
    boolean isOfThisFile(BuildUpload upload) {
        return upload.assetFile()
                .included()
                .filter(file -> content.fileName().equals(file.fileName())
                        && Long.valueOf(content.size()).equals(file.fileSize()))
                .isPresent();
    }

    /** Returns what tells this place apart from all others. */
    String place() {
        return app.id() + "/" + content.platform() + "/" + content.version() + "/" + content.buildNumber();
    }

    /** Returns words for a sentence. */
    String name() {
        return "build " + content.buildNumber() + " of version " + content.version() + " (" + content.platform() + ")";
    }

    static @Nullable BuildUploadState state(BuildUpload upload) {
        BuildUploadStateInfo info = upload.state();
        return info == null ? null : info.state();
    }
}
