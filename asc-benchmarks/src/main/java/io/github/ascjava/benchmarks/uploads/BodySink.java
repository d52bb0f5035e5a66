package io.github.ascjava.benchmarks.uploads;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A server on loopback that reads bodies and drops them. It speaks as much HTTP as clients need that upload files. */
public abstract class BodySink {

    private static final int WINDOW = 64 * 1024;
    private static final String CONTENT_LENGTH = "content-length:";

    private final long bytesPerSecond;
    private final Object pace = new Object();
    private long freeAt = System.nanoTime();

    /**
     * Makes a server.
     *
     * @param bytesPerSecond what all connections together get, 0 for no limit
     */
    protected BodySink(long bytesPerSecond) {
        this.bytesPerSecond = bytesPerSecond;
    }

    /** What the server says to a request, such as {@code 200 OK} with header lines that end in CRLF, and a body. */
    public record Reply(String status, String headers, String body) {}

    /**
     * Returns the reply to a request whose body has been read; may wait. Called by a thread of each connection.
     *
     * @param requestLine such as {@code PUT /file?part=1 HTTP/1.1}
     */
    protected abstract Reply reply(String requestLine);

    /** Prints the port, and serves until the process is killed. */
    protected final void serve() throws IOException {
        try (ServerSocket listening = new ServerSocket(0, 100, InetAddress.getLoopbackAddress())) {
            System.out.println(listening.getLocalPort());
            while (true) {
                Socket socket = listening.accept();
                Thread thread = new Thread(() -> serve(socket));
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
                String head = new String(window, 0, end, StandardCharsets.ISO_8859_1);
                readBody(in, window, contentLength(head) - (filled - end));
                socket.getOutputStream().write(bytes(reply(head.substring(0, head.indexOf('\r')))));
            }
        } catch (IOException e) {
            // The client has left.
        }
    }

    private static byte[] bytes(Reply reply) {
        String head = "HTTP/1.1 " + reply.status + "\r\n" + reply.headers + "Content-Length: " + reply.body.length()
                + "\r\n\r\n";
        return (head + reply.body).getBytes(StandardCharsets.ISO_8859_1);
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
