package io.github.ascjava.release;

import static io.github.ascjava.release.ReadinessState.MET;
import static io.github.ascjava.release.ReadinessState.MISSING;
import static io.github.ascjava.release.ReadinessState.UNKNOWN;

import io.github.ascjava.client.model.appstore.AppMediaAssetState;
import io.github.ascjava.client.model.appstore.AppScreenshot;
import io.github.ascjava.client.model.appstore.AppScreenshotSet;
import io.github.ascjava.client.model.appstore.AppScreenshotSetInclude;
import io.github.ascjava.client.model.appstore.AppStoreReviewDetail;
import io.github.ascjava.client.model.appstore.AppStoreVersion;
import io.github.ascjava.client.model.appstore.AppStoreVersionLocalization;
import io.github.ascjava.client.model.builds.Build;
import io.github.ascjava.client.model.builds.BuildProcessingState;
import io.github.ascjava.client.model.testflight.PrereleaseVersion;
import io.github.ascjava.release.internal.ResourceAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Checks what a version needs for its review. */
final class VersionReadiness {

    /** Which display types count for a platform, by the beginning of their names. */
    private static final Map<String, List<String>> DISPLAYS = Map.of(
            "IOS", List.of("APP_IPHONE", "APP_IPAD"),
            "MAC_OS", List.of("APP_DESKTOP"),
            "TV_OS", List.of("APP_APPLE_TV"),
            "VISION_OS", List.of("APP_APPLE_VISION_PRO"));

    private final ReadinessReader reader;
    private final AppStoreVersion version;
    private final boolean isFirst;
    private final @Nullable String primaryLocale;

    VersionReadiness(ReadinessReader reader, AppStoreVersion version, boolean isFirst, @Nullable String primaryLocale) {
        this.reader = reader;
        this.version = version;
        this.isFirst = isFirst;
        this.primaryLocale = primaryLocale;
    }

    void check() {
        reader.check(ReadinessRequirement.BUILD, this::checkBuild);
        reader.check(ReadinessRequirement.TEXTS, this::checkLocalizations);
        reader.check(ReadinessRequirement.REVIEW_DETAILS, this::checkReviewDetails);
    }

    private void checkBuild() {
        Optional<Build> attached =
                ToOneReads.read(reader.asc().appStoreVersions().getBuild(version.id()));
        if (attached.isEmpty()) {
            reader.add(ReadinessRequirement.BUILD, null, MISSING, "no build is attached");
            return;
        }
        Build build = attached.get();
        checkBuild(build);
        Boolean encryption = build.usesNonExemptEncryption();
        if (encryption == null) {
            reader.add(ReadinessRequirement.ENCRYPTION, null, MISSING, "missing: usesNonExemptEncryption of the build");
        } else if (encryption) {
            reader.add(
                    ReadinessRequirement.ENCRYPTION,
                    null,
                    UNKNOWN,
                    "the build uses encryption that needs documents for export");
        } else {
            reader.add(ReadinessRequirement.ENCRYPTION, null, MET, "no encryption that needs documents");
        }
    }

    private void checkBuild(Build build) {
        // The version may have been given another number after the build was attached.
        Optional<String> number = ToOneReads.read(reader.asc().builds().getPreReleaseVersion(build.id()))
                .map(PrereleaseVersion::version)
                .filter(each -> !each.equals(version.versionString()));
        boolean isExpired = Boolean.TRUE.equals(build.expired());
        boolean isUsable = BuildProcessingState.VALID.equals(build.processingState()) && !isExpired && number.isEmpty();
        String state = isExpired ? "expired" : String.valueOf(build.processingState());
        reader.add(
                ReadinessRequirement.BUILD,
                null,
                isUsable ? MET : MISSING,
                "build " + build.version() + " is "
                        + number.map(each -> "one of version " + each).orElse(state));
    }

    private void checkLocalizations() {
        List<AppStoreVersionLocalization> localizations = reader.asc()
                .appStoreVersions()
                .listAppStoreVersionLocalizations(version.id(), q -> q.limit(AppVersions.PAGE))
                .toList();
        if (localizations.isEmpty()) {
            reader.add(ReadinessRequirement.TEXTS, null, MISSING, "the version has no localization");
        }
        for (AppStoreVersionLocalization each : localizations) {
            checkTexts(each);
            reader.check(ReadinessRequirement.SCREENSHOTS, () -> checkScreenshots(each));
        }
    }

