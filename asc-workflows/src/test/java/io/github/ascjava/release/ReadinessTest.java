package io.github.ascjava.release;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ascjava.client.AppStoreConnect;
import io.github.ascjava.client.model.common.Platform;
import io.github.ascjava.client.model.users.UserRole;
import io.github.ascjava.testing.ResourceObject;
import io.github.ascjava.testing.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a version has and lacks for a review. */
class ReadinessTest {

    private final Sandbox sandbox = StoreApp.start();
    private final AppStoreConnect asc = sandbox.client();
    private final Releases releases = Releases.of(asc);

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void everyRequirementIsListed() {
        prepare();
        StoreApp.describe(sandbox, true);
        StoreApp.sell(sandbox);

        Readiness readiness = releases.readiness(StoreApp.ID, Platform.IOS);
        assertThat(readiness.items())
                .extracting(ReadinessItem::requirement)
                .containsOnlyOnceElementsOf(Arrays.stream(ReadinessRequirement.values())
                        .filter(each -> !each.page().isEmpty() && each != ReadinessRequirement.OTHER)
                        .toList());
        assertThat(readiness.isReady()).isTrue();
        assertThat(readiness.describe())
                .isEqualTo("APP_PRIVACY: the API does not show the answers, which the first version needs. In App Store"
                        + " Connect: Distribution > App Privacy.");
    }

    @Test
    void textsInFilesAreCheckedAndComparedOnRequest() throws IOException {
        StoreMetadata metadata = StoreMetadata.of(asc);
        MetadataFiles files = MetadataFiles.folder(folder);
        write("en-US/description.txt", "The weather");
        assertThat(ofFiles(files))
                .containsExactly(
                        "TEXT_FILES: the texts in files have no errors.",
                        "PUSHED_TEXTS: there is no version in preparation that could have them.");

        prepare();
        StoreApp.describe(sandbox, true);
        metadata.pull(MetadataTarget.ofApp(StoreApp.ID), files);
        assertThat(ofFiles(files))
                .containsExactly(
                        "TEXT_FILES: the texts in files have no errors.",
                        "PUSHED_TEXTS: App Store Connect has the texts of the files.");

        write("en-US/keywords.txt", "rain,rain");
        write("en-US/description.txt", "Other weather");
        write("de-DE/description.txt", "Das Wetter");
        String localization = asc.appStoreVersions()
                .listAppStoreVersionLocalizations(versionId())
                .toList()
                .get(0)
                .id();
        asc.appStoreVersionLocalizations()
                .update(localization, b -> b.description("The wind").promotionalText("New"))
                .execute();
        assertThat(ofFiles(files))
                .containsExactly(
                        "TEXT_FILES (en-US): " + folder.resolve("en-US/keywords.txt")
                                + ": keywords of en-US has rain twice.",
                        "TEXT_FILES (de-DE): de-DE has no name, neither here nor in App Store Connect. A language needs one.",
                        "PUSHED_TEXTS (de-DE): not pushed: description.",
                        "PUSHED_TEXTS (en-US): not pushed: keywords.",
                        "PUSHED_TEXTS (en-US): changed in App Store Connect and not pulled: promotionalText.",
                        "PUSHED_TEXTS (en-US): changed in the files and in App Store Connect: description.");

        write("en-US/name.txt", "N".repeat(31));
        Readiness readiness = releases.readiness(StoreApp.ID, Platform.IOS, files);
        assertThat(readiness.missing())
                .filteredOn(item -> item.requirement() == ReadinessRequirement.TEXT_FILES)
                .singleElement()
                .satisfies(item -> assertThat(item.describe()).endsWith("and Apple accepts 30. Shorten it by 1."));
        assertThat(readiness.describe()).endsWith("PUSHED_TEXTS: texts with errors are not compared.");
    }

    private List<String> ofFiles(MetadataFiles files) {
        return releases.readiness(StoreApp.ID, Platform.IOS, files).items().stream()
                .filter(item -> item.requirement().page().isEmpty())
                .map(ReadinessItem::describe)
                .toList();
    }

