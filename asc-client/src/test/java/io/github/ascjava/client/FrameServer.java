package io.github.ascjava.client;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A server on loopback that speaks HTTP/2 without TLS, frame by frame, and so can reset streams and say goodbye (RFC 9113,
 * 5.4 and 6.8) at any moment.
 *
 * <p>It applies the test's treatments, one per request, and answers all further requests.
 */
final class FrameServer implements AfterEachCallback {

    private static final int DATA = 0;
    private static final int HEADERS = 1;
    private static final int RST_STREAM = 3;
    private static final int SETTINGS = 4;
    private static final int PING = 6;
    private static final int GOAWAY = 7;
    private static final int WINDOW_UPDATE = 8;
    private static final int END_STREAM = 1;
    private static final int ACK = 1;
    private static final int END_HEADERS = 4;
    private static final int PREFACE = 24;

    private final ServerSocket listening;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger requests = new AtomicInteger();
    private volatile List<Treatment> treatments = List.of();
    private final AtomicBoolean noticed = new AtomicBoolean();
    private volatile boolean early;

    FrameServer() {
        try {
            listening = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start(this::accept);
    }

    /** Sets the treatments of the next requests, after the last byte of each. */
    void treat(Treatment... inOrder) {
        early = false;
        requests.set(0);
        treatments = List.of(inOrder);
    }

    /** As {@link #treat}, but after the first bytes of the request's body; the client may not send many more. */
    void treatEarly(Treatment... inOrder) {
        treat(inOrder);
        early = true;
    }

    String url() {
        return "http://127.0.0.1:" + listening.getLocalPort() + "/";
    }

    /** Returns how many requests were begun. */
    int requests() {
        return requests.get();
    }

    /** Returns whether the client has read everything up to a {@link Stream#ping}. */
    boolean isNoticed() {
        return noticed.get();
    }

    int connections() {
        return connections.get();
    }

    @Override
    public void afterEach(ExtensionContext context) throws IOException {
        listening.close();
        for (Socket socket : open) {
            socket.close();
        }
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = listening.accept();
                socket.setTcpNoDelay(true);
                open.add(socket);
                connections.incrementAndGet();
                start(() -> serve(socket));
            }
        } catch (IOException e) {
            // The test is over.
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            DataInputStream in = new DataInputStream(socket.getInputStream());
            in.readNBytes(PREFACE);
            frame(socket, SETTINGS, 0, 0);
            int number = 0;
            boolean treated = false;
            while (true) {
                int length = in.readUnsignedByte() << 16 | in.readUnsignedShort();
                int type = in.readUnsignedByte();
                int flags = in.readUnsignedByte();
                int stream = in.readInt();
                byte[] payload = in.readNBytes(length);
                if (type == HEADERS) {
                    number = requests.getAndIncrement();
                    treated = false;
                }
                boolean ends = (type == HEADERS || type == DATA) && (flags & END_STREAM) != 0;
                if (!treated && (ends || (type == DATA && early && number < treatments.size()))) {
                    treated = true;
                    treatment(number).apply(new Stream(socket, stream));
                } else if (type == DATA && !treated) {
                    frame(socket, WINDOW_UPDATE, 0, 0, int32(length));
                    frame(socket, WINDOW_UPDATE, 0, stream, int32(length));
                } else if (type == PING && (flags & ACK) != 0) {
                    noticed.set(true);
                } else if ((type == SETTINGS || type == PING) && (flags & ACK) == 0) {
                    frame(socket, type, ACK, 0, type == PING ? payload : new byte[0]);
                }
            }
        } catch (IOException e) {
            // Broken by the test or by the client.
        } finally {
            open.remove(socket);
        }
    }

    private Treatment treatment(int number) {
        return number < treatments.size() ? treatments.get(number) : Stream::answer;
    }

    private static void frame(Socket socket, int type, int flags, int stream, byte[]... parts) throws IOException {
        DataOutputStream out = new DataOutputStream(socket.getOutputStream());
        synchronized (socket) {
            int length = 0;
            for (byte[] part : parts) {
                length += part.length;
            }
            out.writeByte(length >> 16);
            out.writeShort(length);
            out.writeByte(type);
            out.writeByte(flags);
            out.writeInt(stream);
            for (byte[] part : parts) {
                out.write(part);
            }
            out.flush();
        }
    }

    private static byte[] int32(int value) {
        return new byte[] {(byte) (value >> 24), (byte) (value >> 16), (byte) (value >> 8), (byte) value};
    }

    private static void start(Runnable task) {
        Thread thread = new Thread(task, "frame server");
        thread.setDaemon(true);
        thread.start();
    }

    /** A treatment of a request. */
    @FunctionalInterface
    interface Treatment {

        void apply(Stream stream) throws IOException;
    }

    /** One request and its response. */
    static final class Stream {

        private final Socket socket;
        private final int id;

        private Stream(Socket socket, int id) {
            this.socket = socket;
            this.id = id;
        }

        /** Responds with a user. */
        void answer() throws IOException {
            head(200);
            data(Fault.Body.USER, true);
        }

        void head(int status) throws IOException {
            // Literals without indexing (RFC 7541, 6.2.2): :status is name 8, content-type is name 31.
            byte[] type = "application/json".getBytes(StandardCharsets.US_ASCII);
            byte[] code = Integer.toString(status).getBytes(StandardCharsets.US_ASCII);
            frame(
                    socket,
                    HEADERS,
                    END_HEADERS,
                    id,
                    new byte[] {8, (byte) code.length},
                    code,
                    new byte[] {15, 16, (byte) type.length},
                    type);
        }

        void data(String text, boolean end) throws IOException {
            frame(socket, DATA, end ? END_STREAM : 0, id, text.getBytes(StandardCharsets.UTF_8));
        }

        void reset(int code) throws IOException {
            frame(socket, RST_STREAM, 0, id, int32(code));
        }

        /** Says goodbye; this request is the last one that is or may be processed. */
        void goAway(int code) throws IOException {
            frame(socket, GOAWAY, 0, 0, int32(id), int32(code));
        }

        /** Says goodbye before this request, which is therefore not processed. */
        void goAwayBefore(int code) throws IOException {
            frame(socket, GOAWAY, 0, 0, int32(Math.max(0, id - 2)), int32(code));
        }

        void ping() throws IOException {
            frame(socket, PING, 0, 0, new byte[8]);
        }

        void close() throws IOException {
            socket.close();
        }
    }
}
