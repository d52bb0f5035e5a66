package io.github.ascjava.examples.release;

import io.github.ascjava.examples.cli.Connector;
import io.github.ascjava.examples.cli.OutputOptions;
import io.github.ascjava.examples.cli.Session;
import io.github.ascjava.examples.cli.WritingCommand;
import io.github.ascjava.release.ReleasePlan;
import io.github.ascjava.release.Releases;
import picocli.CommandLine.Mixin;

/** The base of commands that carry out a plan of steps. */
abstract class ReleaseStepsCommand extends WritingCommand {

    @Mixin
    private final AppOptions app = new AppOptions();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    ReleaseStepsCommand(Connector connector) {
        super(connector);
    }

    /** Makes the plan. */
    abstract ReleasePlan plan(Releases releases, String appId, AppOptions options);

    /** Returns what to ask before the plan is carried out; empty for nothing. */
    abstract String question(ReleasePlan plan);

    @Override
    protected final void checkArguments() {
        app.platform();
    }

    @Override
    protected final int run(Session session) {
        Releases releases = Releases.of(session.asc());
        ReleasePlan plan = plan(releases, app.appId(session.asc()), app);
        PlanView view = new PlanView(output, session.terminal());
        view.steps(plan.steps(), plan.summary());
        if (isDryRun() || !plan.isChanged()) {
            return 0;
        }
        String question = question(plan);
        if (!question.isEmpty()) {
            confirm(session, question);
        }
        releases.apply(plan, new Progress(session.terminal()));
        view.done("Done.");
        return 0;
    }
}
