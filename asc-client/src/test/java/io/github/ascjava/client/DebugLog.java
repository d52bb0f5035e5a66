package io.github.ascjava.client;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The library's log at debug and above, while this is open. */
final class DebugLog implements AutoCloseable {

    /** As numbered by SLF4J's simple backend. */
    private static final int DEBUG = 10;

    private final PrintStream original = System.err;
    private final ByteArrayOutputStream captured = new ByteArrayOutputStream();
    private final int level;

    DebugLog() {
        level = setLevel(DEBUG);
        System.setErr(new PrintStream(captured, true, StandardCharsets.UTF_8));
    }

    List<String> lines() {
        return all().lines().toList();
    }

    String all() {
        return captured.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        System.setErr(original);
        setLevel(level);
    }

    /** The simple backend reads levels once, at startup. */
    private static int setLevel(int newLevel) {
        Logger logger = LoggerFactory.getLogger("io.github.ascjava.client");
        try {
            Field field = logger.getClass().getDeclaredField("currentLogLevel");
            field.setAccessible(true);
            int old = field.getInt(logger);
            field.setInt(logger, newLevel);
            return old;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
