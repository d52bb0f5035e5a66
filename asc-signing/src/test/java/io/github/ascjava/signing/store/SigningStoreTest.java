package io.github.ascjava.signing.store;

import static io.github.ascjava.signing.store.StoreFailures.assertFails;
import static io.github.ascjava.signing.store.TestStore.CERTIFICATE_PATH;
import static io.github.ascjava.signing.store.TestStore.KEY_PATH;
import static io.github.ascjava.signing.store.TestStore.passphrase;
import static io.github.ascjava.signing.store.TestStore.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.tuple;

import io.github.ascjava.signing.SigningFiles;
import io.github.ascjava.signing.store.StoreException.Reason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SigningStoreTest {

    @TempDir
    Path folder;

    @Test
    void whatWasPushedIsReadAfterOpeningAgain() throws IOException {
        TestStore test = TestStore.create(folder);

        try (SigningStore store = test.open()) {
            assertThat(store.generation()).isEqualTo(2);
            assertThat(store.files())
                    .extracting(StoredFile::path, StoredFile::kind, StoredFile::size, StoredFile::generation)
                    .containsExactly(
                            tuple(CERTIFICATE_PATH, StoredKind.CERTIFICATE, 13, 2L),
                            tuple(KEY_PATH, StoredKind.PRIVATE_KEY, 5, 2L),
                            tuple("profiles/app.mobileprovision", StoredKind.PROFILE, 9, 2L));
            assertThat(store.read(KEY_PATH)).isEqualTo(text("key 1"));
            assertThat(store.check()).isEqualTo(new StoreCheck(2, 3, List.of(), List.of()));
        }
    }

    @Test
    void neitherContentsNorNamesCanBeReadInTheFolder() throws IOException {
        TestStore test = TestStore.create(folder);

        for (Map.Entry<String, byte[]> file : test.snapshot().entrySet()) {
            assertThat(new String(file.getValue(), StandardCharsets.ISO_8859_1) + file.getKey())
                    .doesNotContain("key 1", "certificate", "profile", "distribution", "horse");
        }
    }

    @Test
    void aNewStoreCosts64MebibytesAndThreePassesToOpen() throws IOException {
        StoreFolder.of(folder).create(passphrase()).close();

        ByteBuffer header = ByteBuffer.wrap(Files.readAllBytes(folder.resolve(StoreFiles.HEAD)));
        assertThat(header.getInt(25)).isEqualTo(64 << 10);
        assertThat(header.getInt(29)).isEqualTo(3);
        assertThat(header.getInt(33)).isEqualTo(4);
    }

    @Test
    void aPushReplacesAddsAndRemovesInOneGeneration() throws IOException {
        TestStore test = TestStore.create(folder);
        try (SigningStore store = test.open()) {
            long generation = store.push(changes -> changes.put(CERTIFICATE_PATH, text("certificate 2"))
                    .put("development.key", text("other"))
                    .remove("profiles/app.mobileprovision"));

            assertThat(generation).isEqualTo(3);
            assertThat(store.files())
                    .extracting(StoredFile::path)
                    .containsExactly("development.key", CERTIFICATE_PATH, KEY_PATH);
            assertThat(store.read(CERTIFICATE_PATH)).isEqualTo(text("certificate 2"));
        }
        assertThat(test.snapshot()).hasSize(3 + 2);
    }

    @Test
    void aPushOfWhatIsThereMakesNoGeneration() throws IOException {
        TestStore test = TestStore.create(folder);
        try (SigningStore store = test.open()) {
            assertThat(store.push(
                            changes -> changes.put(KEY_PATH, text("key 1")).remove("unknown.key")))
                    .isEqualTo(2);
        }
    }

    @Test
    void anotherPassphraseOpensNothing() throws IOException {
        TestStore test = TestStore.create(folder);

        assertFails(
                        () -> test.location().open(Passphrase.of("correct horse battery stapl".toCharArray())),
                        Reason.WRONG_PASSPHRASE)
                .hasMessageMatching("The passphrase does not open the store .*: it is another one, or the beginning of"
                        + " store.head was changed.");
    }

    @Test
    void aNewPassphraseReplacesTheOldOneAndKeepsTheObjects() throws IOException {
        TestStore test = TestStore.create(folder);
        Set<String> before = test.snapshot().keySet();
        Passphrase fresh = Passphrase.of("another long passphrase é".toCharArray());
        try (SigningStore store = test.open()) {
            store.rotatePassphrase(fresh);
            assertThat(store.generation()).isEqualTo(3);
        }

        assertFails(test::open, Reason.WRONG_PASSPHRASE);
        try (SigningStore store = test.location().open(fresh)) {
            assertThat(store.read(KEY_PATH)).isEqualTo(text("key 1"));
        }
        assertThat(test.snapshot().keySet()).isEqualTo(before);
    }

    @Test
    void encryptingAnewLeavesNothingThatTheOldDataKeyOpens() throws IOException {
        TestStore test = TestStore.create(folder);
        Map<String, byte[]> before = test.snapshot();
        Passphrase fresh = Passphrase.of("another long passphrase".toCharArray());
        try (SigningStore store = test.open();
                SigningStore old = test.open()) {
            store.reencrypt(fresh);

            assertThat(store.read(KEY_PATH)).isEqualTo(text("key 1"));
            assertThat(store.check().isIntact()).isTrue();
            assertFails(() -> old.push(changes -> changes.put(KEY_PATH, text("x"))), Reason.CONFLICT);
        }
        assertThat(test.snapshot().keySet().stream().filter(name -> name.startsWith("objects")))
                .hasSize(3)
                .doesNotContainAnyElementsOf(before.keySet());
        try (SigningStore store = test.location().open(fresh)) {
            assertThat(store.read(CERTIFICATE_PATH)).isEqualTo(text("certificate 1"));
        }
    }

    @Test
    void aStoreIsNotMadeOverAnother() throws IOException {
        TestStore test = TestStore.create(folder);

        assertFails(() -> test.location().create(passphrase()), Reason.EXISTS);
        test.open().close();
    }

    @Test
    void aFolderWithoutStoreIsToldAsSuch() {
        assertFails(() -> new TestStore(folder).open(), Reason.NO_STORE)
                .hasMessageContaining("There is no store in " + folder);
    }

    @Test
    void shortPassphrasesAreTakenForNoNewStore() throws IOException {
        Passphrase brief = Passphrase.of("eleven char".toCharArray());
        assertFails(() -> StoreFolder.of(folder).create(brief), Reason.REJECTED).hasMessageContaining("12 bytes");
        assertFails(() -> Passphrase.of(new char[0]), Reason.REJECTED);
        TestStore test = TestStore.create(folder);
        try (SigningStore store = test.open()) {
            assertFails(() -> store.rotatePassphrase(brief), Reason.REJECTED);
        }
        test.open().close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/etc/passwd",
                "../up.key",
                "a/../b.key",
                "a//b.key",
                ".git/config",
                "a\\b.key",
                "c:b.key",
                "a*.cer",
                "a\nb.key",
                "a\u202eb.key",
                "end.",
                "end ",
                "a/"
            })
    void namesThatSomeSystemCannotHoldAreRejected(String path) throws IOException {
        assertFails(() -> new StoreChanges().put(path, text("x")), Reason.REJECTED);
    }

    @Test
    void filesThatCannotLieBesideEachOtherAreRejected() throws IOException {
        TestStore test = TestStore.create(folder);
        try (SigningStore store = test.open()) {
            assertFails(() -> store.push(changes -> changes.put("Distribution.KEY", text("x"))), Reason.REJECTED)
                    .hasMessageContaining("differ only in case");
            assertFails(() -> store.push(changes -> changes.put("profiles", text("x"))), Reason.REJECTED)
                    .hasMessageContaining("also a folder: profiles");
            assertFails(() -> store.push(changes -> changes.put("big.key", new byte[(4 << 20) + 1])), Reason.REJECTED);
            assertThat(store.generation()).isEqualTo(2);
            assertThat(store.check().strays()).isEmpty();
        }
    }

    @Test
    void namesAreTheSameOnSystemsThatDecomposeThem() throws IOException {
        TestStore test = TestStore.create(folder);
        try (SigningStore store = test.open()) {
            store.push(changes -> changes.put("Mu\u0308ller.cer", text("x")));

            assertThat(store.read("M\u00fcller.cer")).isEqualTo(store.read("Mu\u0308ller.cer"));
        }
    }

    @Test
    void aClosedStoreAndAClosedPassphraseAreOfNoUse() throws IOException {
        TestStore test = TestStore.create(folder);
        SigningStore store = test.open();
        store.close();
        Passphrase closed = passphrase();
        closed.close();

        assertThatIllegalStateException().isThrownBy(() -> store.read(KEY_PATH));
        assertThatIllegalStateException().isThrownBy(() -> store.push(changes -> {}));
        assertThatIllegalStateException().isThrownBy(() -> test.location().open(closed));
        assertThat(store.toString() + closed).doesNotContain("horse");
    }

    @Test
    void asAPlaceItKeepsWhatIsWrittenAndOthersAway() throws IOException {
        TestStore test = TestStore.create(folder);
        try (SigningStore store = test.open();
                SigningStore other = test.open()) {
            try (SigningFiles place = store.asSigningFiles()) {
                place.write("development.key.pending", text("pending"));
                place.rename("development.key.pending", "development.key");

                assertThat(place.names()).containsExactly("development.key", CERTIFICATE_PATH, KEY_PATH);
                assertThat(place.read("development.key")).contains(text("pending"));
                assertThat(place.read("development.key.pending")).isEmpty();
                assertFails(() -> other.push(changes -> changes.remove(KEY_PATH)), Reason.CONFLICT)
                        .hasMessageContaining("Another run is changing the store");
            }
            assertThat(store.generation()).isEqualTo(4);
            store.push(changes -> changes.remove("development.key"));
        }
    }
}
