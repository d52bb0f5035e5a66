package io.github.ascjava.signing.store;

import static io.github.ascjava.signing.store.StoreFailures.assertFails;
import static io.github.ascjava.signing.store.TestStore.CERTIFICATE_PATH;
import static io.github.ascjava.signing.store.TestStore.KEY_PATH;
import static io.github.ascjava.signing.store.TestStore.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.ascjava.signing.store.StoreException.Reason;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkingFolderTest {

    private static final String PROFILE_PATH = "profiles/app.mobileprovision";

    @TempDir
    Path base;

    private Path folder = Path.of("unset");
    private WorkingFolder working = WorkingFolder.of(folder);

    @SuppressWarnings("NullAway.Init")
    private SigningStore store;

    @BeforeEach
    void open() throws IOException {
        folder = base.resolve("signing");
        working = WorkingFolder.of(folder);
        store = TestStore.create(base.resolve("store")).open();
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aPullWritesAllFilesForTheirOwnerOnly() throws IOException {
        assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"), "needs POSIX permissions");

        assertThat(working.pull(store, false).changed()).containsExactly(CERTIFICATE_PATH, KEY_PATH, PROFILE_PATH);

        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.toList()) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(each)))
                        .isEqualTo(Files.isDirectory(each) ? "rwx------" : "rw-------");
            }
        }
        assertThat(folder.resolve(PROFILE_PATH)).hasContent("profile 1");
    }

    @Test
    void aSecondPullBringsWhatIsNewerAndLeavesWhatWasChangedHere() throws IOException {
        working.pull(store, false);
        store.push(changes -> changes.put(CERTIFICATE_PATH, text("certificate 2")));
        Files.writeString(folder.resolve(KEY_PATH), "key 2");
        Files.delete(folder.resolve(PROFILE_PATH));

        assertThat(working.pull(store, false))
                .isEqualTo(new WorkingFolder.Result(List.of(CERTIFICATE_PATH, PROFILE_PATH), List.of(KEY_PATH)));

        assertThat(folder.resolve(CERTIFICATE_PATH)).hasContent("certificate 2");
        assertThat(folder.resolve(KEY_PATH)).hasContent("key 2");
        assertThat(working.push(store, false).changed()).containsExactly(KEY_PATH);
    }

    @Test
    void whereBothSidesChangedNothingIsPulledUnlessTold() throws IOException {
        working.pull(store, false);
        store.push(changes -> changes.put(KEY_PATH, text("key 2")).put(CERTIFICATE_PATH, text("certificate 2")));
        Files.writeString(folder.resolve(KEY_PATH), "key 3");

        assertFails(() -> working.pull(store, false), Reason.CONFLICT)
                .hasMessageContaining("Nothing was pulled")
                .hasMessageContaining(KEY_PATH);
        assertThat(folder.resolve(CERTIFICATE_PATH)).hasContent("certificate 1");

        assertThat(working.pull(store, true).changed()).containsExactly(CERTIFICATE_PATH, KEY_PATH);
        assertThat(folder.resolve(KEY_PATH)).hasContent("key 2");
    }

    @Test
    void aPushDoesNotReplaceWhatIsNewerInTheStore() throws IOException {
        working.pull(store, false);
        store.push(changes -> changes.put(KEY_PATH, text("key 2")));
        Files.writeString(folder.resolve(CERTIFICATE_PATH), "certificate 2");

        assertThat(working.push(store, false))
                .isEqualTo(new WorkingFolder.Result(List.of(CERTIFICATE_PATH), List.of(KEY_PATH)));
        assertThat(store.read(KEY_PATH)).isEqualTo(text("key 2"));
    }

    @Test
    void whereBothSidesChangedNothingIsPushedUnlessTold() throws IOException {
        working.pull(store, false);
        store.push(changes -> changes.put(KEY_PATH, text("key 2")));
        Files.writeString(folder.resolve(KEY_PATH), "key 3");
        Files.writeString(folder.resolve("development.cer"), "new");

        assertFails(() -> working.push(store, false), Reason.CONFLICT).hasMessageContaining("Nothing was pushed");
        assertThat(store.files()).hasSize(3);

        assertThat(working.push(store, true).changed()).containsExactly("development.cer", KEY_PATH);
        assertThat(store.read(KEY_PATH)).isEqualTo(text("key 3"));
    }

    @Test
    void aFolderThatWasNeverPulledReplacesNothing() throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(KEY_PATH), "another key");

        assertFails(() -> working.push(store, false), Reason.CONFLICT);
        assertFails(() -> working.pull(store, false), Reason.CONFLICT);
        assertThat(folder.resolve(KEY_PATH)).hasContent("another key");
        assertThat(folder.resolve(CERTIFICATE_PATH)).doesNotExist();
    }

    @Test
    void aFileThatOthersRemovedIsNotPushedAgain() throws IOException {
        working.pull(store, false);
        store.push(changes -> changes.remove(KEY_PATH));

        assertThat(working.push(store, false)).isEqualTo(new WorkingFolder.Result(List.of(), List.of(KEY_PATH)));
        assertThat(working.pull(store, false).changed()).isEmpty();
        assertThat(working.push(store, false).changed()).isEmpty();
        assertThat(folder.resolve(KEY_PATH)).hasContent("key 1");
    }

    @Test
    void onlyFilesThatAppsAreSignedWithArePushed() throws IOException {
        Files.createDirectories(folder.resolve(".git"));
        Files.writeString(folder.resolve(".git/secret.key"), "hidden");
        Files.writeString(folder.resolve("notes.txt"), "no asset");
        Files.writeString(base.resolve("outside.key"), "outside");
        Files.createSymbolicLink(folder.resolve("link.key"), base.resolve("outside.key"));
        Files.writeString(folder.resolve("development.key.pending"), "pending");

        assertThat(working.push(store, false).changed()).containsExactly("development.key.pending");
    }
}
