package io.github.ascjava.uploads;

import static io.github.ascjava.uploads.TestPackages.iosPlist;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.ascjava.client.error.ConflictException;
import io.github.ascjava.client.model.builds.Build;
import io.github.ascjava.client.model.builds.BuildProcessingState;
import io.github.ascjava.client.model.builds.BuildUploadState;
import io.github.ascjava.client.model.common.Platform;
import io.github.ascjava.testing.Answer;
import io.github.ascjava.testing.Documents;
import io.github.ascjava.testing.RecordedRequest;
import io.github.ascjava.testing.ResourceObject;
import io.github.ascjava.testing.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Uploads of builds to the sandbox. */
class BuildUploadTest {

    private static final String BUNDLE_ID = "com.example.weather";

    private final Sandbox sandbox =
            Sandbox.builder().empty().uploadPartBytes(200).start();
    private final List<String> notices = new ArrayList<>();
    private final List<UploadStage> stages = new ArrayList<>();
    private final List<UploadProblem> warnings = new ArrayList<>();
    private final Uploads uploads = Uploads.builder(sandbox.client())
            .listener(new UploadListener() {
                @Override
                public void onProgress(UploadProgress progress) {
                    if (stages.isEmpty() || stages.get(stages.size() - 1) != progress.stage()) {
                        stages.add(progress.stage());
                    }
                }

                @Override
                public void onNotice(String fileName, String notice) {
                    notices.add(notice);
                }

                @Override
                public void onWarning(String fileName, UploadProblem warning) {
                    warnings.add(warning);
                }
            })
            .build();

    @TempDir
    private Path folder;

    @BeforeEach
    void addApp() {
        sandbox.add(ResourceObject.of("apps", "1")
                .attribute("name", "Weather")
                .attribute("bundleId", BUNDLE_ID)
                .attribute("sku", "W")
                .attribute("primaryLocale", "en-US"));
    }

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void aBuildIsSentInPartsAndAccepted() throws IOException {
        UploadedBuild uploaded = uploads.build(ipa("1.4.2", "412"));

        assertThat(BuildSlot.state(uploaded.upload())).isEqualTo(BuildUploadState.COMPLETE);
        assertThat(uploaded.build().version()).isEqualTo("412");
        assertThat(uploaded.appPackage().bundleId()).isEqualTo(BUNDLE_ID);
        assertThat(requests("PUT")).hasSizeGreaterThan(2);
        assertThat(requests("POST").get(1).text())
                .contains("\"ASSET\"", "\"com.apple.ipa\"", "\"fileSize\":" + Files.size(ipa("1.4.2", "412")));
        assertThat(requests("PATCH").get(0).text())
                .contains("\"uploaded\":true")
                .doesNotContain("hecksum");
        assertThat(stages)
                .containsExactly(
                        UploadStage.RESERVING,
                        UploadStage.SENDING,
                        UploadStage.COMMITTING,
                        UploadStage.PROCESSING,
                        UploadStage.COMPLETE);
    }

    @Test
    void aProcessedBuildIsHandedToTesters() throws IOException {
        sandbox.add(group("g1", "QA", false));
        sandbox.add(group("g2", "Team", true));

        UploadedBuild uploaded = uploads.build(
                ipa("1.4.2", "412"),
                BuildOptions.uploadOnly()
                        .usesNonExemptEncryption(false)
                        .whatToTest("en-US", "The new search.")
                        .betaGroup("QA")
                        .betaGroup("Team"));

        assertThat(uploaded.build().processingState()).isEqualTo(BuildProcessingState.VALID);
        Build now = sandbox.client().builds().get(uploaded.build().id()).execute();
        assertThat(now.usesNonExemptEncryption()).isFalse();
        assertThat(sandbox.client().builds().listBetaBuildLocalizations(now.id()))
                .extracting(text -> text.locale() + " " + text.whatsNew())
                .containsExactly("en-US The new search.");
        assertThat(sandbox.client().betaGroups().listBuilds("g1"))
                .extracting(Build::id)
                .containsExactly(now.id());
        assertThat(requests("POST"))
                .extracting(RecordedRequest::path)
                .doesNotContain("/v1/betaGroups/g2/relationships/builds");
    }

