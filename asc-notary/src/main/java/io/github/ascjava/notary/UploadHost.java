package io.github.ascjava.notary;

import io.github.ascjava.notary.internal.Loopback;
import java.util.Objects;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * The host that files are uploaded to. Immutable.
 *
 * <p>Apple's bucket has two; a firewall may allow only one of them
 * (docs/live-service.md#notary-uploads-are-signed).
 *
 * @since 0.1.0
 */
public final class UploadHost {

    /** {@code BUCKET.s3-accelerate.amazonaws.com}, the default of Apple's own tool. */
    public static final UploadHost ACCELERATED = new UploadHost("https://%s.s3-accelerate.amazonaws.com/");

    /** {@code BUCKET.s3.us-west-2.amazonaws.com}. */
    public static final UploadHost REGIONAL = new UploadHost("https://%s.s3.us-west-2.amazonaws.com/");

    private final String template;

    private UploadHost(String template) {
        this.template = template;
    }

    /**
     * Returns another host that speaks S3, such as a gateway or a test server; it gets the name of the bucket as the first
     * part of the path.
     *
     * @param baseUrl https, or http to this machine; ends in a slash
     * @throws IllegalArgumentException if it is not such a URL
     */
    public static UploadHost at(String baseUrl) {
        HttpUrl url = HttpUrl.get(baseUrl);
        if (!url.encodedPath().endsWith("/") || url.query() != null) {
            throw new IllegalArgumentException("The base URL of an upload host must end in / and have no query.");
        }
        if (!url.isHttps() && !Loopback.is(url)) {
            throw new IllegalArgumentException("The upload host " + url.host() + " needs https.");
        }
        return new UploadHost(url.toString().replace("%", "%%") + "%s/");
    }

    /** Returns the URL of a bucket; ends in a slash. */
    HttpUrl bucket(String name) {
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
            throw new IllegalArgumentException("The name of the bucket is not one of S3: " + name + ".");
        }
        return HttpUrl.get(String.format(template, name));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof UploadHost that && that.template.equals(template);
    }

    @Override
    public int hashCode() {
        return Objects.hash(template);
    }

    @Override
    public String toString() {
        return "UploadHost[" + String.format(template, "BUCKET") + "]";
    }
}
