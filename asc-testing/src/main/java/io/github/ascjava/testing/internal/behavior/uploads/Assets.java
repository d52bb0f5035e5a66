package io.github.ascjava.testing.internal.behavior.uploads;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.ascjava.testing.internal.behavior.common.Bodies;
import io.github.ascjava.testing.internal.behavior.common.SignedUrls;
import io.github.ascjava.testing.internal.catalog.Action;
import io.github.ascjava.testing.internal.catalog.OperationShape;
import io.github.ascjava.testing.internal.engine.ResourceHook;
import io.github.ascjava.testing.internal.engine.SandboxState;
import io.github.ascjava.testing.internal.engine.StoredResource;
import io.github.ascjava.testing.internal.http.ApiAnswer;
import io.github.ascjava.testing.internal.http.ApiRequest;
import io.github.ascjava.testing.internal.http.Errors;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * All file resources have the same life cycle: a reservation, the upload of the parts, and a commit that compares the
 * size and the checksum, if one is given. Soon afterwards the file is complete or, if its checksum or its content is
 * wrong, failed.
 *
 * <p>"Soon" is a few seconds of sandbox time, or the second read of the resource, alone or in the list of its parent.
 */
final class Assets implements ResourceHook {

    private static final Duration PROCESSING = Duration.ofSeconds(5);
    /** Four gigabytes, the limit of a build; which limit other files have is not known. */
    private static final long MOST_BYTES = 4L * 1024 * 1024 * 1024;

    private static final int LAST_LOOK = 2;

    private final Reservations reservations;
    private final SignedUrls urls;
    private final Listener whenComplete;
    private final Map<StoredResource, Processing> processing = new LinkedHashMap<>();
    private @Nullable Map<String, AssetShape> shapes;

    /** Creates the behavior; the listener is notified of complete files. */
    Assets(Reservations reservations, SignedUrls urls, Listener whenComplete) {
        this.reservations = reservations;
        this.urls = urls;
        this.whenComplete = whenComplete;
    }

    @Override
    public void created(StoredResource created, SandboxState world) {
        AssetShape shape = shape(created.type(), world);
        if (shape == null) {
            return;
        }
        ObjectNode attributes = created.attributes();
        Reservation reservation = reservations.reserve(
                created.id(),
                attributes.path("fileName").asText(),
                attributes.path("fileSize").asLong());
        attributes.set("uploadOperations", reservation.operations(shape.detailed(), urls, world));
        new AssetState(shape, attributes).set(AssetState.AWAITING_UPLOAD);
    }

    @Override
    public void check(OperationShape operation, JsonNode body, @Nullable StoredResource target, SandboxState world) {
        boolean file = shape(operation.type(), world) != null;
        if (file && operation.action() == Action.CREATE_INSTANCE) {
            requireSize(Bodies.attribute(body, "fileSize").asLong());
        }
        if (!file || target == null || operation.action() != Action.UPDATE_INSTANCE) {
            return;
        }
        requireAlgorithm(Bodies.attribute(body, "sourceFileChecksums"));
        if (!Bodies.attribute(body, "uploaded").asBoolean()) {
            return;
        }
        Reservation reservation = reservations.find(target.id());
        if (reservation == null) {
            throw Errors.refusal("assets.uploaded", target.id());
        }
        if (!reservation.isComplete()) {
            throw Errors.refusal(
                    "assets.incomplete", target.attributes().path("fileSize").asLong());
        }
    }

    @Override
    public void updated(StoredResource updated, SandboxState world) {
        AssetShape shape = shape(updated.type(), world);
        JsonNode uploaded = shape == null ? null : updated.attributes().remove("uploaded");
        if (shape == null || uploaded == null || !uploaded.asBoolean()) {
            return;
        }
        Reservation reservation = reservations.find(updated.id());
        if (reservation != null) {
            updated.attributes().putNull("uploadOperations");
            new AssetState(shape, updated.attributes()).set(AssetState.UPLOAD_COMPLETE);
            Instant due = world.clock().instant().plus(PROCESSING);
            processing.put(updated, new Processing(reservation.file(), due));
            reservations.close(updated.id());
        }
    }