    @Test
    void textsForTestersReplaceTheirOldOnes() throws IOException {
        Path file = ipa("1.4.2", "412");
        uploads.build(file, BuildOptions.uploadOnly().whatToTest("en-US", "One."));

        Build build = uploads.build(file, BuildOptions.uploadOnly().whatToTest("en-US", "Two."))
                .build();

        assertThat(sandbox.client().builds().listBetaBuildLocalizations(build.id()))
                .extracting(text -> text.whatsNew())
                .containsExactly("Two.");
    }

    @Test
    void nothingIsWrittenForWhatCannotWork() throws IOException {
        requireRefusal(plist("com.example.other", "1.0", "1"), "No app has the bundle ID com.example.other");
        requireRefusal(plist(BUNDLE_ID, "1.0-beta", "1"), "has the CFBundleShortVersionString \"1.0-beta\"");
        requireRefusal(plist(BUNDLE_ID, "1.0", "1.2.3.4"), "has the CFBundleVersion \"1.2.3.4\"");
        requireRefusal(plist(BUNDLE_ID, "1.0", "1234567890123456789"), "at most 18 characters");
        assertThatThrownBy(() ->
                        uploads.build(ipa("1.0", "1"), BuildOptions.uploadOnly().betaGroup("QA")))
                .hasMessageContaining("has no group of testers named QA");
        assertThat(requests("POST")).isEmpty();
    }

    @Test
    void aNumberOfAnotherFileIsTaken() throws IOException {
        uploads.build(ipa("1.4.2", "412"));
        int before = requests("POST").size();
        Path other = Files.copy(ipa("1.4.2", "412"), folder.resolve("Other.ipa"));

        assertThatThrownBy(() -> uploads.build(other))
                .isInstanceOf(UploadException.class)
                .hasMessage("App Store Connect has build 412 of version 1.4.2 (IOS) of " + BUNDLE_ID
                        + " already. Raise CFBundleVersion and build again.");
        assertThat(requests("POST")).hasSize(before);
    }

    @Test
    void aLowerNumberKeepsApplesWords() throws IOException {
        uploads.build(ipa("1.4.2", "412"));

        assertThatThrownBy(() -> uploads.build(ipa("1.4.2", "411")))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("must be higher than the previously uploaded version: '412'");
    }

    @Test
    void aFileThatWasSentBeforeIsNotSentAgain() throws IOException {
        Path file = ipa("1.4.2", "412");
        String first = uploads.build(file).upload().id();
        int sent = requests("PUT").size();

        UploadedBuild again = uploads.build(file);

        assertThat(again.upload().id()).isEqualTo(first);
        assertThat(requests("PUT")).hasSize(sent);
        assertThat(notices)
                .containsExactly("An earlier run has sent this file already; buildUploads " + first + " is COMPLETE.");
    }

    @Test
    void anUploadWhoseResponseIsLostIsFound() throws IOException {
        sandbox.on("POST", "/v1/buildUploads").dropNextResponse();

        uploads.build(ipa("1.4.2", "412"));

        assertThat(requests("POST")).extracting(RecordedRequest::path).containsOnlyOnce("/v1/buildUploads");
    }

    @Test
    void anUploadWithoutAFileIsDeleted() throws IOException {
        sandbox.on("POST", "/v1/buildUploadFiles").failNext(403);

        assertThatThrownBy(() -> uploads.build(ipa("1.4.2", "412"))).hasMessageContaining("403");

        assertThat(sandbox.client().apps().listBuildUploads("1")).isEmpty();
    }

