package io.github.ascjava.testing.internal.behavior.release;

import io.github.ascjava.testing.internal.behavior.webhooks.Events;
import io.github.ascjava.testing.internal.engine.SandboxState;
import io.github.ascjava.testing.internal.engine.StoredResource;
import java.util.Set;

/**
 * The state of a version, which two attributes hold under an old and a new name, and the webhooks notified of its
 * changes.
 */
final class VersionState {

    static final String PREPARE_FOR_SUBMISSION = "PREPARE_FOR_SUBMISSION";
    static final String READY_FOR_REVIEW = "READY_FOR_REVIEW";
    static final String WAITING_FOR_REVIEW = "WAITING_FOR_REVIEW";
    static final String IN_REVIEW = "IN_REVIEW";
    static final String REJECTED = "REJECTED";
    static final String DEVELOPER_REJECTED = "DEVELOPER_REJECTED";
    static final String PENDING_DEVELOPER_RELEASE = "PENDING_DEVELOPER_RELEASE";
    static final String PROCESSING_FOR_DISTRIBUTION = "PROCESSING_FOR_DISTRIBUTION";
    static final String READY_FOR_DISTRIBUTION = "READY_FOR_DISTRIBUTION";
    static final String REPLACED_WITH_NEW_VERSION = "REPLACED_WITH_NEW_VERSION";

    private static final String ATTRIBUTE = "appVersionState";
    private static final Set<String> EDITABLE = Set.of(
            PREPARE_FOR_SUBMISSION,
            READY_FOR_REVIEW,
            REJECTED,
            DEVELOPER_REJECTED,
            "METADATA_REJECTED",
            "INVALID_BINARY");
    private static final Set<String> OVER = Set.of(READY_FOR_DISTRIBUTION, REPLACED_WITH_NEW_VERSION);

    private final Events events;

    VersionState(Events events) {
        this.events = events;
    }

    static String of(StoredResource version) {
        return version.text(ATTRIBUTE);
    }

    static boolean isEditable(StoredResource version) {
        return EDITABLE.contains(of(version));
    }

    /** Returns whether the version is finished, so that a new one can be created. */
    static boolean isOver(StoredResource version) {
        return OVER.contains(of(version));
    }

    /** Sets the state without notifying webhooks. */
    static void set(StoredResource version, String state) {
        String oldName = switch (state) {
            case READY_FOR_DISTRIBUTION -> "READY_FOR_SALE";
            case PROCESSING_FOR_DISTRIBUTION -> "PROCESSING_FOR_APP_STORE";
            default -> state;
        };
        version.attributes().put(ATTRIBUTE, state).put("appStoreState", oldName);
    }

    /** Sets the state and notifies the app's webhooks. */
    void change(StoredResource version, String state, SandboxState world) {
        String before = of(version);
        if (before.equals(state)) {
            return;
        }
        set(version, state);
        version.related("app").forEach(app -> events.appVersionState(app, version, before, state, world));
    }
}
