package io.github.ascjava.testing.internal.behavior.testflight;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.ascjava.testing.internal.behavior.webhooks.Events;
import io.github.ascjava.testing.internal.engine.SandboxState;
import io.github.ascjava.testing.internal.engine.StoredResource;
import java.util.List;

/** The testing state of a build, derived from its processing, encryption, review and groups. */
final class BetaStates {

    private static final String INTERNAL = "internalBuildState";
    private static final String EXTERNAL = "externalBuildState";
    private static final String TESTING = "IN_BETA_TESTING";

    private final Events events;

    BetaStates(Events events) {
        this.events = events;
    }

    /** Updates the states of a build and notifies the app's webhooks of changes. */
    void refresh(StoredResource build, SandboxState world) {
        for (StoredResource detail : build.related("buildBetaDetail")) {
            String before = external(detail);
            set(build);
            String external = external(detail);
            if (!before.equals(external)) {
                build.related("app").forEach(app -> events.externalBuildState(app, detail, before, external, world));
            }
        }
    }

    /** Updates the states of a build without notifying webhooks. */
    static void set(StoredResource build) {
        for (StoredResource detail : build.related("buildBetaDetail")) {
            detail.attributes().put(INTERNAL, internalState(build)).put(EXTERNAL, externalState(build));
        }
    }

    static String external(StoredResource detail) {
        return detail.text(EXTERNAL);
    }

    private static String internalState(StoredResource build) {
        String early = early(build);
        if (!early.isEmpty()) {
            return early;
        }
        return isInGroup(build, true) ? TESTING : "READY_FOR_BETA_TESTING";
    }

    private static String externalState(StoredResource build) {
        String early = early(build);
        if (!early.isEmpty()) {
            return early;
        }
        List<StoredResource> reviews = build.related("betaAppReviewSubmission");
        if (reviews.isEmpty()) {
            return "READY_FOR_BETA_SUBMISSION";
        }
        return switch (reviews.get(0).text("betaReviewState")) {
            case "IN_REVIEW" -> "IN_BETA_REVIEW";
            case "REJECTED" -> "BETA_REJECTED";
            case "APPROVED" -> isInGroup(build, false) ? TESTING : "BETA_APPROVED";
            default -> "WAITING_FOR_BETA_REVIEW";
        };
    }

    /** The states before and after testing; empty if the build is in between. */
    private static String early(StoredResource build) {
        ObjectNode attributes = build.attributes();
        if (!attributes.path("processingState").asText().equals("VALID")) {
            return attributes.path("processingState").asText().equals("PROCESSING")
                    ? "PROCESSING"
                    : "PROCESSING_EXCEPTION";
        }
        if (attributes.path("expired").asBoolean()) {
            return "EXPIRED";
        }
        return attributes.hasNonNull("usesNonExemptEncryption") ? "" : "MISSING_EXPORT_COMPLIANCE";
    }

    private static boolean isInGroup(StoredResource build, boolean internal) {
        return build.related("betaGroups").stream().anyMatch(group -> group.flag("isInternalGroup") == internal);
    }
}
