package io.github.ascjava.testing.internal.behavior.release;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.ascjava.testing.internal.behavior.common.Bodies;
import io.github.ascjava.testing.internal.behavior.common.Refusals;
import io.github.ascjava.testing.internal.catalog.Action;
import io.github.ascjava.testing.internal.catalog.OperationShape;
import io.github.ascjava.testing.internal.engine.ResourceHook;
import io.github.ascjava.testing.internal.engine.SandboxState;
import io.github.ascjava.testing.internal.engine.StoredResource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What lies in the basket of a review submission: put in while it is open, complete, and in no other. */
final class ReviewItems implements ResourceHook {

    private static final String TYPE = "reviewSubmissionItems";
    private static final String VERSION = "appStoreVersion";

    private final VersionState states;

    ReviewItems(VersionState states) {
        this.states = states;
    }

    /** Returns the versions of apps in a basket. */
    static List<StoredResource> versions(StoredResource submission, SandboxState world) {
        return world.store().related(submission, "items").stream()
                .flatMap(item -> world.store().related(item, VERSION).stream())
                .toList();
    }

    /** Sets the state of everything in a basket. */
    static void setAll(StoredResource submission, String state, SandboxState world) {
        world.store()
                .related(submission, "items")
                .forEach(item -> item.attributes().put("state", state));
    }

    @Override
    public void check(OperationShape operation, JsonNode body, @Nullable StoredResource target, SandboxState world) {
        if (!operation.type().equals(TYPE)) {
            return;
        }
        if (operation.action() == Action.CREATE_INSTANCE) {
            StoredResource submission =
                    world.store().get(ReviewSubmissions.TYPE, String.valueOf(Bodies.related(body, "reviewSubmission")));
            requireOpen(submission);
            String version = Bodies.related(body, VERSION);
            if (version != null) {
                requireVersion(world.store().get(Versions.TYPE, version), world);
            }
        } else if (operation.action() == Action.DELETE_INSTANCE && target != null) {
            world.store().all(ReviewSubmissions.TYPE).stream()
                    .filter(submission ->
                            world.store().related(submission, "items").contains(target))
                    .forEach(ReviewItems::requireOpen);
        }
    }

    @Override
    public void created(StoredResource created, SandboxState world) {
        if (!created.type().equals(TYPE)) {
            return;
        }
        created.attributes().put("state", "READY_FOR_REVIEW");
        for (StoredResource version : world.store().related(created, VERSION)) {
            states.change(version, VersionState.READY_FOR_REVIEW, world);
            world.store().all(ReviewSubmissions.TYPE).stream()
                    .filter(submission ->
                            world.store().related(submission, "items").contains(created))
                    .forEach(submission -> world.store().link(submission, "appStoreVersionForReview", version));
        }
    }

    @Override
    public void deleting(StoredResource resource, SandboxState world) {
        if (resource.type().equals(TYPE)) {
            world.store()
                    .related(resource, VERSION)
                    .forEach(version -> states.change(version, VersionState.PREPARE_FOR_SUBMISSION, world));
        }
    }

    private static void requireOpen(StoredResource submission) {
        if (!ReviewSubmissions.isOpen(submission)) {
            throw Refusals.state(
                    "STATE_ERROR.ENTITY_STATE_INVALID",
                    "The items of a review submission can not be changed after it was submitted.");
        }
    }

    private static void requireVersion(StoredResource version, SandboxState world) {
        String state = VersionState.of(version);
        if (!VersionState.isEditable(version) || state.equals(VersionState.READY_FOR_REVIEW)) {
            throw Refusals.state(
                    "STATE_ERROR.ENTITY_STATE_INVALID",
                    "appStoreVersions with id '" + version.id() + "' is in the state '" + state
                            + "' or part of another review submission.");
        }
        new ReviewReadiness(world).require(version);
    }
}
