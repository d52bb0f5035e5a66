package io.github.ascjava.testing.internal.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ascjava.testing.internal.http.ApiAnswer;
import io.github.ascjava.testing.internal.http.ApiErrorException;
import io.github.ascjava.testing.internal.http.ErrorObject;
import io.github.ascjava.testing.internal.server.Front.Got;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestPreconditionsTest {

    private static final Logger SERVICE_LOG = Logger.getLogger(RequestPipeline.class.getName());

    @RegisterExtension
    final Front front = Front.forTeam();

    @RegisterExtension
    final Front individual = Front.forIndividual();

    @AfterEach
    void logAgain() {
        SERVICE_LOG.setLevel(null);
    }

    @Test
    void aUrlOfMoreThan4096BytesGetsA500() {
        String start = "/v1/bundleIds?filter[identifier]=";
        int left = 4096 - front.request(start).build().url().toString().length();

        assertThat(front.get(start + "x".repeat(left), front.goodToken()).status())
                .isEqualTo(200);
        Got answer = front.get(start + "x".repeat(left + 1), front.goodToken());
        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.body()).contains("\"code\":\"UNEXPECTED_ERROR\"").doesNotContain("4096");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/json; charset=utf-8", "APPLICATION/JSON"})
    void takesBodiesInJson(String contentType) {
        assertThat(front.post("/v1/users", contentType, "{}").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/vnd.api+json", "text/plain", "application/x-www-form-urlencoded"})
    void rejectsBodiesOfAnotherType(String contentType) {
        Got answer = front.post("/v1/users", contentType, "{}");

        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.headers().get("Content-Type")).isEqualTo("application/json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/bundleIds",
                "/v1/bundleIds/1/relationships/profiles",
                "/v1/bundleIdCapabilities",
                "/v1/certificates",
                "/v1/devices",
                "/v1/profiles",
                "/v1/merchantIds",
                "/v1/passTypeIds",
                "/v1/salesReports",
                "/v1/financeReports"
            })
    void individualKeysReachNeitherProvisioningNorReports(String path) {
        Got answer = individual.get(path, individual.goodToken());

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.body()).contains("\"code\":\"FORBIDDEN_ERROR\"");
        assertThat(front.get(path, front.goodToken()).status()).isEqualTo(200);
    }

    @Test
    void individualKeysReachTheRest() {
        assertThat(individual.get("/v1/apps", individual.goodToken()).status()).isEqualTo(200);
    }

    @Test
    void pathsOutsideOfTheApiNeedNoTokenAndCountForNothing() {
        Got answer = front.get("/uploads/1");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers().get("X-Rate-Limit")).isNull();
    }

    @Test
    void anErrorOfTheEngineBecomesAnErrorDocumentWithAnIdForSupport() {
        front.engine(request -> {
            throw new ApiErrorException(
                    409, ErrorObject.of("STATE_ERROR", "T", "D").at("/data"), ErrorObject.of("X", "T2", "D2"));
        });

        Got answer = front.get("/v1/apps", front.goodToken());

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.body())
                .matches(
                        "\\{\"errors\":\\[\\{\"id\":\"[0-9a-f-]{36}\",\"status\":\"409\",\"code\":\"STATE_ERROR\","
                                + "\"title\":\"T\",\"detail\":\"D\",\"source\":\\{\"pointer\":\"/data\"}},"
                                + "\\{\"id\":\"[0-9a-f-]{36}\",\"status\":\"409\",\"code\":\"X\",\"title\":\"T2\",\"detail\":\"D2\"}]}");
    }

    @Test
    void aFailureOfTheEngineLooksLikeAnInternalErrorOfApples() {
        SERVICE_LOG.setLevel(Level.OFF);
        front.engine(request -> {
            throw new IllegalStateException("a fault");
        });

        Got answer = front.get("/v1/apps", front.goodToken());

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.body()).contains("UNEXPECTED_ERROR").doesNotContain("a fault", "\"id\"");
    }

    @Test
    void everyResponseHasADateAndIdsForSupport() {
        Got answer = front.get("/v1/apps");

        assertThat(answer.headers().getInstant("Date")).isEqualTo(front.clock().instant());
        assertThat(answer.headers().get("X-Apple-Request-UUID")).matches("[0-9a-f-]{36}");
        assertThat(answer.headers().get("X-Apple-Jingle-Correlation-Key")).matches("[A-Z2-7]{26}");
    }

    @Test
    void responsesWithoutBodyHaveNoContentHeaders() {
        front.engine(request -> ApiAnswer.empty(204));

        Got answer = front.call(front.request("/v1/users/1")
                .header("Authorization", "Bearer " + front.goodToken())
                .delete());

        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.headers().names()).doesNotContain("Content-Length", "Content-Type");
    }

    @Test
    void headGetsTheHeadersOnlyAndTheConnectionStaysUsable() {
        Got head = front.call(front.request("/v1/apps")
                .header("Authorization", "Bearer " + front.goodToken())
                .head());

        assertThat(head.status()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(front.get("/v1/apps", front.goodToken()).body()).isEqualTo("{\"data\":[]}");
    }
}