    @Test
    void oldLeftoversAreDeletedAndYoungOnesLeftAlone() throws IOException {
        String old = reserve();
        sandbox.advanceTime(Duration.ofHours(2));
        String young = reserve();

        uploads.build(ipa("1.4.2", "412"));

        assertThat(requests("DELETE")).extracting(RecordedRequest::path).containsExactly("/v1/buildUploads/" + old);
        assertThat(notices).hasSize(2).anySatisfy(notice -> assertThat(notice).contains(young, "left alone"));
    }

    @Test
    void anUploadThatEndedEarlyIsResumed() throws IOException {
        Path file = ipa("1.4.2", "412");
        Uploads ended = Uploads.builder(sandbox.client())
                .stateFolder(folder.resolve("state"))
                .listener(new UploadListener() {
                    @Override
                    public void onProgress(UploadProgress progress) {
                        if (progress.stage() == UploadStage.COMMITTING) {
                            throw new IllegalStateException("ended");
                        }
                    }
                })
                .build();
        assertThatThrownBy(() -> ended.build(file)).hasMessage("ended");
        int sent = requests("PUT").size();

        UploadedBuild uploaded = Uploads.builder(sandbox.client())
                .stateFolder(folder.resolve("state"))
                .build()
                .build(file);

        assertThat(requests("PUT")).hasSize(sent);
        assertThat(requests("POST")).hasSize(2);
        assertThat(requests("DELETE")).isEmpty();
        assertThat(uploaded.build().version()).isEqualTo("412");
    }

    @Test
    void aCheckSendsNothing() throws IOException {
        assertThat(uploads.checkBuild(ipa("1.4.2", "412"), BuildOptions.uploadOnly())
                        .buildNumber())
                .isEqualTo("412");
        assertThat(requests("POST")).isEmpty();
    }

    @Test
    void rejectionsAreExplainedOneByOneAndNotRepeated() throws IOException {
        sandbox.add(ResourceObject.of("appStoreVersions", "v")
                .attribute("platform", "IOS")
                .attribute("versionString", "1.5")
                .attribute("appVersionState", "READY_FOR_DISTRIBUTION")
                .toOne("app", "apps", "1"));

        BuildRejectedException rejected =
                catchThrowableOfType(BuildRejectedException.class, () -> uploads.build(ipa("1.4.2", "412")));

        assertThat(rejected.problems()).extracting(UploadProblem::code).containsExactly("90062", "90186");
        assertThat(rejected)
                .hasMessageStartingWith("Apple rejected build 412 of version 1.4.2 (IOS): 90062 (")
                .hasMessageContaining("the version is not higher than the one that was approved last; raise")
                .hasMessageContaining("the version is closed for new builds, because it was approved; raise")
                .hasMessageEndingWith(".");
        assertThat(requests("POST")).hasSize(2);
    }

    @Test
    void theDailyLimitIsNotTriedAgain() throws IOException {
        answerState("FAILED", "errors", "90382", "Upload limit reached.");

        assertThatThrownBy(() -> uploads.build(ipa("1.4.2", "412")))
                .isInstanceOf(BuildRejectedException.class)
                .hasMessageContaining("upload tomorrow");
        assertThat(requests("POST")).hasSize(2);
    }

    @Test
    void warningsAreHandedOver() throws IOException {
        answerState("COMPLETE", "warnings", "90999", "Something to know.");

        UploadedBuild uploaded = uploads.build(ipa("1.4.2", "412"));

        assertThat(uploaded.warnings())
                .containsExactly(new UploadProblem("90999", "Something to know.", null))
                .isEqualTo(warnings);
    }

    @Test
    void aStateThatCannotBeReadForAWhileIsNoFailure() throws IOException {
        sandbox.on("GET", "/v1/buildUploads/{id}").failNext(8, 500);
        sandbox.on("GET", "/v1/builds/{id}").failNext(2, 404);

        assertThat(uploads.build(ipa("1.4.2", "412")).build().version()).isEqualTo("412");
    }

