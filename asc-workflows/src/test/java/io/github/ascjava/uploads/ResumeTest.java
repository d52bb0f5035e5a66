package io.github.ascjava.uploads;

import static io.github.ascjava.uploads.TestFiles.PART;
import static io.github.ascjava.uploads.TestFiles.PARTS;
import static io.github.ascjava.uploads.TestFiles.SCREENSHOT;
import static io.github.ascjava.uploads.TestFiles.SCREENSHOTS;
import static io.github.ascjava.uploads.TestFiles.SET;
import static io.github.ascjava.uploads.TestFiles.requests;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ascjava.client.model.appstore.AppScreenshot;
import io.github.ascjava.client.model.backgroundassets.BackgroundAssetUploadFile;
import io.github.ascjava.client.model.backgroundassets.BackgroundAssetUploadFileAssetType;
import io.github.ascjava.testing.ResourceObject;
import io.github.ascjava.testing.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import okio.ByteString;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Uploads that continue after a failure or a crash. */
class ResumeTest {

    private static final int SIZE = 5 * PART + 7;

    @TempDir
    Path folder;

    private final Sandbox sandbox = TestFiles.sandbox();
    private final List<String> notices = new ArrayList<>();
    private Path states;
    private Path file;
    private Uploads uploads;

    @BeforeEach
    void open() {
        states = folder.resolve("states");
        file = TestFiles.write(folder.resolve("home.bin"), SIZE);
        uploads = Uploads.builder(sandbox.client())
                .stateFolder(states)
                .parallelParts(1)
                .listener(new UploadListener() {
                    @Override
                    public void onNotice(String fileName, String notice) {
                        notices.add(notice);
                    }
                })
                .build();
    }

    @AfterEach
    void close() {
        sandbox.close();
    }

    /** Each stage of an upload, in a process of its own that is killed there. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            RESERVING  | 0 | 6 | 1 |
            SENDING    | 0 | 6 | 1 | 0 of 6 parts are sent
            SENDING    | 2 | 4 | 1 | 2 of 6 parts are sent
            COMMITTING | 6 | 0 | 1 | 6 of 6 parts are sent
            PROCESSING | 6 | 0 | 0 | has sent the file already
            """)
    void anUploadContinuesAfterItsProcessWasKilled(
            UploadStage stage, int partsDone, int partsLeft, int commits, String notice) throws Exception {
        if (stage == UploadStage.SENDING) {
            // Otherwise more parts may be done than the process knows of when it is killed.
            sandbox.on("PUT", "/asset-uploads/{id}/" + (partsDone + 1)).failNext(20, 503);
        }
        KilledUpload.run(sandbox, states, file, stage.name(), partsDone);
        sandbox.reset();
        List<Path> left = KilledUpload.files(states);
        KilledUpload.assertNoSecrets(left);

        AppScreenshot finished = upload();

        assertThat(left).hasSize(stage == UploadStage.RESERVING ? 0 : 1);
        assertThat(requests(sandbox, "PUT", PARTS)).hasSize(partsLeft);
        assertThat(requests(sandbox, "PATCH", SCREENSHOT)).hasSize(commits);
        assertThat(requests(sandbox, "POST", SCREENSHOTS)).hasSize(stage == UploadStage.RESERVING ? 1 : 0);
        assertThat(finished.sourceFileChecksum())
                .isEqualTo(ByteString.of(Files.readAllBytes(file)).md5().hex());
        assertThat(String.join(" ", notices)).contains(notice == null ? "" : notice);
        assertThat(KilledUpload.files(states)).isEmpty();
    }

    @Test
    void anUploadContinuesAfterItsHostWasDown() {
        failAfterTwoParts();
        sandbox.reset();

        upload();

        assertThat(requests(sandbox, "PUT", PARTS)).hasSize(4);
        assertThat(requests(sandbox, "POST", SCREENSHOTS)).isEmpty();
        assertThat(KilledUpload.files(states)).isEmpty();
    }

    @Test
    void aFileThatWasChangedIsReservedAnew() throws IOException {
        failAfterTwoParts();
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-11-01T00:00:00Z")));

        assertResumedAnew("The file was changed after its upload had begun");
    }

    /** A copy with the same size and time has other bytes. */
    @Test
    void aFileWithOtherBytesInTheFirstPartIsSentWhole() throws IOException {
        failAfterTwoParts();
        FileTime modified = Files.getLastModifiedTime(file);
        byte[] bytes = Files.readAllBytes(file);
        bytes[0]++;
        Files.write(file, bytes);
        Files.setLastModifiedTime(file, modified);
        sandbox.reset();

        AppScreenshot finished = upload();

        assertThat(requests(sandbox, "PUT", PARTS)).hasSize(6);
        assertThat(finished.sourceFileChecksum())
                .isEqualTo(ByteString.of(bytes).md5().hex());
    }

