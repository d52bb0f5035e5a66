package io.github.ascjava.benchmarks.uploads;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/**
 * Sends a file in one way, as one line for {@code scripts/upload-speed}: milliseconds, and CPU time of the process in
 * milliseconds, with the collector and the compiler, after a first small upload that is not measured.
 */
public final class UploadSpeed {

    private static final long WARM_UP_PART = 256 * 1024;

    private UploadSpeed() {}

    /**
     * Makes a file, or sends it.
     *
     * @param args {@code make}, the file and its size in KiB; or a constant of {@link SendingWay}, the file, the port of the
     *     server, the size of a part in KiB and the number of parts to send at a time
     */
    public static void main(String[] args) throws Exception {
        Path file = Path.of(args[1]);
        if (args[0].equals("make")) {
            make(file, Long.parseLong(args[2]) << 10);
            return;
        }
        SendingWay way = SendingWay.valueOf(args[0]);
        int port = Integer.parseInt(args[2]);
        long partBytes = Long.parseLong(args[3]) << 10;
        int parallel = Integer.parseInt(args[4]);
        warmUp(way, port, parallel);
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long cpu = system.getProcessCpuTime();
        long start = System.nanoTime();
        way.send(file, port, partBytes, parallel);
        System.out.printf(
                "%d %d%n", (System.nanoTime() - start) / 1_000_000, (system.getProcessCpuTime() - cpu) / 1_000_000);
        // Idle threads of a client would keep the program running.
        System.exit(0);
    }

    /** Loads classes, which takes longer than many a file. */
    private static void warmUp(SendingWay way, int port, int parallel) throws Exception {
        Path file = Files.createTempFile("upload-speed", ".bin");
        try {
            make(file, 16L * WARM_UP_PART);
            way.send(file, port, WARM_UP_PART, parallel);
        } finally {
            Files.delete(file);
        }
    }

    private static void make(Path path, long size) throws IOException {
        byte[] block = new byte[1 << 16];
        new Random(1).nextBytes(block);
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
            for (long position = 0; position < size; position += block.length) {
                file.write(block, 0, (int) Math.min(block.length, size - position));
            }
        }
    }
}
