package io.github.ascjava.client.jsonapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.ascjava.client.AppStoreConnect;
import io.github.ascjava.client.TestKeys;
import io.github.ascjava.client.error.ConnectionException;
import io.github.ascjava.client.jsonapi.Sample.Other;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.ForwardingSource;
import okio.Okio;
import okio.Timeout;
import org.junit.jupiter.api.Test;

/** Documents that are made to take long. */
class HostileDocumentTest {

    private static final String LIST = "{\"data\": []}";

    /** By hash alone, each would be compared with all before it, which takes minutes. */
    @Test
    @org.junit.jupiter.api.Timeout(60)
    void manyIncludedIdsOfEqualHashAreReadInTime() throws IOException {
        int bits = 16;
        StringBuilder included = new StringBuilder();
        for (int i = 0; i < 1 << bits; i++) {
            included.append(i == 0 ? "" : ",").append("{\"type\": \"others\", \"id\": \"");
            for (int bit = 0; bit < bits; bit++) {
                included.append((i >> bit & 1) == 0 ? "Aa" : "BB");
            }
            included.append("\"}");
        }

        Page<Sample> page = Documents.page(Sample.class, "{\"data\": [], \"included\": [" + included + "]}");

        assertThat(page.included().identifiers()).hasSize(1 << bits);
        assertThat(page.included().find(Other.class, "BB".repeat(bits))).isPresent();
        Set<ResourceIdentifier> hashed = new HashSet<>(page.included().identifiers());
        assertThat(hashed).hasSize(1 << bits);
    }

    @Test
    void decodingStopsWhenTheTimeoutIsReached() {
        Timeout reached = new Timeout().deadlineNanoTime(System.nanoTime() - 1);

        assertThatExceptionOfType(InterruptedIOException.class)
                .isThrownBy(() -> Objects.requireNonNull(new DocumentConverters(1024).converter(Sample.class))
                        .convert(new TimedBody(ResponseBody.create(LIST, MediaType.get("application/json")), reached)));
    }

    @Test
    void anInterruptedThreadStopsDecodingAfterTheLastByte() {
        OkHttpClient http = new OkHttpClient.Builder()
                .addInterceptor(chain -> new Response.Builder()
                        .request(chain.request())
                        .protocol(Protocol.HTTP_1_1)
                        .code(200)
                        .message("OK")
                        .body(ResponseBody.create(
                                Okio.buffer(new InterruptingSource(new Buffer().writeUtf8(LIST))),
                                MediaType.get("application/json"),
                                -1))
                        .build())
                .build();
        AppStoreConnect asc =
                AppStoreConnect.builder(TestKeys.team()).httpClient(http).build();

        try {
            assertThatExceptionOfType(ConnectionException.class)
                    .isThrownBy(() -> asc.apps().list().execute())
                    .withMessageContaining("the thread was interrupted");
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    /** A body at whose end the reading thread is interrupted. */
    private static final class InterruptingSource extends ForwardingSource {

        InterruptingSource(Buffer body) {
            super(body);
        }

        @Override
        public long read(Buffer sink, long byteCount) throws IOException {
            long read = super.read(sink, byteCount);
            if (read == -1) {
                Thread.currentThread().interrupt();
            }
            return read;
        }
    }
}
