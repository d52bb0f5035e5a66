package io.github.ascjava.examples.metadata;

import io.github.ascjava.examples.cli.AscCommand;
import io.github.ascjava.examples.cli.Connector;
import io.github.ascjava.examples.cli.Session;
import io.github.ascjava.release.MetadataOptions;
import io.github.ascjava.release.MetadataPlan;
import io.github.ascjava.release.StoreMetadata;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows where files and App Store Connect differ. */
@Command(
        name = "diff",
        description =
                "Shows what a push would send, and what was changed in App Store Connect since the last pull or push."
                        + " Sends nothing.",
        footer = {"", "Exit codes: 0 no difference, 1 failed, 2 there are differences (or wrong usage)."})
final class MetadataDiffCommand extends AscCommand {

    /** As programs like diff and terraform tell a difference from a failure. */
    static final int DIFFERENT = 2;

    @Mixin
    private final TargetArguments target = new TargetArguments();

    @Mixin
    private final PushArguments push = new PushArguments();

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    MetadataDiffCommand(Connector connector) {
        super(connector);
    }

    @Override
    protected int run(Session session) {
        MetadataOptions options = push.options();
        MetadataPlan plan =
                StoreMetadata.of(session.asc()).plan(target.target(session), target.files(push.emptyClears()), options);
        new PlanView(session.terminal(), json, plan).show();
        return plan.isDifferent() ? DIFFERENT : 0;
    }
}
