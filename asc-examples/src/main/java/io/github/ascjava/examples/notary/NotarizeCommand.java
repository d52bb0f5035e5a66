package io.github.ascjava.examples.notary;

import io.github.ascjava.examples.cli.Connector;
import io.github.ascjava.examples.cli.FailedException;
import io.github.ascjava.examples.cli.Session;
import io.github.ascjava.notary.Notary;
import io.github.ascjava.notary.Submission;
import io.github.ascjava.notary.SubmissionRequest;
import io.github.ascjava.notary.SubmittedFile;
import io.github.ascjava.notary.UploadHost;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Submits a file for notarization. */
@Command(
        name = "notarize",
        description = {
            "Submits a zip archive, disk image or installer package for notarization.",
            "Exit code with --wait: 0 if it is accepted, 1 if it is not or time is up."
        },
        subcommands = {NotaryLogCommand.class, NotaryHistoryCommand.class})
public final class NotarizeCommand extends NotaryCommand {

    private static final int MOST_MINUTES = 7 * 24 * 60;

    @Parameters(index = "0", arity = "0..1", paramLabel = "FILE", description = "The file.")
    private @Nullable Path file;

    @Option(names = "--wait", description = "Wait for the result, and print the issues if there are any.")
    private boolean wait;

    @Option(
            names = "--minutes",
            defaultValue = "60",
            description = "How long to wait at most; ${DEFAULT-VALUE} if not given.")
    private int minutes;

    @Option(names = "--name", description = "The name of the submission; that of the file if not given.")
    private @Nullable String name;

    @Option(names = "--webhook", paramLabel = "URL", description = "Apple posts a notice there when it is done.")
    private @Nullable String webhook;

    @Option(
            names = "--state",
            paramLabel = "FILE",
            description = "Remembers the submission, so that running the command again does not submit the file twice.")
    private @Nullable Path state;

    @Option(
            names = "--regional-host",
            description = "Upload to BUCKET.s3.us-west-2.amazonaws.com instead of the accelerated host.")
    private boolean regionalHost;

    NotarizeCommand(Connector connector) {
        super(connector);
    }

    @Override
    protected void checkArguments() {
        if (file == null) {
            throw wrongUsage("Name the file to notarize, or one of the commands: log, history.");
        }
        requireRange("--minutes", minutes, 0, MOST_MINUTES);
        request(file);
    }

    private SubmissionRequest request(Path path) {
        try {
            SubmissionRequest request = SubmissionRequest.of(path);
            request = name == null ? request : request.withName(name);
            request = webhook == null ? request : request.withWebhook(webhook);
            return state == null ? request : request.withStateFile(state);
        } catch (IllegalArgumentException e) {
            throw wrongUsage(String.valueOf(e.getMessage()));
        }
    }

    @Override
    int run(Notary notary, Session session) {
        Notary chosen = regionalHost ? notary.withUploadHost(UploadHost.REGIONAL) : notary;
        SubmissionProgress progress = new SubmissionProgress(session.terminal());
        SubmittedFile submitted;
        try {
            submitted = chosen.submit(request(Objects.requireNonNull(file)).withListener(progress));
        } catch (IllegalStateException e) {
            throw new FailedException(String.valueOf(e.getMessage()), e);
        } finally {
            session.terminal().progressDone();
        }
        report(submitted, session);
        return wait ? result(notary, submitted, session) : 0;
    }

    private static void report(SubmittedFile submitted, Session session) {
        for (Submission other : submitted.sameName()) {
            session.terminal()
                    .note("Apple also lists submission " + other.id() + " of this name, from " + other.created() + ": "
                            + other.status() + ".");
        }
        session.terminal()
                .line(
                        submitted.isReused()
                                ? submitted.name() + " was submitted before as " + submitted.submissionId() + "."
                                : submitted.name() + " is submitted as " + submitted.submissionId() + ".");
        session.terminal().out().flush();
    }

    private int result(Notary notary, SubmittedFile submitted, Session session) {
        Submission result = notary.await(
                submitted.submissionId(),
                Duration.ofMinutes(minutes),
                each -> session.terminal().progress(submitted.name() + " is " + each.status()));
        session.terminal().progressDone();
        session.terminal().line(submitted.name() + " is " + result.status() + ".");
        if (result.isAccepted()) {
            return 0;
        }
        if (!result.status().isFinal()) {
            throw new FailedException(submitted.name() + " is still in progress after " + minutes
                    + " minutes, and goes on at Apple's. Look later with: asc notarize history");
        }
        notary.log(result.id()).ifPresent(log -> new LogView(log).print(session.terminal()));
        return 1;
    }
}
