package io.github.ascjava.benchmarks.soak;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A server on this machine that has users and groups, and often breaks a connection instead of responding.
 *
 * <p>It speaks HTTP/1.1 over plain sockets, because HTTP servers do not break their responses on purpose.
 */
final class SoakServer implements AutoCloseable {

    static final String THREADS = "soak server";
    static final int PAGES = 3;
    static final int USERS_ON_A_PAGE = 20;

    private static final Pattern ONE = Pattern.compile("(GET|PATCH) /v1/(users|betaGroups)/c(\\d+)[? ].*");
    private static final Pattern LIST = Pattern.compile("GET /v1/users\\?.*filter%5Busername%5D=c(\\d+).*");
    private static final Pattern PAGE = Pattern.compile("[?&]cursor=p(\\d+)");
    private static final Pattern NAME = Pattern.compile("\"name\":\"c(\\d+)\"");
    private static final Pattern LENGTH = Pattern.compile("(?im)^content-length: *(\\d+)");
    private static final int PIECES = 5;
    private static final int PAUSE_MILLIS = 20;

    private final FaultPlan plan;
    private final ServerSocket listening;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final Map<String, Served> served = new ConcurrentHashMap<>();
    private final Map<Fault, LongAdder> faults = new ConcurrentHashMap<>();
    private final LongAdder requests = new LongAdder();
    private final LongAdder connections = new LongAdder();

    SoakServer(FaultPlan plan) throws IOException {
        this.plan = plan;
        this.listening = new ServerSocket(0, 500, InetAddress.getLoopbackAddress());
        start(this::accept);
    }

    String url() {
        return "http://127.0.0.1:" + listening.getLocalPort() + "/";
    }

    /** Returns the responses to the requests of a call for a page, since the last call of this method. */
    List<@Nullable Fault> take(int call, int page) {
        return served.getOrDefault(call + "/" + page, new Served()).take();
    }

    long requests() {
        return requests.sum();
    }

    long connections() {
        return connections.sum();
    }

    long faults(Fault fault) {
        LongAdder count = faults.get(fault);
        return count == null ? 0 : count.sum();
    }

    /** Returns the number of connections that clients have open. */
    int open() {
        return open.size();
    }

    /** Forgets the requests received so far. */
    void forget() {
        served.clear();
    }

