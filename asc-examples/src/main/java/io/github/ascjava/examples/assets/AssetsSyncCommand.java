package io.github.ascjava.examples.assets;

import io.github.ascjava.examples.cli.Connector;
import io.github.ascjava.examples.cli.FailedException;
import io.github.ascjava.examples.cli.ResumableJob;
import io.github.ascjava.examples.cli.Session;
import io.github.ascjava.examples.cli.Terminal;
import io.github.ascjava.examples.cli.WritingCommand;
import io.github.ascjava.uploads.AssetFolderException;
import io.github.ascjava.uploads.AssetSync;
import io.github.ascjava.uploads.SyncFile;
import io.github.ascjava.uploads.SyncListener;
import io.github.ascjava.uploads.SyncPlan;
import io.github.ascjava.uploads.SyncRemoval;
import io.github.ascjava.uploads.SyncSet;
import io.github.ascjava.uploads.Uploads;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes the screenshots and previews of a version those of a folder. */
@Command(
        name = "sync",
        description =
                "Makes the screenshots and app previews of a version those of a folder: LOCALE/FILE, or"
                        + " LOCALE/DISPLAY_TYPE/FILE where the size does not tell the display type. What Apple has already stays.")
final class AssetsSyncCommand extends WritingCommand {

    @Parameters(index = "0", paramLabel = "FOLDER", description = "The folder with one folder for each locale.")
    private Path folder = Path.of("");

    @Option(
            names = "--version-id",
            paramLabel = "ID",
            required = true,
            description = "Id of the App Store version, which must be editable.")
    private String versionId = "";

    AssetsSyncCommand(Connector connector) {
        super(connector);
    }

    @Override
    protected int run(Session session) {
        Terminal terminal = session.terminal();
        AssetSync sync = Uploads.of(session.asc()).sync();
        SyncPlan plan = plan(sync);
        plan.warnings().forEach(terminal::note);
        if (!plan.isChanged()) {
            terminal.line("Nothing to do: the version has the screenshots and previews of the folder.");
            return 0;
        }
        terminal.block(plan.describe());
        if (isDryRun()) {
            return 0;
        }
        if (plan.removals() > 0) {
            confirm(session, "Delete " + plan.removals() + " of the version's files?");
        }
        ResumableJob job = ResumableJob.begin(terminal);
        try {
            sync.apply(plan, new Report(terminal, plan));
        } finally {
            job.end();
            terminal.progressDone();
        }
        terminal.line("Done: " + plan.uploads() + " uploaded, " + plan.removals() + " deleted.");
        return 0;
    }

    private SyncPlan plan(AssetSync sync) {
        try {
            return sync.plan(versionId, folder);
        } catch (AssetFolderException e) {
            throw new FailedException(String.join("\n", e.problems()) + "\nNothing was changed.", e);
        }
    }

    /** Shows how far the work is. */
    private static final class Report implements SyncListener {

        private final Terminal terminal;
        private final int total;
        private int done;

        Report(Terminal terminal, SyncPlan plan) {
            this.terminal = terminal;
            this.total = plan.uploads() + plan.removals();
        }

        @Override
        public void onUploaded(SyncSet set, SyncFile file, String id) {
            step(set.locale() + " " + file.path().getFileName());
        }

        @Override
        public void onRemoved(SyncSet set, SyncRemoval removal) {
            step(set.locale() + " " + removal.fileName());
        }

        private synchronized void step(String text) {
            done++;
            terminal.progress(done + " of " + total + ": " + text);
        }
    }
}
