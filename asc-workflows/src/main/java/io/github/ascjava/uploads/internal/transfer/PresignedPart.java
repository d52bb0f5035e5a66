package io.github.ascjava.uploads.internal.transfer;

import okhttp3.Headers;

/**
 * A part with the request that a service prescribes for it.
 *
 * @param method such as {@code PUT}
 * @param url signed; nothing of it but the host may be shown
 * @param headers sent exactly as they are
 */
public record PresignedPart(Part part, String method, String url, Headers headers) {

    /** Returns the part alone: URL and headers are secrets. */
    @Override
    public String toString() {
        return "PresignedPart[part=" + part + ", url=***]";
    }
}
