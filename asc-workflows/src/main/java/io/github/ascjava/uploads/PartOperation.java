package io.github.ascjava.uploads;

import io.github.ascjava.client.model.common.DeliveryFileUploadOperation;
import io.github.ascjava.client.model.common.HttpHeader;
import io.github.ascjava.client.model.common.UploadOperation;
import io.github.ascjava.uploads.internal.transfer.Part;
import io.github.ascjava.uploads.internal.transfer.PresignedPart;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/**
 * How Apple wants one part of a file to be sent.
 *
 * @param url signed, so it is no part of any text
 * @param headers as received, in their order; values may be secret
 * @param entityTag MD5 of the part that Apple holds, or null
 */
record PartOperation(
        @Nullable String method,
        @Nullable String url,
        long offset,
        long length,
        List<HttpHeader> headers,
        @Nullable String entityTag) {

    private static final long ABSENT = -1;

    static List<PartOperation> all(@Nullable List<UploadOperation> operations) {
        return Stream.ofNullable(operations)
                .flatMap(List::stream)
                .map(operation -> new PartOperation(
                        operation.method(),
                        operation.url(),
                        number(operation.offset()),
                        number(operation.length()),
                        Objects.requireNonNullElse(operation.requestHeaders(), List.of()),
                        null))
                .toList();
    }

    static List<PartOperation> allOfDelivery(@Nullable List<DeliveryFileUploadOperation> operations) {
        return Stream.ofNullable(operations)
                .flatMap(List::stream)
                .map(operation -> new PartOperation(
                        operation.method(),
                        operation.url(),
                        number(operation.offset()),
                        number(operation.length()),
                        Objects.requireNonNullElse(operation.requestHeaders(), List.of()),
                        operation.entityTag()))
                .toList();
    }

    /**
     * Returns the request.
     *
     * @throws IllegalArgumentException if something of it is missing or cannot be sent; the message is a sentence
     */
    PresignedPart presigned(int number) {
        if (method == null || url == null || offset < 0 || length < 0) {
            throw new IllegalArgumentException(
                    "Part " + number + " lacks its method, its URL, its offset or its length.");
        }
        Headers.Builder all = new Headers.Builder();
        for (HttpHeader header : headers) {
            if (header.name() == null || header.value() == null) {
                throw new IllegalArgumentException("Part " + number + " has a header without name or value.");
            }
            // Unlike add, for a header such as a disposition with a file name that is not ASCII.
            all.addUnsafeNonAscii(header.name(), header.value());
        }
        return new PresignedPart(new Part(number, offset, length), method, url, all.build());
    }

    private static long number(@Nullable Long value) {
        return value == null ? ABSENT : value;
    }

    @Override
    public String toString() {
        return "PartOperation[" + length + " bytes at " + offset + "]";
    }
}
