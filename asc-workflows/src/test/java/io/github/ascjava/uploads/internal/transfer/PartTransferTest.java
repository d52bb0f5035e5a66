package io.github.ascjava.uploads.internal.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.ascjava.uploads.internal.transfer.PartServer.Treatment;
import io.github.ascjava.uploads.internal.transfer.TransferException.Kind;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import okhttp3.Headers;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okio.ByteString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PartTransferTest {

    private static final int PART = 200_000;

    @RegisterExtension
    final PartServer server = new PartServer();

    @TempDir
    Path folder;

    private final FakeTime time = new FakeTime();

    @Test
    void nothingIsSentButWhatIsPrescribed() {
        OkHttpClient users = new OkHttpClient.Builder()
                .addInterceptor(PartTransferTest::authorize)
                .addNetworkInterceptor(PartTransferTest::authorize)
                .build();
        Headers prescribed = Headers.of("Content-Type", "image/PNG; x=\"y z\"", "x-amz-acl", " a,b ");
        try (TestFile file = TestFile.write(folder, PART, 1);
                PartTransfer transfer = new PartTransfer(users, time, time, TransferOptions.DEFAULT)) {
            PresignedPart part = new PresignedPart(file.parts().get(0), "PUT", server.url("/a?b=%2f"), prescribed);
            PresignedParts parts = PresignedParts.of(List.of(part), PART);

            transfer.send(file.source(), TransferPlan.of(parts.parts()), parts, TransferObserver.NONE);
        }
        List<String> lines = server.heads().get(0).lines().toList();
        assertThat(lines)
                .startsWith("PUT /a?b=%2f HTTP/1.1", "Content-Type: image/PNG; x=\"y z\"", "x-amz-acl: a,b")
                .contains("Content-Length: " + PART)
                .filteredOn(line -> line.contains(":"))
                .extracting(line -> line.substring(0, line.indexOf(':')))
                .containsExactlyInAnyOrder(
                        "Content-Type",
                        "x-amz-acl",
                        "Content-Length",
                        "Host",
                        "Connection",
                        "Accept-Encoding",
                        "User-Agent");
        assertThat(lines).filteredOn(line -> line.startsWith("User-Agent")).allMatch(line -> line.contains("okhttp/"));
    }

    @Test
    void aHostThatAsksForCredentialsGetsNoneAndNobodyIsAsked() {
        List<Integer> asked = new ArrayList<>();
        OkHttpClient users = new OkHttpClient.Builder()
                .authenticator((route, response) -> {
                    asked.add(response.code());
                    return authorized(response.request());
                })
                .build();
        server.treat(Treatment.respond(401, "WWW-Authenticate: Basic realm=\"x\"\r\n", ""));
        try (TestFile file = TestFile.write(folder, 10, 1);
                PartTransfer transfer = new PartTransfer(users, time, time, TransferOptions.DEFAULT)) {
            assertThat(failure(transfer, file).kind()).isEqualTo(Kind.REJECTED);
        }
        assertThat(asked).isEmpty();
        assertThat(server.heads()).hasSize(1);
    }

    @Test
    void theResultHasTheTagsInOrderAndTheDigest() {
        try (TestFile file = TestFile.write(folder, PART, 5);
                PartTransfer transfer = transfer(3)) {
            server.treat(Treatment.respond(500, "", ""), Treatment.CONFIRM, Treatment.respond(503, "", ""));

            SentFile sent = transfer.send(
                    file.source(),
                    TransferPlan.of(file.parts()).computingMd5(),
                    file.requests(server),
                    TransferObserver.NONE);

            file.assertArrived(server);
            assertThat(sent.md5()).isEqualTo(ByteString.of(file.bytes()).md5().hex());
            assertThat(sent.parts()).extracting(each -> each.part().number()).containsExactly(1, 2, 3, 4, 5);
            assertThat(sent.parts().get(3).etag())
                    .isEqualTo("\"e" + TestFile.target(file.parts().get(3)) + "\"");
        }
    }

    @Test
    void partsThatAreDoneAreNotSentAgain() {
        List<TransferProgress> progress = new ArrayList<>();
        try (TestFile file = TestFile.write(folder, PART, 4);
                PartTransfer transfer = transfer(2)) {
            TransferPlan plan =
                    TransferPlan.of(file.parts()).without(Set.of(1, 3)).computingMd5();

            SentFile sent = transfer.send(file.source(), plan, file.requests(server), recording(progress));

            assertThat(sent.parts()).extracting(each -> each.part().number()).containsExactly(2, 4);
            assertThat(sent.md5()).isEqualTo(ByteString.of(file.bytes()).md5().hex());
            assertThat(server.heads()).hasSize(2);
        }
        assertThat(progress).allMatch(each -> each.bytesSent() >= 2 * PART && each.partsDone() >= 2);
        assertThat(progress.get(progress.size() - 1)).isEqualTo(new TransferProgress(4 * PART, 4 * PART, 4, 4, 0));
    }

    @Test
    void progressNeverGoesBackWhenPartsAreSentAgain() {
        List<TransferProgress> progress = new ArrayList<>();
        Treatment breaks = connection -> {
            connection.read(PART * 3 / 4);
            connection.reset();
        };
        try (TestFile file = TestFile.write(folder, PART, 6);
                PartTransfer transfer = transfer(2)) {
            server.treat(breaks, Treatment.CONFIRM, breaks, breaks, Treatment.CONFIRM, breaks);

            transfer.send(file.source(), TransferPlan.of(file.parts()), file.requests(server), recording(progress));
        }
        assertThat(progress)
                .isSortedAccordingTo((a, b) -> Long.compare(a.bytesSent(), b.bytesSent()))
                .isSortedAccordingTo((a, b) -> Integer.compare(a.partsDone(), b.partsDone()))
                .doesNotHaveDuplicates();
        assertThat(progress.get(progress.size() - 1)).isEqualTo(new TransferProgress(6 * PART, 6 * PART, 6, 6, 4));
    }

    @Test
    void anEmptyFileIsSent() {
        try (TestFile file = TestFile.write(folder, 0, 1);
                PartTransfer transfer = transfer(8)) {
            SentFile sent = transfer.send(
                    file.source(),
                    TransferPlan.of(file.parts()).computingMd5(),
                    file.requests(server),
                    TransferObserver.NONE);

            file.assertArrived(server);
            assertThat(server.heads().get(0)).contains("\r\nContent-Length: 0\r\n");
            assertThat(sent.md5()).isEqualTo("d41d8cd98f00b204e9800998ecf8427e");
        }
    }

    @Test
    void aFileWithoutPartsIsSentAtOnce() {
        try (TestFile file = TestFile.write(folder, 0, 0);
                PartTransfer transfer = transfer(8)) {
            assertThat(transfer.send(
                            file.source(), TransferPlan.of(List.of()), file.requests(server), TransferObserver.NONE))
                    .isEqualTo(new SentFile(List.of(), null));
        }
    }

    @Test
    void aSparseFileIsReadBeyondTwoGibibytes() throws IOException {
        Path path = folder.resolve("sparse");
        long size = 5L * 1024 * 1024 * 1024 + 3;
        byte[] end = "the end, beyond four gibibytes".getBytes(StandardCharsets.UTF_8);
        try (FileChannel channel = FileChannel.open(
                path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.SPARSE)) {
            channel.write(ByteBuffer.wrap(end), size - end.length);
        }
        Part large = new Part(1, 0, size - 70_000);
        Part last = new Part(2, size - 70_000, 70_000);
        try (SourceFile file = SourceFile.open(path);
                PartTransfer transfer = transfer(2)) {
            PresignedParts parts = PresignedParts.of(
                    List.of(
                            new PresignedPart(large, "PUT", server.url("/1"), Headers.of()),
                            new PresignedPart(last, "PUT", server.url("/2"), Headers.of())),
                    size);

            transfer.send(file, TransferPlan.of(parts.parts()).without(Set.of(1)), parts, TransferObserver.NONE);

            byte[] arrived = server.stored().get("/2");
            assertThat(arrived).hasSize(70_000).endsWith(end);
            assertThat(file.md5(last.offset(), last.length()))
                    .isEqualTo(ByteString.of(arrived).md5().hex());
        }
    }

    @Test
    void oneFileIsSentTwiceAtTheSameTime() {
        PartServer second = new PartServer();
        try (TestFile file = TestFile.write(folder, PART, 8);
                PartTransfer transfer = transfer(3)) {
            TransferPlan plan = TransferPlan.of(file.parts()).computingMd5();
            CompletableFuture<SentFile> other = CompletableFuture.supplyAsync(
                    () -> transfer.send(file.source(), plan, file.requests(second), TransferObserver.NONE));
            SentFile sent = transfer.send(file.source(), plan, file.requests(server), TransferObserver.NONE);

            assertThat(other.join().md5()).isEqualTo(sent.md5());
            file.assertArrived(server);
            file.assertArrived(second);
        }
    }

    @Test
    void retriesOfAllPartsAreBounded() {
        server.treatAll(Treatment.respond(500, "", ""));
        try (TestFile file = TestFile.write(folder, 10, 3);
                PartTransfer transfer = new PartTransfer(
                        new OkHttpClient(), time, time, new TransferOptions(1, 1_000, Duration.ofSeconds(30)))) {
            TransferException e = failure(transfer, file);

            assertThat(e.kind()).isEqualTo(Kind.ATTEMPTS_EXHAUSTED);
            assertThat(e)
                    .hasMessage("Part 1 (bytes 0 to 10) could not be sent to 127.0.0.1: the host responded with 500 (21"
                            + " attempts). Too many parts failed.");
        }
    }

    @Test
    void aHostThatAsksForALongWaitEndsTheTransfer() {
        server.treat(Treatment.respond(503, "Retry-After: 3600\r\n", ""));
        try (TestFile file = TestFile.write(folder, 10, 1);
                PartTransfer transfer = transfer(1)) {
            assertThat(failure(transfer, file))
                    .hasMessage("Part 1 (bytes 0 to 10) could not be sent to 127.0.0.1: the host responded with 503 (1"
                            + " attempt). It asked to wait for 60 minutes; try again later.");
            assertThat(time.slept()).isEmpty();
        }
    }

    @Test
    void aBrokenConnectionIsBlamedOnTheNetwork() throws IOException {
        server.close();
        try (TestFile file = TestFile.write(folder, 10, 1);
                PartTransfer transfer = transfer(1)) {
            assertThat(failure(transfer, file))
                    .hasMessageStartingWith("Part 1 (bytes 0 to 10) could not be sent to 127.0.0.1: ConnectException: ")
                    .hasMessageEndingWith(" (5 attempts). The file is not the reason. Check the network to this host;"
                            + " proxies and VPNs may break long uploads.");
        }
    }

    @Test
    void connectionsAreKeptBetweenFiles() {
        try (TestFile file = TestFile.write(folder, PART, 2);
                PartTransfer transfer = transfer(1)) {
            transfer.send(file.source(), TransferPlan.of(file.parts()), file.requests(server), TransferObserver.NONE);
            transfer.send(file.source(), TransferPlan.of(file.parts()), file.requests(server), TransferObserver.NONE);

            assertThat(server.connections()).isEqualTo(1);
        }
        assertThat(server.clientLeaves()).isTrue();
    }

    @Test
    void requestsMustUseTheBodyAndAnEncryptedConnection() {
        try (TestFile file = TestFile.write(folder, 10, 1);
                PartTransfer transfer = transfer(1)) {
            TransferPlan plan = TransferPlan.of(file.parts());
            Request other = new Request.Builder().url(server.url("/")).build();
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> transfer.send(file.source(), plan, (part, body) -> other, TransferObserver.NONE));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> transfer.send(
                            file.source(),
                            plan,
                            (part, body) -> new Request.Builder()
                                    .url("http://example.com/")
                                    .put(body)
                                    .build(),
                            TransferObserver.NONE))
                    .withMessageContaining("example.com");
        }
        assertThat(server.heads()).isEmpty();
    }

    @Test
    void aRequestThatCannotBeMadeForNowIsMadeAgain() {
        try (TestFile file = TestFile.write(folder, 10, 1);
                PartTransfer transfer = transfer(1)) {
            PartRequests prescribed = file.requests(server);
            List<Part> asked = new ArrayList<>();

            transfer.send(
                    file.source(),
                    TransferPlan.of(file.parts()),
                    (part, body) -> {
                        asked.add(part);
                        if (asked.size() == 1) {
                            throw new IOException("no credentials");
                        }
                        return prescribed.request(part, body);
                    },
                    TransferObserver.NONE);

            assertThat(asked).hasSize(2);
            file.assertArrived(server);
        }
    }

    @Test
    void partsBeyondTheFileAreRejected() throws IOException {
        Path path = Files.writeString(folder.resolve("short"), "short");
        try (SourceFile file = SourceFile.open(path);
                PartTransfer transfer = transfer(1)) {
            TransferPlan plan = TransferPlan.of(List.of(new Part(7, 0, 6)));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> transfer.send(
                            file,
                            plan,
                            (part, body) -> new Request.Builder()
                                    .url(server.url("/"))
                                    .put(body)
                                    .build(),
                            TransferObserver.NONE))
                    .withMessageStartingWith("Part 7 ends at byte 6, after the end of the file ");
        }
    }

    private static TransferObserver recording(List<TransferProgress> progress) {
        return new TransferObserver() {
            @Override
            public void onProgress(TransferProgress each) {
                progress.add(each);
            }
        };
    }

    private TransferException failure(PartTransfer transfer, TestFile file) {
        return catchThrowableOfType(
                TransferException.class,
                () -> transfer.send(
                        file.source(), TransferPlan.of(file.parts()), file.requests(server), TransferObserver.NONE));
    }

    private PartTransfer transfer(int parallel) {
        return new PartTransfer(
                SmallBuffers.client(), time, time, new TransferOptions(parallel, 5, Duration.ofSeconds(30)));
    }

    private static okhttp3.Response authorize(okhttp3.Interceptor.Chain chain) throws IOException {
        return chain.proceed(authorized(chain.request()));
    }

    private static Request authorized(Request request) {
        return request.newBuilder().header("Authorization", "Bearer secret").build();
    }
}
