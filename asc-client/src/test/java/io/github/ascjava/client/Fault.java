package io.github.ascjava.client;

import io.github.ascjava.client.RawServer.Treatment;
import io.github.ascjava.client.error.ApiException;
import io.github.ascjava.client.error.AscException;
import io.github.ascjava.client.error.ConnectionException;
import io.github.ascjava.client.error.InvalidResponseException;
import io.github.ascjava.client.error.RateLimitException;
import io.github.ascjava.client.error.ServerException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/** What a server or network does to a request, and what the client is expected to make of it. */
enum Fault {
    RESET_BEFORE_ANY_BYTE(RawServer.Connection::reset, Kind.NO_ANSWER),
    CLOSE_BEFORE_ANY_BYTE(RawServer.Connection::close, Kind.NO_ANSWER),
    RESET_WITHIN_THE_HEADERS(
            connection -> {
                connection.write("HTTP/1.1 200 OK\r\nContent-Ty");
                connection.reset();
            },
            Kind.NO_ANSWER),
    RESET_WITHIN_THE_BODY(
            connection -> {
                connection.write(Treatment.head(200, Body.JSON, Body.USER.length()) + Body.USER.substring(0, 20));
                connection.reset();
            },
            Kind.NO_ANSWER),
    CLOSE_WITHIN_THE_BODY(
            connection -> {
                connection.write(Treatment.head(200, Body.JSON, Body.USER.length()) + Body.USER.substring(0, 20));
                connection.close();
            },
            Kind.NO_ANSWER),
    CLOSE_WITHIN_A_CHUNK(
            connection -> {
                connection.write(
                        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n40\r\n" + Body.USER.substring(0, 9));
                connection.close();
            },
            Kind.NO_ANSWER),
    CLOSE_BEFORE_THE_LAST_CHUNK(
            connection -> {
                connection.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
                        + Integer.toHexString(Body.USER.length()) + "\r\n" + Body.USER + "\r\n");
                connection.close();
            },
            Kind.NO_ANSWER),
    STALL_BEFORE_ANY_BYTE(RawServer.Connection::stall, Kind.NO_ANSWER),
    STALL_WITHIN_THE_HEADERS(
            connection -> {
                connection.write("HTTP/1.1 200 OK\r\nContent-Ty");
                connection.stall();
            },
            Kind.NO_ANSWER),
    STALL_WITHIN_THE_BODY(
            connection -> {
                connection.write(Treatment.head(200, Body.JSON, Body.USER.length()) + Body.USER.substring(0, 20));
                connection.stall();
            },
            Kind.NO_ANSWER),
    NO_HTTP(
            connection -> {
                connection.write("SSH-2.0-OpenSSH_9.6\r\n\r\n");
                connection.close();
            },
            Kind.NO_ANSWER),
    GZIP_THAT_IS_CUT(Treatment.answer(200, Body.GZIP, Arrays.copyOf(Body.zipped(), 20)), Kind.NO_ANSWER),
    GZIP_THAT_IS_DAMAGED(Treatment.answer(200, Body.GZIP, Body.damaged()), Kind.NO_ANSWER),
    GZIP_THAT_IS_NONE(Treatment.answer(200, Body.GZIP, Body.USER), Kind.NO_ANSWER),

    TOO_MANY_REQUESTS(Treatment.answer(429, Body.JSON, Body.TOO_MANY), Kind.REFUSED_FOR_NOW),
    TOO_MANY_REQUESTS_FOR_A_SECOND(
            Treatment.answer(429, Map.of("Retry-After", "1", "Content-Type", "text/plain"), "slower"),
            Kind.REFUSED_FOR_NOW),