    private void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.writeString(file, text);
    }

    @Test
    void textsAreMissingPerLocale() {
        prepare();
        StoreApp.describe(sandbox, true);
        asc.appStoreVersionLocalizations()
                .create(b -> b.appStoreVersion(versionId())
                        .locale("de-DE")
                        .description("Wetter")
                        .whatsNew("Neu"))
                .execute();

        assertThat(releases.readiness(StoreApp.ID, Platform.IOS).items())
                .filteredOn(item -> "de-DE".equals(item.locale()))
                .extracting(ReadinessItem::describe)
                .containsExactly(
                        "TEXTS (de-DE): missing: keywords, supportUrl. In App Store Connect: Distribution > the version >"
                                + " the language.",
                        "RELEASE_NOTES (de-DE): the first version must have no release notes. In App Store Connect:"
                                + " Distribution > the version > What's New in This Version.",
                        "SCREENSHOTS (de-DE): no screenshots; those of en-US may be shown. In App Store Connect: Distribution > the version >"
                                + " Previews and Screenshots.");
    }

    @Test
    void aBuildOfAnotherVersionIsNoBuildOfThisOne() {
        prepare();
        asc.appStoreVersions().update(versionId(), b -> b.versionString("1.1")).execute();

        assertThat(state(ReadinessRequirement.BUILD).state()).isEqualTo(ReadinessState.MISSING);
        assertThat(state(ReadinessRequirement.BUILD).detail()).isEqualTo("build 7 is one of version 1.0");
    }

    @Test
    void laterVersionsNeedReleaseNotes() {
        prepare();
        sandbox.add(ResourceObject.of("appStoreVersions", "old")
                .attribute("platform", "IOS")
                .attribute("versionString", "0.9")
                .attribute("appVersionState", "READY_FOR_DISTRIBUTION")
                .toOne("app", "apps", StoreApp.ID));

        assertThat(state(ReadinessRequirement.RELEASE_NOTES).detail()).isEqualTo("missing: whatsNew");
    }

    @Test
    void screenshotsOfOtherPlatformsDoNotCount() {
        prepare();
        String localization = asc.appStoreVersions()
                .listAppStoreVersionLocalizations(versionId())
                .toList()
                .get(0)
                .id();
        sandbox.add(ResourceObject.of("appScreenshotSets", "tv")
                .attribute("screenshotDisplayType", "APP_APPLE_TV")
                .toOne("appStoreVersionLocalization", "appStoreVersionLocalizations", localization));
        sandbox.add(ResourceObject.of("appScreenshots", "tv-1").toOne("appScreenshotSet", "appScreenshotSets", "tv"));

        assertThat(state(ReadinessRequirement.SCREENSHOTS).state()).isEqualTo(ReadinessState.MISSING);
    }

    /** Both are of an app that was never configured (docs/live-service.md#unconfigured-price-schedule-is-synthetic). */
    @Test
    void aMadeUpPriceScheduleIsNoPrice() {
        assertThat(asc.apps().getAppPriceSchedule(StoreApp.ID).execute()).isPresent();
        assertThat(state(ReadinessRequirement.PRICE).detail()).isEqualTo("no price is set");
    }

    @Test
    void anAvailabilityThatWasNeverSetIsMissing() {
        assertThat(state(ReadinessRequirement.AVAILABILITY).detail()).isEqualTo("the availability was never set");
        StoreApp.sell(sandbox);
        assertThat(state(ReadinessRequirement.AVAILABILITY).state()).isEqualTo(ReadinessState.MET);
        assertThat(state(ReadinessRequirement.PRICE).state()).isEqualTo(ReadinessState.MET);
    }

    @Test
    void openQuestionsOfTheAgeRatingAreNamed() {
        releases.apply(
                releases.plan(VersionOptions.builder(StoreApp.ID, Platform.IOS, "1.0")
                        .ageRating(b -> b.gambling(false))
                        .build()),
                ReleaseListener.NONE);

        assertThat(state(ReadinessRequirement.AGE_RATING).detail())
                .contains("contests")
                .doesNotContain("gambling,");
    }

    /** Keys below App Manager read versions and no submissions (docs/live-service.md#roles-limit-keys). */
    @Test
    void whatTheRoleMayNotReadIsUnknown() {
        try (Sandbox restricted = Sandbox.builder().keyRole(UserRole.DEVELOPER).start()) {
            String appId = restricted.client().apps().list().toList().get(0).id();
            assertThat(Releases.of(restricted.client())
                            .readiness(appId, Platform.IOS)
                            .items())
                    .filteredOn(item -> item.requirement() == ReadinessRequirement.SUBMISSION)
                    .singleElement()
                    .extracting(ReadinessItem::state)
                    .isEqualTo(ReadinessState.UNKNOWN);
        }
    }

    @Test
    void aVersionThatIsLiveIsNotInPreparation() {
        sandbox.add(ResourceObject.of("appStoreVersions", "old")
                .attribute("platform", "IOS")
                .attribute("versionString", "0.9")
                .attribute("appVersionState", "READY_FOR_DISTRIBUTION")
                .toOne("app", "apps", StoreApp.ID));

        assertThat(state(ReadinessRequirement.VERSION).detail())
                .isEqualTo("version 0.9 is READY_FOR_DISTRIBUTION, and there is no version in preparation");
    }

    private ReadinessItem state(ReadinessRequirement requirement) {
        return releases.readiness(StoreApp.ID, Platform.IOS).items().stream()
                .filter(item -> item.requirement() == requirement)
                .findFirst()
                .orElseThrow();
    }

    private void prepare() {
        StoreApp.addBuild(sandbox, "1.0", "7");
        releases.apply(releases.plan(StoreApp.options("1.0").build()), ReleaseListener.NONE);
        sandbox.advanceTime(Duration.ofMinutes(1));
    }

    private String versionId() {
        return releases.version(StoreApp.ID, Platform.IOS).orElseThrow().id();
    }
}
