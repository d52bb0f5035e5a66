package io.github.ascjava.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.ascjava.client.AppStoreConnect;
import io.github.ascjava.client.model.appstore.AppStoreReviewAttachment;
import io.github.ascjava.client.model.appstore.AppStoreVersion;
import io.github.ascjava.client.model.appstore.AppStoreVersionReleaseType;
import io.github.ascjava.client.model.appstore.AppVersionState;
import io.github.ascjava.client.model.builds.Build;
import io.github.ascjava.client.model.common.Platform;
import io.github.ascjava.testing.Answer;
import io.github.ascjava.testing.Documents;
import io.github.ascjava.testing.ResourceObject;
import io.github.ascjava.testing.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Plans that make a version what it should be. */
class VersionPlanTest {

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
    void aPlanShowsEveryChangeButNoPassword() {
        StoreApp.addBuild(sandbox, "1.0", "7");
        VersionPlan plan = releases.plan(StoreApp.options("1.0").build());

        assertThat(plan.describe())
                .contains(
                        "version versionString: - -> 1.0",
                        "version releaseType: - -> MANUAL",
                        "build build: - -> 7",
                        "build usesNonExemptEncryption: - -> false",
                        "phased release phasedReleaseState: - -> INACTIVE",
                        "app contentRightsDeclaration: - -> DOES_NOT_USE_THIRD_PARTY_CONTENT",
                        "app info primaryCategory: - -> WEATHER",
                        "app info secondarySubcategoryOne: - -> GAMES_PUZZLE",
                        "age rating gambling: - -> false",
                        "review details contactEmail: - -> review@example.com",
                        "review details demoAccountPassword: - -> (not shown)")
                .doesNotContain(StoreApp.PASSWORD);
        assertThat(plan.options() + plan.toString()).doesNotContain(StoreApp.PASSWORD);
        assertThat(plan)
                .isEqualTo(releases.plan(StoreApp.options("1.0").build()))
                .isNotEqualTo(
                        releases.plan(StoreApp.options("1.0").copyright("2027").build()));
        assertThat(StoreApp.writes(sandbox)).isEmpty();
    }

    @Test
    void thePlannedChangesAreMade() {
        StoreApp.addBuild(sandbox, "1.0", "7");
        VersionPlan plan = releases.plan(StoreApp.options("1.0").build());
        List<VersionChange> made = new ArrayList<>();
        AppStoreVersion version = releases.apply(plan, new ReleaseListener() {
            @Override
            public void onChanged(VersionChange change) {
                made.add(change);
            }
        });

        assertThat(version.versionString()).isEqualTo("1.0");
        assertThat(made).allMatch(change -> plan.changes().stream().anyMatch(change::isLike));
        assertThat(releases.plan(StoreApp.options("1.0").build()).changes()).isEmpty();
        assertThat(asc.appStoreVersions()
                        .getAppStoreReviewDetail(version.id())
                        .execute()
                        .orElseThrow()
                        .demoAccountPassword())
                .isEqualTo(StoreApp.PASSWORD);
    }

    @Test
    void onlyWhatDiffersIsSent() {
        StoreApp.addBuild(sandbox, "1.0", "7");
        asc.builds().update("build-7", b -> b.usesNonExemptEncryption(false)).execute();
        int before = StoreApp.writes(sandbox).size();
        VersionOptions options = VersionOptions.builder(StoreApp.ID, Platform.IOS, "1.0")
                .newestBuild()
                .usesNonExemptEncryption(false)
                .build();
        String id = releases.apply(releases.plan(options), ReleaseListener.NONE).id();

        assertThat(StoreApp.writes(sandbox).subList(before, before + 2))
                .containsExactly(
                        "POST /v1/appStoreVersions", "PATCH /v1/appStoreVersions/" + id + "/relationships/build");
        assertThat(StoreApp.writes(sandbox)).hasSize(before + 2);
    }

    @Test
    void allMistakesAreToldBeforeAnythingIsSent() {
        VersionOptions options = VersionOptions.builder(StoreApp.ID, Platform.of("iOS"), "1.0.0.0")
                .releaseType(AppStoreVersionReleaseType.of("MANAUL"))
                .primaryCategory("WETHER")
                .secondaryCategory("GAMES", "GAMES_PUZZEL")
                .ageRating(Map.of("gambeling", "false", "contests", "NEVER", "lootBox", "no"))
                .reviewAttachment(folder.resolve("missing.txt"))
                .build();

        ReleaseException failure = catchThrowableOfType(ReleaseException.class, () -> releases.plan(options));
        assertThat(failure.problems())
                .anyMatch(problem -> problem.contains("1.0.0.0"))
                .contains(
                        "There is no platform iOS. Did you mean IOS?",
                        "There is no release type MANAUL. Did you mean MANUAL?",
                        "There is no category WETHER. Did you mean WEATHER?",
                        "There is no subcategory of GAMES named GAMES_PUZZEL. Did you mean GAMES_PUZZLE?",
                        "There is no age rating gambeling. Did you mean gambling?")
                .anyMatch(
                        problem -> problem.startsWith("There is no answer to contests named NEVER. Possible are: NONE"))
                .anyMatch(problem -> problem.startsWith("There is no answer to lootBox named no."))
                .anyMatch(problem -> problem.contains("missing.txt"));
        assertThat(StoreApp.writes(sandbox)).isEmpty();
    }

