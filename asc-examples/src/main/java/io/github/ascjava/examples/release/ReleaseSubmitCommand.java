package io.github.ascjava.examples.release;

import io.github.ascjava.examples.cli.Connector;
import io.github.ascjava.examples.cli.OutputOptions;
import io.github.ascjava.examples.cli.Session;
import io.github.ascjava.examples.cli.WritingCommand;
import io.github.ascjava.release.ReleaseSubmission;
import io.github.ascjava.release.Releases;
import io.github.ascjava.release.SubmissionOptions;
import io.github.ascjava.release.SubmissionPlan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Submits a version and other items for review. */
@Command(
        name = "submit",
        description = {
            "Submits the version in preparation for review, after checking that nothing is missing. An open submission is"
                    + " used if it has no items of others; a rejected one is submitted again.",
            "Exit code 0 when it is submitted, with --wait when everything is approved; 1 if something is not."
        })
final class ReleaseSubmitCommand extends WritingCommand {

    private static final int MOST_HOURS = 24 * 30;

    @Mixin
    private final AppOptions app = new AppOptions();

    @Option(
            names = "--version-number",
            paramLabel = "VERSION",
            description = "The version, if not that in preparation.")
    private @Nullable String version;

    @Option(
            names = "--item",
            paramLabel = "TYPE/ID",
            description = "Something else to be reviewed with it, such as appEvents/6475012345.")
    private List<String> items = new ArrayList<>();

    @Option(names = "--no-version", description = "Submit only the items that --item names.")
    private boolean withoutVersion;

    @Option(names = "--other-items", description = "Use the open submission even if it has items that no --item names.")
    private boolean allowOtherItems;

    @Option(names = "--no-check", description = "Do not check before whether something is missing.")
    private boolean withoutCheck;

    @Option(names = "--wait", description = "Wait until the review is over, and print the state of each item.")
    private boolean wait;

    @Option(
            names = "--hours",
            defaultValue = "72",
            description = "How long to wait for the review at most; ${DEFAULT-VALUE} if not given.")
    private int hours;

    @Mixin
    private final OutputOptions output = new OutputOptions();

    ReleaseSubmitCommand(Connector connector) {
        super(connector);
    }

    @Override
    protected void checkArguments() {
        requireRange("--hours", hours, 0, MOST_HOURS);
        options("0");
    }

    private SubmissionOptions options(String appId) {
        SubmissionOptions.Builder options = SubmissionOptions.builder(appId, app.platform());
        if (version != null) {
            options.version(version);
        }
        if (withoutVersion) {
            options.withoutVersion();
        }
        if (withoutCheck) {
            options.withoutReadinessCheck();
        }
        if (allowOtherItems) {
            options.allowOtherItems();
        }
        items.forEach(item -> add(item, options));
        return options.build();
    }

    private void add(String item, SubmissionOptions.Builder options) {
        int slash = item.indexOf('/');
        if (slash < 1 || slash == item.length() - 1) {
            throw wrongUsage("--item is TYPE/ID, such as appEvents/6475012345, but was " + item + ".");
        }
        try {
            options.item(item.substring(0, slash), item.substring(slash + 1));
        } catch (IllegalArgumentException e) {
            throw wrongUsage("--item cannot be " + item + ". " + e.getMessage());
        }
    }

    @Override
    protected int run(Session session) {
        Releases releases = Releases.of(session.asc());
        String appId = app.appId(session.asc());
        SubmissionPlan plan = releases.plan(options(appId));
        PlanView view = new PlanView(output, session.terminal());
        boolean showsItems = wait && !output.isForPeople() && !isDryRun();
        if (!showsItems) {
            view.steps(plan.steps(), plan.summary());
        }
        if (isDryRun()) {
            return 0;
        }
        if (plan.isResubmission()) {
            confirm(session, "The review has rejected it. Submit it again?");
        }
        Progress progress = new Progress(session.terminal());
        Optional<ReleaseSubmission> submitted = releases.apply(plan, progress);
        if (submitted.isEmpty()) {
            if (showsItems) {
                view.steps(List.of(), plan.summary());
            }
            return 0;
        }
        if (!wait) {
            if (plan.isChanged()) {
                view.done(submitted.get().describe() + ".");
            }
            return 0;
        }
        ReleaseSubmission reviewed =
                releases.watch(appId, app.platform(), submitted.get(), progress).await(Duration.ofHours(hours));
        session.terminal().progressDone();
        view.items(reviewed);
        return reviewed.isApproved() ? 0 : 1;
    }
}
