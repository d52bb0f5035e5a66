package io.github.ascjava.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.ascjava.client.call.ApiCall;
import io.github.ascjava.client.error.ApiException;
import io.github.ascjava.client.error.ConnectionException;
import io.github.ascjava.client.model.provisioning.BundleId;
import io.github.ascjava.client.model.provisioning.BundleIdPlatform;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Responses over HTTP/1.1 that arrive while the request body, which fits no buffer, is still being sent. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class EarlyResponseTest {

    private static final int BODY_LENGTH = 8 * 1024 * 1024;
    private static final RawServer.Treatment TOO_LARGE = error(413, "ENTITY_TOO_LARGE", "The body is too large.");

    @RegisterExtension
    final RawServer server = new RawServer();

    private final Leaks leaks = new Leaks();

    @AfterEach
    void nothingIsLeftBehind() {
        leaks.check(false);
    }

    @ParameterizedTest
    @EnumSource
    void theResponseIsReportedHoweverTheServerEndsTheConnection(Ending ending) {
        server.respondEarly();
        server.treat(TOO_LARGE.andThen(ending.treatment));

        for (Way way : Way.values()) {
            assertTooLarge(catchThrowable(() -> way.run(create(client()))));
        }
    }

    @ParameterizedTest
    @EnumSource
    void theResponseOnAKeptConnectionIsReportedToo(Ending ending) {
        server.treat(
                RawServer.Treatment.answer(200, Fault.Body.JSON, Fault.Body.USER), TOO_LARGE.andThen(ending.treatment));
        AppStoreConnect asc = client();
        asc.users().get("u1").execute();
        server.respondEarly();

        assertTooLarge(catchThrowable(() -> create(asc).execute()));
    }

    /** RFC 9112, 9.6 has servers read on or close. OkHttp reads only after it has written, so such a response stays unread. */
    @Test
    void aServerThatNeitherReadsNorClosesEndsInTheTimeout() {
        CountDownLatch over = new CountDownLatch(1);
        server.respondEarly();
        server.treat(TOO_LARGE.andThen(connection -> await(over)));

        ApiCall<BundleId> call = create(client()).withTimeout(Duration.ofMillis(500));
        assertThatExceptionOfType(ConnectionException.class)
                .isThrownBy(call::execute)
                .withMessageContaining("the call took longer than its timeout of 0.5 s");
        over.countDown();
    }

    private static void assertTooLarge(Throwable e) {
        assertThat(e)
                .isInstanceOf(ApiException.class)
                .hasMessage("POST /v1/bundleIds: 413 ENTITY_TOO_LARGE The body is too large.");
    }

    private AppStoreConnect client() {
        return AppStoreConnect.builder(TestKeys.team())
                .baseUrl(server.url())
                .httpClient(leaks.watch(new OkHttpClient()))
                .build();
    }

    private static ApiCall<BundleId> create(AppStoreConnect asc) {
        return asc.bundleIds()
                .create(b -> b.name("x".repeat(BODY_LENGTH))
                        .platform(BundleIdPlatform.IOS)
                        .identifier("com.example.app"));
    }

    private static RawServer.Treatment error(int status, String code, String detail) {
        return RawServer.Treatment.answer(
                status,
                Map.of("Content-Type", "application/json"),
                "{\"errors\":[{\"status\":\"" + status + "\",\"code\":\"" + code + "\",\"detail\":\"" + detail
                        + "\"}]}");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a server does after its response, while the client is still sending. */
    @SuppressWarnings("ImmutableEnumChecker")
    private enum Ending {
        READS_ON(RawServer.Connection::stall),
        HALF_CLOSES(RawServer.Connection::halfClose),
        CLOSES(RawServer.Connection::close),
        RESETS(RawServer.Connection::reset);

        private final RawServer.Treatment treatment;

        Ending(RawServer.Treatment treatment) {
            this.treatment = treatment;
        }
    }
}
