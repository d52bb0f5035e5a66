package io.github.ascjava.benchmarks.uploads;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** A host of parts on loopback for {@code scripts/upload-speed}: it reads bodies and drops them. */
public final class UploadServer {

    private static final int WINDOW = 64 * 1024;
    private static final String CONTENT_LENGTH = "content-length:";

    private final long bytesPerSecond;
    private final int failsEvery;
    private final long delayMillis;
    private final AtomicLong requests = new AtomicLong();
    private final Object pace = new Object();
    private long freeAt = System.nanoTime();

    private UploadServer(long bytesPerSecond, int failsEvery, long delayMillis) {
        this.bytesPerSecond = bytesPerSecond;
        this.failsEvery = failsEvery;
        this.delayMillis = delayMillis;
    }

    /**
     * Serves until the process is killed. Prints the port.
     *
     * @param args MiB per second that all connections together get, 0 for no limit; which request fails with a 503 after
     *     its body, such as every 20th, 0 for none; milliseconds that each response is delayed
     */
    public static void main(String[] args) throws IOException {
        UploadServer server =
                new UploadServer(Long.parseLong(args[0]) << 20, Integer.parseInt(args[1]), Long.parseLong(args[2]));
        try (ServerSocket listening = new ServerSocket(0, 100, InetAddress.getLoopbackAddress())) {
            System.out.println(listening.getLocalPort());
            while (true) {
                Socket socket = listening.accept();
                Thread thread = new Thread(() -> server.serve(socket));
                thread.setDaemon(true);
                thread.start();
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            InputStream in = socket.getInputStream();
            byte[] window = new byte[WINDOW];
            while (true) {
                // A client sends nothing after a request until it has the response.
                int filled = 0;
                int end = -1;
                while (end < 0) {
                    filled += read(in, window, filled, window.length - filled);
                    end = endOfHead(window, filled);
                }
                readBody(
                        in,
                        window,
                        contentLength(new String(window, 0, end, StandardCharsets.ISO_8859_1)) - (filled - end));
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(delayMillis));
                boolean fails = failsEvery > 0 && requests.incrementAndGet() % failsEvery == 0;
                String response = fails ? "503 Slow Down\r\nRetry-After: 0\r\n" : "200 OK\r\nETag: \"1\"\r\n";
                socket.getOutputStream()
                        .write(("HTTP/1.1 " + response + "Content-Length: 0\r\n\r\n")
                                .getBytes(StandardCharsets.ISO_8859_1));
            }
        } catch (IOException e) {
            // The client has left.
        }
    }

    private void readBody(InputStream in, byte[] window, long length) throws IOException {
        for (long left = length; left > 0; ) {
            int count = read(in, window, 0, (int) Math.min(window.length, left));
            left -= count;
            if (bytesPerSecond > 0) {
                pace(count);
            }
        }
    }

    /** Waits until the line has had the time for these bytes; it may be some milliseconds late, not more. */
    private void pace(int bytes) {
        long wait;
        synchronized (pace) {
            long now = System.nanoTime();
            freeAt =
                    Math.max(freeAt, now - TimeUnit.MILLISECONDS.toNanos(20)) + bytes * 1_000_000_000L / bytesPerSecond;
            wait = freeAt - now;
        }
        if (wait > 0) {
            LockSupport.parkNanos(wait);
        }
    }

    private static int read(InputStream in, byte[] window, int offset, int length) throws IOException {
        int count = in.read(window, offset, length);
        if (count < 0) {
            throw new EOFException();
        }
        return count;
    }

    private static int endOfHead(byte[] bytes, int length) {
        for (int i = 3; i < length; i++) {
            if (bytes[i] == '\n' && bytes[i - 1] == '\r' && bytes[i - 2] == '\n' && bytes[i - 3] == '\r') {
                return i + 1;
            }
        }
        return -1;
    }

    private static long contentLength(String head) {
        for (String line : head.split("\r\n", -1)) {
            if (line.regionMatches(true, 0, CONTENT_LENGTH, 0, CONTENT_LENGTH.length())) {
                return Long.parseLong(line.substring(CONTENT_LENGTH.length()).strip());
            }
        }
        return 0;
    }
}
