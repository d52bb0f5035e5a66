package io.github.ascjava.uploads;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ascjava.client.model.builds.Build;
import io.github.ascjava.client.model.builds.BuildUploadState;
import io.github.ascjava.testing.RecordedRequest;
import io.github.ascjava.testing.ResourceObject;
import io.github.ascjava.testing.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Build uploads that continue after a crash, and two at once. */
@Timeout(120)
class BuildResumeTest {

    private static final String BUNDLE_ID = "com.example.weather";
    private static final int PARTS = 4;

    @TempDir
    private Path folder;

    private final List<String> notices = Collections.synchronizedList(new ArrayList<>());
    private Path states;
    private Path file;
    private Sandbox sandbox;

    /** The size of the parts is that of the package, so that their number is known. */
    @BeforeEach
    void pack() throws IOException {
        states = folder.resolve("states");
        file = TestPackages.ipa(folder.resolve("Weather.ipa"), TestPackages.iosPlist(BUNDLE_ID, "1.4.2", "412"));
        sandbox = Sandbox.builder()
                .empty()
                .requestsPerHour(0)
                .uploadPartBytes((int) ((Files.size(file) + PARTS - 1) / PARTS))
                .start();
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

    /** Each stage of an upload, in a process of its own that is killed there. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            RESERVING  | 0 | 4 | 1 |
            SENDING    | 0 | 4 | 1 | 0 of 4 parts are sent
            SENDING    | 2 | 2 | 1 | 2 of 4 parts are sent
            COMMITTING | 4 | 0 | 1 | 4 of 4 parts are sent
            PROCESSING | 4 | 0 | 0 | has sent the file already
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

        UploadedBuild uploaded = uploads(UploadListener.NONE).build(file);

        int reservations = stage == UploadStage.RESERVING ? 1 : 0;
        assertThat(left).hasSize(1 - reservations);
        assertThat(requests("PUT")).hasSize(partsLeft);
        assertThat(requests("PATCH")).hasSize(commits);
        assertThat(requests("POST")).hasSize(2 * reservations);
        assertThat(requests("DELETE")).isEmpty();
        assertThat(uploaded.build().version()).isEqualTo("412");
        assertThat(builds()).hasSize(1);
        assertThat(String.join(" ", notices)).contains(notice == null ? "" : notice);
        assertThat(KilledUpload.files(states)).isEmpty();
    }

    /** Nothing is uploaded, and the state would stay for ever. */
    @Test
    void theStateOfABuildThatAppleHasIsForgotten() throws Exception {
        KilledUpload.run(sandbox, states, file, UploadStage.PROCESSING.name(), PARTS);
        assertThat(KilledUpload.files(states)).hasSize(1);
        sandbox.reset();
        sandbox.advanceTime(Duration.ofHours(1));

        uploads(UploadListener.NONE).build(file);

        assertThat(notices).singleElement().asString().startsWith("An earlier run has sent this file already");
        assertThat(requests("POST")).isEmpty();
        assertThat(KilledUpload.files(states)).isEmpty();
    }

    /** The build upload is there, its file is not, and nothing says that the process has ended. */
    @Test
    void aBuildUploadWithoutAFileIsLeftAloneForAnHour() throws Exception {
        KilledUpload.run(sandbox, states, file, "/v1/buildUploadFiles", 0);
        assertThat(KilledUpload.files(states)).isEmpty();

        uploads(UploadListener.NONE).build(file);
        assertThat(builds()).hasSize(1);
        assertThat(notices).singleElement().asString().contains("was begun less than an hour ago", "left alone");
    }

    @Test
    void aBuildUploadWithoutAFileIsDeletedAfterAnHour() throws Exception {
        KilledUpload.run(sandbox, states, file, "/v1/buildUploadFiles", 0);
        sandbox.advanceTime(Duration.ofHours(2));

        uploads(UploadListener.NONE).build(file);
        assertThat(builds()).hasSize(1);
        assertThat(sandbox.client().apps().listBuildUploads("1")).hasSize(1);
    }

    /** Apple takes the reservations of both, and one of the two builds. */
    @Test
    void ofTwoUploadsAtOnceOneIsTheBuild() {
        CyclicBarrier bothAreReserved = new CyclicBarrier(2);
        List<CompletableFuture<UploadedBuild>> both = Stream.of(1, 2)
                .map(i -> CompletableFuture.supplyAsync(
                        () -> uploads(new Meeting(bothAreReserved)).build(file)))
                .toList();

        List<Throwable> failures = new ArrayList<>();
        for (CompletableFuture<UploadedBuild> each : both) {
            try {
                assertThat(each.join().build().version()).isEqualTo("412");
            } catch (CompletionException e) {
                failures.add(e.getCause());
            }
        }

        assertThat(failures)
                .singleElement()
                .isInstanceOfSatisfying(
                        BuildRejectedException.class,
                        rejected -> assertThat(rejected.problems())
                                .extracting(UploadProblem::code)
                                .containsExactly("90189"));
        assertThat(builds()).hasSize(1);
        assertThat(requests("PUT")).hasSize(2 * PARTS);
        assertThat(sandbox.client().apps().listBuildUploads("1"))
                .extracting(BuildSlot::state)
                .containsExactlyInAnyOrder(BuildUploadState.COMPLETE, BuildUploadState.FAILED);
        assertThat(KilledUpload.files(states)).isEmpty();
    }

    private Uploads uploads(UploadListener progress) {
        return Uploads.builder(sandbox.client())
                .stateFolder(states)
                .parallelParts(1)
                .listener(new UploadListener() {
                    @Override
                    public void onProgress(UploadProgress now) {
                        progress.onProgress(now);
                    }

                    @Override
                    public void onNotice(String fileName, String notice) {
                        notices.add(notice);
                    }
                })
                .build();
    }

    private List<Build> builds() {
        return sandbox.client().builds().list().toList();
    }

    private List<RecordedRequest> requests(String method) {
        return sandbox.requests().stream()
                .filter(each -> each.method().equals(method))
                .toList();
    }

    /** Lets an upload send its first part when the other one may do so, too. */
    private static final class Meeting implements UploadListener {

        private final CyclicBarrier barrier;
        private boolean hasMet;

        Meeting(CyclicBarrier barrier) {
            this.barrier = barrier;
        }

        @Override
        public void onProgress(UploadProgress progress) {
            if (progress.stage() == UploadStage.SENDING && !hasMet) {
                hasMet = true;
                try {
                    barrier.await();
                } catch (InterruptedException | BrokenBarrierException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
    }
}
