package io.github.ascjava.benchmarks.release;

import io.github.ascjava.client.AppStoreConnect;
import io.github.ascjava.client.call.RateLimiter;
import io.github.ascjava.client.jsonapi.OpenEnum;
import io.github.ascjava.client.model.apps.AgeRatingDeclaration;
import io.github.ascjava.client.model.common.Platform;
import io.github.ascjava.release.MetadataConflicts;
import io.github.ascjava.release.MetadataFiles;
import io.github.ascjava.release.MetadataListener;
import io.github.ascjava.release.MetadataOptions;
import io.github.ascjava.release.MetadataTarget;
import io.github.ascjava.release.ReleaseListener;
import io.github.ascjava.release.Releases;
import io.github.ascjava.release.StoreMetadata;
import io.github.ascjava.release.SubmissionOptions;
import io.github.ascjava.release.VersionOptions;
import io.github.ascjava.testing.ResourceObject;
import io.github.ascjava.testing.Sandbox;
import io.github.ascjava.uploads.AssetSync;
import io.github.ascjava.uploads.SyncListener;
import io.github.ascjava.uploads.Uploads;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import okhttp3.OkHttpClient;

/**
 * Takes an app from its record to its first submission, with texts and screenshots in many languages, against a sandbox with
 * the limits and the latency of Apple's service, for {@code scripts/first-submission}.
 */
public final class FirstSubmission {

    private static final int AN_HOUR = 3600;
    private static final int A_MINUTE = 300;
    private static final int IN_FLIGHT = 8;
    private static final Duration LATENCY = Duration.ofMillis(50);
    private static final double AT_MOST = 1.15;
    /** The app of the sandbox's team that has builds and no version. */
    private static final String APP = "6470098121";

    private final Path folder;
    private final RequestMeter meter = new RequestMeter(LATENCY);

    private FirstSubmission(Path folder) {
        this.folder = folder;
    }

    /**
     * Submits, and ends with an error if a request was rejected for the rate limit, or if it took longer than it should.
     *
     * @param args an empty folder
     */
    public static void main(String[] args) throws IOException {
        System.exit(new FirstSubmission(Path.of(args[0])).run() ? 0 : 1);
    }

    private boolean run() throws IOException {
        ProductPages pages = ProductPages.write(folder);
        try (Sandbox sandbox = Sandbox.builder()
                        .requestsPerHour(AN_HOUR)
                        .requestsPerMinute(A_MINUTE)
                        .start();
                AppStoreConnect asc = client(sandbox)) {
            sell(sandbox);
            long start = System.nanoTime();
            String version = prepare(asc);
            step("version", start);
            push(asc, pages.texts());
            step("texts", start);
            AssetSync sync = Uploads.of(asc).sync();
            sync.apply(sync.plan(version, pages.screenshots()), SyncListener.NONE);
            step("screenshots", start);
            Releases releases = Releases.of(asc);
            boolean isSubmitted = releases.apply(
                            releases.plan(
                                    SubmissionOptions.builder(APP, Platform.IOS).build()),
                            ReleaseListener.NONE)
                    .isPresent();
            step("submission", start);
            return report((System.nanoTime() - start) / 1e9) && isSubmitted;
        }
    }

    private AppStoreConnect client(Sandbox sandbox) {
        return AppStoreConnect.builder(sandbox.key())
                .baseUrl(sandbox.baseUrl())
                .options(o -> o.rateLimiter(RateLimiter.inMemory()).timeout(Duration.ofMinutes(10)))
                .httpClient(
                        new OkHttpClient.Builder().addNetworkInterceptor(meter).build())
                .build();
    }

    private static String prepare(AppStoreConnect asc) {
        Releases releases = Releases.of(asc);
        VersionOptions options = VersionOptions.builder(APP, Platform.IOS, "1.0")
                .newestBuild()
                .usesNonExemptEncryption(false)
                .phasedRelease(true)
                .copyright("2026 Lumière")
                .primaryCategory("PHOTO_AND_VIDEO")
                .ageRating(harmless())
                .reviewDetails(b -> b.contactFirstName("Maya")
                        .contactLastName("Okafor")
                        .contactPhone("+1 555 0100")
                        .contactEmail("review@example.com"))
                .build();
        return releases.apply(releases.plan(options), ReleaseListener.NONE).id();
    }

    private static void push(AppStoreConnect asc, Path texts) {
        StoreMetadata metadata = StoreMetadata.of(asc);
        metadata.apply(
                metadata.plan(
                        MetadataTarget.ofApp(APP),
                        MetadataFiles.folder(texts),
                        MetadataOptions.SAFE.withConflicts(MetadataConflicts.FILES)),
                MetadataListener.NONE);
    }

    /** Answers of an app without sensitive content. */
    private static Map<String, String> harmless() {
        Map<String, String> answers = new LinkedHashMap<>();
        for (RecordComponent each : AgeRatingDeclaration.class.getRecordComponents()) {
            boolean isOverride =
                    each.getName().contains("verride") || each.getName().equals("kidsAgeBand");
            if (each.getType() == Boolean.class) {
                answers.put(each.getName(), "false");
            } else if (OpenEnum.class.isAssignableFrom(each.getType()) && !isOverride) {
                answers.put(each.getName(), "NONE");
            }
        }
        return answers;
    }

    /** Sets price and availability, which are no part of a submission. */
    private static void sell(Sandbox sandbox) {
        String point = sandbox.client()
                .apps()
                .listAppPricePoints(APP, q -> q.filterTerritory("USA"))
                .iterator()
                .next()
                .id();
        sandbox.add(ResourceObject.of("appPrices", "price")
                .attribute("manual", true)
                .toOne("appPricePoint", "appPricePoints", point)
                .toOne("territory", "territories", "USA"));
        sandbox.add(ResourceObject.of("appPriceSchedules", APP)
                .toOne("app", "apps", APP)
                .toOne("baseTerritory", "territories", "USA")
                .toMany("manualPrices", "appPrices", "price"));
        sandbox.add(ResourceObject.of("appAvailabilities", APP)
                .attribute("availableInNewTerritories", true)
                .toOne("app", "apps", APP));
    }

    private void step(String name, long start) {
        System.out.printf("%-12s %6.1f s %6d requests%n", name, (System.nanoTime() - start) / 1e9, meter.requests());
    }

    private boolean report(double seconds) {
        long requests = meter.requests();
        double byLatency = requests * LATENCY.toMillis() / 1e3 / IN_FLIGHT;
        long fullMinutes = (requests - 1) / A_MINUTE;
        double allowed = Math.max(byLatency, fullMinutes * 60.0);
        meter.byOperation().forEach((operation, count) -> System.out.printf("%8d  %s%n", count.sum(), operation));
        System.out.printf(
                "%,d requests, %d rejected with 429, in %.0f s. %d a minute and %d in flight allow %.0f s: %.2f (%.2f)%n",
                requests, meter.rejected(), seconds, A_MINUTE, IN_FLIGHT, allowed, seconds / allowed, AT_MOST);
        return meter.rejected() == 0 && seconds <= AT_MOST * allowed;
    }
}