    @Override
    public void deleting(StoredResource resource, SandboxState world) {
        processing.remove(resource);
        reservations.close(resource.id());
    }

    @Override
    public @Nullable ApiAnswer answer(OperationShape operation, ApiRequest request, SandboxState world) {
        if (!processing.isEmpty()) {
            List<String> path = request.url().pathSegments();
            if (operation.action() == Action.GET_INSTANCE) {
                find(operation, path.get(path.size() - 1), world).ifPresent(looked -> look(looked, world));
            } else if (operation.action() == Action.GET_TO_MANY_RELATED && operation.relationship() != null) {
                find(operation, path.get(path.size() - 2), world).stream()
                        .flatMap(parent -> world.store().related(parent, operation.relationship()).stream())
                        .toList()
                        .forEach(looked -> look(looked, world));
            }
        }
        return null;
    }

    private static Optional<StoredResource> find(OperationShape operation, String id, SandboxState world) {
        return world.store().find(operation.type(), id);
    }

    @Override
    public void timePassed(SandboxState world) {
        Instant now = world.clock().instant();
        for (StoredResource asset : List.copyOf(processing.keySet())) {
            Processing state = processing.get(asset);
            if (state != null && !now.isBefore(state.due)) {
                finish(asset, state.file, state.due, world);
            }
        }
    }

    private void look(StoredResource asset, SandboxState world) {
        Processing state = processing.get(asset);
        if (state != null && ++state.looks >= LAST_LOOK) {
            finish(asset, state.file, world.clock().instant(), world);
        }
    }

    private void finish(StoredResource asset, ByteString file, Instant time, SandboxState world) {
        processing.remove(asset);
        AssetShape shape = shape(asset.type(), world);
        if (shape == null) {
            return;
        }
        AssetState state = new AssetState(shape, asset.attributes());
        Map<String, String> errors = errors(asset, file, world);
        if (errors.isEmpty()) {
            state.deliver(asset.id(), file);
            whenComplete.complete(asset, time, world);
        } else {
            state.fail(errors);
        }
    }

    private static Map<String, String> errors(StoredResource asset, ByteString file, SandboxState world) {
        String promised = promisedMd5(asset.attributes());
        if (promised.isEmpty() || promised.equals(file.md5().hex())) {
            return FileChecks.errors(asset, file, world);
        }
        String description = "The MD5 of the uploaded file is " + file.md5().hex()
                + " and not what sourceFileChecksum says. Delete the asset and upload it again.";
        return Map.of("CHECKSUM_MISMATCH", description);
    }

    private static String promisedMd5(ObjectNode attributes) {
        String one = attributes.path("sourceFileChecksum").asText("");
        JsonNode file = attributes.path("sourceFileChecksums").path("file").path("hash");
        String md5 = file.isTextual() ? file.asText() : one;
        return md5.equals("null") ? "" : md5.toLowerCase(Locale.ROOT);
    }

    private static void requireSize(long bytes) {
        if (bytes < 0 || bytes > MOST_BYTES) {
            throw Errors.refusal("assets.size", bytes);
        }
    }

    /** The service rejects SHA-256 (docs/live-service.md#build-files-reject-sha-256). */
    private static void requireAlgorithm(JsonNode checksums) {
        if (checksums.path("file").path("algorithm").asText().equals("SHA_256")) {
            throw Errors.refusal("assets.algorithm");
        }
    }

    private @Nullable AssetShape shape(String type, SandboxState world) {
        Map<String, AssetShape> all = shapes;
        if (all == null) {
            all = AssetShape.all(world.catalog());
            shapes = all;
        }
        return all.get(type);
    }

    /** Notified when a file is complete. */
    interface Listener {

        void complete(StoredResource file, Instant time, SandboxState world);
    }

    /** A committed file that is not complete yet. */
    private static final class Processing {

        private final ByteString file;
        private final Instant due;
        private int looks;

        Processing(ByteString file, Instant due) {
            this.file = file;
            this.due = due;
        }
    }
}