    ERROR_500(Treatment.answer(500, Body.JSON, Body.UNEXPECTED), Kind.SERVER_ERROR),
    ERROR_502_IN_HTML(Treatment.answer(502, Body.JSON, Body.PAGE), Kind.SERVER_ERROR),
    ERROR_503_WITHOUT_A_BODY(Treatment.answer(503, Map.of(), ""), Kind.SERVER_ERROR),
    ERROR_503_AT_ONCE_AGAIN(Treatment.answer(503, Map.of("Retry-After", "0"), ""), Kind.SERVER_ERROR),
    ERROR_504_IN_TEXT(
            Treatment.answer(504, Map.of("Content-Type", "text/plain"), "Could not\r\nprocess this request"),
            Kind.SERVER_ERROR),
    ERROR_500_WITH_A_CUT_BODY(
            connection -> {
                connection.write(
                        Treatment.head(500, Body.JSON, Body.UNEXPECTED.length()) + Body.UNEXPECTED.substring(0, 30));
                connection.reset();
            },
            Kind.SERVER_ERROR),

    HTML_UNDER_A_JSON_TYPE(Treatment.answer(200, Body.JSON, Body.PAGE), Kind.UNUSABLE),
    JSON_THAT_IS_CUT(Treatment.answer(200, Body.JSON, Body.USER.substring(0, 30)), Kind.UNUSABLE),
    NO_BODY(Treatment.answer(200, Body.JSON, ""), Kind.UNUSABLE),
    NO_CONTENT(connection -> connection.write("HTTP/1.1 204 No Content\r\n\r\n"), Kind.UNUSABLE),
    ANOTHER_DOCUMENT(Treatment.answer(200, Body.JSON, "{\"statusCode\": \"ERROR\"}"), Kind.UNUSABLE),

    NOT_ACCEPTABLE_IN_TEXT(
            Treatment.answer(406, Map.of("Content-Type", "text/plain"), "Not\nacceptable"), Kind.REFUSED_FOR_GOOD),
    METHOD_NOT_ALLOWED(Treatment.answer(405, Map.of(), ""), Kind.REFUSED_FOR_GOOD);

    @SuppressWarnings("ImmutableEnumChecker") // Nothing is buffered.
    private final Treatment treatment;

    private final Kind kind;

    Fault(Treatment treatment, Kind kind) {
        this.treatment = treatment;
        this.kind = kind;
    }

    Treatment treatment() {
        return treatment;
    }

    Kind kind() {
        return kind;
    }

    /** What the client is expected to do about a fault. */
    enum Kind {
        NO_ANSWER(ConnectionException.class, true, false),
        REFUSED_FOR_NOW(RateLimitException.class, true, true),
        SERVER_ERROR(ServerException.class, true, false),
        UNUSABLE(InvalidResponseException.class, false, false),
        REFUSED_FOR_GOOD(ApiException.class, false, false);

        final Class<? extends AscException> exception;
        final boolean readsAreSentAgain;
        final boolean writesAreSentAgain;

        Kind(Class<? extends AscException> exception, boolean readsAreSentAgain, boolean writesAreSentAgain) {
            this.exception = exception;
            this.readsAreSentAgain = readsAreSentAgain;
            this.writesAreSentAgain = writesAreSentAgain;
        }
    }

    /** What is sent. */
    static final class Body {

        static final String USER =
                "{\"data\": {\"type\": \"users\", \"id\": \"u1\", \"attributes\": {\"firstName\": \"Ada\"}}}";
        static final String PAGE = "<!DOCTYPE html>\n<html>\n<h2>Internal Server Error</h2>\n</html>\n";
        static final String TOO_MANY = "{\"errors\": [{\"status\": \"429\", \"code\": \"RATE_LIMIT_EXCEEDED\","
                + " \"title\": \"The request rate limit has been reached.\"}]}";
        static final String UNEXPECTED = "{\"errors\": [{\"status\": \"500\", \"code\": \"UNEXPECTED_ERROR\","
                + " \"title\": \"An unexpected error occurred.\"}]}";
        static final Map<String, String> JSON = Map.of("Content-Type", "application/json");
        static final Map<String, String> GZIP = Map.of("Content-Type", "application/json", "Content-Encoding", "gzip");

        private Body() {}

        static byte[] zipped() {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
                gzip.write(USER.getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return bytes.toByteArray();
        }

        /** With a wrong checksum at the end. */
        static byte[] damaged() {
            byte[] zipped = zipped();
            zipped[zipped.length - 8] ^= 1;
            return zipped;
        }
    }
}
