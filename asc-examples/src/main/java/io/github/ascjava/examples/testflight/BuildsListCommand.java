package io.github.ascjava.examples.testflight;

import io.github.ascjava.client.api.builds.ListBuilds;
import io.github.ascjava.client.model.apps.App;
import io.github.ascjava.client.model.builds.Build;
import io.github.ascjava.client.model.builds.BuildInclude;
import io.github.ascjava.client.model.testflight.PrereleaseVersion;
import io.github.ascjava.examples.cli.AppLookup;
import io.github.ascjava.examples.cli.AscCommand;
import io.github.ascjava.examples.cli.Connector;
import io.github.ascjava.examples.cli.OutputOptions;
import io.github.ascjava.examples.cli.Rows;
import io.github.ascjava.examples.cli.Session;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists the newest build of each version of an app, or all of them. */
@Command(name = "list", description = "Lists the newest build of each version of an app.")
final class BuildsListCommand extends AscCommand {

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Parameters(index = "0", paramLabel = "APP", description = AppLookup.DESCRIPTION)
    private String appName = "";

    @Option(names = "--all", description = "All builds, not only the newest of each version.")
    private boolean all;

    BuildsListCommand(Connector connector) {
        super(connector);
    }

    @Override
    protected int run(Session session) {
        App app = AppLookup.app(session.asc(), appName);
        Rows rows =
                new Rows("VERSION", "PLATFORM", "BUILD", "UPLOADED", "STATE", "EXPIRES").freeText("VERSION", "BUILD");
        Set<String> seen = new HashSet<>();
        // The app's own list cannot be sorted (docs/live-service.md#builds-of-an-app-are-unordered).
        for (Build build : session.asc()
                .builds()
                .list(q -> q.filterApp(app.id())
                        .include(BuildInclude.PRE_RELEASE_VERSION)
                        .sort(ListBuilds.Sort.UPLOADED_DATE_DESC)
                        .limit(200))) {
            PrereleaseVersion version = build.preReleaseVersion().included().orElse(null);
            String number = version == null ? null : version.version();
            Object platform = version == null ? null : version.platform();
            if (seen.add(number + " " + platform) || all) {
                rows.add(
                        number,
                        platform,
                        build.version(),
                        minute(build.uploadedDate()),
                        build.processingState(),
                        Boolean.TRUE.equals(build.expired()) ? "expired" : day(build.expirationDate()));
            }
        }
        output.print(rows, session.terminal());
        return 0;
    }

    private static @Nullable String minute(@Nullable OffsetDateTime date) {
        return date == null
                ? null
                : date.withOffsetSameInstant(ZoneOffset.UTC)
                        .toLocalDateTime()
                        .toString()
                        .substring(0, "2026-11-24T12:00".length())
                        .replace('T', ' ');
    }

    private static @Nullable String day(@Nullable OffsetDateTime date) {
        return date == null ? null : date.toLocalDate().toString();
    }
}
