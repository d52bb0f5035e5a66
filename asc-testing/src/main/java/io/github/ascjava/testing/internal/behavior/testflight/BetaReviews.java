package io.github.ascjava.testing.internal.behavior.testflight;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.ascjava.testing.internal.behavior.common.Bodies;
import io.github.ascjava.testing.internal.behavior.common.Dates;
import io.github.ascjava.testing.internal.behavior.common.ResourceRules;
import io.github.ascjava.testing.internal.behavior.common.Scheduler;
import io.github.ascjava.testing.internal.engine.SandboxState;
import io.github.ascjava.testing.internal.engine.StoredResource;
import io.github.ascjava.testing.internal.http.ErrorKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * External testers get a version after its review, which begins an hour after submission and ends an hour later.
 * Further builds of the version are approved at once.
 */
final class BetaReviews extends ResourceRules {

    private static final String TYPE = "betaAppReviewSubmissions";
    private static final String STATE = "betaReviewState";
    private static final Duration UNTIL_REVIEW = Duration.ofHours(1);
    private static final Duration UNTIL_ANSWER = Duration.ofHours(2);

    private final BetaStates states;
    private final Scheduler agenda;

    BetaReviews(BetaStates states, Scheduler agenda) {
        super(TYPE);
        this.states = states;
        this.agenda = agenda;
    }

    @Override
    protected void checkNew(JsonNode body, SandboxState world) {
        StoredResource build = Bodies.required(body, "build", Builds.TYPE, world);
        for (StoredResource detail : world.store().related(build, "buildBetaDetail")) {
            String state = BetaStates.external(detail);
            if (!state.equals("READY_FOR_BETA_SUBMISSION")) {
                throw ErrorKind.UNPROCESSABLE.refusal(
                        "The build is not in a state in which it can be submitted for beta review: " + state + ".");
            }
        }
        if (reviews(build, world)
                .anyMatch(review -> List.of("WAITING_FOR_REVIEW", "IN_REVIEW").contains(review.text(STATE)))) {
            // docs/live-service.md#one-beta-review-at-a-time
            throw ErrorKind.UNPROCESSABLE.refusal("Another build is in review");
        }
        for (StoredResource app : world.store().related(build, "app")) {
            requireDescription(app, world);
        }
    }

    @Override
    protected void afterCreation(StoredResource created, SandboxState world) {
        Instant now = world.clock().instant();
        created.attributes().put("submittedDate", Dates.zulu(now));
        for (StoredResource build : world.store().related(created, "build")) {
            if (reviews(build, world).anyMatch(review -> review.text(STATE).equals("APPROVED"))) {
                set(created, "APPROVED", build, world);
                return;
            }
            set(created, "WAITING_FOR_REVIEW", build, world);
            agenda.at(now.plus(UNTIL_REVIEW), time -> set(created, "IN_REVIEW", build, world));
            agenda.at(now.plus(UNTIL_ANSWER), time -> set(created, "APPROVED", build, world));
        }
    }

    private void set(StoredResource submission, String state, StoredResource build, SandboxState world) {
        submission.attributes().put(STATE, state);
        states.refresh(build, world);
    }

    /** Returns the reviews of all builds of the same version. */
    private static Stream<StoredResource> reviews(StoredResource build, SandboxState world) {
        return world.store().related(build, "preReleaseVersion").stream()
                .flatMap(version -> world.store().related(version, Builds.TYPE).stream())
                .flatMap(other -> world.store().related(other, "betaAppReviewSubmission").stream());
    }

    private static void requireDescription(StoredResource app, SandboxState world) {
        boolean described = world.store().related(app, "betaAppLocalizations").stream()
                .anyMatch(localization -> localization.attributes().hasNonNull("description")
                        && localization.attributes().hasNonNull("feedbackEmail"));
        if (!described) {
            throw ErrorKind.UNPROCESSABLE.refusal(
                    "Beta App Description and Feedback Email are required to submit a build for"
                            + " external beta testing.");
        }
    }
}
