package io.github.ascjava.testing.internal.behavior.release;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.ascjava.testing.internal.behavior.common.Bodies;
import io.github.ascjava.testing.internal.behavior.common.ResourceRules;
import io.github.ascjava.testing.internal.behavior.common.Scheduler;
import io.github.ascjava.testing.internal.engine.Deviation;
import io.github.ascjava.testing.internal.engine.SandboxState;
import io.github.ascjava.testing.internal.engine.StoredResource;
import io.github.ascjava.testing.internal.http.ErrorKind;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The items of a review submission: added while the submission is open, complete, and in one submission at a time. */
final class ReviewItems extends ResourceRules {

    private static final String TYPE = "reviewSubmissionItems";
    private static final String VERSION = "appStoreVersion";

    private static final Duration UNTIL_READY = Duration.ofSeconds(5);

    private final VersionState states;
    private final Scheduler agenda;
    /** Items whose version is not ready for review yet. */
    private final Set<StoredResource> pending = new HashSet<>();

    ReviewItems(VersionState states, Scheduler agenda) {
        super(TYPE);
        this.states = states;
        this.agenda = agenda;
    }

    /** Returns the app versions in a submission. */
    static List<StoredResource> versions(StoredResource submission, SandboxState world) {
        return world.store().related(submission, "items").stream()
                .flatMap(item -> world.store().related(item, VERSION).stream())
                .toList();
    }

    /** Sets the state of all items in a submission. */
    static void setAll(StoredResource submission, String state, SandboxState world) {
        world.store()
                .related(submission, "items")
                .forEach(item -> item.attributes().put("state", state));
    }

    /** Rejects a version that is not ready (docs/live-service.md#review-items-need-a-ready-version). */
    void requireReady(StoredResource item, SandboxState world) {
        for (StoredResource version : world.store().related(item, VERSION)) {
            ReviewReadiness readiness = new ReviewReadiness(world);
            if (pending.contains(item)) {
                readiness.add(
                        version,
                        ErrorKind.ENTITY_STATE.error(
                                "Version is not ready to be submitted yet, please try again later."));
            }
            readiness.require(version);
        }
    }

    @Override
    protected void checkNew(JsonNode body, SandboxState world) {
        requireOpen(Bodies.required(body, "reviewSubmission", ReviewSubmissions.TYPE, world));
        String version = Bodies.related(body, VERSION);
        if (version != null) {
            requireVersion(world.store().get(Versions.TYPE, version), world);
        }
    }

    @Override
    protected void checkDeletion(StoredResource target, SandboxState world) {
        submissions(target, world).forEach(ReviewItems::requireOpen);
    }

    @Override
    protected void afterCreation(StoredResource created, SandboxState world) {
        created.attributes().put("state", "READY_FOR_REVIEW");
        for (StoredResource version : world.store().related(created, VERSION)) {
            submissions(created, world)
                    .forEach(submission -> world.store().link(submission, "appStoreVersionForReview", version));
        }
        pending.add(created);
        if (world.has(Deviation.READINESS_FOR_REVIEW_IS_STRICT)) {
            agenda.at(world.clock().instant().plus(UNTIL_READY), due -> becomeReady(created, world));
        } else {
            becomeReady(created, world);
        }
    }

    private void becomeReady(StoredResource item, SandboxState world) {
        if (pending.remove(item)) {
            world.store()
                    .related(item, VERSION)
                    .forEach(version -> states.change(version, VersionState.READY_FOR_REVIEW, world));
        }
    }

    @Override
    protected void onDeletion(StoredResource resource, SandboxState world) {
        pending.remove(resource);
        world.store()
                .related(resource, VERSION)
                .forEach(version -> states.change(version, VersionState.PREPARE_FOR_SUBMISSION, world));
    }

    private static List<StoredResource> submissions(StoredResource item, SandboxState world) {
        return world.store().all(ReviewSubmissions.TYPE).stream()
                .filter(submission -> world.store().related(submission, "items").contains(item))
                .toList();
    }

    private static void requireOpen(StoredResource submission) {
        if (!ReviewSubmissions.isOpen(submission)) {
            throw ErrorKind.ENTITY_STATE.refusal(
                    "The items of a review submission can not be changed after it was submitted.");
        }
    }

    private static void requireVersion(StoredResource version, SandboxState world) {
        ReviewReadiness readiness = new ReviewReadiness(world);
        for (StoredResource submission : world.store().all(ReviewSubmissions.TYPE)) {
            if (versions(submission, world).contains(version) && !ReviewSubmissions.isOver(submission)) {
                // Clients read the ID from the text (docs/live-service.md#one-review-submission-at-a-time).
                readiness.add(
                        version,
                        ErrorKind.ITEM_TAKEN.error("appStoreVersions with id " + version.id()
                                + " was already added to another reviewSubmission with id " + submission.id()));
            }
        }
        if (!VersionState.isEditable(version)) {
            readiness.add(
                    version,
                    ErrorKind.ENTITY_STATE.error(
                            "The version can not be reviewed in the state '" + VersionState.of(version) + "'"));
        }
        readiness.require(version);
    }
}
