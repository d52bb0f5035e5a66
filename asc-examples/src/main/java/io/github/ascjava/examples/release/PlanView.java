package io.github.ascjava.examples.release;

import io.github.ascjava.examples.cli.OutputOptions;
import io.github.ascjava.examples.cli.Rows;
import io.github.ascjava.examples.cli.Terminal;
import io.github.ascjava.release.ReleaseStep;
import io.github.ascjava.release.ReleaseSubmission;
import io.github.ascjava.release.VersionChange;
import java.util.List;

/** Plans and results as tables. */
final class PlanView {

    private final OutputOptions output;
    private final Terminal terminal;

    PlanView(OutputOptions output, Terminal terminal) {
        this.output = output;
        this.terminal = terminal;
    }

    void changes(List<VersionChange> changes, String nothing) {
        Rows rows = new Rows("PART", "FIELD", "FROM", "TO").freeText("FROM", "TO");
        changes.forEach(change -> rows.add(change.part(), change.field(), change.from(), change.to()));
        print(rows, nothing);
    }

    void steps(List<ReleaseStep> steps, String nothing) {
        Rows rows = new Rows("STEP", "TYPE", "ID", "WHAT").freeText("WHAT");
        steps.forEach(step -> rows.add(step.action(), step.type(), step.id(), step.detail()));
        print(rows, nothing);
    }

    void items(ReleaseSubmission submission) {
        Rows rows = new Rows("TYPE", "ID", "STATE", "SUBMISSION");
        submission.items().forEach(item -> rows.add(item.type(), item.id(), item.state(), submission.state()));
        print(rows, submission.describe() + ".");
    }

    /** People get a sentence in place of an empty table. */
    private void print(Rows rows, String nothing) {
        if (output.isForPeople() && rows.size() == 0) {
            terminal.line(nothing);
        } else {
            output.print(rows, terminal);
        }
    }

    /** Says what was done, to people. */
    void done(String text) {
        terminal.progressDone();
        if (output.isForPeople()) {
            terminal.line(text);
        }
    }
}
