package io.github.ascjava.signing.store;

import static io.github.ascjava.signing.store.StoreFailures.assertFails;
import static io.github.ascjava.signing.store.TestStore.CERTIFICATE_PATH;
import static io.github.ascjava.signing.store.TestStore.KEY_PATH;
import static io.github.ascjava.signing.store.TestStore.object;
import static io.github.ascjava.signing.store.TestStore.passphrase;
import static io.github.ascjava.signing.store.TestStore.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.ascjava.signing.store.StoreException.Reason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody who can write to the folder, but does not know the passphrase, changes it. */
class StoreAttackTest {

    @TempDir
    Path base;

    private TestStore test = new TestStore(Path.of("unset"));

    @BeforeEach
    void create() throws IOException {
        test = TestStore.create(base.resolve("store"));
    }

    @ParameterizedTest
    @CsvSource({
        "0, DAMAGED, is not a store",
        "8, DAMAGED, format version 0",
        "9, WRONG_PASSPHRASE, ID",
        "25, DAMAGED, key derivation",
        "28, WRONG_PASSPHRASE, memory",
        "31, WRONG_PASSPHRASE, passes",
        "36, DAMAGED, key derivation",
        "37, WRONG_PASSPHRASE, salt",
        "53, WRONG_PASSPHRASE, nonce of the data key",
        "65, WRONG_PASSPHRASE, data key",
        "112, WRONG_PASSPHRASE, tag of the data key",
        "113, DAMAGED, was changed",
        "125, DAMAGED, was changed",
        "-1, DAMAGED, was changed"
    })
    void aChangedByteInTheHeadIsNoticed(int position, Reason reason, String what) throws IOException {
        byte[] head = Files.readAllBytes(test.head());
        head[Math.floorMod(position, head.length)] ^= 1;
        Files.write(test.head(), head);

        assertFails(() -> test.open().close(), reason)
                .hasMessageContaining(reason == Reason.DAMAGED ? what : "The passphrase does not open");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 5, 60, 112, 113, 140, -1})
    void aCutHeadIsNoticed(int length) throws IOException {
        byte[] head = Files.readAllBytes(test.head());
        Files.write(test.head(), Arrays.copyOf(head, length < 0 ? head.length + length : length));

        assertFails(() -> test.open().close(), Reason.DAMAGED);
    }

    /** Memory, passes, lanes. The first would take 2 TiB, the second hours. */
    @ParameterizedTest
    @CsvSource({
        "2147483647, 3, 4",
        "65536, 2147483647, 4",
        "-1, 3, 4",
        "262144, 5, 1",
        "65536, 3, 17",
        "65536, 3, 0",
        "512, 3, 4",
        "65536, 0, 4"
    })
    void aHeaderCannotDemandWhatNoStoreNeeds(int memory, int passes, int lanes) throws IOException {
        byte[] head = Files.readAllBytes(test.head());
        ByteBuffer.wrap(head).putInt(25, memory).putInt(29, passes).putInt(33, lanes);
        Files.write(test.head(), head);

        assertFails(() -> test.open().close(), Reason.DAMAGED).hasMessageContaining("outside of the permitted range");
    }

    @Test
    void exchangedObjectsAreNoticed() throws IOException {
        try (SigningStore store = test.open()) {
            Path key = object(store, test.folder(), KEY_PATH);
            Path certificate = object(store, test.folder(), CERTIFICATE_PATH);
            Path aside = test.folder().resolve("aside");
            Files.move(key, aside);
            Files.move(certificate, key);
            Files.move(aside, certificate);

            assertDamaged(store, KEY_PATH, "was cut, changed or exchanged");
            assertThat(store.check().problems()).hasSize(2).allMatch(text -> text.contains("is not what was pushed"));
        }
    }

    @Test
    void anEarlierContentOfOneFileIsNoticed() throws IOException {
        byte[] earlier;
        try (SigningStore store = test.open()) {
            earlier = Files.readAllBytes(object(store, test.folder(), KEY_PATH));
        }
        test.push(KEY_PATH, "key 2");
        try (SigningStore store = test.open()) {
            Files.write(object(store, test.folder(), KEY_PATH), earlier);

            assertDamaged(store, KEY_PATH, "is not what was pushed");
        }
    }

    @Test
    void aMissingOrRenamedObjectIsNoticed() throws IOException {
        try (SigningStore store = test.open()) {
            Path key = object(store, test.folder(), KEY_PATH);
            Files.move(key, key.resolveSibling("0".repeat(64)));

            assertDamaged(store, KEY_PATH, "is missing");
            StoreCheck check = store.check();
            assertThat(check.isIntact()).isFalse();
            assertThat(check.problems()).singleElement().asString().startsWith("distribution.key (objects/");
            assertThat(check.strays()).containsExactly("0".repeat(64));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 12, -1})
    void aChangedByteOfAnObjectIsNoticed(int position) throws IOException {
        try (SigningStore store = test.open()) {
            Path key = object(store, test.folder(), KEY_PATH);
            byte[] bytes = Files.readAllBytes(key);
            bytes[Math.floorMod(position, bytes.length)] ^= 1;
            Files.write(key, bytes);

            assertDamaged(store, KEY_PATH, "is not what was pushed");
        }
    }

    @Test
    void aCutOrLongerObjectIsNoticed() throws IOException {
        try (SigningStore store = test.open()) {
            Path key = object(store, test.folder(), KEY_PATH);
            byte[] bytes = Files.readAllBytes(key);
            Files.write(key, Arrays.copyOf(bytes, bytes.length - 1));
            assertDamaged(store, KEY_PATH, "is not what was pushed");
            Files.write(key, new byte[0]);
            assertDamaged(store, KEY_PATH, "is not what was pushed");
            Files.write(key, Arrays.copyOf(bytes, bytes.length + 1));
            assertDamaged(store, KEY_PATH, "is not what was pushed");
        }
    }

    @Test
    void filesThatWereAddedAreReportedAndTheNextPushRemovesObjects() throws IOException {
        Path objects = test.folder().resolve(StoreFiles.OBJECTS);
        Files.write(objects.resolve("a".repeat(64)), text("stray"));
        Files.write(objects.resolve("notes.txt"), text("a file of the user"));
        try (SigningStore store = test.open()) {
            assertThat(store.check().isIntact()).isTrue();
            assertThat(store.check().strays()).containsExactly("a".repeat(64), "notes.txt");

            store.push(changes -> changes.put(KEY_PATH, text("key 2")));

            assertThat(store.check().strays()).containsExactly("notes.txt");
        }
    }

    @Test
    void theHeadOfAnotherStoreWithThisPassphraseIsNoticed() throws IOException {
        TestStore other = TestStore.createOther(base.resolve("other"));
        Files.copy(other.head(), test.head(), StandardCopyOption.REPLACE_EXISTING);

        try (SigningStore store = test.open()) {
            assertThat(store.check().problems()).hasSize(3).allMatch(text -> text.endsWith(" is missing."));
        }
    }

    @Test
    void anotherStoreInThePlaceOfThisOneIsNoticedByAMachineThatRemembers() throws IOException {
        remembered().open(passphrase()).close();
        TestStore other = TestStore.createOther(base.resolve("other"));
        test.restore(other.snapshot());

        assertFails(() -> remembered().open(passphrase()).close(), Reason.ROLLED_BACK)
                .hasMessageContaining("holds another store than the one that was seen there before");
    }

    @Test
    void anEarlierCopyOfTheWholeStoreIsNoticedByAMachineThatRemembers() throws IOException {
        Map<String, byte[]> earlier = test.snapshot();
        test.push(KEY_PATH, "key 2");
        remembered().open(passphrase()).close();
        test.restore(earlier);

        assertFails(() -> remembered().open(passphrase()).close(), Reason.ROLLED_BACK)
                .hasMessageContaining("is at generation 2, but this machine has seen generation 3");
        assertFails(() -> test.location().atLeast(3).open(passphrase()).close(), Reason.ROLLED_BACK)
                .hasMessageContaining("generation 3 or later is required");
        // Without memory there is nothing to compare with, which the documentation says.
        test.open().close();
    }

    @Test
    void anEarlierCopyThatWentOnIsNoticedToo() throws IOException {
        Map<String, byte[]> earlier = test.snapshot();
        test.push(KEY_PATH, "key 2");
        remembered().open(passphrase()).close();
        test.restore(earlier);
        test.push(KEY_PATH, "other key");
        assertFails(() -> remembered().open(passphrase()).close(), Reason.ROLLED_BACK)
                .hasMessageContaining("has another generation 3 than the one that this machine has seen");
        test.push(KEY_PATH, "still other key");
        assertFails(() -> remembered().open(passphrase()).close(), Reason.ROLLED_BACK)
                .hasMessageContaining("has another generation 3 than the one that this machine has seen");

        remembered().acceptAsItIs().open(passphrase()).close();
        remembered().open(passphrase()).close();
    }

    @Test
    void successorsOfWhatWasSeenAreAccepted() throws IOException {
        remembered().open(passphrase()).close();
        test.push(KEY_PATH, "key 2");
        test.push(KEY_PATH, "key 3");

        try (SigningStore store = remembered().open(passphrase())) {
            store.push(changes -> changes.put(KEY_PATH, text("key 4")));
        }
        remembered().open(passphrase()).close();
    }

    @Test
    void aDamagedNoteIsNotTakenForNone() throws IOException {
        remembered().open(passphrase()).close();
        try (var notes = Files.list(base.resolve("notes"))) {
            for (Path note : notes.toList()) {
                Files.writeString(note, "");
            }
        }

        assertFails(() -> remembered().open(passphrase()).close(), Reason.ROLLED_BACK)
                .hasMessageContaining("is damaged");
    }

    private StoreFolder remembered() {
        return test.location().rememberIn(base.resolve("notes"));
    }

    private static void assertDamaged(SigningStore store, String path, String text) {
        assertFails(() -> store.read(path), Reason.DAMAGED)
                .hasMessageContaining(path)
                .hasMessageContaining(text);
    }
}
