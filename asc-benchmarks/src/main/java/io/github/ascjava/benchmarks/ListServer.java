package io.github.ascjava.benchmarks;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Serves lists of apps on loopback until it is stopped: {@code /PAGES/v1/apps?limit=APPS} is a list of that many pages and of
 * that many apps on each page.
 */
public final class ListServer {

    private static final Pattern REQUEST = Pattern.compile("/(\\d+)/v1/apps\\?(?:cursor=(\\d+)&)?limit=(\\d+)");
    private static final String LINK = "https://next.example/";

    private final String url;
    /** The last page of a list has no link. */
    private final Map<Size, byte[]> lastPages = new ConcurrentHashMap<>();
    /** A page with a link, before and after the link's address. */
    private final Map<Size, byte[][]> pages = new ConcurrentHashMap<>();

    private ListServer(String url) {
        this.url = url;
    }

    /**
     * Creates a key for the clients, starts, and prints the URL.
     *
     * @param args the folder for the key file
     */
    public static void main(String[] args) throws IOException, GeneralSecurityException {
        // Otherwise each response waits 40 ms for the acknowledgement of its headers.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        BenchmarkKeys.write(Path.of(args[0]));
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1_000);
        server.setExecutor(Executors.newCachedThreadPool());
        String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
        server.createContext("/", new ListServer(url)::respond);
        server.start();
        System.out.println(url);
    }

    private void respond(HttpExchange exchange) throws IOException {
        try (exchange) {
            Matcher request = REQUEST.matcher(exchange.getRequestURI().toString());
            if (!request.matches()) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            Size size = new Size(Integer.parseInt(request.group(1)), Integer.parseInt(request.group(3)));
            int index = request.group(2) == null ? 1 : Integer.parseInt(request.group(2));
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            if (index == size.pages()) {
                send(exchange, lastPages.computeIfAbsent(size, each -> each.page(null)));
            } else {
                byte[] next = (url + size.pages() + "/v1/apps?cursor=" + (index + 1) + "&limit=" + size.apps())
                        .getBytes(StandardCharsets.US_ASCII);
                byte[][] page = pages.computeIfAbsent(size, ListServer::aroundTheLink);
                send(exchange, page[0], next, page[1]);
            }
        }
    }

    private static byte[][] aroundTheLink(Size size) {
        String page = new String(size.page(LINK), StandardCharsets.ISO_8859_1);
        int link = page.lastIndexOf(LINK);
        return new byte[][] {
            page.substring(0, link).getBytes(StandardCharsets.ISO_8859_1),
            page.substring(link + LINK.length()).getBytes(StandardCharsets.ISO_8859_1)
        };
    }

    private static void send(HttpExchange exchange, byte[]... parts) throws IOException {
        int length = 0;
        for (byte[] part : parts) {
            length += part.length;
        }
        exchange.sendResponseHeaders(200, length);
        for (byte[] part : parts) {
            exchange.getResponseBody().write(part);
        }
    }

    /** The number of pages of a list, and of apps on each. */
    private record Size(int pages, int apps) {

        byte[] page(@Nullable String next) {
            return SamplePages.page(apps, pages * apps, next);
        }
    }
}
