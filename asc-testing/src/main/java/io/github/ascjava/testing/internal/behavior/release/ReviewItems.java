package io.github.ascjava.testing.internal.behavior.release;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.ascjava.testing.internal.behavior.common.Bodies;
import io.github.ascjava.testing.internal.behavior.common.ResourceRules;
import io.github.ascjava.testing.internal.behavior.common.Scheduler;
import io.github.ascjava.testing.internal.engine.Deviation;
import io.github.ascjava.testing.internal.engine.SandboxState;
import io.github.ascjava.testing.internal.engine.StoredResource;
import io.github.ascjava.testing.internal.http.Errors;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The items of a review submission: added while the submission is open, complete, and in one submission at a time. */
final class ReviewItems extends ResourceRules {

    private static final String TYPE = "reviewSubmissionItems";
    private static final String VERSION = "appStoreVersion";

    private static final Duration UNTIL_READY = Duration.ofSeconds(5);

    private final VersionState states;
    private final Scheduler agenda;
    /** Items whose version is not ready for review yet, and when it will be. */
    private final Map<StoredResource, Instant> pending = new HashMap<>();

    ReviewItems(VersionState states, Scheduler agenda) {
        super(TYPE);
        this.states = states;
        this.agenda = agenda;
    }

    /** Returns the app versions in a submission. */
    static List<StoredResource> versions(StoredResource submission) {
        return submission.related("items").stream()
                .flatMap(item -> item.related(VERSION).stream())
                .toList();
    }

    /** Sets the state of all items in a submission. */
    static void setAll(StoredResource submission, String state) {
        submission.related("items").forEach(item -> item.attributes().put("state", state));
    }

    /** Rejects a version that is not ready (docs/live-service.md#review-items-need-a-ready-version). */
    void requireReady(StoredResource item, SandboxState world) {
        for (StoredResource version : item.related(VERSION)) {
            ReviewReadiness readiness = new ReviewReadiness(world);
            if (pending.containsKey(item)) {
                readiness.add(version, Errors.error("reviewSubmissions.version-pending"));
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
        for (StoredResource version : created.related(VERSION)) {
            submissions(created, world).forEach(submission -> submission.link("appStoreVersionForReview", version));
        }
        prepare(created, world);
    }

    /** A version that is changed while a submission has it takes its time again. */
    void changed(StoredResource version, SandboxState world) {
        if (world.has(Deviation.READINESS_FOR_REVIEW_IS_STRICT)) {
            world.store().all(TYPE).stream()
                    .filter(item -> item.related(VERSION).contains(version))
                    .filter(item -> submissions(item, world).stream().noneMatch(ReviewSubmissions::isOver))
                    .forEach(item -> prepare(item, world));
        }
    }

    private void prepare(StoredResource item, SandboxState world) {
        Instant now = world.clock().instant();
        if (world.has(Deviation.READINESS_FOR_REVIEW_IS_STRICT)) {
            pending.put(item, now.plus(UNTIL_READY));
            agenda.at(now.plus(UNTIL_READY), due -> becomeReady(item, due, world));
        } else {
            pending.put(item, now);
            becomeReady(item, now, world);
        }
    }

    /** The version of a rejected submission stays rejected until it is submitted again. */
    private void becomeReady(StoredResource item, Instant now, SandboxState world) {
        Instant ready = pending.get(item);
        if (ready == null || ready.isAfter(now)) {
            return;
        }
        pending.remove(item);
        if (submissions(item, world).stream().allMatch(ReviewSubmissions::isOpen)) {
            item.related(VERSION).forEach(version -> states.change(version, VersionState.READY_FOR_REVIEW, world));
        }
    }

    @Override
    protected void onDeletion(StoredResource resource, SandboxState world) {
        pending.remove(resource);
        resource.related(VERSION)
                .forEach(version -> states.change(version, VersionState.PREPARE_FOR_SUBMISSION, world));
    }

    private static List<StoredResource> submissions(StoredResource item, SandboxState world) {
        return world.store().all(ReviewSubmissions.TYPE).stream()
                .filter(submission -> submission.related("items").contains(item))
                .toList();
    }

    private static void requireOpen(StoredResource submission) {
        if (!ReviewSubmissions.isOpen(submission)) {
            throw Errors.refusal("reviewSubmissions.closed");
        }
    }

    private static void requireVersion(StoredResource version, SandboxState world) {
        ReviewReadiness readiness = new ReviewReadiness(world);
        for (StoredResource submission : world.store().all(ReviewSubmissions.TYPE)) {
            if (versions(submission).contains(version) && !ReviewSubmissions.isOver(submission)) {
                // Clients read the ID from the text.
                readiness.add(version, Errors.error("reviewSubmissions.item-taken", version.id(), submission.id()));
            }
        }
        if (!VersionState.isEditable(version)) {
            readiness.add(version, Errors.error("versions.review", VersionState.of(version)));
        }
        readiness.require(version);
    }
}