    @Override
    public void close() throws IOException {
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
                connections.increment();
                start(() -> serve(socket));
            }
        } catch (IOException e) {
            // The connection was closed.
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            InputStream in = new BufferedInputStream(socket.getInputStream());
            while (answer(request(in), socket)) {
                // One request after the other.
            }
        } catch (IOException e) {
            // The client went away.
        } finally {
            open.remove(socket);
        }
    }

    /** Reads one request, including its body. */
    private static String request(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        int newLines = 0;
        while (newLines < 2) {
            int next = in.read();
            if (next < 0) {
                throw new EOFException();
            }
            head.write(next);
            newLines = next == '\n' ? newLines + 1 : next == '\r' ? newLines : 0;
        }
        String request = head.toString(StandardCharsets.UTF_8);
        Matcher length = LENGTH.matcher(request);
        byte[] body = in.readNBytes(length.find() ? Integer.parseInt(length.group(1)) : 0);
        return request + new String(body, StandardCharsets.UTF_8);
    }

    /** Returns whether the connection can be reused. */
    private boolean answer(String request, Socket socket) throws IOException {
        requests.increment();
        OutputStream out = socket.getOutputStream();
        String line = request.substring(0, request.indexOf('\r'));
        Matcher one = ONE.matcher(line);
        Matcher list = LIST.matcher(line);
        if (one.matches()) {
            int call = Integer.parseInt(one.group(3));
            return answer(call, 0, Body.resource(one.group(2), call), 200, socket);
        } else if (list.matches()) {
            int call = Integer.parseInt(list.group(1));
            Matcher cursor = PAGE.matcher(line);
            int page = cursor.find() ? Integer.parseInt(cursor.group(1)) : 0;
            return answer(call, page, Body.page(call, page, url()), 200, socket);
        }
        Matcher name = NAME.matcher(request);
        if (line.startsWith("POST /v1/betaGroups ") && name.find()) {
            int call = Integer.parseInt(name.group(1));
            return answer(call, 0, Body.resource("betaGroups", call), 201, socket);
        }
        out.write(head(404, "Content-Type: text/plain", line.length()));
        out.write(line.getBytes(StandardCharsets.UTF_8));
        return true;
    }

    private boolean answer(int call, int page, String good, int status, Socket socket) throws IOException {
        Fault fault =
                served.computeIfAbsent(call + "/" + page, key -> new Served()).serve(plan, call, page);
        OutputStream out = socket.getOutputStream();
        byte[] body = good.getBytes(StandardCharsets.UTF_8);
        if (fault == null) {
            boolean zipped = call % 2 == 0;
            send(out, status, zipped ? Body.GZIP : Body.JSON, zipped ? zip(body) : body);
            return true;
        }
        faults.computeIfAbsent(fault, key -> new LongAdder()).increment();
        return spoil(fault, status, body, socket);
    }

    private static boolean spoil(Fault fault, int status, byte[] body, Socket socket) throws IOException {
        OutputStream out = socket.getOutputStream();
        switch (fault) {
            case TOO_MANY -> send(out, 429, Body.JSON, Body.error(429, "RATE_LIMIT_EXCEEDED"));
            case TOO_MANY_FOR_A_SECOND ->
                send(out, 429, Body.JSON + "\r\nRetry-After: 1", Body.error(429, "RATE_LIMIT_EXCEEDED"));
            case ERROR_500 -> send(out, 500, Body.JSON, Body.error(500, "UNEXPECTED_ERROR"));
            case ERROR_503 -> send(out, 503, Body.JSON + "\r\nRetry-After: 0", new byte[0]);
            case GATEWAY_PAGE -> send(out, 502, Body.HTML, Body.PAGE);
            case PAGE_OF_HTML -> send(out, status, Body.JSON, Body.PAGE);
            case UNAUTHORIZED -> send(out, 401, Body.JSON, Body.error(401, "NOT_AUTHORIZED"));
            case TRICKLE -> trickle(out, status, body);
            case CUT_GZIP -> {
                byte[] zipped = zip(body);
                send(out, status, Body.GZIP, Arrays.copyOf(zipped, zipped.length / 2));
            }
            case RESET_IN_BODY -> {
                out.write(head(status, Body.JSON, body.length));
                out.write(body, 0, body.length / 2);
                reset(socket);
            }
            case RESET_BEFORE_HEADERS -> reset(socket);
        }
        return !socket.isClosed();
    }

    private static void trickle(OutputStream out, int status, byte[] body) throws IOException {
        out.write(head(status, Body.JSON, body.length));
        int size = body.length / PIECES + 1;
        for (int from = 0; from < body.length; from += size) {
            out.write(body, from, Math.min(size, body.length - from));
            out.flush();
            try {
                Thread.sleep(PAUSE_MILLIS);
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        }
    }

    private static void send(OutputStream out, int status, String headers, byte[] body) throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.write(head(status, headers, body.length));
        whole.write(body);
        out.write(whole.toByteArray());
    }

    private static byte[] head(int status, String headers, int length) {
        String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(ZoneOffset.UTC));
        return String.format(
                        Locale.ROOT,
                        "HTTP/1.1 %d Whatever\r\nDate: %s\r\n%s\r\nX-Rate-Limit: user-hour-lim:3600;user-hour-rem:3599;"
                                + "\r\nContent-Length: %d\r\n\r\n",
                        status,
                        date,
                        headers,
                        length)
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** With a linger time of zero, closing sends a reset. */
    private static void reset(Socket socket) throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    private static byte[] zip(byte[] bytes) throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
            gzip.write(bytes);
        }
        return zipped.toByteArray();
    }

    private static void start(Runnable task) {
        Thread thread = new Thread(task, THREADS);
        thread.setDaemon(true);
        thread.start();
    }

    /** The response body; small, but too large to be sent in one piece with the headers. */
    private static final class Body {

        static final String JSON = "Content-Type: application/json";
        static final String GZIP = JSON + "\r\nContent-Encoding: gzip";
        static final String HTML = "Content-Type: text/html";
        static final byte[] PAGE =
                "<!DOCTYPE html>\n<html>\n<h1>Service Unavailable</h1>\n</html>\n".getBytes(StandardCharsets.US_ASCII);

        private Body() {}

        static String resource(String type, int call) {
            return "{\"data\":" + resource(type, "c" + call, call) + "}";
        }

        static String page(int call, int page, String url) {
            StringBuilder body = new StringBuilder("{\"data\":[");
            for (int i = 0; i < USERS_ON_A_PAGE; i++) {
                body.append(i == 0 ? "" : ",").append(resource("users", "c" + call + "-" + page + "-" + i, call));
            }
            body.append("],\"links\":{\"self\":\"").append(url).append("v1/users\"");
            if (page < PAGES - 1) {
                body.append(",\"next\":\"")
                        .append(url)
                        .append("v1/users?cursor=p")
                        .append(page + 1)
                        .append("&filter%5Busername%5D=c")
                        .append(call)
                        .append('"');
            }
            return body.append("},\"meta\":{\"paging\":{\"total\":")
                    .append(PAGES * USERS_ON_A_PAGE)
                    .append("}}}")
                    .toString();
        }

        static byte[] error(int status, String code) {
            return ("{\"errors\":[{\"status\":\"" + status + "\",\"code\":\"" + code + "\",\"title\":\"A title.\"}]}")
                    .getBytes(StandardCharsets.US_ASCII);
        }

        private static String resource(String type, String id, int call) {
            return "{\"type\":\"" + type + "\",\"id\":\"" + id + "\",\"attributes\":{\"name\":\"c" + call
                    + "\",\"username\":\"c" + call + "\",\"firstName\":\"" + "Ada".repeat(20)
                    + "\"},\"relationships\":{\"visibleApps\":{\"links\":{\"self\":\"https://example.com/self\"}}}}";
        }
    }
}
