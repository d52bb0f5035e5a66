package com.example.spark;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/** A Redis on a free port of this machine, which keeps nothing on disk. */
final class Redis implements AutoCloseable {

    private final Process process;
    private final int port;

    private Redis(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts one and waits until it accepts connections; empty if none is installed. */
    static Optional<Redis> start(Path folder) throws IOException {
        int port = freePort();
        Process process;
        try {
            process = new ProcessBuilder(
                            "redis-server", "--bind", "127.0.0.1", "--port", "" + port, "--save", "", "--dir", "" + folder)
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            return Optional.empty();
        }
        BufferedReader log = process.inputReader(StandardCharsets.UTF_8);
        for (String line = log.readLine(); line != null; line = log.readLine()) {
            if (line.contains("Ready to accept connections")) {
                return Optional.of(new Redis(process, port));
            }
        }
        throw new IOException("redis-server ended at once.");
    }

    String uri() {
        return "redis://127.0.0.1:" + port;
    }

    @Override
    public void close() {
        process.destroy();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
