package io.github.ascjava.testing.internal.behavior.testflight;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.ascjava.testing.internal.behavior.common.Bodies;
import io.github.ascjava.testing.internal.behavior.common.Dates;
import io.github.ascjava.testing.internal.behavior.common.ResourceRules;
import io.github.ascjava.testing.internal.engine.SandboxState;
import io.github.ascjava.testing.internal.engine.StoredResource;
import io.github.ascjava.testing.internal.http.Errors;
import java.time.Duration;
import java.time.Instant;

/** Builds are processed after their upload, ask about encryption, and expire after ninety days. */
public final class Builds extends ResourceRules {

    /** The JSON:API type. */
    public static final String TYPE = "builds";

    private static final Duration LIFE = Duration.ofDays(90);
    private static final Duration PROCESSING = Duration.ofMinutes(10);
    private static final Duration BETWEEN_LOOKS = Duration.ofHours(1);
    private static final String ENCRYPTION = "usesNonExemptEncryption";

    private final BetaStates states;
    private Instant nextLook = Instant.MIN;

    Builds(BetaStates states) {
        super(TYPE);
        this.states = states;
    }

    /**
     * Adds a build of an app, in the processing state.
     *
     * @param id its id
     * @param version the prerelease version that it belongs to
     * @param number its build number, unique within the version
     */
    public static StoredResource add(
            StoredResource app,
            String id,
            String version,
            String number,
            String platform,
            Instant uploaded,
            SandboxState world) {
        ObjectNode attributes = JsonNodeFactory.instance.objectNode();
        attributes
                .put("version", number)
                .put("uploadedDate", Dates.pacific(uploaded))
                .put("expirationDate", Dates.pacific(uploaded.plus(LIFE)))
                .put("expired", false)
                .put("minOsVersion", "17.0")
                .putNull("lsMinimumSystemVersion")
                .put("computedMinMacOsVersion", "14.0")
                .put("computedMinVisionOsVersion", "1.0")
                .put("processingState", "PROCESSING")
                .put("buildAudienceType", "APP_STORE_ELIGIBLE")
                .putNull(ENCRYPTION);
        attributes
                .putObject("iconAssetToken")
                .put("templateUrl", "https://is1-ssl.mzstatic.com/image/thumb/" + id + "/AppIcon.png/{w}x{h}bb.{f}")
                .put("width", 1024)
                .put("height", 1024);
        StoredResource build = world.store().add(TYPE, id, attributes);
        build.link("app", app);
        build.link("preReleaseVersion", version(app, version, platform, world));
        StoredResource detail = world.store().add("buildBetaDetails", id).with("autoNotifyEnabled", true);
        build.link("buildBetaDetail", detail);
        BetaStates.set(build);
        return build;
    }

    /** Completes the processing of a build. */
    public void processed(StoredResource build, SandboxState world) {
        makeValid(build);
        states.refresh(build, world);
    }

    /** Marks a build as processed in the past, without notifying webhooks. */
    public static void settle(StoredResource build, SandboxState world) {
        makeValid(build);
        BetaStates.set(build);
    }

    @Override
    protected void checkUpdate(StoredResource target, JsonNode body, SandboxState world) {
        JsonNode expired = Bodies.attribute(body, "expired");
        if (expired.isBoolean() && !expired.asBoolean() && target.flag("expired")) {
            throw Errors.refusal("builds.expired");
        }
        JsonNode encryption = Bodies.attribute(body, ENCRYPTION);
        JsonNode known = target.attributes().path(ENCRYPTION);
        if (encryption.isBoolean() && known.isBoolean() && !encryption.equals(known)) {
            throw Errors.refusal("builds.encryption");
        }
    }

    @Override
    protected void afterUpdate(StoredResource updated, SandboxState world) {
        states.refresh(updated, world);
    }

    @Override
    public void timePassed(SandboxState world) {
        Instant now = world.clock().instant();
        if (now.isBefore(nextLook)) {
            return;
        }
        nextLook = now.plus(BETWEEN_LOOKS);
        for (StoredResource build : world.store().all(TYPE)) {
            if (build.text("processingState").equals("PROCESSING")) {
                process(build, now, world);
            } else if (!build.flag("expired") && date("expirationDate", build).isBefore(now)) {
                build.attributes().put("expired", true);
                states.refresh(build, world);
            }
        }
    }

    /** Builds uploaded before the sandbox began are processed on time, too. */
    private void process(StoredResource build, Instant now, SandboxState world) {
        Instant due = date("uploadedDate", build);
        if (due.isBefore(now.minus(PROCESSING))) {
            processed(build, world);
        } else if (!due.isAfter(now)) {
            nextLook = now.plus(PROCESSING.dividedBy(10));
        }
    }

    /**
     * Returns a date of a build, or the end of time if it has none, as may be the case for a build that a test added.
     */
    private static Instant date(String attribute, StoredResource build) {
        return build.attributes().hasNonNull(attribute) ? Dates.read(build.text(attribute)) : Instant.MAX;
    }

    private static void makeValid(StoredResource build) {
        build.attributes().put("processingState", "VALID");
        for (StoredResource app : build.related("app")) {
            app.related("betaGroups").stream()
                    .filter(group -> group.flag("hasAccessToAllBuilds"))
                    .forEach(group -> group.link("builds", build));
        }
    }

    private static StoredResource version(StoredResource app, String number, String platform, SandboxState world) {
        return app.related("preReleaseVersions").stream()
                .filter(version -> version.text("version").equals(number)
                        && version.text("platform").equals(platform))
                .findFirst()
                .orElseGet(() -> world.addTo(app, "preReleaseVersions")
                        .with("version", number)
                        .with("platform", platform));
    }
}
