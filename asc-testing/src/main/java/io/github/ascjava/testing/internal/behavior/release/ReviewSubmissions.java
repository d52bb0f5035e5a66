package io.github.ascjava.testing.internal.behavior.release;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.ascjava.testing.internal.behavior.common.Bodies;
import io.github.ascjava.testing.internal.behavior.common.Dates;
import io.github.ascjava.testing.internal.behavior.common.Refusals;
import io.github.ascjava.testing.internal.behavior.common.Scheduler;
import io.github.ascjava.testing.internal.catalog.Action;
import io.github.ascjava.testing.internal.catalog.OperationShape;
import io.github.ascjava.testing.internal.engine.ResourceHook;
import io.github.ascjava.testing.internal.engine.SandboxState;
import io.github.ascjava.testing.internal.engine.StoredResource;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A basket of what is to be reviewed together; handed in, it is reviewed after an hour, and the answer comes an hour later.
 *
 * <p>A review ends well, unless the notes for the reviewers hold {@value #PLEASE_REJECT}.
 */
final class ReviewSubmissions implements ResourceHook {

    static final String TYPE = "reviewSubmissions";

    /** Lets a review end badly. */
    static final String PLEASE_REJECT = "[sandbox: reject]";

    private static final String STATE = "state";
    private static final String COMPLETE = "COMPLETE";
    private static final String READY = "READY_FOR_REVIEW";
    private static final Duration UNTIL_REVIEW = Duration.ofHours(1);
    private static final Duration UNTIL_ANSWER = Duration.ofHours(2);
    private static final Duration UNTIL_CANCELED = Duration.ofMinutes(1);
    private static final Set<String> CAN_BE_CANCELED =
            Set.of(READY, "WAITING_FOR_REVIEW", "IN_REVIEW", "UNRESOLVED_ISSUES");
    private static final Set<String> CAN_BE_SUBMITTED = Set.of(READY, "UNRESOLVED_ISSUES");

    private final VersionState states;
    private final Shop shop;
    private final Scheduler agenda;

    ReviewSubmissions(VersionState states, Shop shop, Scheduler agenda) {
        this.states = states;
        this.shop = shop;
        this.agenda = agenda;
    }

    @Override
    public void check(OperationShape operation, JsonNode body, @Nullable StoredResource target, SandboxState world) {
        if (!operation.type().equals(TYPE)) {
            return;
        }
        if (operation.action() == Action.CREATE_INSTANCE) {
            requireNoOther(body, world);
        } else if (operation.action() == Action.UPDATE_INSTANCE && target != null) {
            if (Bodies.attribute(body, "submitted").asBoolean()) {
                checkComplete(target, world);
            } else if (Bodies.attribute(body, "canceled").asBoolean()) {
                requireState(target, CAN_BE_CANCELED, "canceled");
            }
        }
    }

    @Override
    public void created(StoredResource created, SandboxState world) {
        if (created.type().equals(TYPE)) {
            ObjectNode attributes = created.attributes().put(STATE, READY).putNull("submittedDate");
            if (!attributes.hasNonNull("platform")) {
                attributes.put("platform", "IOS");
            }
        }
    }

    @Override
    public void updated(StoredResource updated, ObjectNode before, SandboxState world) {
        if (updated.type().equals(TYPE)) {
            if (isAsked("submitted", updated)) {
                submit(updated, world);
            } else if (isAsked("canceled", updated)) {
                cancel(updated, world);
            }
        }
    }

    static boolean isOpen(StoredResource submission) {
        return submission.attributes().path(STATE).asText().equals(READY);
    }

    private static void requireNoOther(JsonNode body, SandboxState world) {
        StoredResource app = world.store().get("apps", String.valueOf(Bodies.related(body, "app")));
        String asked = Bodies.text(body, "platform");
        String platform = asked.isEmpty() ? "IOS" : asked;
        for (StoredResource other : world.store().related(app, TYPE)) {
            boolean same = other.attributes().path("platform").asText().equals(platform);
            String state = other.attributes().path(STATE).asText();
            if (same && !state.equals(COMPLETE)) {
                throw Refusals.state(
                        "STATE_ERROR.ENTITY_STATE_INVALID",
                        "A review submission of the app is already there, in the state '" + state + "'.");
            }
        }
    }

    /** What a request asks for is an attribute of it, but none of the resource. */
    private static boolean isAsked(String attribute, StoredResource submission) {
        JsonNode value = submission.attributes().remove(attribute);
        return value != null && value.asBoolean();
    }

    private static void checkComplete(StoredResource submission, SandboxState world) {
        requireState(submission, CAN_BE_SUBMITTED, "submitted");
        if (world.store().related(submission, "items").isEmpty()) {
            throw Refusals.state(
                    "STATE_ERROR.ENTITY_STATE_INVALID", "The review submission has no items to be reviewed.");
        }
        ReviewItems.versions(submission, world).forEach(version -> new ReviewReadiness(world).require(version));
    }

    private void submit(StoredResource submission, SandboxState world) {
        set(submission, "WAITING_FOR_REVIEW");
        Instant now = world.clock().instant();
        submission.attributes().put("submittedDate", Dates.zulu(now));
        ReviewItems.setAll(submission, READY, world);
        changeVersions(submission, VersionState.WAITING_FOR_REVIEW, world);
        agenda.at(now.plus(UNTIL_REVIEW), due -> {
            if (isIn(submission, "WAITING_FOR_REVIEW")) {
                set(submission, "IN_REVIEW");
                changeVersions(submission, VersionState.IN_REVIEW, world);
            }
        });
        agenda.at(now.plus(UNTIL_ANSWER), due -> {
            if (isIn(submission, "IN_REVIEW")) {
                answer(submission, due, world);
            }
        });
    }

    private void answer(StoredResource submission, Instant time, SandboxState world) {
        boolean rejected = ReviewItems.versions(submission, world).stream()
                .flatMap(version -> world.store().related(version, "appStoreReviewDetail").stream())
                .anyMatch(detail -> detail.attributes().path("notes").asText().contains(PLEASE_REJECT));
        if (rejected) {
            set(submission, "UNRESOLVED_ISSUES");
            ReviewItems.setAll(submission, "REJECTED", world);
            changeVersions(submission, VersionState.REJECTED, world);
            return;
        }
        set(submission, COMPLETE);
        ReviewItems.setAll(submission, "APPROVED", world);
        ReviewItems.versions(submission, world).forEach(version -> shop.approved(version, time, world));
    }

    /** What is canceled is still there for a while, and in the way of a new one. */
    private void cancel(StoredResource submission, SandboxState world) {
        set(submission, "CANCELING");
        agenda.at(world.clock().instant().plus(UNTIL_CANCELED), due -> {
            set(submission, COMPLETE);
            ReviewItems.setAll(submission, "REMOVED", world);
            changeVersions(submission, VersionState.DEVELOPER_REJECTED, world);
        });
    }

    private void changeVersions(StoredResource submission, String state, SandboxState world) {
        ReviewItems.versions(submission, world).forEach(version -> states.change(version, state, world));
    }

    private static void requireState(StoredResource submission, Set<String> allowed, String what) {
        String state = submission.attributes().path(STATE).asText();
        if (!allowed.contains(state)) {
            throw Refusals.state(
                    "STATE_ERROR.ENTITY_STATE_INVALID",
                    "A review submission in the state '" + state + "' can not be " + what + ".");
        }
    }

    private static boolean isIn(StoredResource submission, String state) {
        return submission.attributes().path(STATE).asText().equals(state);
    }

    private static void set(StoredResource submission, String state) {
        submission.attributes().put(STATE, state);
    }
}