    @Test
    void aBuildForMacIsReadyWhenTestFlightIs() {
        TestPackages packages = new TestPackages(folder);
        packages.write(
                "PackageInfo",
                "<pkg-info><bundle path='./Weather.app' id='" + BUNDLE_ID
                        + "' CFBundleShortVersionString='1.0' CFBundleVersion='5'/></pkg-info>");
        Path file = packages.pkg("Weather.pkg");
        UploadedBuild first = uploads.build(file);
        sandbox.advanceTime(Duration.ofHours(1));
        ResourceObject detail =
                ResourceObject.of("buildBetaDetails", "d").attribute("internalBuildState", "PROCESSING");
        sandbox.on("GET", "/v1/builds/{id}")
                .answerNext(
                        Answer.json(200, Documents.one(build(first), detail)),
                        Answer.json(200, Documents.one(build(first), detail)));
        int reads = requests("GET").size();

        uploads.build(file, BuildOptions.uploadOnly().processedWithin(Duration.ofHours(1)));

        assertThat(requests("GET").stream()
                        .skip(reads)
                        .filter(each -> each.path().startsWith("/v1/builds/")))
                .hasSize(3);
        assertThat(requests("POST").get(1).text()).contains("\"com.apple.pkg\"");
        assertThat(requests("POST").get(0).text()).contains("\"MAC_OS\"");
    }

    @Test
    void anInvalidBuildIsRejected() throws IOException {
        Path file = ipa("1.4.2", "412");
        String id = uploads.build(file).build().id();
        Answer invalid = Answer.json(
                200, Documents.one(ResourceObject.of("builds", id).attribute("processingState", "INVALID")));
        sandbox.on("GET", "/v1/builds/{id}").answerNext(invalid, invalid);

        assertThatThrownBy(() -> uploads.build(
                        file, BuildOptions.uploadOnly().betaGroup("none").processedWithin(Duration.ZERO)))
                .isInstanceOf(UploadException.class);
        assertThatThrownBy(() -> uploads.build(file, BuildOptions.uploadOnly().processedWithin(Duration.ZERO)))
                .isInstanceOf(BuildRejectedException.class)
                .hasMessageContaining("without a reason");
    }

    private static ResourceObject build(UploadedBuild uploaded) {
        return ResourceObject.of("builds", uploaded.build().id())
                .attribute("processingState", "VALID")
                .toOne("buildBetaDetail", "buildBetaDetails", "d");
    }

    private static ResourceObject group(String id, String name, boolean everyBuild) {
        return ResourceObject.of("betaGroups", id)
                .attribute("name", name)
                .attribute("isInternalGroup", everyBuild)
                .attribute("hasAccessToAllBuilds", everyBuild)
                .toOne("app", "apps", "1");
    }

    private String reserve() {
        return sandbox.client()
                .buildUploads()
                .create(b -> b.app("1")
                        .platform(Platform.IOS)
                        .cfBundleShortVersionString("1.4.2")
                        .cfBundleVersion("412"))
                .execute()
                .id();
    }

    private void answerState(String state, String list, String code, String description) {
        ResourceObject upload = ResourceObject.of("buildUploads", "u")
                .attribute(
                        "state",
                        Map.of("state", state, list, List.of(Map.of("code", code, "description", description))));
        sandbox.on("GET", "/v1/buildUploads/{id}").answerNext(Answer.json(200, Documents.one(upload)));
    }

    private void requireRefusal(String plist, String problem) throws IOException {
        Path file = TestPackages.ipa(folder.resolve("Bad.ipa"), plist);
        assertThatThrownBy(() -> uploads.build(file)).hasMessageContaining(problem);
    }

    private static String plist(String bundleId, String version, String number) {
        return iosPlist(bundleId, version, number);
    }

    private Path ipa(String version, String number) throws IOException {
        return TestPackages.ipa(folder.resolve("Weather.ipa"), plist(BUNDLE_ID, version, number));
    }

    private List<RecordedRequest> requests(String method) {
        return sandbox.requests().stream()
                .filter(each -> each.method().equals(method))
                .toList();
    }
}
