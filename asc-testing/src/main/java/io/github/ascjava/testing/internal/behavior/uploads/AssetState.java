package io.github.ascjava.testing.internal.behavior.uploads;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import okio.ByteString;

/** Writes the state of a file into the different attributes that resources have for it. */
final class AssetState {

    static final String AWAITING_UPLOAD = "AWAITING_UPLOAD";
    static final String UPLOAD_COMPLETE = "UPLOAD_COMPLETE";
    static final String COMPLETE = "COMPLETE";
    static final String FAILED = "FAILED";

    private static final List<String> STATES = List.of("assetDeliveryState", "videoDeliveryState");

    /** The offset of width and height in a PNG, after its signature and the name of its first chunk. */
    private static final int PNG_WIDTH = 16;

    private static final int PNG_HEIGHT = 20;
    private static final int PNG_HEADER = 24;
    private static final ByteString PNG = ByteString.decodeHex("89504e470d0a1a0a");

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
        if (shape.isOfLibrary()) {
            attributes.put("state", state);
            if (state.equals(COMPLETE)) {
                attributes.remove("uploadOperations");
            }
        } else if (shape.has("state")) {
            // Images of purchases continue with their review.
            attributes.put("state", state.equals(COMPLETE) ? "PREPARE_FOR_SUBMISSION" : state);
        }
    }

    void fail(String code, String description) {
        set(FAILED);
        for (String name : STATES) {
            if (shape.has(name)) {
                attributes
                        .withObjectProperty(name)
                        .putArray("errors")
                        .addObject()
                        .put("code", code)
                        .put("description", description);
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
        if (file.startsWith(PNG) && file.size() >= PNG_HEADER) {
            asset.put("width", file.asByteBuffer().getInt(PNG_WIDTH));
            asset.put("height", file.asByteBuffer().getInt(PNG_HEIGHT));
        }
    }
}
