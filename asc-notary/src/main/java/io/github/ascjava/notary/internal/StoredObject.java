package io.github.ascjava.notary.internal;

import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.RequestBody;
import okio.ByteString;

/**
 * The place of one file in S3: its URL, credentials, and signed requests. Thread-safe.
 *
 * @param url without query; all but unreserved characters are escaped
 */
record StoredObject(HttpUrl url, AwsCredentials credentials, AwsSigner signer) {

    private static final String NO_CONTENT = ByteString.EMPTY.sha256().hex();

    /** Returns the place of an object in a bucket whose URL ends in a slash. */
    static StoredObject in(HttpUrl bucket, String name, AwsCredentials credentials, AwsSigner signer) {
        HttpUrl url = bucket.newBuilder()
                .addEncodedPathSegments(StrictEscaping.path(name))
                .build();
        return new StoredObject(url, credentials, signer);
    }

    /** Returns the request that stores the whole object. */
    Request put(RequestBody body, String hash) {
        return signed(new Request.Builder().url(url).put(body), hash);
    }

    /** Returns the request that stores a part. */
    Request putPart(String uploadId, int number, RequestBody body, String hash) {
        String query = "partNumber=" + number + "&uploadId=" + StrictEscaping.query(uploadId);
        return signed(new Request.Builder().url(with(query)).put(body), hash);
    }

    /** Returns the request that begins an upload in parts. */
    Request begin() {
        return signed(new Request.Builder().url(with("uploads=")).post(RequestBody.EMPTY), NO_CONTENT);
    }

    /** Returns the request that joins the parts. */
    Request complete(String uploadId, ByteString list) {
        String query = "uploadId=" + StrictEscaping.query(uploadId);
        return signed(
                new Request.Builder().url(with(query)).post(RequestBody.create(list, null)),
                list.sha256().hex());
    }

    /** Returns the request that discards the parts. */
    Request abort(String uploadId) {
        String query = "uploadId=" + StrictEscaping.query(uploadId);
        return signed(new Request.Builder().url(with(query)).delete(null), NO_CONTENT);
    }

    private HttpUrl with(String encodedQuery) {
        return url.newBuilder().encodedQuery(encodedQuery).build();
    }

    private Request signed(Request.Builder request, String hash) {
        return signer.sign(request.build(), hash, credentials);
    }
}
