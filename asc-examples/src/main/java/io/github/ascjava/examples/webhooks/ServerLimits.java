package io.github.ascjava.examples.webhooks;

import java.util.Map;

/**
 * Limits of the JDK's HTTP server, which has none by default. It reads them once, when its first server is created.
 */
final class ServerLimits {

    static final int CONNECTIONS = 64;
    private static final int HEADERS = 64;
    private static final int HEADER_BYTES = 16 * 1024;

    private ServerLimits() {}

    /**
     * Sets the limits for this JVM, except those that it was started with.
     *
     * @param seconds how long a request may take to arrive, headers and body
     */
    static void set(int seconds) {
        Map<String, Integer> limits = Map.of(
                "sun.net.httpserver.maxReqTime", seconds,
                "sun.net.httpserver.maxRspTime", seconds,
                "sun.net.httpserver.idleInterval", seconds,
                "sun.net.httpserver.maxReqHeaders", HEADERS,
                "sun.net.httpserver.maxReqHeaderSize", HEADER_BYTES,
                "jdk.httpserver.maxConnections", CONNECTIONS);
        limits.forEach((name, value) -> {
            if (System.getProperty(name) == null) {
                System.setProperty(name, value.toString());
            }
        });
    }
}
