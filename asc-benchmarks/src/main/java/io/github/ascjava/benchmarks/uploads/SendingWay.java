package io.github.ascjava.benchmarks.uploads;

import io.github.ascjava.client.call.Sleeper;
import io.github.ascjava.uploads.internal.transfer.Part;
import io.github.ascjava.uploads.internal.transfer.PartTransfer;
import io.github.ascjava.uploads.internal.transfer.PresignedPart;
import io.github.ascjava.uploads.internal.transfer.PresignedParts;
import io.github.ascjava.uploads.internal.transfer.SourceFile;
import io.github.ascjava.uploads.internal.transfer.TransferObserver;
import io.github.ascjava.uploads.internal.transfer.TransferOptions;
import io.github.ascjava.uploads.internal.transfer.TransferPlan;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import okhttp3.Headers;
import okhttp3.OkHttpClient;

/** A way to send the parts of a file, or to read it. */
enum SendingWay {
    /** Only computes the MD5, in windows of 64 KiB. */
    MD5 {
        @Override
        void send(Path file, int port, long partBytes, int parallel) throws Exception {
            MessageDigest md5 = MessageDigest.getInstance("MD5");
            ByteBuffer window = ByteBuffer.allocate(BareLoop.WINDOW);
            try (FileChannel channel = FileChannel.open(file)) {
                while (channel.read(window) >= 0) {
                    md5.update(window.flip());
                    window.clear();
                }
            }
            if (md5.digest().length == 0) {
                throw new IllegalStateException();
            }
        }
    },

    /** OkHttp alone. */
    BARE {
        @Override
        void send(Path file, int port, long partBytes, int parallel) throws Exception {
            new BareLoop(file, port).send(parts(file, partBytes), parallel);
        }
    },

    /** The same again: its difference from the other one is that of two equal things. */
    BARE_AGAIN {
        @Override
        void send(Path file, int port, long partBytes, int parallel) throws Exception {
            BARE.send(file, port, partBytes, parallel);
        }
    },

    /** OkHttp alone, one part after the other. */
    SEQUENTIAL {
        @Override
        void send(Path file, int port, long partBytes, int parallel) throws Exception {
            BARE.send(file, port, partBytes, 1);
        }
    },

    /** The library without a checksum. */
    LIBRARY {
        @Override
        void send(Path file, int port, long partBytes, int parallel) throws IOException {
            transfer(file, port, parts(file, partBytes), parallel, false);
        }
    },

    /** The library with the MD5 of the file. */
    LIBRARY_MD5 {
        @Override
        void send(Path file, int port, long partBytes, int parallel) throws IOException {
            transfer(file, port, parts(file, partBytes), parallel, true);
        }
    };

    abstract void send(Path file, int port, long partBytes, int parallel) throws Exception;

    private static List<Part> parts(Path file, long partBytes) throws IOException {
        long size = Files.size(file);
        List<Part> parts = new ArrayList<>();
        for (long offset = 0; offset < size; offset += partBytes) {
            parts.add(new Part(parts.size() + 1, offset, Math.min(partBytes, size - offset)));
        }
        return parts;
    }

    private static void transfer(Path path, int port, List<Part> parts, int parallel, boolean withMd5) {
        TransferOptions defaults = TransferOptions.DEFAULT;
        TransferOptions options = new TransferOptions(parallel, defaults.attemptsPerPart(), defaults.timeout());
        try (SourceFile file = SourceFile.open(path);
                PartTransfer transfer =
                        new PartTransfer(new OkHttpClient(), Clock.systemUTC(), Sleeper.SYSTEM, options)) {
            PresignedParts presigned = PresignedParts.of(
                    parts.stream()
                            .map(part -> new PresignedPart(part, "PUT", BareLoop.url(port, part), Headers.of()))
                            .toList(),
                    file.size());
            TransferPlan plan = TransferPlan.of(presigned.parts());
            transfer.send(file, withMd5 ? plan.computingMd5() : plan, presigned, TransferObserver.NONE);
        }
    }
}
