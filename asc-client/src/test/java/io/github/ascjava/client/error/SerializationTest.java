package io.github.ascjava.client.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.ascjava.client.ApiServer;
import io.github.ascjava.client.AppStoreConnect;
import io.github.ascjava.client.TestKeys;
import io.github.ascjava.client.call.ApiCall;
import io.github.ascjava.client.model.provisioning.BundleIdPlatform;
import io.github.ascjava.client.model.provisioning.Device;
import io.github.ascjava.client.model.users.User;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import okhttp3.mockwebserver.SocketPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Exceptions that are sent to another process, as batch jobs and test runners do. */
class SerializationTest {

    @RegisterExtension
    final ApiServer apple = new ApiServer();

    @Test
    void allThatAppleSaidArrives() throws Exception {
        apple.answer(ApiServer.json(429, """
                        {"errors": [{"id": "i", "status": "429", "code": "A.B", "title": "t", "detail": "d",
                          "source": {"pointer": "/p", "parameter": "q"}, "links": {"see": "/x"},
                          "meta": {"associatedErrors": {"/v1/z/1": [{"code": "C.D"}]}}}]}
                        """)
                .setHeader("Retry-After", "17")
                .setHeader("X-Apple-Request-UUID", "uuid")
                .setHeader("X-Rate-Limit", "user-hour-lim:3600;user-hour-rem:12;"));
        RateLimitException sent = (RateLimitException) failure(apple.client());
        RateLimitException arrived = (RateLimitException) overTheWire(sent);

        assertThat(arrived).hasMessage(sent.getMessage());
        assertThat(arrived.operation()).isEqualTo("GET /v1/users/{id}");
        assertThat(arrived.attempts()).isEqualTo(1);
        assertThat(arrived.status()).isEqualTo(429);
        assertThat(arrived.errors()).isEqualTo(sent.errors()).isNotEmpty();
        assertThat(arrived.hasCode("C")).isTrue();
        assertThat(arrived.rawBody()).isEqualTo(sent.rawBody()).isNotEmpty();
        assertThat(arrived.requestId()).isEqualTo("uuid");
        assertThat(arrived.rateLimit()).isEqualTo(sent.rateLimit());
        assertThat(arrived.retryAfter()).isEqualTo(Duration.ofSeconds(17));
        assertThat(arrived.advice()).isEqualTo(sent.advice()).isPresent();
    }

    @Test
    void allOtherExceptionsArriveToo() throws Exception {
        apple.answer(ApiServer.json(200, "").setSocketPolicy(SocketPolicy.DISCONNECT_AFTER_REQUEST));
        assertArrives(failure(apple.client()), ConnectionException.class);
        apple.answer("<html>");
        assertArrives(failure(apple.client()), InvalidResponseException.class);
        apple.answer("{\"data\": 7}");
        assertArrives(failure(apple.client()), InvalidResponseException.class);
        assertArrives(
                failure(apple.builder()
                        .options(o -> o.rateLimiter(
                                (key, longest) -> CompletableFuture.failedFuture(new IllegalStateException("down"))))
                        .build()),
                RateLimiterException.class);
        try (AppStoreConnect asc = AppStoreConnect.builder(TestKeys.individual())
                .baseUrl(apple.url("/"))
                .build()) {
            Throwable e = catchThrowable(() -> asc.bundleIds().list().execute());
            assertArrives(e, ApiKeyUsageException.class);
            assertThat(((ApiKeyUsageException) overTheWire(e)).isKeyNotAllowed())
                    .isTrue();
        }
    }

    @Test
    void whatExistsInsteadArrives() throws Exception {
        apple.answer(409, "{\"errors\": [{\"code\": \"ENTITY_ERROR\", \"detail\": \"already exists on this team\"}]}");
        apple.answer("{\"data\": [{\"type\": \"devices\", \"id\": \"d1\", \"attributes\": {\"udid\": \"A1\","
                + " \"name\": \"Other\"}}]}");
        ApiCall<Device> call = apple.client()
                .devices()
                .create(b -> b.name("Phone").platform(BundleIdPlatform.IOS).udid("a-1"))
                .orExisting();

        ConflictException arrived = (ConflictException) overTheWire(catchThrowable(call::execute));

        assertThat(arrived.existing()).contains(new ExistingResource("devices", "d1", List.of("name")));
        assertArrives(catchThrowable(this::writeReadOnly), ReadOnlyClientException.class);
    }

    private void writeReadOnly() {
        apple.builder().readOnly().build().users().delete("u1").execute();
    }

    private static void assertArrives(Throwable sent, Class<? extends AscException> type) throws Exception {
        AscException arrived = (AscException) overTheWire(sent);

        assertThat(arrived).isExactlyInstanceOf(type).hasMessage(sent.getMessage());
        assertThat(arrived.operation()).isEqualTo(((AscException) sent).operation());
        assertThat(arrived.attempts()).isEqualTo(((AscException) sent).attempts());
        if (sent.getCause() == null) {
            assertThat(arrived).hasNoCause();
        } else {
            assertThat(arrived.getCause()).hasSameClassAs(sent.getCause());
        }
    }

    private static Throwable failure(AppStoreConnect asc) {
        ApiCall<User> call = asc.users().get("u1");
        return catchThrowable(call::execute);
    }

    private static Object overTheWire(Throwable e) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(e);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return in.readObject();
        }
    }
}
