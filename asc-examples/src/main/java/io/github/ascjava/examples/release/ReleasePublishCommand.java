package io.github.ascjava.examples.release;

import io.github.ascjava.examples.cli.Connector;
import io.github.ascjava.release.ReleasePlan;
import io.github.ascjava.release.Releases;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Releases an approved version. */
@Command(
        name = "publish",
        description = "Releases a version that is approved and waits for its developer (PENDING_DEVELOPER_RELEASE).")
final class ReleasePublishCommand extends ReleaseStepsCommand {

    @Option(names = "--version-number", paramLabel = "VERSION", description = "The version, if not the newest.")
    private @Nullable String version;

    ReleasePublishCommand(Connector connector) {
        super(connector);
    }

    @Override
    ReleasePlan plan(Releases releases, String appId, AppOptions options) {
        return releases.planRelease(appId, options.platform(), version);
    }

    @Override
    String question(ReleasePlan plan) {
        return "";
    }
}