    @Test
    void aScheduledReleaseNeedsItsDate() {
        VersionOptions.Builder options = VersionOptions.builder(StoreApp.ID, Platform.IOS, "1.0")
                .releaseType(AppStoreVersionReleaseType.SCHEDULED);
        assertThatThrownBy(() -> releases.plan(options.build())).hasMessageContaining("earliest release date");

        options.earliestReleaseDate(sandbox.clock().instant().atOffset(ZoneOffset.ofHours(2)));
        releases.apply(releases.plan(options.build()), ReleaseListener.NONE);
        assertThat(releases.plan(options.build()).isChanged()).isFalse();
    }

    @Test
    void whatIsNotKeptIsNoDifference() {
        VersionOptions.Builder options = VersionOptions.builder(StoreApp.ID, Platform.IOS, "1.0")
                .releaseType(AppStoreVersionReleaseType.SCHEDULED)
                .copyright("");
        OffsetDateTime date =
                sandbox.clock().instant().truncatedTo(ChronoUnit.SECONDS).atOffset(ZoneOffset.UTC);
        releases.apply(releases.plan(options.earliestReleaseDate(date).build()), ReleaseListener.NONE);

        assertThat(releases.plan(options.earliestReleaseDate(date.plusNanos(5_000))
                                .build())
                        .isChanged())
                .isFalse();
    }

    @Test
    void buildsAreFoundByTheirNumber() {
        StoreApp.addBuild(sandbox, "1.0", "7");
        StoreApp.addBuild(sandbox, "1.0", "8", "PROCESSING");
        StoreApp.addBuild(sandbox, "2.0", "9");

        assertThatThrownBy(() -> plan("1.0", "9"))
                .hasMessageContaining("Version 1.0 has no build 9 for IOS. Its valid builds are 7.");
        assertThatThrownBy(() -> plan("1.0", "8"))
                .hasMessageContaining("Build 8 is PROCESSING. Wait until it is processed.");
        assertThat(plan("1.0", "7").describe()).contains("build build: - -> 7");
        assertThat(releases.plan(StoreApp.options("1.0").build()).describe()).contains("build build: - -> 7");
        assertThatThrownBy(() -> releases.plan(StoreApp.options("3.0").build()))
                .hasMessageContaining("Version 3.0 has no valid build for IOS.");
    }

    /** Numbers of builds may begin anew with each version. */
    @Test
    void aBuildOfAnotherVersionWithTheSameNumberIsReplaced() {
        StoreApp.addBuild(sandbox, "1.0", "7");
        releases.apply(plan("1.0", "7"), ReleaseListener.NONE);
        assertThatThrownBy(() -> plan("1.1", "7")).hasMessageContaining("Version 1.1 has no build 7 for IOS.");

        sandbox.add(ResourceObject.of("preReleaseVersions", "pre-1.1")
                .attribute("version", "1.1")
                .attribute("platform", "IOS")
                .toOne("app", "apps", StoreApp.ID));
        sandbox.add(ResourceObject.of("builds", "other-7")
                .attribute("version", "7")
                .attribute("processingState", "VALID")
                .toOne("app", "apps", StoreApp.ID)
                .toOne("preReleaseVersion", "preReleaseVersions", "pre-1.1"));
        VersionPlan plan = plan("1.1", "7");
        assertThat(plan.describe()).contains("build build: 7 of another version -> 7");
        String id = releases.apply(plan, ReleaseListener.NONE).id();
        assertThat(asc.appStoreVersions().getBuild(id).execute().map(Build::id)).contains("other-7");
        assertThat(plan("1.1", "7").isChanged()).isFalse();
    }

    @Test
    void anAttachedBuildThatHasExpiredIsAProblem() {
        StoreApp.addBuild(sandbox, "1.0", "7");
        releases.apply(plan("1.0", "7"), ReleaseListener.NONE);
        asc.builds().update("build-7", b -> b.expired(true)).execute();

        assertThatThrownBy(() -> plan("1.0", "7")).hasMessageContaining("Build 7 is expired. Upload another build.");
    }

