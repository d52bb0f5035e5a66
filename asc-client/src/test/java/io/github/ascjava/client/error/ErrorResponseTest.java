package io.github.ascjava.client.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.entry;

import io.github.ascjava.client.ApiServer;
import io.github.ascjava.client.call.RateLimit;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.SocketPolicy;
import okio.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How responses with an error status are parsed. */
class ErrorResponseTest {

    @RegisterExtension
    final ApiServer apple = new ApiServer();

    @ParameterizedTest
    @CsvSource({
        "400, ApiException",
        "401, UnauthorizedException",
        "403, ForbiddenException",
        "404, NotFoundException",
        "405, ApiException",
        "406, ApiException",
        "409, ConflictException",
        "410, NotFoundException",
        "415, ApiException",
        "422, ApiException",
        "429, RateLimitException",
        "500, ServerException",
        "502, ServerException",
        "503, ServerException",
        "504, ServerException",
        "304, ApiException"
    })
    void eachStatusHasItsException(int status, String name) {
        apple.answer(status, "{\"errors\": []}");
        apple.answer(status, "{\"errors\": []}");

        ApiException e = failure();
        assertThat(e.getClass().getSimpleName()).isEqualTo(name);
        assertThat(e.status()).isEqualTo(status);
        assertThat(e.operation()).isEqualTo("GET /v1/users/{id}");
        assertThat(e).isInstanceOf(AscException.class).hasNoCause();
    }

    @Test
    void allMembersOfAnErrorAreKept() {
        apple.answer(409, """
                {"errors": [{
                  "id": "XHI3JTPAXPXMTCWTY6RJMMMZUI", "status": "409", "code": "ENTITY_ERROR.ATTRIBUTE.INVALID",
                  "title": "The title", "detail": "The detail",
                  "source": {"pointer": "/data/attributes/locale", "parameter": "filter[x]"},
                  "links": {"about": "https://example.com/about", "see": "/business",
                    "associated": {"href": "https://example.com/associated", "meta": {"source": "x"}}, "odd": [1], "none": null}
                }]}
                """);

        assertThat(failure().errors())
                .containsExactly(new ApiError(
                        "XHI3JTPAXPXMTCWTY6RJMMMZUI",
                        "409",
                        "ENTITY_ERROR.ATTRIBUTE.INVALID",
                        "The title",
                        "The detail",
                        "/data/attributes/locale",
                        "filter[x]",
                        Map.of(
                                "about",
                                "https://example.com/about",
                                "see",
                                "/business",
                                "associated",
                                "https://example.com/associated"),
                        Map.of()));
    }

    @Test
    void everyMemberMayBeMissing() {
        apple.answer(400, "{\"errors\": [{}, {\"detail\": null, \"source\": null, \"links\": null, \"meta\": null}]}");

        ApiError nothing = new ApiError(null, null, null, null, null, null, null, Map.of(), Map.of());
        assertThat(failure().errors()).containsExactly(nothing, nothing);
    }

    @Test
    void severalErrorsKeepTheirOrder() {
        apple.answer(409, """
                {"errors": [{"code": "ENTITY_ERROR.RELATIONSHIP.INVALID"}, {"code": "ENTITY_ERROR.ATTRIBUTE.INVALID.DUPLICATE"}]}
                """);

        ApiException e = failure();
        assertThat(e.errors())
                .extracting(ApiError::code)
                .containsExactly("ENTITY_ERROR.RELATIONSHIP.INVALID", "ENTITY_ERROR.ATTRIBUTE.INVALID.DUPLICATE");
        assertThat(e.hasCode("ENTITY_ERROR.ATTRIBUTE.INVALID.DUPLICATE")).isTrue();
        assertThat(e.hasCode("ENTITY_ERROR.RELATIONSHIP")).isTrue();
    }

