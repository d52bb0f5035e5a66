package io.github.ascjava.uploads.internal.transfer;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A host of parts on loopback that keeps what it confirms, and can break a connection anywhere.
 *
 * <p>It applies the test's treatments, one per request, and confirms all further requests.
 */
final class PartServer implements AfterEachCallback {

    private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(10);

    private final ServerSocket listening;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final List<String> heads = new CopyOnWriteArrayList<>();
    private final Map<String, byte[]> stored = new ConcurrentHashMap<>();
    private final AtomicInteger served = new AtomicInteger();
    private final AtomicInteger connections = new AtomicInteger();
    private volatile List<Treatment> treatments = List.of();
    private volatile Treatment otherwise = Treatment.CONFIRM;

    private final String scheme;

    PartServer() {
        this("http", ServerSocketFactory.getDefault());
    }

    private PartServer(String scheme, ServerSocketFactory sockets) {
        this.scheme = scheme;
        try {
            listening = sockets.createServerSocket();
            // The connections take it over.
            listening.setReceiveBufferSize(SmallBuffers.BYTES);
            listening.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 200);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start(this::accept);
    }

    /** Returns a server for TLS that prefers HTTP/2, which it does not speak. */
    static PartServer overTls(SSLContext context) {
        PartServer server = new PartServer("https", context.getServerSocketFactory());
        SSLParameters parameters = ((SSLServerSocket) server.listening).getSSLParameters();
        parameters.setApplicationProtocols(new String[] {"h2", "http/1.1"});
        ((SSLServerSocket) server.listening).setSSLParameters(parameters);
        return server;
    }

    /** Sets the treatments of the next requests; later ones are confirmed. */
    void treat(Treatment... inOrder) {
        served.set(0);
        treatments = List.of(inOrder);
    }

    /** Sets the treatment of all requests. */
    void treatAll(Treatment treatment) {
        treatments = List.of();
        otherwise = treatment;
    }

    String url(String pathAndQuery) {
        return scheme + "://127.0.0.1:" + listening.getLocalPort() + pathAndQuery;
    }

    /** Returns the heads of the requests received, in order. */
    List<String> heads() {
        return List.copyOf(heads);
    }

    /** Returns the bodies that were received completely, by request target. */
    Map<String, byte[]> stored() {
        return Map.copyOf(stored);
    }

    int connections() {
        return connections.get();
    }

    /** Returns whether, after a while, the client has no connection left. */
    boolean clientLeaves() {
        return comes(open::isEmpty);
    }

    /** Waits until a condition holds, for ten seconds at most. */
    static boolean comes(BooleanSupplier condition) {
        long start = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - start > LONGEST_NANOS) {
                return false;
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
        }
        return true;
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
                connections.incrementAndGet();
                start(() -> serve(socket));
            }
        } catch (IOException e) {
            // The test is over.
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            Connection connection = new Connection(socket, stored);
            while (connection.readHead()) {
                heads.add(connection.head());
                int number = served.getAndIncrement();
                List<Treatment> now = treatments;
                (number < now.size() ? now.get(number) : otherwise).apply(connection);
            }
        } catch (IOException e) {
            // Broken by the test or by the client.
        } finally {
            open.remove(socket);
        }
    }

    private static void start(Runnable task) {
        Thread thread = new Thread(task, "part server");
        thread.setDaemon(true);
        thread.start();
    }

    /** A treatment of a request whose head has arrived. */
    @FunctionalInterface
    interface Treatment {

        Treatment CONFIRM = connection -> {
            connection.store();
            connection.write("HTTP/1.1 200 OK\r\nETag: \"e" + connection.target() + "\"\r\nContent-Length: 0\r\n\r\n");
        };

        void apply(Connection connection) throws IOException;

        default Treatment andThen(Treatment next) {
            return connection -> {
                apply(connection);
                next.apply(connection);
            };
        }

        /** Reads the body, and responds. */
        static Treatment respond(int status, String headers, String body) {
            return connection -> {
                connection.store();
                connection.write(response(status, headers, body));
            };
        }

        /** Responds as soon as the head has arrived. */
        static Treatment respondEarly(int status, String headers, String body) {
            return connection -> connection.write(response(status, headers, body));
        }

        static String response(int status, String headers, String body) {
            return "HTTP/1.1 " + status + " Whatever\r\n" + headers + "Content-Length: " + body.length() + "\r\n\r\n"
                    + body;
        }
    }

    /** One connection of a client. */
    static final class Connection {

        private final Socket socket;
        private final InputStream in;
        private final OutputStream out;
        private final Map<String, byte[]> stored;
        private String head = "";

        private Connection(Socket socket, Map<String, byte[]> stored) throws IOException {
            this.socket = socket;
            this.in = new BufferedInputStream(socket.getInputStream());
            this.out = socket.getOutputStream();
            this.stored = stored;
        }

        String head() {
            return head;
        }

        String target() {
            return head.split(" ", 3)[1];
        }

        /** Reads the body and keeps it. */
        void store() throws IOException {
            byte[] body = in.readNBytes(length());
            if (body.length == length()) {
                stored.put(target(), body);
            }
        }

        void read(int bytes) throws IOException {
            in.readNBytes(bytes);
        }

        void write(String text) throws IOException {
            out.write(text.getBytes(StandardCharsets.UTF_8));
            out.flush();
        }

        /** Closes the connection properly. */
        void close() throws IOException {
            socket.close();
        }

        /** Closes the connection like a machine that does not know it. */
        void reset() throws IOException {
            socket.setSoLinger(true, 0);
            socket.close();
        }

        /** Announces the end of what the server sends, and receives whatever follows. */
        void halfClose() throws IOException {
            socket.shutdownOutput();
            stall();
        }

        /** Sends nothing until the client closes the connection. */
        void stall() throws IOException {
            in.transferTo(OutputStream.nullOutputStream());
            socket.close();
        }

        /** Neither reads nor sends, until the server is closed or the client has left. */
        void hold() throws IOException {
            while (!socket.isClosed()) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
                // A byte of urgent data is the only way to notice that the client left without reading what it sent.
                socket.sendUrgentData(0);
            }
        }

        private boolean readHead() throws IOException {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            int b = in.read();
            while (b != -1) {
                bytes.write(b);
                if (b == '\n' && bytes.toString(StandardCharsets.UTF_8).endsWith("\r\n\r\n")) {
                    head = bytes.toString(StandardCharsets.UTF_8);
                    return true;
                }
                b = in.read();
            }
            return false;
        }

        private int length() {
            return head.lines()
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("content-length:"))
                    .mapToInt(line -> Integer.parseInt(line.substring(15).strip()))
                    .findFirst()
                    .orElse(0);
        }
    }
}
