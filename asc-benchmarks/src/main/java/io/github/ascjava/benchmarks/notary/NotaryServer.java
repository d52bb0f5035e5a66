package io.github.ascjava.benchmarks.notary;

import io.github.ascjava.benchmarks.uploads.BodySink;
import java.io.IOException;

/** A Notary API and its S3 on loopback for {@code scripts/notary-speed}. */
public final class NotaryServer extends BodySink {

    private static final String GRANT = """
            {"data": {"id": "2efe2717-52ef-43a5-96dc-0797e4ca1041", "attributes": {"awsAccessKeyId": "ASIAEXAMPLE",
             "awsSecretAccessKey": "secret", "awsSessionToken": "token", "bucket": "bucket", "object": "prod/AROA:1"}}}
            """;

    private NotaryServer(long bytesPerSecond) {
        super(bytesPerSecond);
    }

    /**
     * Serves until the process is killed. Prints the port.
     *
     * @param args MiB per second that all connections together get, 0 for no limit
     */
    public static void main(String[] args) throws IOException {
        new NotaryServer(Long.parseLong(args[0]) << 20).serve();
    }

    @Override
    protected Reply reply(String requestLine) {
        return new Reply("200 OK", "ETag: \"1\"\r\n", body(requestLine));
    }

    private static String body(String requestLine) {
        if (requestLine.startsWith("GET /notary/")) {
            return "{\"data\": []}";
        }
        if (requestLine.startsWith("POST /notary/")) {
            return GRANT;
        }
        return requestLine.contains("?uploads=") ? "<R><UploadId>1</UploadId></R>" : "";
    }
}
