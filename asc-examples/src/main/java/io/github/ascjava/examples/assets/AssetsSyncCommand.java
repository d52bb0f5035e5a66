package io.github.ascjava.examples.assets;

import io.github.ascjava.examples.cli.Connector;
import io.github.ascjava.examples.cli.FailedException;
import io.github.ascjava.examples.cli.ResumableJob;
import io.github.ascjava.examples.cli.Session;
import io.github.ascjava.examples.cli.UploadOptions;
import io.github.ascjava.examples.cli.WritingCommand;
import io.github.ascjava.uploads.AssetFolderException;
import io.github.ascjava.uploads.AssetSync;
import io.github.ascjava.uploads.SyncPlan;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes the screenshots and previews of a version those of a folder. */
@Command(
        name = "sync",
        description = "Makes the screenshots and app previews of a version those of a folder: LOCALE/FILE, or"
                + " LOCALE/DISPLAY_TYPE/FILE where the size does not tell the display type. What Apple has already"
                + " stays. A run that was stopped continues when the same command runs again.")
final class AssetsSyncCommand extends WritingCommand {

    @Parameters(index = "0", paramLabel = "FOLDER", description = "The folder with one folder for each locale.")
    private Path folder = Path.of("");

    @Option(
            names = "--version-id",
            paramLabel = "ID",
            required = true,
            description = "Id of the App Store version, which must be editable.")
    private String versionId = "";

    @Mixin
    private final UploadOptions options = new UploadOptions();

    AssetsSyncCommand(Connector connector) {
        super(connector);
    }

    @Override
    protected int run(Session session) {
        AssetSync sync = options.uploads(session, this::environment).build().sync();
        SyncPlan plan = plan(sync);
        SyncView view = new SyncView(session.terminal(), options.isJson(), plan);
        view.plan();
        if (isDryRun()) {
            return 0;
        }
        if (plan.isChanged()) {
            if (plan.removals() > 0) {
                confirm(session, "Delete " + plan.removals() + " of the version's files?");
            }
            apply(session, sync, plan, view);
        }
        view.result();
        return 0;
    }

    private static void apply(Session session, AssetSync sync, SyncPlan plan, SyncView view) {
        ResumableJob job = ResumableJob.begin(session.terminal());
        try {
            sync.apply(plan, view);
        } finally {
            job.end();
            view.ended();
        }
    }

    private SyncPlan plan(AssetSync sync) {
        try {
            return sync.plan(versionId, folder);
        } catch (AssetFolderException e) {
            throw new FailedException(String.join("\n", e.problems()) + "\nNothing was changed.", e);
        }
    }
}
