package io.github.ascjava.examples.release;

import io.github.ascjava.examples.cli.Connector;
import io.github.ascjava.release.ReleasePlan;
import io.github.ascjava.release.Releases;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Cancels a review. */
@Command(
        name = "cancel",
        description =
                "Cancels the open review submission, and waits until it is over. All of its items leave the review.")
final class ReleaseCancelCommand extends ReleaseStepsCommand {

    @Option(names = "--other-items", description = "Cancel even if items other than the version leave the review, too.")
    private boolean allowOtherItems;

    ReleaseCancelCommand(Connector connector) {
        super(connector);
    }

    @Override
    ReleasePlan plan(Releases releases, String appId, AppOptions options) {
        return releases.planCancellation(appId, options.platform(), allowOtherItems);
    }

    @Override
    String question(ReleasePlan plan) {
        return "Cancel the review? " + plan.summary();
    }
}
