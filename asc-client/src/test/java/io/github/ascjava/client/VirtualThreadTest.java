package io.github.ascjava.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.ascjava.client.call.RateLimiter;
import io.github.ascjava.client.call.RetryPolicy;
import io.github.ascjava.client.model.users.User;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import okhttp3.mockwebserver.Dispatcher;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.RecordedRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls from virtual threads; none may pin its carrier while it waits for a lock of this library. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class VirtualThreadTest {

    private static final int CALLS = 500;
    private static final String PINNED = "jdk.VirtualThreadPinned";

    @RegisterExtension
    final ApiServer apple = new ApiServer();

    @TempDir
    Path folder;

    private final AtomicInteger requests = new AtomicInteger();

    @BeforeEach
    void rejectEveryFifth() {
        apple.server().setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return requests.incrementAndGet() % 5 == 0
                        ? new MockResponse().setResponseCode(503)
                        : ApiServer.json(200, Fault.Body.USER)
                                .setHeader("X-Rate-Limit", "user-hour-lim:3600000;user-hour-rem:3000000;");
            }
        });
    }

    @Test
    void virtualThreadsAreNotPinnedByThisLibrary() throws Exception {
        assumeTrue(Runtime.version().feature() >= 21, "Virtual threads came with Java 21.");
        AppStoreConnect asc = apple.builder()
                .options(o -> o.rateLimiter(RateLimiter.inMemory())
                        .retryPolicy(new RetryPolicy(20, Duration.ofMillis(5), Duration.ofMillis(50))))
                .build();
        Callable<String> call = () -> asc.users().get("u1").execute().id();
        // The first use of a class loads it, which pins once.
        for (int i = 0; i < 20; i++) {
            call.call();
        }
        try (Recording recording = new Recording()) {
            recording.enable(PINNED).withStackTrace().withThreshold(Duration.ZERO);
            recording.start();
            ExecutorService virtual = virtualThreads();
            for (Future<String> future : virtual.invokeAll(Collections.nCopies(CALLS, call))) {
                assertThat(future.get()).isEqualTo("u1");
            }
            virtual.shutdown();
            recording.stop();

            assertThat(pinned(recording)).noneMatch(VirtualThreadTest::isInThisLibrary);
        }
    }

    /** Up to Java 23 a monitor pins; the locks of java.util.concurrent never do. */
    @ParameterizedTest
    @ValueSource(strings = {"src/main/java", "../asc-auth/src/main/java"})
    void noLockOfThisLibraryIsAMonitor(String sources) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(sources))) {
            assertThat(files.filter(file -> file.toString().endsWith(".java")))
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(file).content().doesNotContainPattern("\\bsynchronized\\b"));
        }
    }

    @Test
    void aVirtualThreadThatIsInterruptedIsFreed() throws Exception {
        assumeTrue(Runtime.version().feature() >= 21, "Virtual threads came with Java 21.");
        RawServer server = new RawServer();
        server.treat(RawServer.Connection::stall);
        AppStoreConnect asc = AppStoreConnect.builder(TestKeys.team())
                .baseUrl(server.url())
                .httpClient(apple.http())
                .build();
        ExecutorService virtual = virtualThreads();
        Future<String> failure = virtual.submit(() -> {
            try {
                User user = asc.users().get("u1").execute();
                return user.id();
            } catch (RuntimeException e) {
                return e.getMessage() + " " + Thread.currentThread().isInterrupted();
            }
        });
        server.awaitRequest();
        virtual.shutdownNow();

        assertThat(failure.get())
                .isEqualTo("GET /v1/users/{id}: no complete response: the thread was interrupted. true");
        assertThat(server.clientLeaves()).isTrue();
        server.close();
    }

    /** The language level does not have virtual threads. */
    private static ExecutorService virtualThreads() throws ReflectiveOperationException {
        return (ExecutorService)
                Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
    }

    private List<RecordedEvent> pinned(Recording recording) throws IOException {
        Path file = Files.createTempFile(folder, "pinned", ".jfr");
        recording.dump(file);
        return RecordingFile.readAllEvents(file).stream()
                .filter(event -> event.getEventType().getName().equals(PINNED))
                .toList();
    }

    /** Whether a method of this library itself pins, not only one that it calls. */
    private static boolean isInThisLibrary(RecordedEvent event) {
        return event.getStackTrace() != null
                && event.getStackTrace().getFrames().stream()
                        .noneMatch(frame -> frame.getMethod().getName().equals("loadClass"))
                && event.getStackTrace().getFrames().stream()
                        .filter(frame -> !frame.getMethod().getType().getName().startsWith("java."))
                        .filter(frame -> !frame.getMethod().getType().getName().startsWith("jdk."))
                        .limit(1)
                        .anyMatch(frame -> frame.getMethod().getType().getName().startsWith("io.github.ascjava."));
    }
}
