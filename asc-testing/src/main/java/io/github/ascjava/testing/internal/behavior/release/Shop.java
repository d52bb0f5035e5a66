package io.github.ascjava.testing.internal.behavior.release;

import io.github.ascjava.testing.internal.behavior.common.Dates;
import io.github.ascjava.testing.internal.behavior.common.Scheduler;
import io.github.ascjava.testing.internal.engine.SandboxState;
import io.github.ascjava.testing.internal.engine.StoredResource;
import java.time.Duration;
import java.time.Instant;

/** What happens to a version after its review: it waits for its developer, or replaces the version that is on sale. */
final class Shop {

    private static final Duration PROCESSING = Duration.ofMinutes(1);

    private final VersionState states;
    private final PhasedReleases phasedReleases;
    private final Scheduler agenda;

    Shop(VersionState states, PhasedReleases phasedReleases, Scheduler agenda) {
        this.states = states;
        this.phasedReleases = phasedReleases;
        this.agenda = agenda;
    }

    /** Called when a version is approved; its release type decides what follows. */
    void approved(StoredResource version, Instant time, SandboxState world) {
        String releaseType = version.text("releaseType");
        String date = version.text("earliestReleaseDate");
        if (releaseType.equals("AFTER_APPROVAL")) {
            release(version, time, world);
            return;
        }
        states.change(version, VersionState.PENDING_DEVELOPER_RELEASE, world);
        if (releaseType.equals("SCHEDULED") && !date.isEmpty()) {
            agenda.at(Dates.read(date), due -> {
                if (VersionState.of(version).equals(VersionState.PENDING_DEVELOPER_RELEASE)) {
                    release(version, due, world);
                }
            });
        }
    }

    /** Releases a version. */
    void release(StoredResource version, Instant time, SandboxState world) {
        states.change(version, VersionState.PROCESSING_FOR_DISTRIBUTION, world);
        agenda.at(time.plus(PROCESSING), due -> sell(version, due, world));
    }

    private void sell(StoredResource version, Instant time, SandboxState world) {
        for (StoredResource app : world.store().related(version, "app")) {
            String platform = version.text("platform");
            for (StoredResource other : Versions.ofPlatform(app, platform, world)) {
                if (VersionState.of(other).equals(VersionState.READY_FOR_DISTRIBUTION)) {
                    states.change(other, VersionState.REPLACED_WITH_NEW_VERSION, world);
                }
            }
            AppInfos.release(app, world);
        }
        states.change(version, VersionState.READY_FOR_DISTRIBUTION, world);
        phasedReleases.begin(version, time, world);
    }
}
