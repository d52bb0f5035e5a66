package io.github.ascjava.uploads.internal.transfer;

import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.RequestBody;

/** The requests that a service prescribes for the parts of a file, checked before the first one is sent. Immutable. */
public final class PresignedParts implements PartRequests {

    private final List<Part> parts;
    private final Map<Integer, Request> requests;

    private PresignedParts(List<Part> parts, Map<Integer, Request> requests) {
        this.parts = parts;
        this.requests = requests;
    }

    /**
     * Checks that the parts are the whole file, each byte once, and that each can be sent.
     *
     * @param prescribed in any order
     * @param fileSize in bytes
     * @throws IllegalArgumentException if not; the message is a sentence that says what is wrong, without a URL
     */
    public static PresignedParts of(List<PresignedPart> prescribed, long fileSize) {
        List<PresignedPart> inOrder = prescribed.stream()
                .sorted(Comparator.comparingLong(
                                (PresignedPart each) -> each.part().offset())
                        .thenComparingLong(each -> each.part().length()))
                .toList();
        requireWholeFile(inOrder, fileSize);
        Map<Integer, Request> requests = new HashMap<>();
        for (PresignedPart each : inOrder) {
            if (requests.put(each.part().number(), template(each)) != null) {
                throw wrong("two parts have the number " + each.part().number());
            }
        }
        return new PresignedParts(inOrder.stream().map(PresignedPart::part).toList(), requests);
    }

    /** Returns the parts by their offsets. */
    public List<Part> parts() {
        return parts;
    }

    @Override
    public Request request(Part part, RequestBody body) throws IOException {
        Request template = requests.get(part.number());
        if (template == null) {
            throw new IllegalArgumentException("There is no request for part " + part.number() + ".");
        }
        return template.newBuilder().put(body).build();
    }

    private static void requireWholeFile(List<PresignedPart> inOrder, long fileSize) {
        long end = 0;
        for (PresignedPart each : inOrder) {
            Part part = each.part();
            if (part.length() == 0 && fileSize > 0) {
                throw wrong("part " + part.number() + " is empty");
            }
            if (part.offset() < end) {
                throw wrong("part " + part.number() + " starts at byte " + part.offset()
                        + " and overlaps another one, which ends at " + end);
            }
            if (part.offset() > end) {
                throw wrong("no part has the bytes from " + end + " to " + part.offset());
            }
            end = part.end();
        }
        if (end != fileSize) {
            throw wrong("the parts end at byte " + end + ", but the file has " + fileSize + " bytes");
        }
    }

    private static Request template(PresignedPart each) {
        Part part = each.part();
        if (!each.method().equals("PUT")) {
            throw wrong("part " + part.number() + " has the method " + each.method() + "; only PUT is known");
        }
        String length = each.headers().get("Content-Length");
        if (length != null && !length.equals(Long.toString(part.length()))) {
            throw wrong("part " + part.number() + " has " + part.length() + " bytes, but its header Content-Length is "
                    + length);
        }
        return new Request.Builder()
                .url(url(each))
                .headers(each.headers())
                .put(RequestBody.EMPTY)
                .build();
    }

    private static HttpUrl url(PresignedPart each) {
        try {
            return PresignedUrl.parse(each.url());
        } catch (IllegalArgumentException e) {
            throw wrong("part " + each.part().number() + " cannot be sent: " + e.getMessage());
        }
    }

    private static IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException("The parts that the service wants are not usable: " + what + ".");
    }
}
