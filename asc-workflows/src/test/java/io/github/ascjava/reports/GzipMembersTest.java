package io.github.ascjava.reports;

import static io.github.ascjava.reports.ReportFiles.gzip;
import static io.github.ascjava.reports.ReportFiles.line;
import static io.github.ascjava.reports.ReportFiles.rows;
import static io.github.ascjava.reports.ReportFiles.utf8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Files of several gzip members, which the JDK's own stream reads to their end only if they arrive without a pause. */
class GzipMembersTest {

    private static final byte[] FIRST = gzip(utf8(line("SKU", "Units") + line("A", "1") + line("B", "2")));
    private static final byte[] SECOND = gzip(utf8(line("C", "3") + line("D", "4")));

    @Test
    void allMembersAreRead() {
        assertThat(rows(concat(FIRST, SECOND, SECOND)))
                .extracting(row -> row.text("SKU"))
                .containsExactly("A", "B", "C", "D", "C", "D");
    }

    @Test
    void membersMayBeEmptyAndMayEndWithinALine() {
        byte[] empty = gzip(new byte[0]);
        byte[] file =
                concat(empty, gzip(utf8("SKU\tUn"), utf8("its\nA"), utf8("\t1\n")), empty, gzip(utf8("B\t2")), empty);

        assertThat(rows(file)).extracting(row -> row.text("SKU")).containsExactly("A", "B");
    }

    @Test
    void zerosAtTheEndAreIgnored() {
        for (int length : new int[] {1, 7, 511, 100_000}) {
            assertThat(rows(concat(FIRST, SECOND, new byte[length]))).hasSize(4);
        }
    }

    @Test
    void headersMayHaveAllOptionalFields() {
        byte[] plain = SECOND;
        byte[] header = {0x1f, (byte) 0x8b, 8, 0x1e, 0, 0, 0, 0, 0, 3, 2, 0, 'x', 'y', 'n', 0, 'c', 'c', 0, 1, 2};
        byte[] withFields = concat(header, Arrays.copyOfRange(plain, 10, plain.length));

        assertThat(rows(concat(FIRST, withFields))).hasSize(4);
    }

    @Test
    @Timeout(60)
    void aPauseBetweenMembersIsNotTheEnd() throws Exception {
        CountDownLatch waiting = new CountDownLatch(1);
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Void> sent = CompletableFuture.runAsync(() -> send(server, waiting));
            try (Socket socket = new Socket(server.getInetAddress(), server.getLocalPort());
                    ReportReader reader = ReportReader.open(
                            new ReportingInputStream(socket.getInputStream(), FIRST.length, waiting))) {
                assertThat(reader).extracting(row -> row.text("SKU")).containsExactly("A", "B", "C", "D");
            }
            sent.join();
        }
    }

    /** Sends the second member, and zeros, only when the client waits for more than the first. */
    private static void send(ServerSocket server, CountDownLatch waiting) {
        try (Socket socket = server.accept();
                OutputStream out = socket.getOutputStream()) {
            out.write(FIRST);
            waiting.await();
            out.write(SECOND);
            out.write(new byte[100]);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] concat(byte[]... parts) {
        int length = 0;
        for (byte[] part : parts) {
            length += part.length;
        }
        byte[] all = new byte[length];
        int position = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, all, position, part.length);
            position += part.length;
        }
        return all;
    }

    /** Reports the first read behind a number of bytes, before it waits for the network. */
    private static final class ReportingInputStream extends FilterInputStream {

        private final CountDownLatch waiting;
        private long expected;

        ReportingInputStream(InputStream in, long expected, CountDownLatch waiting) {
            super(in);
            this.expected = expected;
            this.waiting = waiting;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            if (expected == 0) {
                waiting.countDown();
            }
            int count = super.read(target, offset, length);
            expected = Math.max(0, expected - Math.max(0, count));
            return count;
        }
    }
}
