package io.github.ascjava.benchmarks.life;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A server on this machine that keeps connections open until the client closes them, and counts them.
 *
 * <p>It has one thread for all connections, so that the threads of the process are those of the client. Every user exists, users
 * whose id begins with {@code busy} only after a 503, and lists have {@value #PAGES} pages.
 */
final class PlainServer implements AutoCloseable {

    static final int PAGES = 3;

    private static final int BACKLOG = 1_000;
    private static final Pattern ONE = Pattern.compile("/v1/users/(\\w+) ");

    private final Selector selector = Selector.open();
    private final ServerSocketChannel listening = ServerSocketChannel.open();
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger mostOpen = new AtomicInteger();
    private final AtomicInteger requests = new AtomicInteger();

    PlainServer() throws IOException {
        listening.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
        listening.configureBlocking(false);
        listening.register(selector, SelectionKey.OP_ACCEPT);
        Thread thread = new Thread(this::serve, "plain server");
        thread.setDaemon(true);
        thread.start();
    }

    String url() {
        return "http://127.0.0.1:" + listening.socket().getLocalPort() + "/";
    }

    /** Returns the number of connections that clients have open. */
    int open() {
        return open.get();
    }

    /** Returns the largest number of connections that were open at a time. */
    int mostOpen() {
        return mostOpen.get();
    }

    @Override
    public void close() throws IOException {
        selector.close();
        listening.close();
    }

    private void serve() {
        try {
            while (selector.isOpen()) {
                selector.select(this::serve);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void serve(SelectionKey key) {
        try {
            if (key.isAcceptable()) {
                SocketChannel accepted = listening.accept();
                accepted.configureBlocking(false);
                accepted.register(selector, SelectionKey.OP_READ, new ByteArrayOutputStream());
                mostOpen.accumulateAndGet(open.incrementAndGet(), Math::max);
            } else {
                read((SocketChannel) key.channel(), (ByteArrayOutputStream) key.attachment());
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void read(SocketChannel channel, ByteArrayOutputStream received) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(8_192);
        if (read(channel, bytes) < 0) {
            channel.close();
            open.decrementAndGet();
            return;
        }
        received.write(bytes.array(), 0, bytes.position());
        String request = received.toString(StandardCharsets.US_ASCII);
        if (request.endsWith("\r\n\r\n")) {
            String line = request.substring(0, request.indexOf('\r'));
            channel.write(ByteBuffer.wrap(response(line).getBytes(StandardCharsets.US_ASCII)));
            received.reset();
        }
    }

    /** A client that was killed resets its connections. */
    private static int read(SocketChannel channel, ByteBuffer bytes) {
        try {
            return channel.read(bytes);
        } catch (IOException e) {
            return -1;
        }
    }

    private String response(String line) {
        int number = requests.incrementAndGet();
        if (line.contains("/v1/users/busy") && number % 2 == 1) {
            return "HTTP/1.1 503 Busy\r\nContent-Length: 0\r\n\r\n";
        }
        Matcher one = ONE.matcher(line);
        String body = one.find() ? "{\"data\":" + user(one.group(1)) + "}" : page(line);
        return "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n"
                + body;
    }

    private String page(String line) {
        int page = line.contains("cursor=p") ? line.charAt(line.indexOf("cursor=p") + 8) - '0' : 1;
        String next = page == PAGES ? "" : ",\"next\":\"" + url() + "v1/users?cursor=p" + (page + 1) + "\"";
        return "{\"data\":[" + user("u" + page) + "],\"links\":{\"self\":\"" + url() + "v1/users\"" + next + "}}";
    }

    private static String user(String id) {
        return "{\"type\":\"users\",\"id\":\"" + id + "\",\"attributes\":{\"username\":\"u@example.com\"}}";
    }
}
