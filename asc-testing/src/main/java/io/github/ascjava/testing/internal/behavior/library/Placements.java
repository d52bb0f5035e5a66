package io.github.ascjava.testing.internal.behavior.library;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.ascjava.testing.internal.behavior.common.Bodies;
import io.github.ascjava.testing.internal.behavior.common.ResourceRules;
import io.github.ascjava.testing.internal.engine.SandboxState;
import io.github.ascjava.testing.internal.engine.StoredResource;
import io.github.ascjava.testing.internal.http.Errors;
import java.util.List;

/** A placement shows an image or a video in one localization once its file has been processed. */
public final class Placements extends ResourceRules {

    static final String PLACEMENTS = "placements";

    /** The localization types that have placements. */
    static final List<String> LOCALIZATIONS = List.of(
            "appStoreVersionLocalization",
            "appCustomProductPageLocalization",
            "appStoreVersionExperimentTreatmentLocalization",
            "appEventLocalization");

    private static final List<String> ASSETS = List.of("image", "video");

    Placements() {
        super("appAssetLibraryPlacements");
    }

    /** Marks the placements of a file as processed; a file without placements is left unchanged. */
    public static void fileComplete(StoredResource file, SandboxState world) {
        if (world.catalog().relations().find(file.type(), PLACEMENTS) != null) {
            file.related(PLACEMENTS).forEach(placement -> setReady(placement, true));
        }
    }

    @Override
    protected void checkNew(JsonNode body, SandboxState world) {
        requireOne(body, ASSETS);
        requireOne(body, LOCALIZATIONS);
    }

    @Override
    protected void afterCreation(StoredResource created, SandboxState world) {
        for (String kind : ASSETS) {
            for (StoredResource file : created.related(kind)) {
                created.attributes().put("mediaType", kind.equals("image") ? "IMAGE" : "VIDEO");
                setReady(created, !file.attributes().has("uploadOperations"));
            }
        }
    }

    private static void setReady(StoredResource placement, boolean ready) {
        placement.attributes().put("state", ready ? "PARENT_PREPARE_FOR_SUBMISSION" : "ASSET_PROCESSING");
    }

    /** Rejects a body that names none of some relationships, or more than one of them; returns the one. */
    static String requireOne(JsonNode body, List<String> relationships) {
        List<String> given = relationships.stream()
                .filter(name -> Bodies.related(body, name) != null)
                .toList();
        String all = String.join(", ", relationships);
        if (given.isEmpty()) {
            throw Errors.refusal("one-required", relationships.get(0), all);
        }
        if (given.size() > 1) {
            throw Errors.refusal("one-only", given.get(1), all);
        }
        return given.get(0);
    }
}
