package io.github.ascjava.testing.internal.behavior.release;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.ascjava.testing.internal.behavior.common.Bodies;
import io.github.ascjava.testing.internal.behavior.common.Dates;
import io.github.ascjava.testing.internal.behavior.common.ResourceRules;
import io.github.ascjava.testing.internal.engine.SandboxState;
import io.github.ascjava.testing.internal.engine.StoredResource;
import io.github.ascjava.testing.internal.http.Errors;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** A version reaches more customers each day for seven days, unless its developer pauses or completes the release. */
final class PhasedReleases extends ResourceRules {

    private static final String TYPE = "appStoreVersionPhasedReleases";
    private static final String STATE = "phasedReleaseState";
    private static final String DAY = "currentDayNumber";
    private static final String INACTIVE = "INACTIVE";
    private static final String ACTIVE = "ACTIVE";
    private static final String COMPLETE = "COMPLETE";
    private static final Duration ONE_DAY = Duration.ofDays(1);
    private static final int LAST_DAY = 7;

    private final Map<StoredResource, Instant> nextDays = new HashMap<>();

    PhasedReleases() {
        super(TYPE);
    }

    @Override
    protected void checkUpdate(StoredResource target, JsonNode body, SandboxState world) {
        String state = target.text(STATE);
        String wanted = Bodies.text(body, STATE);
        refuseIf(state.equals(COMPLETE) || (!state.equals(INACTIVE) && wanted.equals(INACTIVE)), state);
    }

    @Override
    protected void checkDeletion(StoredResource target, SandboxState world) {
        String state = target.text(STATE);
        refuseIf(!state.equals(INACTIVE), state);
    }

    private static void refuseIf(boolean refused, String state) {
        if (refused) {
            throw Errors.refusal("phasedReleases.state", state);
        }
    }

    @Override
    protected void afterCreation(StoredResource created, SandboxState world) {
        created.withDefault(STATE, INACTIVE);
        created.attributes().putNull("startDate").put("totalPauseDuration", 0).put(DAY, 0);
    }

    /** Starts the first day when a version is released. */
    void begin(StoredResource version, Instant time) {
        for (StoredResource release : version.related("appStoreVersionPhasedRelease")) {
            release.attributes()
                    .put(STATE, ACTIVE)
                    .put("startDate", Dates.pacific(time))
                    .put(DAY, 1);
            nextDays.put(release, time.plus(ONE_DAY));
        }
    }

    @Override
    public void timePassed(SandboxState world) {
        if (!nextDays.isEmpty()) {
            Instant now = world.clock().instant();
            nextDays.replaceAll((release, next) -> advance(release.attributes(), next, now));
            nextDays.keySet().removeIf(release -> release.text(STATE).equals(COMPLETE));
        }
    }

    @Override
    protected void onDeletion(StoredResource resource, SandboxState world) {
        nextDays.remove(resource);
    }

    private static Instant advance(ObjectNode attributes, Instant next, Instant now) {
        Instant day = next;
        while (!day.isAfter(now)) {
            day = day.plus(ONE_DAY);
            if (attributes.path(STATE).asText().equals(ACTIVE)) {
                int number = attributes.path(DAY).asInt() + 1;
                attributes.put(DAY, Math.min(number, LAST_DAY)).put(STATE, number > LAST_DAY ? COMPLETE : ACTIVE);
            } else {
                attributes.put(
                        "totalPauseDuration",
                        attributes.path("totalPauseDuration").asInt() + 1);
            }
        }
        return day;
    }
}
