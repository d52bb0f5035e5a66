package io.github.ascjava.benchmarks.uploads;

import io.github.ascjava.uploads.internal.transfer.Part;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/** What a program without the library would do: OkHttp, some threads, and windows of 64 KiB from one open file. */
final class BareLoop {

    static final int WINDOW = 64 * 1024;

    private final Path file;
    private final int port;

    BareLoop(Path file, int port) {
        this.file = file;
        this.port = port;
    }

    static String url(int port, Part part) {
        return "http://127.0.0.1:" + port + "/upload?partNumber=" + part.number();
    }

    void send(List<Part> parts, int parallel) throws Exception {
        OkHttpClient client = new OkHttpClient.Builder()
                .connectionPool(new ConnectionPool(parallel, 30, TimeUnit.SECONDS))
                .build();
        ExecutorService threads = Executors.newFixedThreadPool(parallel);
        try (FileChannel channel = FileChannel.open(file)) {
            List<Future<?>> sent = new ArrayList<>();
            for (Part part : parts) {
                sent.add(threads.submit(() -> send(client, channel, part)));
            }
            for (Future<?> each : sent) {
                each.get();
            }
        } finally {
            threads.shutdown();
        }
    }

    private void send(OkHttpClient client, FileChannel channel, Part part) {
        Request request = new Request.Builder()
                .url(url(port, part))
                .put(new Windows(channel, part))
                .build();
        try (Response response = client.newCall(request).execute()) {
            if (!response.isSuccessful()) {
                throw new IllegalStateException("Part " + part.number() + ": " + response.code());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Windows extends RequestBody {

        private final FileChannel channel;
        private final Part part;

        Windows(FileChannel channel, Part part) {
            this.channel = channel;
            this.part = part;
        }

        @Override
        public @Nullable MediaType contentType() {
            return null;
        }

        @Override
        public long contentLength() {
            return part.length();
        }

        @Override
        public void writeTo(BufferedSink sink) throws IOException {
            byte[] bytes = new byte[WINDOW];
            ByteBuffer window = ByteBuffer.wrap(bytes);
            for (long done = 0; done < part.length(); ) {
                window.clear().limit((int) Math.min(WINDOW, part.length() - done));
                int count = channel.read(window, part.offset() + done);
                sink.write(bytes, 0, count);
                done += count;
            }
        }
    }
}
