package io.github.ascjava.release;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ascjava.client.AppStoreConnect;
import io.github.ascjava.client.error.AscException;
import io.github.ascjava.client.model.appstore.AppStoreVersion;
import io.github.ascjava.client.model.appstore.AppVersionState;
import io.github.ascjava.client.model.appstore.PhasedReleaseState;
import io.github.ascjava.client.model.common.Platform;
import io.github.ascjava.testing.Sandbox;
import io.github.ascjava.uploads.UploadException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Jobs that end at any request, and are run again. */
class KilledReleaseTest {

    private static final int SEEDS = 100;

    @TempDir
    private Path folder;

    @BeforeEach
    void writeFiles() throws IOException {
        Files.writeString(folder.resolve("notes.txt"), "How to sign in");
        Files.writeString(folder.resolve("area.geojson"), "{\"type\":\"MultiPolygon\",\"coordinates\":[]}");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theNextRunEndsLikeOneThatWasNotKilled(boolean isCarriedOut) {
        Killer counter = Killer.never();
        List<String> expected;
        try (Sandbox sandbox = start()) {
            run(sandbox, counter);
            expected = StoreState.of(sandbox);
        }
        assertThat(expected).anyMatch(line -> line.startsWith("version 1.0 READY_FOR_DISTRIBUTION"));
        for (int seed = 0; seed < SEEDS; seed++) {
            int number = 1 + new Random(seed).nextInt(counter.requests());
            try (Sandbox sandbox = start()) {
                try {
                    run(sandbox, new Killer(number, isCarriedOut));
                } catch (AscException | UploadException e) {
                    // Killed.
                }
                run(sandbox, Killer.never());
                assertThat(StoreState.of(sandbox))
                        .as("seed %s, killed at request %s", seed, number)
                        .isEqualTo(expected);
            }
        }
    }

    private static Sandbox start() {
        Sandbox sandbox = StoreApp.start();
        StoreApp.addBuild(sandbox, "1.0", "7");
        StoreApp.sell(sandbox);
        return sandbox;
    }

    private void run(Sandbox sandbox, Killer killer) {
        OkHttpClient http = new OkHttpClient.Builder().addInterceptor(killer).build();
        try (AppStoreConnect asc = sandbox.clientBuilder().httpClient(http).build()) {
            Releases releases = Releases.of(asc);
            VersionOptions options = StoreApp.options("1.0")
                    .reviewAttachment(folder.resolve("notes.txt"))
                    .routingAppCoverage(folder.resolve("area.geojson"))
                    .build();
            AppStoreVersion version = releases.apply(releases.plan(options), ReleaseListener.NONE);
            if (VersionStates.of(version).equals(AppVersionState.PREPARE_FOR_SUBMISSION)) {
                StoreApp.describe(sandbox, true);
            }
            releases.apply(releases.plan(StoreApp.submission()), ReleaseListener.NONE);
            sandbox.advanceTime(Duration.ofHours(3));
            releases.apply(releases.planRelease(StoreApp.ID, Platform.IOS, null), ReleaseListener.NONE);
            sandbox.advanceTime(Duration.ofMinutes(3));
            releases.apply(
                    releases.planPhase(StoreApp.ID, Platform.IOS, PhasedReleaseState.PAUSED, null),
                    ReleaseListener.NONE);
        } finally {
            http.dispatcher().executorService().shutdown();
            http.connectionPool().evictAll();
        }
    }
}
