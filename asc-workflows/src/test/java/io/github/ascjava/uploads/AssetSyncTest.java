package io.github.ascjava.uploads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.ascjava.client.AppStoreConnect;
import io.github.ascjava.client.call.Sleeper;
import io.github.ascjava.testing.RecordedRequest;
import io.github.ascjava.testing.Sandbox;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AssetSyncTest extends FolderSyncTest {

    private final AssetSync sync = Uploads.of(sandbox.client()).sync();

    AssetSyncTest() {
        super(Sandbox.builder());
    }

    @Test
    void aSetHasTheFilesOfTheFolderInTheOrderOfTheirNames() {
        for (int i = 1; i <= 4; i++) {
            screenshot("en-US", i + ".png", i);
        }
        screenshot("de-DE", "1.png", 9);
        apply();
        assertThat(names("en-US")).containsExactly("1.png", "2.png", "3.png", "4.png");
        assertThat(names("de-DE")).containsExactly("1.png");
    }

    @Test
    void aSecondRunChangesNothing() {
        screenshot("en-US", "1.png", 1);
        screenshot("en-US", "2.png", 2);
        apply();
        int before = sandbox.requests().size();
        SyncPlan plan = plan();
        sync.apply(plan, SyncListener.NONE);

        assertThat(plan.isChanged()).isFalse();
        assertThat(plan.describe()).isEmpty();
        assertThat(sandbox.requests().subList(before, sandbox.requests().size()))
                .extracting(RecordedRequest::method)
                .containsExactly("GET", "GET");
    }

    @Test
    void onlyWhatDiffersIsUploadedAndDeleted() throws IOException {
        Path first = screenshot("en-US", "1.png", 1);
        screenshot("en-US", "2.png", 2);
        apply();
        List<String> before = ids("en-US");
        Files.move(first, first.resolveSibling("3.png"));
        screenshot("en-US", "2.png", 7);

        SyncPlan plan = plan();
        assertThat(plan.describe())
                .isEqualTo("en-US " + TYPE + ": uploads 2.png, deletes 2.png, sets the order, keeps 1");
        assertThat(plan).isEqualTo(plan());
        sync.apply(plan, SyncListener.NONE);
        assertThat(ids("en-US")).hasSize(2).contains(before.get(0)).doesNotContain(before.get(1));
        assertThat(ids("en-US").get(1)).isEqualTo(before.get(0));
    }

    /** A new version has the screenshots of the previous one. */
    @Test
    void newFilesAreAcceptedBeforeOldOnesAreDeleted() {
        IntStream.rangeClosed(1, 3).forEach(i -> screenshot("en-US", i + ".png", i));
        apply();
        IntStream.rangeClosed(1, 3).forEach(i -> screenshot("en-US", i + ".png", 10 + i));
        int before = sandbox.requests().size();
        apply();
        List<String> writes = writes(before);
        assertThat(writes.indexOf("DELETE")).isGreaterThan(writes.lastIndexOf("POST"));
        assertThat(names("en-US")).containsExactly("1.png", "2.png", "3.png");
    }

    @Test
    void aFullSetLosesOnlyAsManyFilesAsNeededBeforeTheUploads() {
        IntStream.rangeClosed(0, 9).forEach(i -> screenshot("en-US", i + ".png", i));
        apply();
        IntStream.rangeClosed(0, 1).forEach(i -> screenshot("en-US", i + ".png", 20 + i));
        SyncPlan plan = plan();
        assertThat(plan.sets().get(0).removals())
                .hasSize(2)
                .extracting(SyncRemoval::isBeforeUploads)
                .containsExactly(true, true);
        assertThat(plan.describe()).contains("deletes 1.png 0.png first, because the set is full, uploads 0.png 1.png");
        sync.apply(plan, SyncListener.NONE);
        assertThat(names("en-US")).hasSize(10).startsWith("0.png", "1.png");
        assertThat(plan().isChanged()).isFalse();
    }

    @Test
    void filesThatWaitForTheirProcessingDoNotHoldUpOthers() {
        int files = 20;
        IntStream.range(0, files / 2).forEach(i -> {
            screenshot("en-US", i + ".png", i);
            screenshot("de-DE", i + ".png", i);
        });
        Sleeper usual = Objects.requireNonNull(sandbox.client().options().sleeper());
        AtomicInteger waiting = new AtomicInteger();
        CompletableFuture<Void> allWait = new CompletableFuture<>();
        Sleeper together = time -> {
            if (waiting.incrementAndGet() == files) {
                allWait.complete(null);
            }
            return allWait.thenCompose(done -> usual.sleep(time));
        };
        try (AppStoreConnect asc =
                sandbox.clientBuilder().options(o -> o.sleeper(together)).build()) {
            Uploads.of(asc).sync().apply(plan(), SyncListener.NONE);
        }
        assertThat(names("en-US")).hasSize(files / 2);
        assertThat(names("de-DE")).hasSize(files / 2);
    }

    @Test
    void aFailedUploadLeavesWhatWasThereAndTheNextRunCompletesIt() {
        screenshot("en-US", "1.png", 1);
        screenshot("de-DE", "1.png", 2);
        apply();
        List<String> before = ids("en-US");
        Path alpha = folder.resolve("en-US/1.png");
        Images.writeWithAlpha(alpha, WIDTH, HEIGHT);
        screenshot("de-DE", "1.png", 3);

        assertThatThrownBy(this::apply).isInstanceOf(FileRejectedException.class);
        assertThat(ids("en-US")).containsAll(before);
        assertThat(plan().sets())
                .filteredOn(set -> set.locale().equals("de-DE"))
                .noneMatch(SyncSet::isChanged);
        assertThat(plan().uploads()).isEqualTo(1);
        screenshot("en-US", "1.png", 4);
        apply();
        assertThat(names("en-US")).containsExactly("1.png");
        assertThat(ids("en-US")).doesNotContainAnyElementsOf(before);
    }

    @Test
    void everyProblemOfAFolderIsFoundBeforeAnythingChanges() throws IOException {
        IntStream.rangeClosed(0, 10).forEach(i -> screenshot("en-US", i + ".png", i));
        Images.write(folder.resolve("de-DE/tiny.png"), 100, 100, 1);
        Images.write(folder.resolve("de-DE/pad.jpg"), 2048, 2732, 1);
        Images.write(folder.resolve("de-DE/APP_IPHONE_67/old.png"), 1284, 2778, 1);
        Images.write(folder.resolve("xx-XX/1.png"), WIDTH, HEIGHT, 1);
        TestFiles.write(folder.resolve("de-DE/clip.mov"), 10);
        Videos.write(folder.resolve("de-DE/IPHONE_67/long.mov"), 1920, 1080, 30.5);
        Videos.write(folder.resolve("de-DE/DESKTOP/turned.mp4"), 1080, 1920, 14.9);
        TestFiles.write(folder.resolve("de-DE/IPHONE_67/broken.m4v"), 10);
        TestFiles.write(folder.resolve("de-DE/broken.png"), 10);
        TestFiles.write(folder.resolve("de-DE/empty.png"), 0);

        AssetFolderException refused =
                Objects.requireNonNull(catchThrowableOfType(AssetFolderException.class, this::plan));
        assertThat(refused.problems())
                .containsExactlyInAnyOrder(
                        "en-US has 11 screenshots for " + TYPE + ", but a set holds 10 at most. Remove 1.",
                        "de-DE/tiny.png has 100x100 pixels, which no known display takes. Export it in another size, or move"
                                + " it into a folder named by its display type.",
                        "de-DE/pad.jpg has 2048x2732 pixels, which APP_IPAD_PRO_3GEN_129 and APP_IPAD_PRO_129 take. Move it"
                                + " into a folder named by one of them, such as de-DE/APP_IPAD_PRO_3GEN_129.",
                        "de-DE/APP_IPHONE_67/old.png has 1284x2778 pixels. APP_IPHONE_67 takes 1260x2736, 2736x1260,"
                                + " 1290x2796, 2796x1290, 1320x2868, 2868x1320.",
                        "The version has no localization xx-XX. Add it first, or rename the folder xx-XX.",
                        "de-DE/clip.mov does not say for which display it is. Move it into a folder named by the preview"
                                + " type, such as de-DE/IPHONE_67.",
                        "de-DE/IPHONE_67/long.mov has 1920x1080 pixels. IPHONE_67 takes 886x1920, 1920x886.",
                        "de-DE/IPHONE_67/long.mov is 30.50 seconds long. Apple takes previews of 15 to 30 seconds.",
                        "de-DE/DESKTOP/turned.mp4 has 1080x1920 pixels. DESKTOP takes 1920x1080.",
                        "de-DE/DESKTOP/turned.mp4 is 14.90 seconds long. Apple takes previews of 15 to 30 seconds.",
                        "de-DE/IPHONE_67/broken.m4v is not a readable QuickTime or MPEG-4 video. Export it again.",
                        "de-DE/broken.png is not a readable PNG or JPEG file. Export it again.",
                        "de-DE/empty.png is empty. Export it again.");
        assertThat(sandbox.requests()).extracting(RecordedRequest::method).containsOnly("GET");
    }

    @Test
    void aFolderNamesTheDisplayTypeOfScreenshotsAndPreviews() {
        Images.write(folder.resolve("en-US/APP_IPAD_PRO_3GEN_129/a.jpg"), 2048, 2732, 1);
        Images.write(folder.resolve("en-US/IPHONE_DUO/b.png"), 1398, 2034, 1);
        Videos.write(folder.resolve("en-US/IPHONE_DUO/c.mov"), 886, 1920, 20);
        apply();
        assertThat(sets("en-US"))
                .extracting(set -> String.valueOf(set.screenshotDisplayType()))
                .containsExactlyInAnyOrder("APP_IPAD_PRO_3GEN_129", "APP_IPHONE_DUO");
        assertThat(sandbox.client()
                        .appStoreVersionLocalizations()
                        .listAppPreviewSets("en-US")
                        .toList())
                .extracting(set -> String.valueOf(set.previewType()))
                .containsExactly("IPHONE_DUO");
        assertThat(plan().isChanged()).isFalse();
    }

    @Test
    void alphaChannelsAndOtherFilesAreWarnedAbout() throws IOException {
        Images.writeWithAlpha(folder.resolve("en-US/1.png"), WIDTH, HEIGHT);
        Files.writeString(folder.resolve("en-US/title.strings"), "x");
        Files.writeString(folder.resolve("en-US/.DS_Store"), "x");
        assertThat(plan().warnings())
                .containsExactly(
                        "en-US/1.png has an alpha channel, for which Apple rejects most screenshots. Save it without.",
                        "en-US/title.strings is ignored: it is neither a screenshot (.png, .jpg) nor a preview (.mov, .m4v,"
                                + " .mp4).");
    }

    @Test
    void previewsThatAppleMayRejectAreWarnedAbout() {
        Videos.write(
                folder.resolve("en-US/IPHONE_67/silent.mov"), Videos.movie(20, Videos.video(886, 1920, 20, false)));
        Videos.write(folder.resolve("en-US/IPHONE_67/short.mov"), 886, 1920, 15);
        assertThat(plan().warnings())
                .containsExactlyInAnyOrder(
                        "en-US/IPHONE_67/silent.mov has no sound, for which Apple rejects previews. Add a silent stereo"
                                + " track.",
                        "en-US/IPHONE_67/short.mov is 15.00 seconds long, which Apple may measure as too short. Make it"
                                + " at least 15.5 seconds long.");
    }

    @Test
    void aPreviewIsAtMost500MegabytesLarge() throws IOException {
        Path file = Videos.write(folder.resolve("en-US/IPHONE_67/large.mov"), 886, 1920, 20);
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.seek(sparse.length());
            sparse.writeInt(600_000_000);
            sparse.writeBytes("free");
            sparse.setLength(sparse.length() - 8 + 600_000_000);
        }
        assertThatThrownBy(this::plan)
                .isInstanceOfSatisfying(
                        AssetFolderException.class,
                        refused -> assertThat(refused.problems())
                                .containsExactly("en-US/IPHONE_67/large.mov has 600 MB. Apple takes previews of up to"
                                        + " 500 MB."));
    }

    /** Three requests for each file and its part; lists, one at a time, are read while Apple checks the files. */
    @Test
    void aScreenshotTakesThreeRequests() {
        for (String locale : List.of("en-US", "de-DE")) {
            IntStream.rangeClosed(0, 9).forEach(i -> screenshot(locale, i + ".png", i));
        }
        SyncPlan plan = plan();
        int before = sandbox.requests().size();
        sync.apply(plan, SyncListener.NONE);
        assertThat(writes(before)).filteredOn("POST"::equals).hasSize(2 + 20);
        assertThat(writes(before)).filteredOn("PUT"::equals).hasSize(20);
        assertThat(writes(before)).filteredOn("PATCH"::equals).hasSize(20 + 2);
        assertThat(writes(before)).hasSize(2 + 3 * 20 + 2);
    }

    private SyncPlan plan() {
        return sync.plan(VERSION, folder);
    }

    private void apply() {
        sync.apply(plan(), SyncListener.NONE);
    }
}
