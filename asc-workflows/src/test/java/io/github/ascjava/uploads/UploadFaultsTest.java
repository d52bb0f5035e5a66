package io.github.ascjava.uploads;

import static io.github.ascjava.uploads.TestFiles.LIST;
import static io.github.ascjava.uploads.TestFiles.PART;
import static io.github.ascjava.uploads.TestFiles.PARTS;
import static io.github.ascjava.uploads.TestFiles.SCREENSHOT;
import static io.github.ascjava.uploads.TestFiles.SCREENSHOTS;
import static io.github.ascjava.uploads.TestFiles.SET;
import static io.github.ascjava.uploads.TestFiles.requests;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ascjava.client.error.ConnectionException;
import io.github.ascjava.client.model.appstore.AppScreenshot;
import io.github.ascjava.testing.Answer;
import io.github.ascjava.testing.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import okio.ByteString;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of an upload if something fails at one of its stages. */
class UploadFaultsTest {

    /** An image with one pixel and an alpha channel. */
    private static final ByteString PNG = ByteString.decodeBase64(
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    @TempDir
    Path folder;

    private final Sandbox sandbox = TestFiles.sandbox();
    private final List<String> notices = new ArrayList<>();
    private final Uploads uploads = Uploads.builder(sandbox.client())
            .listener(new UploadListener() {
                @Override
                public void onNotice(String fileName, String notice) {
                    notices.add(notice);
                }
            })
            .build();

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void aReservationWhoseResponseIsLostIsNotRepeated() {
        sandbox.on("POST", SCREENSHOTS).dropNextResponse();

        assertThatThrownBy(this::upload).isInstanceOf(ConnectionException.class);
        assertThat(requests(sandbox, "POST", SCREENSHOTS)).hasSize(1);
    }

    @Test
    void partsAreSentAgainAfterFaults() throws IOException {
        sandbox.on("PUT", PARTS).failNext(503);
        sandbox.on("PUT", PARTS).resetNext();
        sandbox.on("PUT", PARTS).dropNextResponse();

        AppScreenshot finished = upload();

        assertThat(TestFiles.received(sandbox, finished.id())).isEqualTo(bytes());
        assertThat(requests(sandbox, "PUT", PARTS)).hasSizeGreaterThan(3);
        assertThat(notices).isEmpty();
    }

    @Test
    void aCommitWhoseResponseIsLostIsReadBackAndNotRepeated() {
        sandbox.on("PATCH", SCREENSHOT).dropNextResponse();

        assertThat(upload().id()).isNotEmpty();
        assertThat(requests(sandbox, "PATCH", SCREENSHOT)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 503})
    void aCommitThatDidNotWorkIsRepeatedAfterItWasReadBack(int status) {
        sandbox.on("PATCH", SCREENSHOT).failNext(status);
        sandbox.on("GET", SCREENSHOT).failNext(6, 500);

        assertThat(upload().id()).isNotEmpty();
        assertThat(requests(sandbox, "PATCH", SCREENSHOT)).hasSize(2);
    }

    @Test
    void readErrorsAfterTheDeliveryAreNoFailure() {
        sandbox.on("GET", LIST).failNext(12, 500);

        assertThat(upload().id()).isNotEmpty();
        assertThat(requests(sandbox, "POST", SCREENSHOTS)).hasSize(1);
    }

    @Test
    void aFileThatIsNotFinishedInTimeIsNotToBeSentAgain() {
        sandbox.on("GET", LIST).failNext(100, 500);
        Uploads impatient = Uploads.builder(sandbox.client())
                .processingTimeout(Duration.ofSeconds(3))
                .build();

        assertThatThrownBy(() -> impatient.appStore().screenshot(SET, file()))
                .isInstanceOf(StillProcessingException.class)
                .hasMessageContaining("within 3 seconds")
                .hasMessageContaining("no need to upload the file again");
        assertThat(requests(sandbox, "DELETE", SCREENSHOT)).isEmpty();
    }

    @Test
    void aRejectedFileIsExplained() throws IOException {
        Path png = Files.write(folder.resolve("small.png"), PNG.toByteArray());

        assertThatThrownBy(() -> uploads.appStore().screenshot(SET, png))
                .isInstanceOfSatisfying(FileRejectedException.class, rejected -> {
                    assertThat(rejected.resourceId()).isNotEmpty();
                    assertThat(rejected.problems())
                            .extracting(UploadProblem::code)
                            .containsExactly("IMAGE_INCORRECT_DIMENSIONS", "IMAGE_ALPHA_NOT_ALLOWED");
                })
                .hasMessageStartingWith("Apple rejected small.png: IMAGE_INCORRECT_DIMENSIONS: the size in pixels")
                .hasMessageContaining("save it as 24-bit RGB or as JPEG")
                .hasMessageContaining("Delete appScreenshots ");
    }

    @Test
    void expiredUrlsAreReplacedByANewReservation() throws IOException {
        sandbox.on("PUT", PARTS)
                .answerNext(Answer.of(403, "application/xml", "<Error><Code>AccessDenied</Code></Error>"));

        AppScreenshot finished = upload();

        assertThat(requests(sandbox, "POST", SCREENSHOTS)).hasSize(2);
        assertThat(requests(sandbox, "DELETE", SCREENSHOT)).hasSize(1);
        assertThat(TestFiles.received(sandbox, finished.id())).isEqualTo(bytes());
        assertThat(notices)
                .singleElement()
                .asString()
                .contains("403", "is replaced by a new reservation")
                .doesNotContain("Signature");
    }

    @Test
    void aHostThatTakesNoPartOfThisSizeEndsTheUpload() {
        for (int i = 0; i < 50; i++) {
            sandbox.on("PUT", PARTS).answerNext(Answer.of(413, "text/plain", "too large"));
        }

        assertThatThrownBy(this::upload)
                .isInstanceOf(UploadException.class)
                .hasMessageStartingWith("home.bin could not be sent.")
                .hasMessageContaining("413");
        assertThat(requests(sandbox, "POST", SCREENSHOTS)).hasSize(3);
        assertThat(requests(sandbox, "DELETE", SCREENSHOT)).hasSize(3);
    }

    @Test
    void anInterruptCancelsTheUploadAndDeletesItsReservation() {
        Uploads interrupted = uploads.withListener(new UploadListener() {
            @Override
            public void onProgress(UploadProgress progress) {
                if (progress.stage() == UploadStage.SENDING) {
                    Thread.currentThread().interrupt();
                }
            }
        });

        assertThatThrownBy(() -> interrupted.appStore().screenshot(SET, file()))
                .isInstanceOf(CancellationException.class)
                .hasMessage("The upload of home.bin was canceled.");
        assertThat(Thread.interrupted()).isTrue();
        assertThat(requests(sandbox, "DELETE", SCREENSHOT)).hasSize(1);
    }

    @Test
    void aListenerThatThrowsEndsTheUpload() {
        Uploads failing = uploads.withListener(new UploadListener() {
            @Override
            public void onProgress(UploadProgress progress) {
                if (progress.partsDone() > 0) {
                    throw new IllegalStateException("of the listener");
                }
            }
        });

        assertThatThrownBy(() -> failing.appStore().screenshot(SET, file()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("of the listener");
        assertThat(requests(sandbox, "DELETE", SCREENSHOT)).hasSize(1);
    }

    @Test
    void progressEndsWithAllBytesAndParts() {
        List<UploadProgress> seen = new ArrayList<>();
        uploads.withListener(new UploadListener() {
                    @Override
                    public void onProgress(UploadProgress progress) {
                        seen.add(progress);
                    }
                })
                .appStore()
                .screenshot(SET, file());

        assertThat(seen).extracting(UploadProgress::stage).containsSubsequence(UploadStage.values());
        assertThat(seen).isSortedAccordingTo((a, b) -> Long.compare(a.bytesSent(), b.bytesSent()));
        UploadProgress last = seen.get(seen.size() - 1);
        assertThat(last.fileName()).isEqualTo("home.bin");
        assertThat(last.bytesSent()).isEqualTo(last.bytesTotal()).isEqualTo(3 * PART + 5);
        assertThat(last.partsDone()).isEqualTo(last.parts()).isEqualTo(4);
    }

    private AppScreenshot upload() {
        return uploads.appStore().screenshot(SET, file());
    }

    private Path file() {
        return TestFiles.write(folder.resolve("home.bin"), 3 * PART + 5);
    }

    private ByteString bytes() throws IOException {
        return ByteString.of(Files.readAllBytes(file()));
    }
}
