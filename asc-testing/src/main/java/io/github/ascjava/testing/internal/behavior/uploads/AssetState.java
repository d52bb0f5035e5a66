package io.github.ascjava.testing.internal.behavior.uploads;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import okio.ByteString;

/** Writes the state of a file into the different attributes that resources have for it. */
final class AssetState {

    static final String AWAITING_UPLOAD = "AWAITING_UPLOAD";
    static final String UPLOAD_COMPLETE = "UPLOAD_COMPLETE";
    static final String COMPLETE = "COMPLETE";
    static final String FAILED = "FAILED";

    private static final String PREPARE_FOR_SUBMISSION = "PREPARE_FOR_SUBMISSION";

    private static final List<String> STATES = List.of("assetDeliveryState", "videoDeliveryState");

    private final AssetShape shape;
    private final ObjectNode attributes;

    AssetState(AssetShape shape, ObjectNode attributes) {
        this.shape = shape;
        this.attributes = attributes;
    }

    void set(String state) {
        for (String name : STATES) {
            if (shape.has(name)) {
                ObjectNode object = attributes.putObject(name).put("state", state);
                object.putArray("errors");
                object.putArray("warnings");
            }
        }
        if (shape.has("state")) {
            // Images of purchases and files of a library continue with their review.
            attributes.put("state", state.equals(COMPLETE) ? PREPARE_FOR_SUBMISSION : state);
        }
        if (shape.isOfLibrary() && state.equals(COMPLETE)) {
            attributes.remove("uploadOperations");
        }
    }

    /** Fails the file with errors, a description by code. */
    void fail(Map<String, String> errors) {
        set(FAILED);
        for (String name : STATES) {
            if (shape.has(name)) {
                ArrayNode list = attributes.withObjectProperty(name).putArray("errors");
                errors.forEach((code, description) ->
                        list.addObject().put("code", code).put("description", description));
            }
        }
    }

    /** Adds the attributes that the service derives from a file, mostly URLs of images. */
    void deliver(String id, ByteString file) {
        set(COMPLETE);
        if (shape.has("assetToken")) {
            attributes.put("assetToken", "PurpleSource/v4/" + id);
        }
        if (shape.has("imageAsset")) {
            picture("imageAsset", id, file);
        }
        if (shape.has("videoAsset")) {
            attributes.put("videoAsset", "https://apptrailers.itunes.apple.com/itunes-assets/" + id + ".m3u8");
        }
        if (shape.has("videoUrl")) {
            attributes.put("videoUrl", "https://apptrailers.itunes.apple.com/itunes-assets/" + id + ".m3u8");
            picture("previewImage", id, ByteString.EMPTY);
        }
        if (shape.has("previewFrameTimeCode") && !attributes.hasNonNull("previewFrameTimeCode")) {
            attributes.put("previewFrameTimeCode", "00:00:05:00");
        }
    }

    private void picture(String attribute, String id, ByteString file) {
        ObjectNode asset = attributes.putObject(attribute);
        asset.put("templateUrl", "https://is1-ssl.mzstatic.com/image/thumb/" + id + "/{w}x{h}bb.{f}");
        ImageHeader header = ImageHeader.read(file);
        if (header != null) {
            asset.put("width", header.width()).put("height", header.height());
        }
    }
}
