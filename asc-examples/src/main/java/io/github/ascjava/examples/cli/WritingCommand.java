package io.github.ascjava.examples.cli;

import picocli.CommandLine.Option;

/** The base of commands that change something. */
public abstract class WritingCommand extends AscCommand {

    @Option(names = "--dry-run", description = "Show the requests that would change something, and send none of them.")
    private boolean dryRun;

    @Option(
            names = {"-y", "--yes"},
            description = "Do not ask before something is taken away.")
    private boolean yes;

    /** Makes a command that connects as told. */
    protected WritingCommand(Connector connector) {
        super(connector);
    }

    @Override
    protected final boolean isDryRun() {
        return dryRun;
    }

    /**
     * Asks before something that cannot be taken back, unless {@code --yes} has answered or nothing will be sent.
     *
     * @throws FailedException if the answer is no, or there is nobody to ask
     */
    protected final void confirm(Session session, String question) {
        if (!yes && !dryRun && !session.terminal().confirms(question)) {
            throw new FailedException("Nothing was changed.");
        }
    }

    /** Says what was done, unless it was not. */
    protected final void done(Session session, String text) {
        if (!dryRun) {
            session.terminal().line(text);
        }
    }
}
