package io.github.ascjava.notary.internal;

import io.github.ascjava.uploads.internal.transfer.Part;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.LongConsumer;

/**
 * Computes the hash of a file and those of its parts in one reading.
 *
 * <p>Two threads compute them side by side, because one after the other takes longer than reading from a fast disk; while they
 * do, the next bytes are read.
 */
public final class FileHasher {

    private static final int WINDOW = 512 * 1024;
    private static final HexFormat HEX = HexFormat.of();

    private final Path file;
    private final PartPlan plan;
    private final LongConsumer progress;
    private final MessageDigest whole = sha256();
    private final MessageDigest part = sha256();
    private final List<String> parts = new ArrayList<>();

    private FileHasher(Path file, PartPlan plan, LongConsumer progress) {
        this.file = file;
        this.plan = plan;
        this.progress = progress;
    }

    /**
     * Reads a file.
     *
     * @param plan covers the whole file
     * @param progress receives the number of bytes read so far, on the calling thread
     * @throws UncheckedIOException if the file cannot be read or is shorter than the plan
     */
    public static FileHashes hash(Path file, PartPlan plan, LongConsumer progress) {
        FileHasher hasher = new FileHasher(file, plan, progress);
        try {
            return hasher.run();
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + file + " could not be read: " + e + ".", e);
        }
    }

    private FileHashes run() throws IOException {
        ExecutorService second = Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task, "asc-notary-hash");
            thread.setDaemon(true);
            return thread;
        });
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            hash(channel, second);
        } finally {
            second.shutdown();
        }
        String hash = HEX.formatHex(whole.digest());
        return new FileHashes(hash, plan.isWhole() ? List.of(hash) : parts);
    }

    private void hash(FileChannel channel, ExecutorService second) throws IOException {
        // Two windows for the second thread, so that it need not wait for the next one to be read.
        byte[][] windows = {new byte[WINDOW], new byte[WINDOW]};
        List<CompletableFuture<Void>> pending = new ArrayList<>(List.of(done(), done()));
        int turn = 0;
        for (Part each : plan.parts()) {
            for (long position = each.offset(); position < each.end(); turn = 1 - turn) {
                pending.get(turn).join();
                byte[] window = windows[turn];
                int length = (int) Math.min(WINDOW, each.end() - position);
                fill(channel, ByteBuffer.wrap(window, 0, length));
                position += length;
                boolean isEnd = position == each.end();
                if (!plan.isWhole()) {
                    pending.set(turn, CompletableFuture.runAsync(() -> addToPart(window, length, isEnd), second));
                }
                whole.update(window, 0, length);
                progress.accept(position);
            }
        }
        pending.forEach(CompletableFuture::join);
    }

    private void addToPart(byte[] bytes, int length, boolean isEnd) {
        part.update(bytes, 0, length);
        if (isEnd) {
            parts.add(HEX.formatHex(part.digest()));
        }
    }

    private static void fill(FileChannel channel, ByteBuffer window) throws IOException {
        while (window.hasRemaining()) {
            if (channel.read(window) < 0) {
                throw new EOFException("it ends earlier than before");
            }
        }
    }

    private static CompletableFuture<Void> done() {
        return CompletableFuture.completedFuture(null);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java runtime has no SHA-256, which every one must have.", e);
        }
    }
}
