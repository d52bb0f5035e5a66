package io.github.ascjava.uploads.internal.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import okhttp3.Headers;

/** A file of random bytes in equal parts, numbered from 1. */
final class TestFile implements AutoCloseable {

    private final byte[] bytes;
    private final List<Part> parts;
    private final SourceFile source;

    private TestFile(byte[] bytes, List<Part> parts, SourceFile source) {
        this.bytes = bytes;
        this.parts = parts;
        this.source = source;
    }

    static TestFile write(Path folder, int partLength, int count) {
        byte[] bytes = new byte[partLength * count];
        new Random(1).nextBytes(bytes);
        Path path = folder.resolve("file.bin");
        try {
            Files.write(path, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<Part> parts = IntStream.range(0, count)
                .mapToObj(i -> new Part(i + 1, (long) i * partLength, partLength))
                .toList();
        return new TestFile(bytes, parts, SourceFile.open(path));
    }

    SourceFile source() {
        return source;
    }

    List<Part> parts() {
        return parts;
    }

    byte[] bytes() {
        return bytes;
    }

    /** Returns requests to a server, as a service would prescribe them. */
    PresignedParts requests(PartServer server) {
        return PresignedParts.of(
                parts.stream()
                        .map(part -> new PresignedPart(
                                part,
                                "PUT",
                                server.url(target(part)),
                                Headers.of("Content-Type", "application/octet-stream")))
                        .toList(),
                bytes.length);
    }

    /** Checks that the server has each part, with the right bytes. */
    void assertArrived(PartServer server) {
        Map<String, byte[]> stored = server.stored();
        assertThat(stored).hasSize(parts.size());
        for (Part part : parts) {
            byte[] arrived = stored.get(target(part));
            assertThat(arrived).as(part.toString()).isNotNull();
            assertThat(java.util.Arrays.equals(
                            bytes, (int) part.offset(), (int) part.end(), arrived, 0, arrived.length))
                    .as("bytes of " + part)
                    .isTrue();
        }
    }

    static String target(Part part) {
        return "/upload?part=" + part.number() + "&Signature=secret%2F";
    }

    /** Returns the threads of transfers that are still alive. */
    static List<String> uploadThreads() {
        Thread[] threads = new Thread[Thread.activeCount() + 10];
        int count = Thread.enumerate(threads);
        return IntStream.range(0, count)
                .mapToObj(i -> threads[i].getName())
                .filter(name -> name.startsWith("asc-upload"))
                .toList();
    }

    @Override
    public void close() {
        source.close();
    }
}
