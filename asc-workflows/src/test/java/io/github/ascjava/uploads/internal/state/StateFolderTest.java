package io.github.ascjava.uploads.internal.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StateFolderTest {

    private static final Instant MODIFIED = Instant.parse("2026-11-30T10:00:00.123456789Z");

    @TempDir
    Path root;

    private Path folder;
    private StateFolder states;
    private UploadKey key;

    @BeforeEach
    void open() {
        folder = root.resolve("state/uploads");
        states = StateFolder.in(folder);
        key = UploadKey.of("appScreenshots", "set=1\n", Path.of("bild \u00e4:#!.png"));
    }

    @Test
    void aReleasedStateIsTakenOverWithAllItsValues() {
        SavedUpload saved = SavedUpload.reserved(key, 12, MODIFIED, "id-1")
                .with(new SentRange(3, 8, 4, "c"))
                .with(new SentRange(1, 0, 4, "a"))
                .with(new SentRange(2, 4, 4, "b"));
        StateFile first = states.claim(key);
        assertThat(first.saved()).isNull();
        first.save(saved);
        first.release();

        StateFile second = states.claim(key);

        assertThat(saved(second)).isEqualTo(saved);
        assertThat(saved(second).first()).extracting(SentRange::md5).isEqualTo("a");
        assertThat(saved(second).last()).extracting(SentRange::md5).isEqualTo("c");
        second.delete();
        assertThat(files()).isEmpty();
    }

    @Test
    void aStateInUseIsNotShared() {
        StateFile first = states.claim(key);
        first.save(SavedUpload.reserved(key, 12, MODIFIED, "id-1"));
        StateFile second = states.claim(key);

        assertThat(second.saved()).isNull();
        second.save(SavedUpload.reserved(key, 12, MODIFIED, "id-2"));
        first.save(saved(first).with(new SentRange(1, 0, 4, "a")));
        second.delete();

        assertThat(files()).hasSize(1);
        first.release();
        assertThat(saved(states.claim(key)).id()).isEqualTo("id-1");
    }

    @Test
    void onlyOneOfTwoTakesOverAState() {
        StateFile earlier = states.claim(key);
        earlier.save(SavedUpload.reserved(key, 12, MODIFIED, "id-1"));
        earlier.release();

        assertThat(Stream.of(states.claim(key), states.claim(key)).map(StateFile::saved))
                .satisfiesExactly(
                        saved -> assertThat(saved).isNotNull(),
                        saved -> assertThat(saved).isNull());
    }

    /** A number of a process is used again by others, so its start counts as well. */
    @ParameterizedTest
    @ValueSource(strings = {"999999999-1700000000-0a", "1-1700000000-0a", "something else"})
    void theStateOfAProcessThatHasEndedIsTakenOver(String owner) throws IOException {
        StateFile earlier = states.claim(key);
        earlier.save(SavedUpload.reserved(key, 12, MODIFIED, "id-1"));
        Files.move(files().get(0), folder.resolve(key.fileName() + "." + owner + ".upload"));

        assertThat(saved(states.claim(key)).id()).isEqualTo("id-1");
    }

    @Test
    void otherPlacesAndFilesHaveTheirOwnState() {
        StateFile earlier = states.claim(key);
        earlier.save(SavedUpload.reserved(key, 12, MODIFIED, "id-1"));
        earlier.release();

        assertThat(states.claim(new UploadKey(key.type(), "set-2", key.file())).saved())
                .isNull();
        assertThat(states.claim(new UploadKey("appPreviews", key.place(), key.file()))
                        .saved())
                .isNull();
        assertThat(states.claim(UploadKey.of(key.type(), key.place(), Path.of("other.png")))
                        .saved())
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "version=2",
                "version=1",
                "\\u00",
                "version=1\ntype=appScreenshots\nplace=x\nfile=y\nsize=many\nmodified=now\nid=1\nparts=",
                "version=1\ntype=appScreenshots\nplace=x\nfile=y\nsize=1\nmodified=2026-11-30T10:00:00Z\nid=1\nparts=1"
            })
    void aDamagedStateIsNone(String content) throws IOException {
        StateFile earlier = states.claim(key);
        earlier.save(SavedUpload.reserved(key, 12, MODIFIED, "id-1"));
        earlier.release();
        Files.writeString(files().get(0), content);

        assertThat(states.claim(key).saved()).isNull();
    }

    @Test
    void onlyItsOwnerCanReadIt() throws IOException {
        states.claim(key).save(SavedUpload.reserved(key, 12, MODIFIED, "id-1"));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(files().get(0))))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
    }

    private static SavedUpload saved(StateFile file) {
        return Objects.requireNonNull(file.saved());
    }

    private List<Path> files() {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
