package io.github.ascjava.testing.internal.behavior.uploads;

import io.github.ascjava.testing.internal.behavior.common.SignedUrls;
import io.github.ascjava.testing.internal.engine.ResourceHook;
import io.github.ascjava.testing.internal.engine.SandboxState;
import io.github.ascjava.testing.internal.http.ApiAnswer;
import io.github.ascjava.testing.internal.http.ApiRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * The upload endpoint for parts of files, which needs no token. Apple uses another host; the sandbox uses another path.
 */
final class Reservations implements ResourceHook {

    private final SignedUrls urls;
    private final int partBytes;
    private final Map<String, Reservation> open = new HashMap<>();

    Reservations(SignedUrls urls, int partBytes) {
        this.urls = urls;
        this.partBytes = partBytes;
    }

    Reservation reserve(String id, String fileName, long fileSize) {
        Reservation reservation = new Reservation(id, fileName, fileSize, partBytes);
        open.put(id, reservation);
        return reservation;
    }

    @Nullable
    Reservation find(String id) {
        return open.get(id);
    }

    void close(String id) {
        open.remove(id);
    }

    @Override
    public @Nullable ApiAnswer other(ApiRequest request, SandboxState world) {
        List<String> path = request.url().pathSegments();
        if (path.size() != 3 || !path.get(0).equals(Reservation.FOLDER)) {
            return null;
        }
        if (!request.method().equals("PUT")) {
            return SignedUrls.refusal(405, "MethodNotAllowed", "The specified method is not allowed.");
        }
        ApiAnswer refusal = urls.refusal(request, world);
        if (refusal != null) {
            return refusal;
        }
        Reservation reservation = open.get(path.get(1));
        if (reservation == null) {
            return SignedUrls.refusal(404, "NoSuchUpload", "The specified upload does not exist.");
        }
        String contentType = request.headers().get("Content-Type");
        if (!reservation.contentType().equals(contentType)) {
            return SignedUrls.refusal(
                    403,
                    "SignatureDoesNotMatch",
                    "The request must have the header Content-Type: " + reservation.contentType() + ".");
        }
        // The signature covers the path, so the part number is one that was reserved.
        reservation.put(Integer.parseInt(path.get(2)), request.body());
        return ApiAnswer.of(200, "application/xml", ByteString.EMPTY)
                .with("ETag", '"' + request.body().md5().hex() + '"');
    }
}