    @Test
    void associatedErrorsAreKeptByPathInTheirOrder() {
        apple.answer(409, """
                {"errors": [{"code": "STATE_ERROR", "meta": {"associatedErrors": {
                  "/v1/z/1": [{"code": "A.B", "detail": "first"}, {"code": "C"}],
                  "/v1/a/2": [{"code": "D"}],
                  "/v1/none": [], "/v1/odd": "x"}}}]}
                """);

        ApiException e = failure();
        ApiError error = e.errors().get(0);
        assertThat(error.associatedErrors().keySet()).containsExactly("/v1/z/1", "/v1/a/2");
        assertThat(error.associatedErrors().get("/v1/z/1"))
                .extracting(ApiError::code)
                .containsExactly("A.B", "C");
        assertThat(e.hasCode("A")).isTrue();
        assertThat(e.hasCode("D")).isTrue();
        assertThat(e.hasCode("B")).isFalse();
    }

    /** Apple's nest one level deep; unlimited nesting must not lead to an unlimited message. */
    @Test
    void errorsOfErrorsOfErrorsAreReadFourLevelsDeep() {
        String nested = "{\"code\": \"E5\"}";
        for (int level = 4; level > 0; level--) {
            nested = "{\"code\": \"E" + level + "\", \"meta\": {\"associatedErrors\": {\"/x\": [" + nested + "]}}}";
        }
        apple.answer(409, "{\"errors\": [" + nested + "]}");

        List<String> codes = new ArrayList<>();
        for (List<ApiError> errors = failure().errors(); errors != null; ) {
            ApiError error = errors.get(0);
            codes.add(String.valueOf(error.code()));
            errors = error.associatedErrors().get("/x");
        }
        assertThat(codes).containsExactly("E1", "E2", "E3", "E4");
    }

