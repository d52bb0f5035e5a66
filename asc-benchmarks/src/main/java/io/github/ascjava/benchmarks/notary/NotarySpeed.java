package io.github.ascjava.benchmarks.notary;

import com.sun.management.OperatingSystemMXBean;
import io.github.ascjava.auth.ApiKey;
import io.github.ascjava.client.AppStoreConnect;
import io.github.ascjava.client.call.Sleeper;
import io.github.ascjava.notary.Notary;
import io.github.ascjava.uploads.internal.transfer.Part;
import io.github.ascjava.uploads.internal.transfer.PartTransfer;
import io.github.ascjava.uploads.internal.transfer.SourceFile;
import io.github.ascjava.uploads.internal.transfer.TransferObserver;
import io.github.ascjava.uploads.internal.transfer.TransferOptions;
import io.github.ascjava.uploads.internal.transfer.TransferPlan;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import okhttp3.OkHttpClient;
import okhttp3.Request;

/**
 * Handles a file in one way, as one line for {@code scripts/notary-speed}: milliseconds, and CPU time of the process in
 * milliseconds, with the collector and the compiler. Before, the same is done with a small file, so that classes are loaded.
 */
public final class NotarySpeed {

    private static final long PART = 16L << 20;
    private static final int WINDOW = 64 * 1024;

    private NotarySpeed() {}

    /**
     * Makes a file, or handles it.
     *
     * @param args {@code make}, the file and its size in MiB; or a way ({@code NOTARY}, {@code ENGINE}, {@code SHA256}), the
     *     file, a small file and the port of the server
     */
    public static void main(String[] args) throws Exception {
        Path file = Path.of(args[1]);
        if (args[0].equals("make")) {
            make(file, Long.parseLong(args[2]) << 20);
            return;
        }
        Way way = way(args[0], "http://127.0.0.1:" + args[3] + "/");
        way.handle(Path.of(args[2]));
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long cpu = system.getProcessCpuTime();
        long start = System.nanoTime();
        way.handle(file);
        System.out.printf(
                "%d %d%n", (System.nanoTime() - start) / 1_000_000, (system.getProcessCpuTime() - cpu) / 1_000_000);
        // Idle threads of a client would keep the program running.
        System.exit(0);
    }

    private interface Way {
        void handle(Path file) throws Exception;
    }

    private static Way way(String name, String baseUrl) throws Exception {
        return switch (name) {
            case "NOTARY" -> {
                KeyPairGenerator keys = KeyPairGenerator.getInstance("EC");
                keys.initialize(new ECGenParameterSpec("secp256r1"));
                ApiKey key = ApiKey.team(
                        "57246542-96fe-1a63-e053-0824d011072a",
                        "2X9R4HXF34",
                        keys.generateKeyPair().getPrivate());
                Notary notary =
                        Notary.of(AppStoreConnect.builder(key).baseUrl(baseUrl).build());
                yield notary::submit;
            }
            case "ENGINE" -> file -> transfer(file, baseUrl);
            case "SHA256" -> NotarySpeed::hash;
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static void transfer(Path path, String baseUrl) throws IOException {
        long size = Files.size(path);
        List<Part> parts = new ArrayList<>();
        for (long offset = 0; offset < size; offset += PART) {
            parts.add(new Part(parts.size() + 1, offset, Math.min(PART, size - offset)));
        }
        try (SourceFile file = SourceFile.open(path);
                PartTransfer transfer = new PartTransfer(
                        new OkHttpClient(), Clock.systemUTC(), Sleeper.SYSTEM, TransferOptions.DEFAULT)) {
            transfer.send(
                    file,
                    TransferPlan.of(parts),
                    (part, body) -> new Request.Builder()
                            .url(baseUrl + "part?partNumber=" + part.number())
                            .put(body)
                            .build(),
                    TransferObserver.NONE);
        }
    }

    private static void hash(Path file) throws Exception {
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        ByteBuffer window = ByteBuffer.allocate(WINDOW);
        try (FileChannel channel = FileChannel.open(file)) {
            while (channel.read(window) >= 0) {
                sha256.update(window.flip());
                window.clear();
            }
        }
        if (sha256.digest().length == 0) {
            throw new IllegalStateException();
        }
    }

    /** Incompressible bytes that end like a disk image. */
    private static void make(Path path, long size) throws IOException {
        byte[] block = new byte[1 << 16];
        new Random(1).nextBytes(block);
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
            for (long position = 0; position < size; position += block.length) {
                file.write(block, 0, (int) Math.min(block.length, size - position));
            }
            file.seek(size - 512);
            file.writeBytes("koly");
        }
    }
}
