package io.github.ascjava.uploads.internal.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.ascjava.client.call.Sleeper;
import io.github.ascjava.uploads.internal.transfer.PartServer.Connection;
import io.github.ascjava.uploads.internal.transfer.PartServer.Treatment;
import io.github.ascjava.uploads.internal.transfer.TransferException.Kind;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Transfers that end before all parts are sent leave no thread and no connection in use, and the file readable. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class TransferEndTest {

    private static final int PART = 300_000;
    private static final int PARTS = 6;
    private static final int PARALLEL = 3;

    @RegisterExtension
    final PartServer server = new PartServer();

    @TempDir
    Path folder;

    private final FakeTime time = new FakeTime();
    private final PartTransfer transfer = transfer(time);
    private TestFile file;

    @BeforeEach
    void writeTheFile() {
        file = TestFile.write(folder, PART, PARTS);
    }

    @AfterEach
    void nothingIsLeftBehind() {
        assertThat(TestFile.uploadThreads()).isEmpty();
        transfer.close();
        assertThat(server.clientLeaves()).isTrue();
        file.close();
    }

    @ParameterizedTest
    @EnumSource
    void cancellationEndsItInEveryPhase(Phase phase) throws Exception {
        server.treatAll(phase.treatment);
        FutureTask<SentFile> sending = start(transfer, TransferObserver.NONE);
        assertThat(PartServer.comes(() -> server.heads().size() == PARALLEL)).isTrue();

        transfer.cancel();

        assertCanceled(failure(sending), "The upload was canceled.");
        assertThat(server.clientLeaves()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void anInterruptEndsItInEveryPhaseAndLeavesTheFileOpen(Phase phase) throws Exception {
        server.treatAll(phase.treatment);
        FutureTask<Boolean> sending = new FutureTask<>(() -> {
            Throwable e = catchThrowable(() -> send(transfer, TransferObserver.NONE));
            assertCanceled(e, "The upload was canceled: its thread was interrupted.");
            return Thread.currentThread().isInterrupted();
        });
        Thread thread = new Thread(sending);
        thread.start();
        assertThat(PartServer.comes(() -> server.heads().size() == PARALLEL)).isTrue();

        thread.interrupt();

        assertThat(sending.get()).isTrue();
        assertThat(file.source().md5(0, 1)).hasSize(32);
    }

    @Test
    void cancellationEndsAWaitBeforeARetry() throws Exception {
        server.treatAll(Treatment.respond(503, "", ""));
        List<CompletableFuture<Void>> waits = new ArrayList<>();
        PartTransfer waiting = transfer(duration -> {
            CompletableFuture<Void> wait = new CompletableFuture<>();
            synchronized (waits) {
                waits.add(wait);
            }
            return wait;
        });
        FutureTask<SentFile> sending = start(waiting, TransferObserver.NONE);
        assertThat(PartServer.comes(() -> {
                    synchronized (waits) {
                        return waits.size() == PARALLEL;
                    }
                }))
                .isTrue();

        waiting.close();

        assertCanceled(failure(sending), "The upload was canceled.");
        assertThat(waits).allMatch(CompletableFuture::isCancelled);
    }

    @Test
    void nothingIsSentAfterACancellation() {
        transfer.cancel();

        assertCanceled(catchThrowable(() -> send(transfer, TransferObserver.NONE)), "The upload was canceled.");
        assertThat(server.heads()).isEmpty();
    }

    @Test
    void anObserverThatThrowsOnProgressEndsIt() {
        RuntimeException broken = new RuntimeException("broken");
        assertThatThrownBy(() -> send(transfer, new TransferObserver() {
                    @Override
                    public void onProgress(TransferProgress progress) {
                        throw broken;
                    }
                }))
                .isSameAs(broken);
    }

    @Test
    void anObserverThatThrowsAfterAPartEndsItAndIsNotCalledAgain() {
        AssertionError broken = new AssertionError("broken");
        List<SentPart> seen = new ArrayList<>();
        assertThatThrownBy(() -> send(transfer, new TransferObserver() {
                    @Override
                    public void onPartSent(SentPart part) {
                        seen.add(part);
                        throw broken;
                    }
                }))
                .isSameAs(broken);
        assertThat(seen).hasSize(1);
    }

    @Test
    void partsConfirmedBeforeAFailureAreReported() {
        server.treat(Treatment.CONFIRM, Treatment.CONFIRM, Treatment.respond(403, "", ""));
        List<Integer> seen = new ArrayList<>();
        PartTransfer sequential =
                new PartTransfer(SmallBuffers.client(), time, time, new TransferOptions(1, 1, Duration.ofSeconds(30)));
        Throwable e = catchThrowable(() -> send(sequential, new TransferObserver() {
            @Override
            public void onPartSent(SentPart part) {
                seen.add(part.part().number());
            }
        }));
        sequential.close();

        assertThat(e).isInstanceOfSatisfying(TransferException.class, failure -> {
            assertThat(failure.kind()).isEqualTo(Kind.EXPIRED);
            assertThat(failure.status()).isEqualTo(403);
        });
        assertThat(seen).containsExactly(1, 2);
    }

    @Test
    void aRejectedPartEndsTheOthersAtOnce() {
        server.treat(Connection::stall, Connection::stall, Treatment.respond(413, "", ""));

        assertThat(catchThrowable(() -> send(transfer, TransferObserver.NONE)))
                .isInstanceOfSatisfying(
                        TransferException.class, e -> assertThat(e.kind()).isEqualTo(Kind.TOO_LARGE));
    }

    @ParameterizedTest
    @EnumSource
    void aFileThatChangesEndsIt(Change change) {
        server.treat(connection -> {
            connection.read(1);
            change.apply(file.source().path());
            connection.write(Treatment.response(500, "Connection: close\r\n", ""));
            connection.stall();
        });
        PartTransfer sequential =
                new PartTransfer(SmallBuffers.client(), time, time, new TransferOptions(1, 3, Duration.ofSeconds(30)));
        Throwable e = catchThrowable(() -> send(sequential, TransferObserver.NONE));
        sequential.close();

        assertThat(e)
                .isInstanceOfSatisfying(
                        TransferException.class,
                        failure -> assertThat(failure.kind()).isEqualTo(Kind.FILE_CHANGED));
    }

    @Test
    void aFileThatChangesWithTheLastPartEndsItToo() {
        server.treatAll(connection -> {
            connection.store();
            if (connection.target().equals(TestFile.target(file.parts().get(PARTS - 1)))) {
                Change.OTHER_TIME.apply(file.source().path());
            }
            connection.write(Treatment.response(200, "", ""));
        });

        assertThat(catchThrowable(() -> send(transfer, TransferObserver.NONE)))
                .isInstanceOfSatisfying(
                        TransferException.class, e -> assertThat(e.kind()).isEqualTo(Kind.FILE_CHANGED));
    }

    private FutureTask<SentFile> start(PartTransfer by, TransferObserver observer) {
        FutureTask<SentFile> sending = new FutureTask<>(() -> send(by, observer));
        new Thread(sending).start();
        return sending;
    }

    private SentFile send(PartTransfer by, TransferObserver observer) {
        return by.send(file.source(), TransferPlan.of(file.parts()).computingMd5(), file.requests(server), observer);
    }

    private static Throwable failure(FutureTask<SentFile> sending) throws InterruptedException {
        try {
            throw new AssertionError("The transfer ended with " + sending.get() + ".");
        } catch (ExecutionException e) {
            return Objects.requireNonNull(e.getCause());
        }
    }

    private static void assertCanceled(Throwable e, String message) {
        assertThat(e).isInstanceOf(TransferException.class).hasMessage(message);
        assertThat(((TransferException) e).kind()).isEqualTo(Kind.CANCELED);
    }

    private static PartTransfer transfer(Sleeper sleeper) {
        return new PartTransfer(
                SmallBuffers.client(),
                Clock.systemUTC(),
                sleeper,
                new TransferOptions(PARALLEL, 5, Duration.ofSeconds(30)));
    }

    /** Where all parts wait. */
    @SuppressWarnings("ImmutableEnumChecker")
    private enum Phase {
        BODY(connection -> connection.hold()),
        RESPONSE(connection -> {
            connection.store();
            connection.stall();
        }),
        ERROR_BODY(connection -> {
            connection.store();
            connection.write("HTTP/1.1 500 Whatever\r\nContent-Length: 1000\r\n\r\n<Error>");
            connection.stall();
        });

        private final Treatment treatment;

        Phase(Treatment treatment) {
            this.treatment = treatment;
        }
    }

    /** What happens to the file while it is being sent. */
    private enum Change {
        OTHER_TIME {
            @Override
            void apply(Path path) throws IOException {
                Files.setLastModifiedTime(path, FileTime.from(Instant.parse("2030-01-01T00:00:00Z")));
            }
        },
        SHORTER {
            @Override
            void apply(Path path) throws IOException {
                try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
                    channel.truncate(100);
                }
            }
        },
        LONGER {
            @Override
            void apply(Path path) throws IOException {
                Files.writeString(path, "more", StandardOpenOption.APPEND);
            }
        },
        DELETED {
            @Override
            void apply(Path path) throws IOException {
                Files.delete(path);
            }
        };

        abstract void apply(Path path) throws IOException;
    }
}
