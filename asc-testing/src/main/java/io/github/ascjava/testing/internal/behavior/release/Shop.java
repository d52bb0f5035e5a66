package io.github.ascjava.testing.internal.behavior.release;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.ascjava.testing.internal.behavior.common.Bodies;
import io.github.ascjava.testing.internal.behavior.common.Dates;
import io.github.ascjava.testing.internal.behavior.common.ResourceRules;
import io.github.ascjava.testing.internal.behavior.common.Scheduler;
import io.github.ascjava.testing.internal.engine.SandboxState;
import io.github.ascjava.testing.internal.engine.StoredResource;
import io.github.ascjava.testing.internal.http.Errors;
import java.time.Duration;
import java.time.Instant;

/**
 * What happens to a version after its review: it waits for its developer's request, or replaces the version that is on
 * sale.
 */
final class Shop extends ResourceRules {

    private static final Duration PROCESSING = Duration.ofMinutes(1);

    private final VersionState states;
    private final PhasedReleases phasedReleases;
    private final Scheduler agenda;

    Shop(VersionState states, PhasedReleases phasedReleases, Scheduler agenda) {
        super("appStoreVersionReleaseRequests");
        this.states = states;
        this.phasedReleases = phasedReleases;
        this.agenda = agenda;
    }

    @Override
    protected void checkNew(JsonNode body, SandboxState world) {
        StoredResource version = Bodies.required(body, "appStoreVersion", Versions.TYPE, world);
        if (!VersionState.of(version).equals(VersionState.PENDING_DEVELOPER_RELEASE)) {
            throw Errors.refusal("versions.release", VersionState.of(version));
        }
    }

    @Override
    protected void afterCreation(StoredResource created, SandboxState world) {
        Instant now = world.clock().instant();
        created.related("appStoreVersion").forEach(version -> release(version, now, world));
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

    private void release(StoredResource version, Instant time, SandboxState world) {
        states.change(version, VersionState.PROCESSING_FOR_DISTRIBUTION, world);
        agenda.at(time.plus(PROCESSING), due -> sell(version, due, world));
    }

    private void sell(StoredResource version, Instant time, SandboxState world) {
        for (StoredResource app : version.related("app")) {
            String platform = version.text("platform");
            for (StoredResource other : Versions.ofPlatform(app, platform)) {
                if (VersionState.of(other).equals(VersionState.READY_FOR_DISTRIBUTION)) {
                    states.change(other, VersionState.REPLACED_WITH_NEW_VERSION, world);
                }
            }
            AppInfos.release(app, world);
        }
        states.change(version, VersionState.READY_FOR_DISTRIBUTION, world);
        phasedReleases.begin(version, time);
    }
}