    @Test
    void aVersionInPreparationGetsTheWantedNumber() {
        releases.apply(plan("1.0"), ReleaseListener.NONE);
        VersionPlan plan = plan("1.1");

        assertThat(plan.describe()).isEqualTo("version versionString: 1.0 -> 1.1");
        releases.apply(plan, ReleaseListener.NONE);
        assertThat(asc.apps().listAppStoreVersions(StoreApp.ID).toList())
                .extracting(AppStoreVersion::versionString)
                .containsExactly("1.1");
    }

    @Test
    void aVersionUnderReviewIsNotChanged() {
        release(true);

        assertThatThrownBy(() -> releases.plan(StoreApp.options("1.0")
                        .releaseType(AppStoreVersionReleaseType.AFTER_APPROVAL)
                        .build()))
                .isInstanceOf(ReleaseException.class)
                .hasMessageContaining(
                        "The releaseType of version 1.0 cannot be changed, because it is WAITING_FOR_REVIEW.");
        StoreApp.addBuild(sandbox, "1.0", "8");
        assertThatThrownBy(() -> plan("1.0", "8"))
                .hasMessageContaining("The build of version 1.0 cannot be changed, because it is WAITING_FOR_REVIEW.");
        assertThat(releases.plan(StoreApp.options("1.0").build()).isChanged()).isFalse();
        assertThatThrownBy(() -> plan("1.1"))
                .hasMessageContaining("Version 1.1 cannot be created while version 1.0 is WAITING_FOR_REVIEW.");
    }

    /** The first app info of the list is the live one (docs/live-service.md#live-app-infos-are-locked). */
    @Test
    void theNextVersionChangesTheDraftOfTheAppInfo() {
        release(false);
        VersionOptions live = VersionOptions.builder(StoreApp.ID, Platform.IOS, "1.0")
                .primaryCategory("TRAVEL")
                .build();
        assertThatThrownBy(() -> releases.plan(live))
                .hasMessageContaining("while its app info is READY_FOR_DISTRIBUTION");

        VersionOptions next = VersionOptions.builder(StoreApp.ID, Platform.IOS, "1.1")
                .primaryCategory("TRAVEL")
                .build();
        releases.apply(releases.plan(next), ReleaseListener.NONE);
        assertThat(AppInfoDraft.read(asc, StoreApp.ID)
                        .orElseThrow()
                        .primaryCategory()
                        .id())
                .isEqualTo("TRAVEL");
        assertThat(releases.plan(next).isChanged()).isFalse();
    }

    /** The app info is that of all platforms. */
    @Test
    void aReviewOfAnotherPlatformLocksTheAppInfo() {
        sandbox.add(ResourceObject.of("apps", "2").attribute("primaryLocale", "en-US"));
        sandbox.add(ResourceObject.of("appStoreVersions", "2-1.0")
                .attribute("platform", "IOS")
                .attribute("versionString", "1.0")
                .attribute("appVersionState", "PREPARE_FOR_SUBMISSION")
                .toOne("app", "apps", "2"));
        sandbox.add(ResourceObject.of("appInfos", "2-info")
                .attribute("state", "WAITING_FOR_REVIEW")
                .toOne("app", "apps", "2"));
        VersionOptions options = VersionOptions.builder("2", Platform.IOS, "1.0")
                .primaryCategory("TRAVEL")
                .build();

        assertThatThrownBy(() -> releases.plan(options))
                .hasMessageContaining(
                        "while its app info is WAITING_FOR_REVIEW. Wait until the review of the app, on any"
                                + " platform, is over, or cancel it.");
    }

    @Test
    void aPlanThatIsOutOfDateIsNotCarriedOut() {
        VersionOptions options = VersionOptions.builder(StoreApp.ID, Platform.IOS, "1.0")
                .copyright("2026 Example")
                .build();
        releases.apply(releases.plan(options), ReleaseListener.NONE);
        VersionPlan plan = releases.plan(options);
        assertThat(plan.isChanged()).isFalse();
        String id = releases.version(StoreApp.ID, Platform.IOS).orElseThrow().id();
        asc.appStoreVersions().update(id, b -> b.copyright("2020 Someone")).execute();

        assertThatThrownBy(() -> releases.apply(plan, ReleaseListener.NONE))
                .isInstanceOf(ReleaseException.class)
                .hasMessageContaining("version copyright: 2020 Someone -> 2026 Example. Make a new plan.");
        releases.apply(releases.plan(options), ReleaseListener.NONE);
    }

    /** Only the value that the plan shows is replaced. */
    @Test
    void aValueThatIsNewSinceThePlanIsNotReplaced() {
        VersionOptions.Builder options = VersionOptions.builder(StoreApp.ID, Platform.IOS, "1.0");
        String id = releases.apply(
                        releases.plan(options.copyright("2025 Example").build()), ReleaseListener.NONE)
                .id();
        VersionPlan plan = releases.plan(options.copyright("2026 Example").build());
        asc.appStoreVersions().update(id, b -> b.copyright("2025 Someone")).execute();

        assertThatThrownBy(() -> releases.apply(plan, ReleaseListener.NONE))
                .isInstanceOf(ReleaseException.class)
                .hasMessageContaining("version copyright: 2025 Someone -> 2026 Example. Make a new plan.");
    }

