package io.github.ascjava.testing.seed;

import io.github.ascjava.testing.behaviour.testflight.Builds;
import io.github.ascjava.testing.engine.StoredResource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The builds of an app, a few for each version; the older ones have run out. */
final class BuildsOfApps {

    private static final Duration MOMENT = Duration.ofMinutes(6);

    private static final int PER_VERSION = 7;
    private static final int DAYS_BETWEEN = 5;
    private static final int DAYS_OF_LIFE = 90;

    private final Planter planter;

    BuildsOfApps(Planter planter) {
        this.planter = planter;
    }

    /** Adds them, and returns them, oldest first. */
    List<StoredResource> plant(AppSeed seed, StoredResource app) {
        List<StoredResource> builds = new ArrayList<>();
        int total = seed.versions().size() * PER_VERSION;
        for (int i = 0; i < total; i++) {
            String version = seed.versions().get(i / PER_VERSION);
            Instant uploaded = planter.daysAgo((total - i - 1) * DAYS_BETWEEN + 2);
            StoredResource build = Builds.add(
                    app, planter.uuid(), version, Integer.toString(100 + i), "IOS", uploaded, planter.world());
            build.attributes().put("usesNonExemptEncryption", false);
            boolean expired = uploaded.plus(Duration.ofDays(DAYS_OF_LIFE)).isBefore(planter.start());
            build.attributes().put("expired", expired);
            Builds.settle(build, planter.world());
            builds.add(build);
        }
        attach(app, builds);
        StoredResource newest = builds.get(builds.size() - 1);
        for (AppSeed.Text text : seed.texts()) {
            planter.addTo(
                    newest,
                    "betaBuildLocalizations",
                    "betaBuildLocalizations",
                    "locale",
                    text.locale(),
                    "whatsNew",
                    text.news().isEmpty() ? null : text.news());
        }
        diagnostics(newest);
        fresh(app, newest, 100 + total);
        return builds;
    }

    /** One that came a moment ago and is still being processed. */
    private void fresh(StoredResource app, StoredResource newest, int number) {
        String version = planter.store()
                .related(newest, "preReleaseVersion")
                .get(0)
                .attributes()
                .path("version")
                .asText();
        Builds.add(
                        app,
                        planter.uuid(),
                        version,
                        Integer.toString(number),
                        "IOS",
                        planter.start().minus(MOMENT),
                        planter.world())
                .attributes()
                .put("usesNonExemptEncryption", false);
    }

    /** Each version of the App Store has the newest of its builds. */
    private void attach(StoredResource app, List<StoredResource> builds) {
        for (StoredResource version : planter.store().related(app, "appStoreVersions")) {
            String number = version.attributes().path("versionString").asText();
            builds.stream()
                    .filter(build -> planter.store().related(build, "preReleaseVersion").stream()
                            .anyMatch(each ->
                                    each.attributes().path("version").asText().equals(number)))
                    .reduce((first, second) -> second)
                    .ifPresent(build -> planter.store().link(version, "build", build));
        }
    }

    private void diagnostics(StoredResource build) {
        signature(build, "HANGS", "-[MapView drawTiles:]", 41.5);
        signature(build, "DISK_WRITES", "ImageCache.store(_:for:)", 30.25);
        signature(build, "LAUNCHES", "AppDelegate.migrateDatabase()", 12);
    }

    private void signature(StoredResource build, String type, String signature, double weight) {
        StoredResource added = planter.add(
                "diagnosticSignatures",
                (planter.uuid() + planter.uuid()).replace("-", "") + "a0",
                "diagnosticType",
                type,
                "signature",
                signature,
                "weight",
                weight,
                "insight",
                Map.of(
                        "insightType", "TREND",
                        "direction", "UP",
                        "referenceVersions", List.of(Map.of("version", "1.0", "value", weight / 2))));
        planter.store().link(build, "diagnosticSignatures", added);
    }
}
