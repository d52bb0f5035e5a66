package io.github.ascjava.codegen;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Known deviations of the live service from Apple's document, as data: {@code corrections.overlay.json}, an
 * {@link Overlay} whose actions have a reason ({@code description}) and a source ({@code x-source}).
 */
final class Corrections {

    static final String FILE = "corrections.overlay.json";

    private final Overlay overlay;
    private final List<String> outdated = new ArrayList<>();

    Corrections(JsonNode overlay) {
        this.overlay = new Overlay(overlay);
    }

    static Corrections read() {
        return new Corrections(DataFile.json(FILE));
    }

    /** Sentences about corrections that found nothing to change. */
    List<String> outdated() {
        return List.copyOf(outdated);
    }

    void applyTo(JsonNode root) {
        for (Overlay.Action action : overlay.actions()) {
            if (!action.applyTo(root)) {
                outdated.add("The correction at " + action.node().path("target").asText()
                        + " no longer changes anything: " + action.description());
            }
        }
    }
}