    @Test
    void whatAnErrorHoldsCannotBeChanged() {
        apple.answer(409, """
                {"errors": [{"links": {"see": "/x"}, "meta": {"associatedErrors": {"/v1/z/1": [{"code": "A"}]}}}]}
                """);

        ApiException e = failure();
        ApiError error = e.errors().get(0);
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> e.errors().clear());
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> error.links().clear());
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> error.associatedErrors().clear());
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> error.associatedErrors().values().forEach(List::clear));
    }

    @ParameterizedTest
    @CsvSource({
        "ENTITY_ERROR, true",
        "ENTITY_ERROR.ATTRIBUTE, true",
        "ENTITY_ERROR.ATTRIBUTE.INVALID, true",
        "ENTITY_ERROR.ATTRIBUTE.INVALID.DUPLICATE, false",
        "ENTITY, false",
        "ENTITY_ERROR.ATTR, false",
        "ENTITY_ERROR., false",
        "'', false",
        "ATTRIBUTE, false",
        "entity_error, false"
    })
    void codesAreMatchedByTheirDottedParts(String general, boolean matches) {
        apple.answer(409, "{\"errors\": [{\"code\": \"ENTITY_ERROR.ATTRIBUTE.INVALID\"}]}");

        assertThat(failure().hasCode(general)).isEqualTo(matches);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "<html><h3>Bad Gateway</h3> Correlation Key: TGHKWJKO2LITS2DSDATRZZJAPE</html>",
                "Could not process this request",
                "{\"errors\": [{\"code\": \"X",
                "{\"errors\"",
                "{\"errors\": {\"code\": \"X\"}}",
                "{\"errors\": \"X\"}",
                "{\"errors\": null}",
                "{\"errors\": [null, 1, \"x\", [{}]]}",
                "{\"statusCode\": \"ERROR\"}",
                "[{\"code\": \"X\"}]",
                "null",
                "\u0000\u0001",
                "{\"errors\": [{\"code\": \"\\uXYZ\"}]}"
            })
    void otherBodiesAreKeptAsReceived(String body) {
        apple.answer(502, body);

        ApiException e = failure();
        assertThat(e).isInstanceOf(ServerException.class);
        assertThat(e.errors()).isEmpty();
        assertThat(e.rawBody()).isEqualTo(body);
        assertThat(e.hasCode("X")).isFalse();
    }

    @Test
    void membersOfWrongTypesAreReadAsFarAsTheyCanBe() {
        apple.answer(409, """
                {"errors": [{"id": 7, "status": 409, "code": ["A"], "title": {"x": 1}, "detail": true,
                  "source": "x", "links": [1], "meta": {"associatedErrors": [{"code": "B"}]}}, {"code": "C", "source": []}]}
                """);

        assertThat(failure().errors())
                .containsExactly(
                        new ApiError("7", "409", null, null, "true", null, null, Map.of(), Map.of()),
                        new ApiError(null, null, "C", null, null, null, null, Map.of(), Map.of()));
    }

    @Test
    void deeplyNestedAssociatedErrorsEndSomewhere() {
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < 200; i++) {
            body.append("{\"errors\": [{\"code\": \"A\", \"meta\": {\"associatedErrors\": {\"p\": [");
        }
        String nested = "{\"code\": \"E\", \"meta\": {\"associatedErrors\": {\"p\": [".repeat(200) + "]}}}".repeat(200);
        apple.answer(409, "{\"errors\": [" + nested + "]}");
        apple.answer(409, body.toString());

        ApiException e = failure();
        assertThat(e.errors()).hasSize(1);
        assertThat(e.hasCode("E")).isTrue();
        assertThat(failure().errors()).isEmpty();
    }

    @Test
    void aNestingBombIsKeptAsText() {
        apple.answer(500, "{\"errors\": " + "[".repeat(50_000));

        ApiException e = failure();
        assertThat(e.errors()).isEmpty();
        assertThat(e.rawBody()).hasSize(50_011);
    }

    @Test
    void theRawBodyIsCutAfter64Kib() {
        apple.answer(500, "x".repeat(65_536));
        apple.answer(500, "y".repeat(65_537));
        apple.answer(500, "z".repeat(3_000_000));

        assertThat(failure().rawBody()).isEqualTo("x".repeat(65_536));
        assertThat(failure().rawBody()).isEqualTo("y".repeat(65_536));
        assertThat(failure().rawBody()).isEqualTo("z".repeat(65_536));
    }

    @Test
    void theRawBodyIsReadInItsCharset() {
        apple.answer(new MockResponse()
                .setResponseCode(500)
                .setHeader("Content-Type", "text/plain; charset=ISO-8859-1")
                .setBody(new Buffer().write("Ünfall".getBytes(StandardCharsets.ISO_8859_1))));
        apple.answer(new MockResponse()
                .setResponseCode(500)
                .setHeader("Content-Type", "text/plain; charset=nonsense")
                .setBody("Ünfall"));
        apple.answer(new MockResponse().setResponseCode(500).setBody("Ünfall"));

        assertThat(failure().rawBody()).isEqualTo("Ünfall");
        assertThat(failure().rawBody()).isEqualTo("Ünfall");
        assertThat(failure().rawBody()).isEqualTo("Ünfall");
    }

    @Test
    void aBodyThatBreaksOffLeavesTheStatus() {
        apple.answer(ApiServer.json(404, "{\"errors\": []}")
                .setHeader("Content-Length", 1000)
                .setSocketPolicy(SocketPolicy.DISCONNECT_AT_END));

        ApiException e = failure();
        assertThat(e).isInstanceOf(NotFoundException.class);
        assertThat(e.rawBody()).isEqualTo("{\"errors\": []}");
    }

    @Test
    void headersForSupportAndRateLimitAreKept() {
        apple.answer(ApiServer.json(429, "")
                .setHeader("X-Apple-Jingle-Correlation-Key", "KEY")
                .setHeader("X-Apple-Request-UUID", "UUID")
                .addHeader("X-Rate-Limit", "user-hour-lim:3600;user-hour-rem:3121;")
                .addHeader("X-Rate-Limit", "user-minute-lim:150;user-minute-rem:0;"));
        apple.answer(404, "");

        ApiException e = failure();
        assertThat(e.requestId()).isEqualTo("UUID");
        assertThat(e.rateLimit()).isEqualTo(new RateLimit(3600, 3121, 150, 0));
        ApiException bare = failure();
        assertThat(bare.requestId()).isNull();
        assertThat(bare.rateLimit()).isEqualTo(RateLimit.UNKNOWN);
    }

    @Test
    void linksKeepTheirOrder() {
        apple.answer(409, "{\"errors\": [{\"links\": {\"z\": \"1\", \"y\": \"2\", \"x\": \"3\", \"a\": \"4\"}}]}");

        assertThat(failure().errors().get(0).links())
                .containsExactly(entry("z", "1"), entry("y", "2"), entry("x", "3"), entry("a", "4"));
    }

    private ApiException failure() {
        return catchThrowableOfType(
                ApiException.class, () -> apple.client().users().get("u1").execute());
    }
}
