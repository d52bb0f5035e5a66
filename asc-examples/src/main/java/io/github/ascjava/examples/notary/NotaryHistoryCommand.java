package io.github.ascjava.examples.notary;

import io.github.ascjava.examples.cli.Connector;
import io.github.ascjava.examples.cli.OutputOptions;
import io.github.ascjava.examples.cli.Rows;
import io.github.ascjava.examples.cli.Session;
import io.github.ascjava.notary.Notary;
import io.github.ascjava.notary.Submission;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists the newest submissions. */
@Command(name = "history", description = "Lists the newest submissions of the team, at most 100.")
final class NotaryHistoryCommand extends NotaryCommand {

    @Mixin
    private final OutputOptions output = new OutputOptions();

    NotaryHistoryCommand(Connector connector) {
        super(connector);
    }

    @Override
    int run(Notary notary, Session session) {
        Rows rows = new Rows("ID", "CREATED", "STATUS", "NAME").freeText("NAME");
        for (Submission submission : notary.list()) {
            rows.add(submission.id(), submission.created(), submission.status(), submission.name());
        }
        output.print(rows, session.terminal());
        return 0;
    }
}
