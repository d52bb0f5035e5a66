package io.github.ascjava.auth;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Reads a file that may be a pipe or a device, up to a size and for a time, since some have no end and some no beginning. */
final class SmallFile {

    private SmallFile() {}

    /**
     * Returns the content of a file, and at most one byte more than the limit.
     *
     * @throws TimeoutException if a file other than a regular one did not end in time
     */
    static byte[] read(Path file, int limit, Duration timeout) throws IOException, TimeoutException {
        return Files.isRegularFile(file) ? content(file, limit + 1) : contentInTime(file, limit + 1, timeout);
    }

    /** Nothing interrupts a thread that opens a pipe without a writer, so it is another one, which ends with the program. */
    private static byte[] contentInTime(Path file, int most, Duration timeout) throws IOException, TimeoutException {
        FutureTask<byte[]> reading = new FutureTask<>(() -> content(file, most));
        Thread reader = new Thread(reading, "asc-key-file");
        reader.setDaemon(true);
        reader.start();
        try {
            return reading.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the thread was interrupted");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException cause) {
                throw cause;
            }
            throw new IOException(e.getCause());
        }
    }

    /** Reads step by step, because the stream's own method for this looks for a position that a pipe does not have. */
    private static byte[] content(Path file, int most) throws IOException {
        byte[] buffer = new byte[most];
        try (InputStream in = Files.newInputStream(file)) {
            int length = 0;
            for (int read; length < most && (read = in.read(buffer, length, most - length)) >= 0; ) {
                length += read;
            }
            return Arrays.copyOf(buffer, length);
        } finally {
            Arrays.fill(buffer, (byte) 0);
        }
    }
}
