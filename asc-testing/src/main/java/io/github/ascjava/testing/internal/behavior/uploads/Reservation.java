package io.github.ascjava.testing.internal.behavior.uploads;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.ascjava.testing.internal.behavior.common.Dates;
import io.github.ascjava.testing.internal.behavior.common.SignedUrls;
import io.github.ascjava.testing.internal.engine.SandboxState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import okio.Buffer;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** The reserved space for a file, and the parts received so far; parts may arrive in any order and more than once. */
final class Reservation {

    static final String FOLDER = "asset-uploads";

    /** Size of the parts of Apple's service. */
    static final int PART_BYTES = 5 * 1024 * 1024;

    /** Apple's URLs expire after about a week. */
    private static final Duration LIFE = Duration.ofDays(7);

    private final String id;
    private final long fileSize;
    private final String contentType;
    private final int partBytes;
    private final ArrayNode operations = JsonNodeFactory.instance.arrayNode();
    private final List<@Nullable ByteString> parts = new ArrayList<>();

    Reservation(String id, String fileName, long fileSize, int partBytes) {
        this.id = id;
        this.partBytes = partBytes;
        this.fileSize = fileSize;
        this.contentType = contentType(fileName);
        for (long offset = 0; offset == 0 || offset < fileSize; offset += partBytes) {
            parts.add(null);
        }
    }

    /** Describes the requests that upload the file. */
    ArrayNode operations(boolean detailed, SignedUrls urls, SandboxState world) {
        Instant expiration = world.clock().instant().plus(LIFE);
        for (int number = 1; number <= parts.size(); number++) {
            String url = urls.sign(FOLDER + "/" + id + "/" + number, LIFE, world)
                    .newBuilder()
                    .addQueryParameter("uploadId", id)
                    .addQueryParameter("partNumber", Integer.toString(number))
                    .toString();
            ObjectNode operation = operations.addObject();
            operation
                    .put("method", "PUT")
                    .put("url", url)
                    .put("length", length(number))
                    .put("offset", offset(number));
            operation
                    .putArray("requestHeaders")
                    .addObject()
                    .put("name", "Content-Type")
                    .put("value", contentType);
            if (detailed) {
                operation.put("expiration", Dates.zulu(expiration)).put("partNumber", number);
            }
        }
        return operations;
    }

    String contentType() {
        return contentType;
    }

    /**
     * Stores a part, replacing an earlier copy of it. Detailed operations say from then on which bytes the service has
     * (docs/live-service.md#build-files-name-the-parts-received).
     */
    void put(int number, ByteString bytes) {
        parts.set(number - 1, bytes);
        JsonNode operation = operations.path(number - 1);
        if (operation.has("partNumber")) {
            ((ObjectNode) operation).put("entityTag", bytes.md5().hex());
        }
    }

    /** Returns whether all parts have arrived with exactly their expected length. */
    boolean isComplete() {
        for (int number = 1; number <= parts.size(); number++) {
            ByteString part = parts.get(number - 1);
            if (part == null || part.size() != length(number)) {
                return false;
            }
        }
        return true;
    }

    /** Returns the file. */
    ByteString file() {
        Buffer file = new Buffer();
        for (ByteString part : parts) {
            if (part != null) {
                file.write(part);
            }
        }
        return file.readByteString();
    }

    private long offset(int number) {
        return (number - 1L) * partBytes;
    }

    private long length(int number) {
        return Math.min(partBytes, fileSize - offset(number));
    }

    private static String contentType(String fileName) {
        String extension = fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return switch (extension) {
            case "png" -> "image/png";
            case "jpg", "jpeg" -> "image/jpeg";
            case "mp4" -> "video/mp4";
            case "mov" -> "video/quicktime";
            case "pdf" -> "application/pdf";
            default -> "application/octet-stream";
        };
    }
}
