package io.github.ascjava.examples.testflight;

import io.github.ascjava.examples.cli.Connector;
import io.github.ascjava.examples.cli.FailedException;
import io.github.ascjava.examples.cli.ResumableJob;
import io.github.ascjava.examples.cli.Session;
import io.github.ascjava.examples.cli.UploadOptions;
import io.github.ascjava.examples.cli.UploadView;
import io.github.ascjava.examples.cli.WritingCommand;
import io.github.ascjava.uploads.AppPackage;
import io.github.ascjava.uploads.BuildOptions;
import io.github.ascjava.uploads.InvalidPackageException;
import io.github.ascjava.uploads.UploadedBuild;
import io.github.ascjava.uploads.Uploads;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Uploads a build, from any system, and hands it to testers. */
@Command(
        name = "upload",
        description = {
            "Uploads an .ipa or .pkg file, and hands the build to testers if asked for. An upload that was stopped continues"
                    + " when the same command runs again.",
            "Exit code 0 when Apple has accepted the build, with --wait when it is processed; 1 if it is rejected."
        })
final class BuildsUploadCommand extends WritingCommand {

    private static final int MOST_MINUTES = 24 * 60;

    @Parameters(index = "0", paramLabel = "FILE", description = "An .ipa or .pkg file, as exported for the App Store.")
    @SuppressWarnings("NullAway.Init") // Set by picocli.
    private Path file;

    @Option(names = "--wait", description = "Wait until the build is processed.")
    private boolean wait;

    @Option(
            names = "--minutes",
            defaultValue = "60",
            description = "How long to wait for the processing at most; ${DEFAULT-VALUE} if not given.")
    private int minutes;

    @Option(
            names = "--uses-encryption",
            arity = "1",
            paramLabel = "true|false",
            description = "Whether the build uses encryption that is not exempt from export documentation. Waits.")
    private @Nullable Boolean usesEncryption;

    @Option(
            names = "--whats-new",
            paramLabel = "LOCALE=TEXT",
            description = "What to test, such as en-US=Search. Waits.")
    private Map<String, String> whatsNew = new LinkedHashMap<>();

    @Option(names = "--group", paramLabel = "NAME", description = "A group of testers that gets the build. Waits.")
    private List<String> groups = new ArrayList<>();

    @Mixin
    private final UploadOptions uploadOptions = new UploadOptions();

    BuildsUploadCommand(Connector connector) {
        super(connector);
    }

    @Override
    protected void checkArguments() {
        requireRange("--minutes", minutes, 0, MOST_MINUTES);
    }

    @Override
    protected int run(Session session) {
        UploadView view = new UploadView(session.terminal(), uploadOptions.isJson());
        Uploads uploads =
                uploadOptions.uploads(session, this::environment).listener(view).build();
        try {
            if (isDryRun()) {
                AppPackage checked = uploads.checkBuild(file, options());
                session.terminal()
                        .line(checked.fileName() + " can be uploaded: " + name(checked) + ". Nothing was sent.");
            } else {
                upload(session, uploads, view);
            }
            return 0;
        } catch (InvalidPackageException e) {
            throw new FailedException(String.valueOf(e.getMessage()), e);
        } finally {
            view.ended();
        }
    }

    private void upload(Session session, Uploads uploads, UploadView view) {
        ResumableJob job = ResumableJob.begin(session.terminal());
        try {
            UploadedBuild uploaded = uploads.build(file, options());
            AppPackage app = uploaded.appPackage();
            view.done(
                    app.fileName(),
                    "builds",
                    uploaded.build().id(),
                    app.fileName() + " is uploaded: " + name(app) + " is "
                            + uploaded.build().processingState() + ".");
        } finally {
            job.end();
        }
    }

    private BuildOptions options() {
        BuildOptions options = BuildOptions.uploadOnly();
        boolean isHandedOn = usesEncryption != null || !whatsNew.isEmpty() || !groups.isEmpty();
        if (wait || isHandedOn) {
            options = options.processedWithin(Duration.ofMinutes(minutes));
        }
        if (usesEncryption != null) {
            options = options.usesNonExemptEncryption(usesEncryption);
        }
        for (Map.Entry<String, String> text : whatsNew.entrySet()) {
            options = options.whatToTest(text.getKey(), text.getValue());
        }
        for (String group : groups) {
            options = options.betaGroup(group);
        }
        return options;
    }

    private static String name(AppPackage app) {
        return "build " + app.buildNumber() + " of " + app.bundleId() + " " + app.version() + " (" + app.platform()
                + ")";
    }
}
