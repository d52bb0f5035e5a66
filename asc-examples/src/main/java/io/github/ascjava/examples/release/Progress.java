package io.github.ascjava.examples.release;

import io.github.ascjava.examples.cli.Terminal;
import io.github.ascjava.release.ReleaseListener;
import io.github.ascjava.release.ReleaseStep;
import io.github.ascjava.release.ReleaseSubmission;
import io.github.ascjava.release.VersionChange;
import org.jspecify.annotations.Nullable;

/** Tells what a job has done, and what it waits for. */
final class Progress implements ReleaseListener {

    private final Terminal terminal;

    Progress(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void onChanged(VersionChange change) {
        terminal.progress(change.describe());
    }

    @Override
    public void onDone(ReleaseStep step, @Nullable String id) {
        terminal.progress(step.describe());
    }

    @Override
    public void onWaiting(String what) {
        terminal.progress("Waiting for " + what);
    }

    @Override
    public void onSubmission(ReleaseSubmission submission) {
        terminal.progressDone();
        terminal.note(submission.describe() + ".");
    }
}
