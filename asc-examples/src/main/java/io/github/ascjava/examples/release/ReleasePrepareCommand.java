package io.github.ascjava.examples.release;

import io.github.ascjava.client.model.apps.AppContentRightsDeclaration;
import io.github.ascjava.client.model.appstore.AppStoreVersion;
import io.github.ascjava.client.model.appstore.AppStoreVersionReleaseType;
import io.github.ascjava.examples.cli.Connector;
import io.github.ascjava.examples.cli.KnownValues;
import io.github.ascjava.examples.cli.OutputOptions;
import io.github.ascjava.examples.cli.Session;
import io.github.ascjava.examples.cli.WritingCommand;
import io.github.ascjava.release.Releases;
import io.github.ascjava.release.VersionOptions;
import io.github.ascjava.release.VersionPlan;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Makes a version what it has to be before it is submitted. */
@Command(
        name = "prepare",
        description = {
            "Creates a version if the app has none in preparation, and sets what the options say. What no option names stays"
                    + " as it is, and what is as wanted already is not sent. A run that was stopped continues when the same"
                    + " command runs again.",
            "Descriptions, keywords, release notes, screenshots, price and availability are not among them."
        })
final class ReleasePrepareCommand extends WritingCommand {

    @Mixin
    private final AppOptions app = new AppOptions();

    @Parameters(index = "1", paramLabel = "VERSION", description = "The number of the version, such as 1.1.")
    private String version = "";

    @ArgGroup(validate = false, heading = "%nThe version:%n")
    private final VersionSettings settings = new VersionSettings();

    @ArgGroup(validate = false, heading = "%nThe app:%n")
    private final AppSettings appSettings = new AppSettings();

    @ArgGroup(validate = false, heading = "%nFor the reviewers:%n")
    private final ReviewSettings review = new ReviewSettings();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    ReleasePrepareCommand(Connector connector) {
        super(connector);
    }

    @Override
    protected void checkArguments() {
        values(VersionOptions.builder("", app.platform(), version));
    }

    /** Sets the values that are wrong without a look at the app. */
    private void values(VersionOptions.Builder options) {
        try {
            appSettings.categories(options);
        } catch (IllegalArgumentException e) {
            throw wrongUsage(String.valueOf(e.getMessage()));
        }
        if (settings.releaseType != null) {
            options.releaseType(
                    oneOf(KnownValues.of(AppStoreVersionReleaseType.class), "--release-type", settings.releaseType));
        }
        if (appSettings.contentRights != null) {
            options.contentRights(oneOf(
                    KnownValues.of(AppContentRightsDeclaration.class), "--content-rights", appSettings.contentRights));
        }
    }

    @Override
    protected int run(Session session) {
        Releases releases = Releases.of(session.asc());
        VersionOptions.Builder options = VersionOptions.builder(app.appId(session.asc()), app.platform(), version);
        values(options);
        settings.apply(options);
        appSettings.apply(options);
        review.apply(options);
        VersionPlan plan = releases.plan(options.build());
        PlanView view = new PlanView(output, session.terminal());
        view.changes(plan.changes(), "Nothing to do: version " + version + " is as wanted.");
        if (!isDryRun() && plan.isChanged()) {
            AppStoreVersion prepared = releases.apply(plan, new Progress(session.terminal()));
            view.done("Done: version " + prepared.versionString() + " has the id " + prepared.id() + ".");
        }
        return 0;
    }
}
