package io.github.ascjava.auth;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The log while this is open; log lines still go to the standard error stream as well. */
final class LogLines implements AutoCloseable {

    private final PrintStream original = System.err;
    private final ByteArrayOutputStream captured = new ByteArrayOutputStream();

    private LogLines() {
        System.setErr(new PrintStream(
                new OutputStream() {
                    @Override
                    public void write(int b) {
                        captured.write(b);
                        original.write(b);
                    }

                    @Override
                    public void write(byte[] bytes, int offset, int length) {
                        captured.write(bytes, offset, length);
                        original.write(bytes, offset, length);
                    }
                },
                true,
                StandardCharsets.UTF_8));
    }

    static LogLines capture() {
        return new LogLines();
    }

    /** Returns the lines of one level, such as {@code WARN}, without their thread names. */
    List<String> of(String level) {
        String marker = "] " + level + " ";
        return all().lines()
                .filter(line -> line.contains(marker))
                .map(line -> line.substring(line.indexOf(marker) + marker.length()))
                .toList();
    }

    String all() {
        return captured.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        System.setErr(original);
    }
}
