package io.github.ascjava.testing.internal.behavior.testflight;

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
        for (StoredResource detail : build.related("buildBetaDetail")) {
            String state = BetaStates.external(detail);
            if (!state.equals("READY_FOR_BETA_SUBMISSION")) {
                throw Errors.refusal("betaReviews.state", state);
            }
        }
        if (reviews(build)
                .anyMatch(review -> List.of("WAITING_FOR_REVIEW", "IN_REVIEW").contains(review.text(STATE)))) {
            throw Errors.refusal("betaReviews.other");
        }
        for (StoredResource app : build.related("app")) {
            requireDescription(app);
        }
    }

    @Override
    protected void afterCreation(StoredResource created, SandboxState world) {
        Instant now = world.clock().instant();
        created.attributes().put("submittedDate", Dates.zulu(now));
        for (StoredResource build : created.related("build")) {
            if (reviews(build).anyMatch(review -> review.text(STATE).equals("APPROVED"))) {
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
    private static Stream<StoredResource> reviews(StoredResource build) {
        return build.related("preReleaseVersion").stream()
                .flatMap(version -> version.related(Builds.TYPE).stream())
                .flatMap(other -> other.related("betaAppReviewSubmission").stream());
    }

    private static void requireDescription(StoredResource app) {
        boolean described = app.related("betaAppLocalizations").stream()
                .anyMatch(localization -> localization.attributes().hasNonNull("description")
                        && localization.attributes().hasNonNull("feedbackEmail"));
        if (!described) {
            throw Errors.refusal("betaReviews.description");
        }
    }
}
