package io.github.ascjava.uploads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ascjava.client.model.appstore.AppScreenshot;
import io.github.ascjava.testing.RecordedRequest;
import io.github.ascjava.testing.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Synchronizations that continue what an earlier run has begun. */
class AssetSyncResumeTest extends FolderSyncTest {

    private static final int PART = 100;

    @TempDir
    Path states;

    private final List<String> notices = Collections.synchronizedList(new ArrayList<>());

    AssetSyncResumeTest() {
        super(Sandbox.builder().uploadPartBytes(PART));
    }

    @Test
    void whatAnEarlierRunHasBegunIsContinued() throws IOException {
        screenshot("en-US", "1.png", 1);
        Path second = screenshot("en-US", "2.png", 2);
        failAtSecondPart();
        String begun = id("2.png");
        sandbox.reset();

        SyncPlan plan = plan();
        assertThat(plan.describe()).isEqualTo("en-US " + TYPE + ": continues 1.png 2.png, sets the order, keeps 0");
        assertThat(plan.uploads()).isEqualTo(2);
        assertThat(plan.removals()).isZero();
        apply(plan);

        assertThat(names("en-US")).containsExactly("1.png", "2.png");
        assertThat(id("2.png")).isEqualTo(begun);
        assertThat(requests("DELETE")).isEmpty();
        assertThat(requests("PUT").stream().filter(each -> each.path().contains(begun)))
                .hasSize((int) ((Files.size(second) - 1) / PART));
        assertThat(notices).hasSize(2).allMatch(notice -> notice.contains("1 of "));
        assertThat(stateFiles()).isEmpty();
        assertThat(plan().isChanged()).isFalse();
    }

    @Test
    void aFileThatWasChangedSinceIsUploadedAnew() throws IOException {
        Path file = screenshot("en-US", "1.png", 1);
        failAtSecondPart();
        String begun = id("1.png");
        sandbox.reset();
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-11-01T00:00:00Z")));

        SyncPlan plan = plan();
        assertThat(plan.describe()).isEqualTo("en-US " + TYPE + ": uploads 1.png, deletes 1.png, keeps 0");
        apply(plan);

        assertThat(names("en-US")).containsExactly("1.png");
        assertThat(id("1.png")).isNotEqualTo(begun);
    }

    /** Without its state, a reservation is one of many that hold no file. */
    @Test
    void aReservationThatNobodyKnowsIsReplaced() throws IOException {
        screenshot("en-US", "1.png", 1);
        failAtSecondPart();
        for (Path state : stateFiles()) {
            Files.delete(state);
        }
        sandbox.reset();

        assertThat(plan().describe()).isEqualTo("en-US " + TYPE + ": uploads 1.png, deletes 1.png, keeps 0");
    }

    /** The run ended before it saw that Apple accepted the file, so its state is still there. */
    @Test
    void theStateOfAFileThatAppleHasIsForgotten() throws IOException {
        screenshot("en-US", "1.png", 1);
        assertThatThrownBy(() ->
                        uploads(new Failing(UploadStage.PROCESSING)).sync().apply(plan(), SyncListener.NONE))
                .hasMessage("ended");
        assertThat(stateFiles()).hasSize(1);

        assertThat(plan().isChanged()).isFalse();
        assertThat(stateFiles()).isEmpty();
    }

    @Test
    void theProgressOfEachFileIsToldWithItsSet() {
        screenshot("en-US", "1.png", 1);
        screenshot("de-DE", "1.png", 2);
        List<String> told = Collections.synchronizedList(new ArrayList<>());

        uploads(UploadListener.NONE).sync().apply(plan(), new SyncListener() {
            @Override
            public UploadListener uploadListener(SyncSet set, SyncFile file, UploadListener usual) {
                assertThat(usual).isSameAs(UploadListener.NONE);
                return new UploadListener() {
                    @Override
                    public void onProgress(UploadProgress progress) {
                        if (progress.stage() == UploadStage.COMPLETE) {
                            told.add(set.locale() + " " + progress.fileName());
                        }
                    }
                };
            }
        });

        assertThat(told).containsExactlyInAnyOrder("en-US 1.png", "de-DE 1.png");
    }

    private void failAtSecondPart() {
        sandbox.on("PUT", "/asset-uploads/{id}/2").failNext(100, 503);
        assertThatThrownBy(() -> apply(plan())).isInstanceOf(UploadException.class);
        notices.clear();
    }

    private Uploads uploads(UploadListener listener) {
        return Uploads.builder(sandbox.client())
                .stateFolder(states)
                .parallelParts(1)
                .listener(listener)
                .build();
    }

    private SyncPlan plan() {
        return uploads(UploadListener.NONE).sync().plan(VERSION, folder);
    }

    private void apply(SyncPlan plan) {
        uploads(new UploadListener() {
                    @Override
                    public void onNotice(String fileName, String notice) {
                        notices.add(notice);
                    }
                })
                .sync()
                .apply(plan, SyncListener.NONE);
    }

    private String id(String name) {
        return screenshots("en-US").stream()
                .filter(file -> name.equals(Objects.requireNonNull(file.fileName())))
                .map(AppScreenshot::id)
                .findFirst()
                .orElseThrow();
    }

    private List<RecordedRequest> requests(String method) {
        return sandbox.requests().stream()
                .filter(each -> each.method().equals(method))
                .toList();
    }

    private List<Path> stateFiles() throws IOException {
        try (Stream<Path> files = Files.list(states)) {
            return files.toList();
        }
    }

    /** Ends an upload at a stage. */
    private record Failing(UploadStage stage) implements UploadListener {

        @Override
        public void onProgress(UploadProgress progress) {
            if (progress.stage() == stage) {
                throw new IllegalStateException("ended");
            }
        }
    }
}