    @Test
    void aReservationThatIsGoneIsMadeAnew() {
        failAfterTwoParts();
        sandbox.client()
                .appScreenshotSets()
                .listAppScreenshots(SET)
                .forEach(each ->
                        sandbox.client().appScreenshots().delete(each.id()).execute());

        assertResumedAnew("no longer exists");
    }

    @Test
    void aFileThatAppleRejectedLeavesNoState() throws IOException {
        byte[] png = ByteString.decodeBase64(
                        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==")
                .toByteArray();
        Files.write(file, png);

        assertThatThrownBy(this::upload).isInstanceOf(FileRejectedException.class);
        assertThat(KilledUpload.files(states)).isEmpty();
    }

    /** For these, Apple itself says which parts it has. */
    @Test
    void partsThatAppleNamesAreNotSentAgain() {
        sandbox.add(ResourceObject.of("backgroundAssetVersions", "v-1"));
        sandbox.on("PUT", "/asset-uploads/{id}/4").failNext(20, 503);
        BackgroundAssetUploadFileAssetType type = BackgroundAssetUploadFileAssetType.ASSET;
        assertThatThrownBy(() -> uploads.backgroundAssets().file("v-1", type, file))
                .isInstanceOf(UploadException.class);
        // The state knows nothing of the parts, as if it had been written before them.
        forgetParts();
        sandbox.reset();

        BackgroundAssetUploadFile finished = uploads.backgroundAssets().file("v-1", type, file);

        assertThat(finished.id()).isNotEmpty();
        assertThat(requests(sandbox, "PUT", PARTS)).hasSize(3);
    }

    @Test
    void twoUploadsOfOneFileAtOnceShareNothing() {
        List<CompletableFuture<AppScreenshot>> both = Stream.of(1, 2)
                .map(i -> CompletableFuture.supplyAsync(this::upload))
                .toList();

        assertThat(both.stream().map(CompletableFuture::join).map(AppScreenshot::id))
                .doesNotHaveDuplicates();
        assertThat(requests(sandbox, "POST", SCREENSHOTS)).hasSize(2);
        assertThat(requests(sandbox, "PUT", PARTS)).hasSize(12);
        assertThat(KilledUpload.files(states)).isEmpty();
    }

    private AppScreenshot upload() {
        return uploads.appStore().screenshot(SET, file);
    }

    private void failAfterTwoParts() {
        sandbox.on("PUT", "/asset-uploads/{id}/3").failNext(20, 503);
        assertThatThrownBy(this::upload)
                .isInstanceOfSatisfying(
                        UploadException.class,
                        failure -> assertThat(failure.isResumable()).isTrue())
                .hasMessageContaining("Upload it again to continue where it stopped.");
        assertThat(requests(sandbox, "DELETE", SCREENSHOT)).isEmpty();
        KilledUpload.assertNoSecrets(KilledUpload.files(states));
    }

    private void assertResumedAnew(String notice) {
        sandbox.reset();

        upload();

        assertThat(requests(sandbox, "PUT", PARTS)).hasSize(6);
        assertThat(requests(sandbox, "POST", SCREENSHOTS)).hasSize(1);
        assertThat(notices).anyMatch(each -> each.contains(notice));
    }

    private void forgetParts() {
        for (Path state : KilledUpload.files(states)) {
            try {
                List<String> lines = Files.readAllLines(state).stream()
                        .filter(line -> !line.startsWith("first=") && !line.startsWith("last="))
                        .map(line -> line.startsWith("parts=") ? "parts=" : line)
                        .toList();
                Files.write(state, lines);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }
    }
}
