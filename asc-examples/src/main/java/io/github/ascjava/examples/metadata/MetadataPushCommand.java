package io.github.ascjava.examples.metadata;

import io.github.ascjava.examples.cli.Connector;
import io.github.ascjava.examples.cli.Session;
import io.github.ascjava.examples.cli.WritingCommand;
import io.github.ascjava.release.MetadataFiles;
import io.github.ascjava.release.MetadataOptions;
import io.github.ascjava.release.MetadataPlan;
import io.github.ascjava.release.MetadataWrite;
import io.github.ascjava.release.StoreMetadata;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Sends the texts of files that differ. */
@Command(
        name = "push",
        description =
                "Sends the texts that the files have changed since the last pull or push, and adds missing languages."
                        + " What was changed in App Store Connect stays, and a text that was changed on both sides stops the push."
                        + " A run that was stopped continues when the same command runs again.",
        footer = {"", "Exit codes: 0 done, 1 failed, 2 the plan is not the one of --plan-hash (or wrong usage)."})
final class MetadataPushCommand extends WritingCommand {

    @Mixin
    private final TargetArguments target = new TargetArguments();

    @Mixin
    private final PushArguments push = new PushArguments();

    @Option(
            names = "--plan-hash",
            paramLabel = "HASH",
            description = "Send only the plan with this hash, as a diff has shown it; otherwise stop.")
    private @Nullable String planHash;

    @Option(names = "--json", description = "Print the plan as JSON.")
    private boolean json;

    MetadataPushCommand(Connector connector) {
        super(connector);
    }

    @Override
    protected int run(Session session) {
        MetadataOptions options = push.options();
        MetadataFiles files = target.files(push.emptyClears());
        StoreMetadata metadata = StoreMetadata.of(session.asc());
        MetadataPlan plan =
                metadata.plan(target.target(session), isDryRun() ? files.withoutSavingState() : files, options);
        new PlanView(session.terminal(), json, plan).show();
        if (planHash != null && !planHash.strip().equalsIgnoreCase(plan.hash())) {
            session.terminal()
                    .err()
                    .println("The plan is not the approved one: the files, or texts in App Store Connect,"
                            + " have changed since. Nothing was sent. Look at the plan above, and approve its hash "
                            + plan.hash() + ".");
            return MetadataDiffCommand.DIFFERENT;
        }
        long deletions = plan.writes().stream()
                .filter(write -> write.action() == MetadataWrite.Action.DELETE)
                .count();
        if (deletions > 0 && plan.conflicts().isEmpty()) {
            confirm(session, "Delete " + deletions + " localizations?");
        }
        if (!(isDryRun() && json)) {
            metadata.apply(plan, write -> tell(session, write));
        }
        return 0;
    }

    private void tell(Session session, MetadataWrite write) {
        if (!json) {
            done(
                    session,
                    write.locale() + " " + write.part() + " "
                            + switch (write.action()) {
                                case CREATE -> "created.";
                                case UPDATE ->
                                    "changed: "
                                            + String.join(", ", write.values().keySet()) + ".";
                                case DELETE -> "deleted.";
                            });
        }
    }
}
