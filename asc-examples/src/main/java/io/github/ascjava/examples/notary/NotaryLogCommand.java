package io.github.ascjava.examples.notary;

import io.github.ascjava.examples.cli.Connector;
import io.github.ascjava.examples.cli.FailedException;
import io.github.ascjava.examples.cli.Session;
import io.github.ascjava.notary.Notary;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows or saves the log of a submission. */
@Command(name = "log", description = "Shows the issues that Apple found in a submission, or saves the log as JSON.")
final class NotaryLogCommand extends NotaryCommand {

    @Parameters(index = "0", paramLabel = "ID", description = "The ID of the submission.")
    private String id = "";

    @Option(names = "--output", paramLabel = "FILE", description = "Write the log to a file as Apple sends it.")
    private @Nullable Path output;

    NotaryLogCommand(Connector connector) {
        super(connector);
    }

    @Override
    int run(Notary notary, Session session) {
        if (output == null) {
            new LogView(notary.log(id).orElseThrow(this::missing)).print(session.terminal());
        } else if (!notary.saveLog(id, output)) {
            throw missing();
        }
        return 0;
    }

    private FailedException missing() {
        return new FailedException(
                "Submission " + id + " has no log yet. Look again when it is no longer in progress.");
    }
}
