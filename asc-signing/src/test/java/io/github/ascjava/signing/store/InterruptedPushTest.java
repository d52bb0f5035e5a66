package io.github.ascjava.signing.store;

import static io.github.ascjava.signing.store.StoreFailures.assertFails;
import static io.github.ascjava.signing.store.TestStore.CERTIFICATE_PATH;
import static io.github.ascjava.signing.store.TestStore.KEY_PATH;
import static io.github.ascjava.signing.store.TestStore.passphrase;
import static io.github.ascjava.signing.store.TestStore.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.ascjava.signing.store.StoreException.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pushes that fail, are killed, or meet each other. */
class InterruptedPushTest {

    /** A push of two new contents: two objects, the head, two deletions. */
    private static final int STEPS = 5;

    @TempDir
    Path base;

    /** Files whose changes end after a number of steps, with an exception or with the program. */
    static final class EndingFiles extends StoreFiles {

        private final Runnable end;
        private int left;

        EndingFiles(Path folder, int steps, Runnable end) {
            super(folder);
            this.left = steps;
            this.end = end;
        }

        @Override
        void replace(Path file, byte[] content) throws IOException {
            step();
            super.replace(file, content);
        }

        @Override
        void delete(Path file) throws IOException {
            step();
            super.delete(file);
        }

        private void step() throws IOException {
            if (left-- == 0) {
                end.run();
                throw new IOException("The disk is full.");
            }
        }
    }

    private static void push(StoreFiles files) throws IOException {
        try (SigningStore store =
                new StoreOpener(files, new SeenStores(files.folder(), null, false)).open(passphrase())) {
            store.push(changes -> changes.put(KEY_PATH, text("key 2")).put(CERTIFICATE_PATH, text("certificate 2")));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void whereverAPushFailsTheStoreIsOneGenerationOrTheOther(int steps) throws IOException {
        TestStore test = TestStore.create(base.resolve("store"));

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> push(new EndingFiles(test.folder(), steps, () -> {})));

        assertOneGeneration(test, steps > 2 ? 3 : 2);
    }

    @Test
    void aPushHasNoOtherSteps() throws IOException {
        TestStore test = TestStore.create(base.resolve("store"));

        push(new EndingFiles(test.folder(), STEPS, () -> {}));

        assertOneGeneration(test, 3);
    }

    private static void assertOneGeneration(TestStore test, long generation) throws IOException {
        String number = generation == 3 ? "2" : "1";
        try (SigningStore store = test.open()) {
            assertThat(store.generation()).isEqualTo(generation);
            assertThat(store.check().problems()).isEmpty();
            assertThat(store.read(KEY_PATH)).isEqualTo(text("key " + number));
            assertThat(store.read(CERTIFICATE_PATH)).isEqualTo(text("certificate " + number));

            store.push(changes -> changes.put(KEY_PATH, text("key 3")));
            assertThat(store.check().strays()).isEmpty();
        }
    }

    @Test
    void aKilledPushLeavesTheEarlierGenerationAndNoLock() throws Exception {
        TestStore test = TestStore.create(base.resolve("store"));

        Process child = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledPush.class.getName(),
                        test.folder().toString())
                .redirectErrorStream(true)
                .redirectOutput(base.resolve("log").toFile())
                .start();
        assertThat(child.waitFor(60, TimeUnit.SECONDS)).isTrue();

        assertThat(child.exitValue()).as(Files.readString(base.resolve("log"))).isEqualTo(KilledPush.EXIT_CODE);
        try (SigningStore store = test.open()) {
            assertThat(store.check().strays()).hasSize(2);
        }
        assertOneGeneration(test, 2);
    }

    /** Ends the program before the head is written. */
    static final class KilledPush {

        static final int EXIT_CODE = 42;

        public static void main(String[] arguments) throws IOException {
            push(new EndingFiles(
                    Path.of(arguments[0]), 2, () -> Runtime.getRuntime().halt(EXIT_CODE)));
        }
    }

    @Test
    void ofTwoPushesFromOneGenerationTheSecondIsRejected() throws IOException {
        TestStore test = TestStore.create(base.resolve("store"));
        try (SigningStore first = test.open();
                SigningStore second = test.open()) {
            first.push(changes -> changes.put(KEY_PATH, text("key of the first")));

            assertFails(() -> second.push(changes -> changes.put(KEY_PATH, text("other"))), Reason.CONFLICT)
                    .hasMessageContaining("was changed since generation 2 was opened");
            assertFails(() -> second.rotatePassphrase(passphrase()), Reason.CONFLICT);
            assertFails(second::check, Reason.CONFLICT);
            assertThat(first.read(KEY_PATH)).isEqualTo(text("key of the first"));
        }
    }

    @Test
    void ofPushesAtTheSameTimeNoneIsLost() throws Exception {
        TestStore test = TestStore.create(base.resolve("store"));
        AtomicInteger pushed = new AtomicInteger();
        CountDownLatch start = new CountDownLatch(1);
        List<Thread> threads = new ArrayList<>();
        List<Throwable> failures = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            String path = "file-" + i + ".key";
            SigningStore store = test.open();
            Thread thread = new Thread(() -> {
                try (store) {
                    start.await();
                    store.push(changes -> changes.put(path, text(path)));
                    pushed.incrementAndGet();
                } catch (StoreException e) {
                    assertThat(e.reason()).isEqualTo(Reason.CONFLICT);
                } catch (IOException | InterruptedException e) {
                    throw new AssertionError(e);
                }
            });
            thread.setUncaughtExceptionHandler((ignored, failure) -> failures.add(failure));
            threads.add(thread);
            thread.start();
        }
        start.countDown();
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(failures).isEmpty();
        assertThat(pushed).hasValue(1);
        try (SigningStore store = test.open()) {
            assertThat(store.generation()).isEqualTo(3);
            assertThat(store.files()).hasSize(4);
            assertThat(store.check().isIntact()).isTrue();
        }
    }
}
