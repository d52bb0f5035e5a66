package io.github.ascjava.uploads.internal.transfer;

import io.github.ascjava.uploads.internal.transfer.PartServer.Connection;
import io.github.ascjava.uploads.internal.transfer.PartServer.Treatment;
import io.github.ascjava.uploads.internal.transfer.TransferException.Kind;
import org.jspecify.annotations.Nullable;

/** What a host or network does to a part, and what a transfer makes of it. */
enum PartFault {
    RESET_BEFORE_ANY_BYTE(Connection::reset),
    CLOSE_BEFORE_ANY_BYTE(Connection::close),
    RESET_WITHIN_THE_BODY(connection -> {
        connection.read(10_000);
        connection.reset();
    }),
    CLOSE_WITHIN_THE_BODY(connection -> {
        connection.read(10_000);
        connection.close();
    }),
    RESET_AFTER_THE_BODY(connection -> {
        connection.store();
        connection.reset();
    }),
    CLOSE_AFTER_THE_BODY(connection -> {
        connection.store();
        connection.close();
    }),
    RESET_WITHIN_THE_HEADERS(connection -> {
        connection.store();
        connection.write("HTTP/1.1 200 OK\r\nETa");
        connection.reset();
    }),
    STALL_AFTER_THE_HEAD(Connection::stall),
    STALL_AFTER_THE_BODY(connection -> {
        connection.store();
        connection.stall();
    }),
    NO_HTTP(connection -> {
        connection.store();
        connection.write("SSH-2.0-OpenSSH_9.6\r\n\r\n");
        connection.close();
    }),

    ERROR_408(Treatment.respond(408, "", "")),
    ERROR_408_EARLY(Treatment.respondEarly(408, "Connection: close\r\n", "").andThen(Connection::close)),
    ERROR_400_REQUEST_TIMEOUT(Treatment.respond(400, "", code("RequestTimeout"))),
    ERROR_429(Treatment.respond(429, "", "")),
    ERROR_429_AT_ONCE_AGAIN(Treatment.respond(429, "Retry-After: 0\r\n", "slower")),
    ERROR_429_UNTIL(Treatment.respond(
            429, "Date: Mon, 30 Nov 2026 08:00:00 GMT\r\nRetry-After: Mon, 30 Nov 2026 08:00:07 GMT\r\n", "")),
    ERROR_500(Treatment.respond(500, "", code("InternalError"))),
    ERROR_502_IN_HTML(Treatment.respond(502, "Content-Type: text/html\r\n", "<html><h2>Bad\r\nGateway</h2></html>")),
    ERROR_503_AT_ONCE_AGAIN(Treatment.respond(503, "Retry-After: 0\r\n", code("SlowDown"))),
    ERROR_503_EARLY_AND_RESET(Treatment.respondEarly(503, "", code("SlowDown")).andThen(Connection::reset)),
    ERROR_504(Treatment.respond(504, "Retry-After: soon\r\n", "")),
    ERROR_500_WITH_A_CUT_BODY(connection -> {
        connection.store();
        connection.write("HTTP/1.1 500 Whatever\r\nContent-Length: 100\r\n\r\n<Error>");
        connection.reset();
    }),

    ERROR_403(Treatment.respond(403, "", code("AccessDenied")), Kind.EXPIRED, "403 AccessDenied"),
    ERROR_403_EARLY_AND_READS_ON(
            Treatment.respondEarly(403, "", code("AccessDenied")).andThen(Connection::stall),
            Kind.EXPIRED,
            "403 AccessDenied"),
    ERROR_403_EARLY_AND_HALF_CLOSES(
            Treatment.respondEarly(403, "", code("AccessDenied")).andThen(Connection::halfClose),
            Kind.EXPIRED,
            "403 AccessDenied"),
    ERROR_403_EARLY_AND_CLOSES(
            Treatment.respondEarly(403, "Connection: close\r\n", code("AccessDenied"))
                    .andThen(Connection::close),
            Kind.EXPIRED,
            "403 AccessDenied"),
    ERROR_400_EXPIRED_TOKEN(Treatment.respond(400, "", code("ExpiredToken")), Kind.EXPIRED, "400 ExpiredToken"),
    ERROR_413_EARLY_AND_CLOSES(
            Treatment.respondEarly(413, "", code("EntityTooLarge")).andThen(Connection::close),
            Kind.TOO_LARGE,
            "413 EntityTooLarge"),
    ERROR_404(Treatment.respond(404, "", code("NoSuchUpload")), Kind.REJECTED, "404 NoSuchUpload"),
    ERROR_400(Treatment.respond(400, "Content-Type: text/plain\r\n", "Bad\r\nRequest"), Kind.REJECTED, "400"),
    ERROR_401(Treatment.respond(401, "WWW-Authenticate: Basic realm=\"x\"\r\n", ""), Kind.REJECTED, "401"),
    REDIRECT_301(Treatment.respond(301, "Location: /elsewhere\r\n", ""), Kind.REJECTED, "301"),
    REDIRECT_307(Treatment.respond(307, "Location: /elsewhere\r\n", ""), Kind.REJECTED, "307");

    @SuppressWarnings("ImmutableEnumChecker")
    private final Treatment treatment;

    /** Null if the part is sent again. */
    private final @Nullable Kind kind;

    private final String text;

    PartFault(Treatment treatment) {
        this(treatment, null, "");
    }

    PartFault(Treatment treatment, @Nullable Kind kind, String text) {
        this.treatment = treatment;
        this.kind = kind;
        this.text = text;
    }

    Treatment treatment() {
        return treatment;
    }

    @Nullable
    Kind kind() {
        return kind;
    }

    /** Returns what the message says of the response. */
    String text() {
        return text;
    }

    private static String code(String code) {
        return "<?xml version=\"1.0\"?>\n<Error><Code>" + code + "</Code><Message>Signature=abc</Message></Error>";
    }
}
