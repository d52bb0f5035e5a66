package io.github.ascjava.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.ascjava.client.call.ApiCall;
import io.github.ascjava.client.error.InvalidResponseException;
import io.github.ascjava.client.jsonapi.InvalidDocumentException;
import io.github.ascjava.client.jsonapi.Page;
import io.github.ascjava.client.model.apps.App;
import io.github.ascjava.client.model.builds.DiagnosticLogs;
import java.io.IOException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicLong;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okhttp3.mockwebserver.MockResponse;
import okio.Buffer;
import okio.BufferedSource;
import okio.ForwardingSource;
import okio.GzipSink;
import okio.Okio;
import okio.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import retrofit2.http.GET;
import retrofit2.http.Streaming;

/** Bodies that would exhaust memory or time if there were no limits. */
@Timeout(120)
class BombTest {

    private static final int MIB = 1024 * 1024;
    /** More than fits into the buffers between a server and its client on one machine. */
    private static final long BUFFERS = 24L * MIB;
    /** Okio reads in segments of this size. */
    private static final int SEGMENT = 8192;

    @RegisterExtension
    final ApiServer apple = new ApiServer();

    private final AtomicLong read = new AtomicLong();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | ' '",
                "{\"data\": [ | '\n'",
                "{\"data\": [{\"id\": \"1\" | , \"new\": 1",
                "{\"data\": [{} | , {}",
                "{\"data\": [{\"id\": \"1\", \"attributes\": {\"name\": \" | aaaaaaaa",
                "{\"data\": [{\"id\": \"1\", \"attributes\": {\"new\": 1 | 1",
                "{\"data\": | [",
                "{\"data\": [], \"included\": [{} | ,{}"
            })
    void aBodyWithoutEndIsReadUpToTheLimit(String start, String part) throws Exception {
        try (EndlessServer server = new EndlessServer(start, part);
                AppStoreConnect asc = counting(server.url(), MIB)) {
            assertThatExceptionOfType(InvalidResponseException.class)
                    .isThrownBy(() -> asc.apps().list().execute())
                    .withMessage("GET /v1/apps: unusable response: the body has more than 1,048,576 bytes; request less"
                            + " (limit, fields, include), or allow more with"
                            + " ClientOptions.Builder.maxResponseBytes.")
                    .withCauseInstanceOf(InvalidDocumentException.class)
                    .satisfies(e -> assertThat(e.attempts()).isEqualTo(1));

            assertThat(read).hasValueBetween(MIB + 1L, (long) MIB + SEGMENT);
            assertThat(server.sent()).isLessThan(MIB + BUFFERS);
        }
    }

    @Test
    void theLimitAppliesToAsynchronousCallsAndToBodiesThatAreNotDocuments() throws Exception {
        try (EndlessServer server = new EndlessServer("{\"data\": [", " ");
                AppStoreConnect asc = counting(server.url(), MIB)) {
            assertThatExceptionOfType(CompletionException.class)
                    .isThrownBy(() -> asc.apps().get("1").executeAsync().join())
                    .withCauseInstanceOf(InvalidResponseException.class);
            assertThat(server.sent()).isLessThan(MIB + BUFFERS);

            assertThatExceptionOfType(InvalidResponseException.class)
                    .isThrownBy(() -> asc.api(Mine.class).tree().execute())
                    .withMessageContaining("more than 1,048,576 bytes");
            assertThatExceptionOfType(InvalidResponseException.class)
                    .isThrownBy(() -> asc.builds().listPerfPowerMetrics("1").execute())
                    .withMessageContaining("more than 1,048,576 bytes");
            assertThat(read).hasValueLessThan(3L * (MIB + SEGMENT));
        }
    }

    @Test
    void withoutAWordTheLimitIs64MiB() throws Exception {
        try (EndlessServer server = new EndlessServer("", " ");
                AppStoreConnect asc = AppStoreConnect.builder(TestKeys.team())
                        .baseUrl(server.url())
                        .build()) {
            assertThatExceptionOfType(InvalidResponseException.class)
                    .isThrownBy(() -> asc.apps().get("1").execute())
                    .withMessageContaining("more than 67,108,864 bytes");

            assertThat(server.sent()).isLessThan(64 * MIB + BUFFERS);
        }
    }

    @Test
    void aBodyThatUnpacksToAHugeOneIsUnpackedUpToTheLimit() throws IOException {
        Buffer packed = gzip("{\"data\": [" + " ".repeat(64 * MIB) + "]}");
        assertThat(packed.size()).isLessThan(MIB);
        apple.answer(packed(packed));
        try (AppStoreConnect asc = counting(apple.url("/"), MIB)) {
            assertThatExceptionOfType(InvalidResponseException.class)
                    .isThrownBy(() -> asc.apps().list().execute())
                    .withMessageContaining("more than 1,048,576 bytes");
        }

        assertThat(read).hasValueBetween(MIB + 1L, (long) MIB + SEGMENT);
    }

    @Test
    void aBodyThatSaysHowLongItIsIsNotReadIfThatIsTooLong() {
        apple.answer("{\"data\": [" + " ".repeat(1000) + "]}");
        try (AppStoreConnect asc = counting(apple.url("/"), 1000)) {
            assertThatExceptionOfType(InvalidResponseException.class)
                    .isThrownBy(() -> asc.apps().list().execute())
                    .withMessageContaining("more than 1,000 bytes");
        }

        assertThat(read).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aBodyAsLongAsTheLimitIsRead(boolean isPacked) throws IOException {
        String json = "{\"data\": [" + " ".repeat(988) + "]}";
        for (int i = 0; i < 2; i++) {
            apple.answer(isPacked ? packed(gzip(json)) : ApiServer.json(200, json));
        }

        assertThat(json).hasSize(1000);
        try (AppStoreConnect enough =
                        apple.builder().options(o -> o.maxResponseBytes(1000)).build();
                AppStoreConnect tooLittle =
                        apple.builder().options(o -> o.maxResponseBytes(999)).build()) {
            assertThat(enough.apps().list().execute().data()).isEmpty();
            assertThatExceptionOfType(InvalidResponseException.class)
                    .isThrownBy(() -> tooLittle.apps().list().execute());
        }
    }

    @Test
    void aConnectionThatWasHungUpIsNotUsedAgain() throws IOException {
        apple.answer(new MockResponse().setChunkedBody("{\"data\": [" + " ".repeat(MIB) + "]}", 1000));
        apple.answer("{\"data\": []}");
        try (AppStoreConnect asc =
                apple.builder().options(o -> o.maxResponseBytes(1000)).build()) {
            assertThatExceptionOfType(InvalidResponseException.class)
                    .isThrownBy(() -> asc.apps().list().execute());
            assertThat(asc.httpClient().connectionPool().connectionCount()).isZero();
            assertThat(asc.apps().list().execute().data()).isEmpty();
        }
    }

    @Test
    void streamedBodiesHaveNoLimit() throws IOException {
        apple.answer("x".repeat(5000));
        try (AppStoreConnect asc =
                        apple.builder().options(o -> o.maxResponseBytes(1000)).build();
                ResponseBody body = asc.api(Mine.class).stream().execute()) {
            assertThat(body.string()).hasSize(5000);
        }
    }

    @Test
    void aLimitIsAtLeastOneByte() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> apple.builder().options(o -> o.maxResponseBytes(0)))
                .withMessage("maxResponseBytes must be 1 or more, but was 0.");
    }

    /** Below the limit of bytes, but several gigabytes as objects. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "100000 | {\"data\": [{\"id\": \"\"} | ,{\"id\": \"\"} | ]} | has more than 100000 elements",
                "100000 | {\"data\": [{} | ,{} | ]} | has more than 100000 elements",
                "100000 | {\"data\": [null | ,null | ]} | has more than 100000 elements",
                "2100000 | {\"data\": [], \"included\": [{} | ,{} | ]} | Token count",
                "2100000 | {\"data\": [], \"new\": [[] | ,[] | ]} | Token count",
                "4200000 | {\"data\": [{\"id\": \"\", \"attributes\": {\"new\": [0 | ,0 | ]}}]} | Token count",
                "1100000 | {\"data\": [{\"id\": \"\", \"new\": [0 | ,{\"\":0} | ]}]} | Token count",
                "2100000 | {\"data\": [{\"id\": \"\", \"relationships\": {\"a\":0 | ,\"a\":0 | }}]} | Token count"
            })
    void aBodyOfBracketsIsRejected(int times, String start, String part, String end, String problem) {
        apple.answer(start + part.repeat(times) + end);

        assertThatExceptionOfType(InvalidResponseException.class)
                .isThrownBy(() -> apple.client().apps().list().execute())
                .withMessageContaining(problem);
    }

    @Test
    void manyDifferentNamesAreReadNowAndLater() {
        StringBuilder names = new StringBuilder();
        for (int i = 0; i < 200_000; i++) {
            names.append(i == 0 ? "" : ",").append("\"x").append(i).append("\":{}");
        }
        apple.answer("{\"data\": [{\"id\": \"1\", \"relationships\": {" + names + "}}]}");

        Page<App> page = apple.client().apps().list().execute();
        App app = page.data().get(0);
        assertThat(app.builds().hasData()).isFalse();
        assertThat(app.unknownFields().relationships()).hasSize(200_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"data\": [%s]}",
                "{\"data\": [], \"included\": [%s]}",
                "{\"data\": [], \"links\": {\"next\": %s}}",
                "{\"data\": [], \"meta\": %s}",
                "{\"data\": [{\"id\": \"1\", \"attributes\": {\"name\": %s}}]}",
                "{\"data\": [{\"id\": \"1\", \"relationships\": {\"builds\": {\"data\": [%s]}}}]}",
                "{\"data\": [{\"id\": \"1\", \"relationships\": {\"new\": %s}}]}"
            })
    void numbersAndNestingHaveLimitsWhereverTheyAre(String place) {
        apple.answer(place.formatted("9".repeat(100_000)));
        apple.answer(place.formatted("0." + "9".repeat(100_000)));
        apple.answer(place.formatted("[".repeat(100_000) + "]".repeat(100_000)));
        apple.answer(place.formatted("{\"a\":".repeat(100_000) + "1" + "}".repeat(100_000)));
        apple.answer(place.formatted("{\"" + "a".repeat(100_000) + "\": 1}"));

        for (String limit :
                new String[] {"Number value length", "Number value length", "depth", "depth", "Name length"}) {
            assertThatExceptionOfType(InvalidResponseException.class)
                    .isThrownBy(() -> apple.client().apps().list().execute())
                    .withMessageStartingWith("GET /v1/apps: unusable response: it exceeds a limit: ")
                    .withMessageContaining(limit);
        }
    }

    @Test
    void objectsWithinObjectsOfTheirKindAreReadToTheDepthThatJsonMayHave() {
        String frames = "{\"subFrames\": [".repeat(490) + "{}" + "]}".repeat(490);
        apple.answer("{\"productData\": [{\"diagnosticLogs\": [{\"callStackTree\": [{\"callStacks\":"
                + " [{\"callStackRootFrames\": ["
                + frames + "]}]}]}]}]}");

        DiagnosticLogs logs =
                apple.client().diagnosticSignatures().listLogs("1").execute();
        assertThat(logs.toString()).contains("subFrames");
        assertThat(logs).hasSameHashCodeAs(logs);
    }

    /** A client that counts the bytes read from bodies, after decompression. */
    private AppStoreConnect counting(String url, int maxResponseBytes) {
        OkHttpClient http = new OkHttpClient.Builder()
                .addInterceptor(chain -> {
                    Response response = chain.proceed(chain.request());
                    return response.newBuilder().body(counting(response.body())).build();
                })
                .build();
        return AppStoreConnect.builder(TestKeys.team())
                .baseUrl(url)
                .httpClient(http)
                .options(o -> o.maxResponseBytes(maxResponseBytes))
                .build();
    }

    private ResponseBody counting(ResponseBody body) {
        Source source = new ForwardingSource(body.source()) {
            @Override
            public long read(Buffer sink, long byteCount) throws IOException {
                long count = super.read(sink, byteCount);
                read.addAndGet(Math.max(0, count));
                return count;
            }
        };
        BufferedSource buffered = Okio.buffer(source);
        return ResponseBody.create(buffered, body.contentType(), body.contentLength());
    }

    private static Buffer gzip(String text) throws IOException {
        Buffer packed = new Buffer();
        try (GzipSink sink = new GzipSink(packed)) {
            Buffer plain = new Buffer().writeUtf8(text);
            sink.write(plain, plain.size());
        }
        return packed;
    }

    private static MockResponse packed(Buffer body) {
        return new MockResponse()
                .setHeader("Content-Type", "application/json")
                .setHeader("Content-Encoding", "gzip")
                .setBody(body);
    }

    /** Responses that are not JSON:API documents. */
    public interface Mine {

        @GET("v1/tree")
        ApiCall<JsonNode> tree();

        @GET("v1/stream")
        @Streaming
        ApiCall<ResponseBody> stream();
    }
}
