package io.github.ascjava.examples.notary;

import io.github.ascjava.examples.cli.AscCommand;
import io.github.ascjava.examples.cli.Connector;
import io.github.ascjava.examples.cli.FailedException;
import io.github.ascjava.examples.cli.Session;
import io.github.ascjava.notary.Notary;
import io.github.ascjava.notary.SubmissionFailedException;
import io.github.ascjava.notary.UnsupportedArchiveException;

/** The base of commands about notarization. */
abstract class NotaryCommand extends AscCommand {

    NotaryCommand(Connector connector) {
        super(connector);
    }

    @Override
    protected final int run(Session session) throws Exception {
        try {
            return run(notary(session), session);
        } catch (UnsupportedArchiveException | SubmissionFailedException e) {
            throw new FailedException(String.valueOf(e.getMessage()), e);
        }
    }

    private static Notary notary(Session session) {
        try {
            return Notary.of(session.asc());
        } catch (IllegalArgumentException e) {
            throw new FailedException(String.valueOf(e.getMessage()), e);
        }
    }

    /** Does the job and returns the exit code. */
    abstract int run(Notary notary, Session session);
}
