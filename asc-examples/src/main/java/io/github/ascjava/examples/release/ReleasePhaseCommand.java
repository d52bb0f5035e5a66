package io.github.ascjava.examples.release;

import io.github.ascjava.client.model.appstore.PhasedReleaseState;
import io.github.ascjava.examples.cli.Connector;
import io.github.ascjava.release.ReleasePlan;
import io.github.ascjava.release.Releases;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Controls a phased release. */
@Command(
        name = "phase",
        description = "Pauses, resumes or completes the phased release of the version in the App Store.")
final class ReleasePhaseCommand extends ReleaseStepsCommand {

    @Parameters(index = "1", paramLabel = "ACTION", description = "${COMPLETION-CANDIDATES}.")
    @SuppressWarnings("NullAway.Init") // Set by picocli.
    private Action action;

    /** What can be done with a phased release. */
    enum Action {
        PAUSE(PhasedReleaseState.PAUSED),
        RESUME(PhasedReleaseState.ACTIVE),
        COMPLETE(PhasedReleaseState.COMPLETE);

        @SuppressWarnings("ImmutableEnumChecker") // Values of open sets are immutable.
        private final PhasedReleaseState state;

        Action(PhasedReleaseState state) {
            this.state = state;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    ReleasePhaseCommand(Connector connector) {
        super(connector);
    }

    @Override
    ReleasePlan plan(Releases releases, String appId, AppOptions options) {
        return releases.planPhase(appId, options.platform(), action.state, null);
    }

    @Override
    String question(ReleasePlan plan) {
        return action == Action.COMPLETE ? "Release to all customers now?" : "";
    }
}
