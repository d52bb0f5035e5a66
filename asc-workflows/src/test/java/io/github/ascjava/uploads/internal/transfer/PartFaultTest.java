package io.github.ascjava.uploads.internal.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.ascjava.uploads.internal.transfer.TransferException.Kind;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every fault of {@link PartFault}: once and permanently, on a new connection and on a kept one, and in parallel. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PartFaultTest {

    private static final int ATTEMPTS = 3;
    /** Too much for the buffers of both ends, so that a server can respond while the part is being sent. */
    private static final int PART = 512 * 1024;

    private static final int PARTS = 3;

    @RegisterExtension
    final PartServer server = new PartServer();

    @TempDir
    static Path folder;

    private static TestFile file;

    private final FakeTime time = new FakeTime();

    @BeforeAll
    static void writeTheFile() {
        file = TestFile.write(folder, PART, PARTS);
    }

    @AfterAll
    static void closeTheFile() {
        file.close();
    }

    @AfterEach
    void nothingIsLeftBehind() {
        assertThat(TestFile.uploadThreads()).isEmpty();
        assertThat(server.clientLeaves()).as("connections are closed").isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void aPartThatMeetsAFaultOnceOnANewConnectionArrives(PartFault fault) {
        server.treat(fault.treatment());
        assertOutcome(fault, 1, 0);
    }

    @ParameterizedTest
    @EnumSource
    void aPartThatMeetsAFaultOnceOnAKeptConnectionArrives(PartFault fault) {
        server.treat(PartServer.Treatment.CONFIRM, fault.treatment());
        assertOutcome(fault, 1, 1);
    }

    @ParameterizedTest
    @EnumSource
    void allPartsThatMeetAFaultOnceAtTheSameTimeArrive(PartFault fault) {
        server.treat(fault.treatment(), fault.treatment(), fault.treatment());
        assertOutcome(fault, PARTS, 0);
    }

    @ParameterizedTest
    @EnumSource
    void aPartThatMeetsAFaultForEverEndsTheTransfer(PartFault fault) {
        server.treatAll(fault.treatment());
        try (PartTransfer transfer = transfer(fault, 1, false)) {
            TransferException e = failure(transfer);

            assertThat(e.kind()).isEqualTo(fault.kind() == null ? Kind.ATTEMPTS_EXHAUSTED : fault.kind());
            assertThat(e)
                    .hasMessageStartingWith("Part 1 (bytes 0 to " + PART + ") ")
                    .hasMessageContaining("127.0.0.1")
                    .hasMessageContaining(fault.kind() == null ? "(3 attempts)" : fault.text())
                    .message()
                    .doesNotContain("Signature")
                    .doesNotContainPattern("[\\r\\n]");
            int requests = fault.kind() == null ? ATTEMPTS : 1;
            // The server may not have noticed the last one yet.
            PartServer.comes(() -> server.heads().size() == requests);
            assertThat(server.heads()).hasSize(requests);
        }
    }

    /**
     * Sends the file.
     *
     * @param faults how many faults there are, and at the same time how many parts are sent in parallel
     * @param before how many requests are confirmed before the first fault
     */
    private void assertOutcome(PartFault fault, int faults, int before) {
        try (PartTransfer transfer = transfer(fault, faults, true)) {
            if (fault.kind() != null) {
                TransferException e = failure(transfer);
                assertThat(e.kind()).isEqualTo(fault.kind());
                assertThat(e).hasMessageContaining(fault.text());
                assertThat(server.heads()).hasSizeBetween(before + 1, before + faults);
                return;
            }
            SentFile sent = transfer.send(
                    file.source(), TransferPlan.of(file.parts()), file.requests(server), TransferObserver.NONE);
            assertThat(sent.parts()).extracting(SentPart::part).containsExactlyElementsOf(file.parts());
            assertThat(sent.parts().stream().mapToInt(SentPart::attempts).sum()).isEqualTo(PARTS + faults);
            assertThat(server.heads()).hasSize(PARTS + faults).allMatch(head -> head.startsWith("PUT /upload?part="));
            assertThat(time.slept()).hasSize(faults);
            file.assertArrived(server);
        }
    }

    private TransferException failure(PartTransfer transfer) {
        return catchThrowableOfType(
                TransferException.class,
                () -> transfer.send(
                        file.source(), TransferPlan.of(file.parts()), file.requests(server), TransferObserver.NONE));
    }

    /** A short timeout for a server that stalls, and a longer one where a response follows on a busy machine. */
    private PartTransfer transfer(PartFault fault, int parallel, boolean goodResponseFollows) {
        long millis = !fault.name().startsWith("STALL") ? 30_000 : goodResponseFollows ? 1_000 : 50;
        // One part may meet the faults of all.
        int attempts = goodResponseFollows ? PARTS + 1 : ATTEMPTS;
        TransferOptions options = new TransferOptions(parallel, attempts, Duration.ofMillis(millis));
        return new PartTransfer(SmallBuffers.client(), time, time, options);
    }
}
