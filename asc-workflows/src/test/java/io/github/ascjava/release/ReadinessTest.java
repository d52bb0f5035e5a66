package io.github.ascjava.release;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ascjava.client.AppStoreConnect;
import io.github.ascjava.client.model.common.Platform;
import io.github.ascjava.client.model.users.UserRole;
import io.github.ascjava.testing.ResourceObject;
import io.github.ascjava.testing.Sandbox;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a version has and lacks for a review. */
class ReadinessTest {

    private final Sandbox sandbox = StoreApp.start();
    private final AppStoreConnect asc = sandbox.client();
    private final Releases releases = Releases.of(asc);

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
                        .filter(each -> each != ReadinessRequirement.OTHER)
                        .toList());
        assertThat(readiness.isReady()).isTrue();
        assertThat(readiness.describe())
                .isEqualTo("APP_PRIVACY: the API does not show the answers, which the first version needs. In App Store"
                        + " Connect: Distribution > App Privacy.");
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