    private void checkTexts(AppStoreVersionLocalization texts) {
        List<String> missing = Stream.of("description", "keywords", "supportUrl")
                .filter(name -> isBlank(ResourceAttributes.value(texts, name)))
                .toList();
        reader.add(ReadinessRequirement.TEXTS, texts.locale(), missing, "description, keywords and support URL");
        boolean hasNotes = !isBlank(texts.whatsNew());
        if (isFirst) {
            // docs/live-service.md#review-items-need-a-ready-version
            reader.add(
                    ReadinessRequirement.RELEASE_NOTES,
                    texts.locale(),
                    hasNotes ? MISSING : MET,
                    hasNotes ? "the first version must have no release notes" : "the first version has none");
        } else {
            reader.add(
                    ReadinessRequirement.RELEASE_NOTES,
                    texts.locale(),
                    hasNotes ? List.of() : List.of("whatsNew"),
                    "release notes");
        }
    }

    static boolean isBlank(@Nullable Object value) {
        return value == null || value.toString().isBlank();
    }

    /**
     * Other languages may show those of the primary one
     * (docs/live-service.md#screenshots-fall-back-to-the-primary-language).
     */
    private void checkScreenshots(AppStoreVersionLocalization localization) {
        List<AppScreenshot> shown = new ArrayList<>();
        for (AppScreenshotSet set : reader.asc()
                .appStoreVersionLocalizations()
                .listAppScreenshotSets(
                        localization.id(),
                        q -> q.include(AppScreenshotSetInclude.APP_SCREENSHOTS).limit(AppVersions.PAGE))) {
            if (isForPlatform(set)) {
                shown.addAll(set.appScreenshots().included());
            }
        }
        long broken = shown.stream().filter(each -> !isComplete(each)).count();
        boolean isPrimary = primaryLocale == null || primaryLocale.equals(localization.locale());
        if (shown.isEmpty()) {
            reader.add(
                    ReadinessRequirement.SCREENSHOTS,
                    localization.locale(),
                    isPrimary ? MISSING : UNKNOWN,
                    isPrimary ? "missing: screenshots" : "no screenshots; those of " + primaryLocale + " may be shown");
        } else if (broken > 0) {
            reader.add(
                    ReadinessRequirement.SCREENSHOTS,
                    localization.locale(),
                    MISSING,
                    broken + " of " + shown.size() + " screenshots are not processed, or have failed");
        } else {
            reader.add(ReadinessRequirement.SCREENSHOTS, localization.locale(), MET, "screenshots: " + shown.size());
        }
    }

    private boolean isForPlatform(AppScreenshotSet set) {
        String type = set.screenshotDisplayType() == null
                ? ""
                : set.screenshotDisplayType().value();
        return DISPLAYS.getOrDefault(reader.platform().value(), List.of()).stream()
                .anyMatch(type::startsWith);
    }

    private static boolean isComplete(AppScreenshot screenshot) {
        AppMediaAssetState delivery = screenshot.assetDeliveryState();
        return delivery != null
                && delivery.state() != null
                && delivery.state().value().equals("COMPLETE");
    }

    private void checkReviewDetails() {
        Optional<AppStoreReviewDetail> detail =
                ToOneReads.read(reader.asc().appStoreVersions().getAppStoreReviewDetail(version.id()));
        List<String> needed =
                new ArrayList<>(List.of("contactFirstName", "contactLastName", "contactPhone", "contactEmail"));
        if (detail.map(AppStoreReviewDetail::demoAccountRequired).orElse(false)) {
            needed.addAll(List.of("demoAccountName", "demoAccountPassword"));
        }
        reader.add(
                ReadinessRequirement.REVIEW_DETAILS,
                null,
                needed.stream()
                        .filter(name -> isBlank(ResourceAttributes.value(detail.orElse(null), name)))
                        .toList(),
                "a contact for the reviewers");
    }
}
