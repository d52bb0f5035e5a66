package io.github.ascjava.release;

import io.github.ascjava.client.AppStoreConnect;
import io.github.ascjava.client.api.appstore.ListReviewSubmissions;
import io.github.ascjava.client.model.apps.AppInfo;
import io.github.ascjava.client.model.appstore.AppStoreVersion;
import io.github.ascjava.client.model.common.Platform;
import io.github.ascjava.testing.Sandbox;
import java.util.ArrayList;
import java.util.List;

/** Everything that release jobs change, without IDs and times, so that two sandboxes can be compared. */
final class StoreState {

    private StoreState() {}

    static List<String> of(Sandbox sandbox) {
        AppStoreConnect asc = sandbox.client();
        List<String> lines = new ArrayList<>();
        lines.add("rights " + asc.apps().get(StoreApp.ID).execute().contentRightsDeclaration());
        asc.builds().list().forEach(each -> lines.add(each.version() + " " + each.usesNonExemptEncryption()));
        asc.apps().listAppStoreVersions(StoreApp.ID).forEach(each -> add(asc, each, lines));
        asc.apps().listAppInfos(StoreApp.ID).forEach(each -> add(asc, each, lines));
        asc.reviewSubmissions()
                .list(new ListReviewSubmissions(StoreApp.ID))
                .forEach(each -> lines.add("submission " + each.state() + " "
                        + new Submissions(asc, StoreApp.ID, Platform.IOS)
                                .get(each.id()).items().stream()
                                        .map(item -> item.type() + " " + item.state())
                                        .toList()));
        return lines;
    }

    private static void add(AppStoreConnect asc, AppStoreVersion version, List<String> lines) {
        String id = version.id();
        lines.add("version " + version.versionString() + " " + version.appVersionState() + " " + version.releaseType()
                + " " + version.copyright() + " " + version.usesIdfa());
        asc.appStoreVersions().getBuild(id).execute().ifPresent(each -> lines.add("build " + each.version()));
        asc.appStoreVersions()
                .getAppStoreVersionPhasedRelease(id)
                .execute()
                .ifPresent(each -> lines.add("phased " + each.phasedReleaseState()));
        asc.appStoreVersions()
                .getRoutingAppCoverage(id)
                .execute()
                .ifPresent(each -> lines.add("routing " + each.fileName() + " "
                        + (each.assetDeliveryState() == null
                                ? null
                                : each.assetDeliveryState().state())));
        asc.appStoreVersions().getAppStoreReviewDetail(id).execute().ifPresent(each -> {
            lines.add("details " + each.contactFirstName() + each.contactLastName() + each.contactPhone()
                    + each.contactEmail() + each.demoAccountName() + each.demoAccountPassword());
            asc.appStoreReviewDetails()
                    .listAppStoreReviewAttachments(each.id())
                    .forEach(file -> lines.add("attachment " + file.fileName() + " " + file.fileSize() + " "
                            + (file.assetDeliveryState() == null
                                    ? null
                                    : file.assetDeliveryState().state())));
        });
    }

    private static void add(AppStoreConnect asc, AppInfo info, List<String> lines) {
        lines.add("info " + info.state() + " "
                + asc.appInfos().getPrimaryCategoryId(info.id()).execute() + " "
                + asc.appInfos().getSecondarySubcategoryOneId(info.id()).execute() + " "
                + asc.appInfos().getSecondarySubcategoryTwoId(info.id()).execute());
        asc.appInfos()
                .getAgeRatingDeclaration(info.id())
                .execute()
                .ifPresent(
                        each -> lines.add("rating " + AgeRatingAnswers.open(each) + each.contests() + each.gambling()));
    }
}
