package io.github.ascjava.examples.release;

import io.github.ascjava.examples.cli.AscCommand;
import io.github.ascjava.examples.cli.Connector;
import io.github.ascjava.examples.cli.OutputOptions;
import io.github.ascjava.examples.cli.Rows;
import io.github.ascjava.examples.cli.Session;
import io.github.ascjava.examples.metadata.MetadataPaths;
import io.github.ascjava.release.Readiness;
import io.github.ascjava.release.ReadinessItem;
import io.github.ascjava.release.ReadinessState;
import io.github.ascjava.release.Releases;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows what a version has and lacks for a review. */
@Command(
        name = "status",
        description = "Shows what the version in preparation has and lacks for a review, and where to fix it. What the"
                + " API does not show is UNKNOWN.")
final class ReleaseStatusCommand extends AscCommand {

    @Mixin
    private final AppOptions app = new AppOptions();

    @Option(names = "--missing", description = "Show only what is missing or unknown.")
    private boolean onlyMissing;

    @Option(names = "--check", description = "Exit with code 1 if something is missing.")
    private boolean check;

    @Option(
            names = "--metadata",
            paramLabel = "PATH",
            description = "Check the texts of this folder, or .json or .yml file, too, and whether they are pushed.")
    private @Nullable Path metadata;

    @Mixin
    private final OutputOptions output = new OutputOptions();

    ReleaseStatusCommand(Connector connector) {
        super(connector);
    }

    @Override
    protected void checkArguments() {
        app.platform();
    }

    @Override
    protected int run(Session session) {
        Readiness readiness = readiness(Releases.of(session.asc()), app.appId(session.asc()));
        Rows rows = new Rows("REQUIREMENT", "LOCALE", "STATE", "WHERE", "DETAIL").freeText("DETAIL");
        for (ReadinessItem item : readiness.items()) {
            boolean isMet = item.state() == ReadinessState.MET;
            if (!isMet || !onlyMissing) {
                rows.add(item.requirement(), item.locale(), item.state(), isMet ? null : where(item), item.detail());
            }
        }
        output.print(rows, session.terminal());
        if (output.isForPeople()) {
            int missing = readiness.missing().size();
            session.terminal()
                    .note(missing == 0 ? "Nothing is known to be missing." : missing + " missing before a review.");
        }
        return check && !readiness.isReady() ? 1 : 0;
    }

    private Readiness readiness(Releases releases, String appId) {
        return metadata == null
                ? releases.readiness(appId, app.platform())
                : releases.readiness(appId, app.platform(), MetadataPaths.files(metadata, false));
    }

    /** Names the command that mends it, or else the page of App Store Connect. */
    private static String where(ReadinessItem item) {
        String prepare = "asc release prepare ";
        return switch (item.requirement()) {
            case VERSION -> prepare + "APP VERSION";
            case BUILD -> prepare + "--build";
            case ENCRYPTION -> prepare + "--uses-encryption";
            case CATEGORY -> prepare + "--category";
            case AGE_RATING -> prepare + "--age-rating";
            case CONTENT_RIGHTS -> prepare + "--content-rights";
            case REVIEW_DETAILS -> prepare + "--contact-...";
            case SCREENSHOTS -> "asc assets sync";
            case TEXT_FILES -> "asc metadata validate";
            case PUSHED_TEXTS -> item.state() == ReadinessState.MISSING ? "asc metadata push" : "asc metadata diff";
            default -> item.requirement().page();
        };
    }
}
