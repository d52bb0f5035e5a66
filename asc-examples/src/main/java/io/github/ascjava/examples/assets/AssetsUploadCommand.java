package io.github.ascjava.examples.assets;

import io.github.ascjava.client.jsonapi.Resource;
import io.github.ascjava.client.jsonapi.ResourceType;
import io.github.ascjava.examples.cli.AscCommand;
import io.github.ascjava.examples.cli.Connector;
import io.github.ascjava.examples.cli.ResumableJob;
import io.github.ascjava.examples.cli.Session;
import io.github.ascjava.examples.cli.UploadOptions;
import io.github.ascjava.examples.cli.UploadView;
import io.github.ascjava.uploads.Uploads;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Uploads one file and waits until Apple has checked it. */
@Command(
        name = "upload",
        description =
                "Uploads a file and waits until Apple has accepted it. An upload that was stopped continues when the"
                        + " same command runs again.")
final class AssetsUploadCommand extends AscCommand {

    @Parameters(
            index = "0",
            paramLabel = "KIND",
            completionCandidates = AssetKind.Names.class,
            description = "What it is: ${COMPLETION-CANDIDATES}.")
    private String kind = "";

    @Parameters(
            index = "1",
            paramLabel = "PARENT-ID",
            description = "Id of what the file belongs to, such as the set of a screenshot; - for app-clip-advanced.")
    private String parentId = "";

    @Parameters(index = "2", paramLabel = "FILE", description = "The file.")
    private Path file = Path.of("");

    @Mixin
    private final UploadOptions options = new UploadOptions();

    AssetsUploadCommand(Connector connector) {
        super(connector);
    }

    @Override
    protected void checkArguments() {
        kind();
    }

    @Override
    protected int run(Session session) {
        UploadView view = new UploadView(session.terminal(), options.isJson());
        Uploads uploads =
                options.uploads(session, this::environment).listener(view).build();
        ResumableJob job = ResumableJob.begin(session.terminal());
        try {
            Resource finished = kind().upload(uploads, parentId, file);
            String type = finished.getClass().getAnnotation(ResourceType.class).value();
            view.done(
                    String.valueOf(file.getFileName()),
                    type,
                    finished.id(),
                    file.getFileName() + " is uploaded as " + type + " " + finished.id() + ".");
            return 0;
        } finally {
            job.end();
            view.ended();
        }
    }

    private AssetKind kind() {
        return AssetKind.find(kind)
                .orElseThrow(() -> wrongUsage("KIND cannot be " + kind + ". Possible are: "
                        + String.join(", ", new AssetKind.Names()) + "."));
    }
}
