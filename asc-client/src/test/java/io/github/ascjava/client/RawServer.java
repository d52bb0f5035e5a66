package io.github.ascjava.client;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A server on loopback that can break a connection anywhere, stall, trickle and violate HTTP, as no HTTP server does.
 *
 * <p>It applies the test's treatments, one per request, and the last one to all further requests.
 */
public final class RawServer implements AfterEachCallback {

    private final ServerSocket listening;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final AtomicInteger served = new AtomicInteger();
    private final CountDownLatch clientLeft = new CountDownLatch(1);
    private volatile List<Treatment> treatments = List.of(Treatment.answer(200, Map.of(), "{}"));
    private volatile boolean respondsEarly;

    public RawServer() {
        try {
            listening = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start(this::accept, "accepting");
    }

    /** Sets the treatments of the next requests. */
    public void treat(Treatment... inOrder) {
        served.set(0);
        treatments = List.of(inOrder);
    }

    /** Applies the treatments of further requests when their heads have arrived; the bodies are left to the treatments. */
    public void respondEarly() {
        respondsEarly = true;
    }

    public String url() {
        return "http://127.0.0.1:" + listening.getLocalPort() + "/";
    }

    /** Returns the heads of the requests received, in order. */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    /** Waits until a request has arrived. */
    public void awaitRequest() {
        if (!Leaks.comes(() -> !requests.isEmpty())) {
            throw new AssertionError("No request came.");
        }
    }

    /** Waits until a connection that the server held open has ended. */
    public boolean clientLeaves() throws InterruptedException {
        return clientLeft.await(10, TimeUnit.SECONDS);
    }

    @Override
    public void afterEach(ExtensionContext context) throws IOException {
        close();
    }

    void close() throws IOException {
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
                start(() -> serve(socket), "serving");
            }
        } catch (IOException e) {
            // The test is over.
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            Connection connection = new Connection(socket);
            String request = connection.request(respondsEarly);
            while (!request.isEmpty()) {
                requests.add(request);
                int number = served.getAndIncrement();
                treatments.get(Math.min(number, treatments.size() - 1)).apply(connection);
                request = connection.request(respondsEarly);
            }
        } catch (IOException e) {
            // Broken by the test or by the client.
        } finally {
            clientLeft.countDown();
            open.remove(socket);
        }
    }

    private static void start(Runnable task, String name) {
        Thread thread = new Thread(task, "raw server, " + name);
        thread.setDaemon(true);
        thread.start();
    }

    /** A treatment of a request. */
    @FunctionalInterface
    public interface Treatment {

        void apply(Connection connection) throws IOException;

        default Treatment andThen(Treatment next) {
            return connection -> {
                apply(connection);
                next.apply(connection);
            };
        }

        /** Responds as servers do. */
        static Treatment answer(int status, Map<String, String> headers, String body) {
            return answer(status, headers, body.getBytes(StandardCharsets.UTF_8));
        }

        static Treatment answer(int status, Map<String, String> headers, byte[] body) {
            return connection -> {
                connection.write(head(status, headers, body.length));
                connection.write(body);
            };
        }

        static String head(int status, Map<String, String> headers, int length) {
            StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " Whatever\r\n");
            headers.forEach((name, value) ->
                    head.append(name).append(": ").append(value).append("\r\n"));
            return head.append("Content-Length: ")
                    .append(length)
                    .append("\r\n\r\n")
                    .toString();
        }
    }

    /** One connection of a client. */
    public static final class Connection {

        private final Socket socket;
        private final InputStream in;
        private final OutputStream out;

        private Connection(Socket socket) throws IOException {
            this.socket = socket;
            this.in = socket.getInputStream();
            this.out = socket.getOutputStream();
        }

        public void write(String text) throws IOException {
            write(text.getBytes(StandardCharsets.UTF_8));
        }

        public void write(byte[] bytes) throws IOException {
            out.write(bytes);
            out.flush();
        }

        /** Closes the connection properly. */
        public void close() throws IOException {
            socket.close();
        }

        /** Closes the connection like a machine that does not know it. */
        public void reset() throws IOException {
            socket.setSoLinger(true, 0);
            socket.close();
        }

        /** Announces the end of what the server sends, and receives whatever follows. */
        public void halfClose() throws IOException {
            socket.shutdownOutput();
            stall();
        }

        /** Sends nothing until the client closes the connection. */
        public void stall() throws IOException {
            in.transferTo(OutputStream.nullOutputStream());
            socket.close();
        }

        /** Writes one byte every few milliseconds, until its end or until the client gives up. */
        public void trickle(byte[] bytes, int pauseMillis) throws IOException {
            socket.setSoTimeout(pauseMillis);
            for (byte b : bytes) {
                out.write(b);
                out.flush();
                if (isClosedByTheClient()) {
                    return;
                }
            }
            socket.setSoTimeout(0);
        }

        private boolean isClosedByTheClient() throws IOException {
            try {
                return in.read() == -1;
            } catch (SocketTimeoutException e) {
                return false;
            }
        }

        /** Reads a request and returns its head; empty if there are no more requests. */
        private String request(boolean withoutBody) throws IOException {
            ByteArrayOutputStream head = new ByteArrayOutputStream();
            int b = in.read();
            while (b != -1) {
                head.write(b);
                if (b == '\n' && head.toString(StandardCharsets.UTF_8).endsWith("\r\n\r\n")) {
                    String text = head.toString(StandardCharsets.UTF_8);
                    if (!withoutBody) {
                        in.readNBytes(length(text));
                    }
                    return text;
                }
                b = in.read();
            }
            return "";
        }

        private int length(String head) {
            return head.lines()
                    .filter(line -> line.regionMatches(true, 0, "Content-Length:", 0, 15))
                    .mapToInt(line -> Integer.parseInt(line.substring(15).strip()))
                    .findFirst()
                    .orElse(0);
        }
    }
}