    /** Lists may lack what was created a moment ago. */
    @Test
    void aVersionThatTheListLacksIsUsed() {
        releases.apply(plan("1.0"), ReleaseListener.NONE);
        hideVersions();
        VersionPlan plan = plan("1.0");
        assertThat(plan.isChanged()).isTrue();

        hideVersions();
        assertThat(releases.apply(plan, ReleaseListener.NONE).versionString()).isEqualTo("1.0");
        assertThat(asc.apps().listAppStoreVersions(StoreApp.ID).toList()).hasSize(1);
    }

    /** Another job may create it between two requests. */
    @Test
    void aVersionThatTheListLacksGetsThePlannedValues() {
        hideVersions();
        VersionOptions options = VersionOptions.builder(StoreApp.ID, Platform.IOS, "1.0")
                .copyright("2026 Example")
                .build();
        VersionPlan plan = releases.plan(options);
        asc.appStoreVersions()
                .create(b -> b.app(StoreApp.ID)
                        .platform(Platform.IOS)
                        .versionString("1.0")
                        .copyright("2020 Someone"))
                .execute();

        hideVersions();
        assertThat(releases.apply(plan, ReleaseListener.NONE).copyright()).isEqualTo("2026 Example");
        assertThat(asc.apps().listAppStoreVersions(StoreApp.ID).toList()).hasSize(1);
        assertThat(releases.plan(options).isChanged()).isFalse();
    }

    /** docs/live-service.md#writes-may-succeed-despite-an-error */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/appStoreVersions",
                "/v1/appStoreVersionPhasedReleases",
                "/v1/appStoreReviewDetails",
                "/v1/reviewSubmissions",
                "/v1/reviewSubmissionItems"
            })
    void aResponseThatIsLostStopsNothing(String path) {
        sandbox.on("POST", path).dropNextResponse();
        release(true);

        assertThat(StoreApp.writes(sandbox)).containsOnlyOnce("POST " + path);
    }

    @Test
    void anAttachmentWithOtherContentIsReplaced() throws IOException {
        Path file = folder.resolve("notes.txt");
        Files.writeString(file, "old");
        VersionOptions options = VersionOptions.builder(StoreApp.ID, Platform.IOS, "1.0")
                .reviewAttachment(file)
                .build();
        String id = releases.apply(releases.plan(options), ReleaseListener.NONE).id();
        sandbox.advanceTime(Duration.ofMinutes(5));
        assertThat(releases.plan(options).isChanged()).isFalse();

        Files.writeString(file, "new");
        assertThat(releases.plan(options).describe())
                .isEqualTo("review attachment notes.txt: other content -> 3 bytes");
        releases.apply(releases.plan(options), ReleaseListener.NONE);
        String detail = asc.appStoreVersions()
                .getAppStoreReviewDetail(id)
                .execute()
                .orElseThrow()
                .id();
        assertThat(asc.appStoreReviewDetails()
                        .listAppStoreReviewAttachments(detail)
                        .toList())
                .extracting(AppStoreReviewAttachment::fileName)
                .containsExactly("notes.txt");
        assertThat(releases.plan(options).isChanged()).isFalse();
    }

    private void hideVersions() {
        sandbox.on("GET", "/v1/apps/{id}/appStoreVersions")
                .answerNext(Answer.json(200, Documents.page(List.of(), null)));
    }

    private VersionPlan plan(String version) {
        return releases.plan(
                VersionOptions.builder(StoreApp.ID, Platform.IOS, version).build());
    }

    private VersionPlan plan(String version, String build) {
        return releases.plan(VersionOptions.builder(StoreApp.ID, Platform.IOS, version)
                .build(build)
                .build());
    }

    private void release(boolean untilReview) {
        StoreApp.addBuild(sandbox, "1.0", "7");
        StoreApp.sell(sandbox);
        releases.apply(releases.plan(StoreApp.options("1.0").build()), ReleaseListener.NONE);
        StoreApp.describe(sandbox, true);
        releases.apply(releases.plan(StoreApp.submission()), ReleaseListener.NONE);
        if (!untilReview) {
            sandbox.advanceTime(Duration.ofHours(3));
            releases.apply(releases.planRelease(StoreApp.ID, Platform.IOS, null), ReleaseListener.NONE);
            sandbox.advanceTime(Duration.ofMinutes(2));
            assertThat(VersionStates.of(
                            releases.version(StoreApp.ID, Platform.IOS).orElseThrow()))
                    .isEqualTo(AppVersionState.READY_FOR_DISTRIBUTION);
        }
    }
}
