package io.github.ascjava.testing.internal.behavior.release;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.ascjava.testing.internal.behavior.common.Bodies;
import io.github.ascjava.testing.internal.behavior.common.Dates;
import io.github.ascjava.testing.internal.behavior.common.ResourceRules;
import io.github.ascjava.testing.internal.behavior.common.Scheduler;
import io.github.ascjava.testing.internal.engine.SandboxState;
import io.github.ascjava.testing.internal.engine.StoredResource;
import io.github.ascjava.testing.internal.http.Errors;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/**
 * A set of items that are reviewed together; the review of a submission begins after an hour and ends an hour later.
 *
 * <p>Reviews approve, unless the notes for the reviewers contain {@value #PLEASE_REJECT}.
 */
final class ReviewSubmissions extends ResourceRules {

    static final String TYPE = "reviewSubmissions";

    /** Makes a review reject the submission. */
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
    private final ReviewItems items;

    ReviewSubmissions(VersionState states, Shop shop, Scheduler agenda, ReviewItems items) {
        super(TYPE);
        this.states = states;
        this.shop = shop;
        this.agenda = agenda;
        this.items = items;
    }

    @Override
    protected void checkNew(JsonNode body, SandboxState world) {
        requireNoOther(body, world);
    }

    @Override
    protected void checkUpdate(StoredResource target, JsonNode body, SandboxState world) {
        if (Bodies.attribute(body, "submitted").asBoolean()) {
            checkComplete(target, world);
        } else if (Bodies.attribute(body, "canceled").asBoolean()) {
            requireState(target, CAN_BE_CANCELED, "canceled");
        }
    }

    @Override
    protected void afterCreation(StoredResource created, SandboxState world) {
        created.with(STATE, READY).with("submittedDate", null).withDefault("platform", "IOS");
    }

    @Override
    protected void afterUpdate(StoredResource updated, SandboxState world) {
        if (isAsked("submitted", updated)) {
            submit(updated, world);
        } else if (isAsked("canceled", updated)) {
            cancel(updated, world);
        }
    }

    static boolean isOver(StoredResource submission) {
        return submission.text(STATE).equals(COMPLETE);
    }

    static boolean isOpen(StoredResource submission) {
        return submission.text(STATE).equals(READY);
    }

    private static void requireNoOther(JsonNode body, SandboxState world) {
        StoredResource app = Bodies.required(body, "app", "apps", world);
        String asked = Bodies.text(body, "platform");
        String platform = asked.isEmpty() ? "IOS" : asked;
        for (StoredResource other : app.related(TYPE)) {
            boolean same = other.text("platform").equals(platform);
            if (same && !isOver(other)) {
                // Clients read the ID from the text.
                throw Errors.refusal("reviewSubmissions.other", other.id());
            }
        }
    }

    /** The request sets these values as attributes, but the resource does not have them. */
    private static boolean isAsked(String attribute, StoredResource submission) {
        JsonNode value = submission.attributes().remove(attribute);
        return value != null && value.asBoolean();
    }

    private void checkComplete(StoredResource submission, SandboxState world) {
        requireState(submission, CAN_BE_SUBMITTED, "submitted");
        if (!submission.hasRelated("items")) {
            throw Errors.refusal("reviewSubmissions.empty");
        }
        submission.related("items").forEach(item -> items.requireReady(item, world));
    }

    private void submit(StoredResource submission, SandboxState world) {
        set(submission, "WAITING_FOR_REVIEW");
        Instant now = world.clock().instant();
        submission.attributes().put("submittedDate", Dates.zulu(now));
        ReviewItems.setAll(submission, READY);
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
        boolean rejected = ReviewItems.versions(submission).stream()
                .flatMap(version -> version.related("appStoreReviewDetail").stream())
                .anyMatch(detail -> detail.text("notes").contains(PLEASE_REJECT));
        if (rejected) {
            set(submission, "UNRESOLVED_ISSUES");
            ReviewItems.setAll(submission, "REJECTED");
            changeVersions(submission, VersionState.REJECTED, world);
            return;
        }
        set(submission, COMPLETE);
        ReviewItems.setAll(submission, "APPROVED");
        ReviewItems.versions(submission).forEach(version -> shop.approved(version, time, world));
    }

    /** A canceled submission exists for a while and blocks a new one. */
    private void cancel(StoredResource submission, SandboxState world) {
        set(submission, "CANCELING");
        agenda.at(world.clock().instant().plus(UNTIL_CANCELED), due -> {
            set(submission, COMPLETE);
            ReviewItems.setAll(submission, "REMOVED");
            changeVersions(submission, VersionState.DEVELOPER_REJECTED, world);
        });
    }

    private void changeVersions(StoredResource submission, String state, SandboxState world) {
        ReviewItems.versions(submission).forEach(version -> states.change(version, state, world));
    }

    private static void requireState(StoredResource submission, Set<String> allowed, String what) {
        String state = submission.text(STATE);
        if (!allowed.contains(state)) {
            throw Errors.refusal("reviewSubmissions.state", state, what);
        }
    }

    private static boolean isIn(StoredResource submission, String state) {
        return submission.text(STATE).equals(state);
    }

    private static void set(StoredResource submission, String state) {
        submission.attributes().put(STATE, state);
    }
}
