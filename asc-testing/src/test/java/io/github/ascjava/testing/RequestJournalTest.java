package io.github.ascjava.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ascjava.testing.internal.http.ApiRequest;
import java.time.Clock;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okio.ByteString;
import org.junit.jupiter.api.Test;

class RequestJournalTest {

    private static final HttpUrl URL = HttpUrl.get("http://127.0.0.1/uploads/1");
    private static final int MEGABYTE = 1024 * 1024;

    private final RequestJournal records = new RequestJournal(Clock.systemUTC());

    @Test
    void largeBodiesAreNotKeptForLong() {
        for (int part = 0; part < 10; part++) {
            record(10 * MEGABYTE);
        }

        assertThat(records.list()).hasSize(3);
    }

    @Test
    void theNewestIsKeptHoweverLarge() {
        record(1);
        record(40 * MEGABYTE);

        assertThat(records.list())
                .singleElement()
                .satisfies(request -> assertThat(request.body().size()).isEqualTo(40 * MEGABYTE));
    }

    @Test
    void whatWasForgottenDoesNotCount() {
        record(30 * MEGABYTE);
        records.clear();
        record(30 * MEGABYTE);
        record(1);

        assertThat(records.list()).hasSize(2);
    }

    private void record(int bytes) {
        records.record(new ApiRequest("PUT", URL, Headers.of(), ByteString.of(new byte[bytes])), 200);
    }
}
