package io.github.ascjava.reports;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import io.github.ascjava.auth.ApiKey;
import io.github.ascjava.client.AppStoreConnect;
import io.github.ascjava.client.call.RetryPolicy;
import io.github.ascjava.testing.Documents;
import io.github.ascjava.testing.ResourceObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import okio.ByteString;

/**
 * Two servers: an API with one daily analytics report of one app, whose instances a test makes up, and the host of its files.
 */
final class AnalyticsServer implements AutoCloseable {

    static final String HEADER = "Date\tApp Name\tCounts\n";

    private final HttpServer api = server(this::api);
    private final HttpServer files = server(this::file);
    private final String reportName;
    private final Map<LocalDate, List<Segment>> instances = new TreeMap<>();
    private final Map<String, byte[]> content = new ConcurrentHashMap<>();
    private final AtomicInteger urls = new AtomicInteger();
    private final List<String> apiCalls = new CopyOnWriteArrayList<>();
    private final List<HttpExchange> downloads = new CopyOnWriteArrayList<>();
    private boolean stopped;
    private int expired;
    final AppStoreConnect asc;

    AnalyticsServer(String reportName) throws Exception {
        this.reportName = reportName;
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        asc = AppStoreConnect.builder(ApiKey.team(
                        "57246542-96fe-1a63-e053-0824d011072a",
                        "2X9R4HXF34",
                        generator.generateKeyPair().getPrivate()))
                .baseUrl(url(api))
                .options(o -> o.retryPolicy(RetryPolicy.NONE))
                .build();
    }

    /** Adds an instance with one file per table; none for an instance that is not ready. */
    void add(LocalDate processingDate, String... tables) throws IOException {
        List<Segment> segments = new ArrayList<>();
        for (String table : tables) {
            String id = processingDate + "-" + segments.size();
            byte[] file = gzip(table);
            content.put(id, file);
            segments.add(new Segment(id, ByteString.of(file).md5().hex(), file.length));
        }
        instances.put(processingDate, segments);
    }

    /** Changes the bytes of a file, but not its size and checksum. */
    void damage(LocalDate processingDate, int segment, byte[] bytes) {
        content.put(processingDate + "-" + segment, bytes);
    }

    byte[] file(LocalDate processingDate, int segment) {
        return Objects.requireNonNull(content.get(processingDate + "-" + segment));
    }

    void stopRequest() {
        stopped = true;
    }

    /** Rejects the next downloads like a URL that has expired. */
    void expireNext(int number) {
        expired = number;
    }

    List<String> apiCalls() {
        return apiCalls;
    }

    List<HttpExchange> downloads() {
        return downloads;
    }

    private void api(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        apiCalls.add(path);
        String[] parts = path.split("/", -1);
        String text;
        if (path.endsWith("/analyticsReportRequests")) {
            text = Documents.list(List.of(ResourceObject.of("analyticsReportRequests", "R")
                    .attribute("accessType", "ONGOING")
                    .attribute("stoppedDueToInactivity", stopped)));
        } else if (path.endsWith("/reports")) {
            text = Documents.list(List.of(
                    ResourceObject.of("analyticsReports", "other").attribute("name", "App Crashes"),
                    ResourceObject.of("analyticsReports", "r1").attribute("name", reportName)));
        } else if (path.endsWith("/r1/instances")) {
            text = Documents.list(instances.keySet().stream()
                    .map(day -> ResourceObject.of("analyticsReportInstances", day.toString())
                            .attribute("granularity", "DAILY")
                            .attribute("processingDate", day.toString()))
                    .toList());
        } else if (path.endsWith("/segments")) {
            text = Documents.list(Objects.requireNonNull(instances.get(LocalDate.parse(parts[3]))).stream()
                    .map(this::withUrl)
                    .toList());
        } else if (path.startsWith("/v1/analyticsReportSegments/")) {
            text = Documents.one(instances.values().stream()
                    .flatMap(List::stream)
                    .filter(segment -> segment.id().equals(parts[3]))
                    .map(this::withUrl)
                    .findFirst()
                    .orElseThrow());
        } else {
            text = "{}";
        }
        send(exchange, 200, text.getBytes(StandardCharsets.UTF_8));
    }

    private ResourceObject withUrl(Segment segment) {
        return ResourceObject.of("analyticsReportSegments", segment.id())
                .attribute("checksum", segment.checksum())
                .attribute("sizeInBytes", segment.size())
                .attribute("url", url(files) + segment.id() + "?signature=" + urls.incrementAndGet());
    }

    private void file(HttpExchange exchange) throws IOException {
        downloads.add(exchange);
        if (expired > 0) {
            expired--;
            send(exchange, 403, "<Error><Code>AccessDenied</Code></Error>".getBytes(StandardCharsets.UTF_8));
            return;
        }
        String id = exchange.getRequestURI().getPath().substring(1);
        send(exchange, 200, Objects.requireNonNull(content.get(id)));
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static HttpServer server(HttpHandler handler) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", handler);
            server.start();
            return server;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String url(HttpServer server) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    @Override
    public void close() {
        asc.close();
        api.stop(0);
        files.stop(0);
    }

    private record Segment(String id, String checksum, int size) {}
}
