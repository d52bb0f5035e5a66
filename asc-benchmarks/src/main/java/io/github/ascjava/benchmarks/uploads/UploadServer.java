package io.github.ascjava.benchmarks.uploads;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** A host of parts on loopback for {@code scripts/upload-speed}. */
public final class UploadServer extends BodySink {

    private final int failsEvery;
    private final long delayMillis;
    private final AtomicLong requests = new AtomicLong();

    private UploadServer(long bytesPerSecond, int failsEvery, long delayMillis) {
        super(bytesPerSecond);
        this.failsEvery = failsEvery;
        this.delayMillis = delayMillis;
    }

    /**
     * Serves until the process is killed. Prints the port.
     *
     * @param args MiB per second that all connections together get, 0 for no limit; which request fails with a 503 after
     *     its body, such as every 20th, 0 for none; milliseconds that each response is delayed
     */
    public static void main(String[] args) throws IOException {
        new UploadServer(Long.parseLong(args[0]) << 20, Integer.parseInt(args[1]), Long.parseLong(args[2])).serve();
    }

    @Override
    protected Reply reply(String requestLine) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(delayMillis));
        boolean fails = failsEvery > 0 && requests.incrementAndGet() % failsEvery == 0;
        return fails
                ? new Reply("503 Slow Down", "Retry-After: 0\r\n", "")
                : new Reply("200 OK", "ETag: \"1\"\r\n", "");
    }
}
