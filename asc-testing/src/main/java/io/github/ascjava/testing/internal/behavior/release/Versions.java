package io.github.ascjava.testing.internal.behavior.release;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.ascjava.testing.internal.behavior.common.Bodies;
import io.github.ascjava.testing.internal.behavior.common.Dates;
import io.github.ascjava.testing.internal.behavior.common.Refusals;
import io.github.ascjava.testing.internal.behavior.common.ResourceRules;
import io.github.ascjava.testing.internal.engine.SandboxState;
import io.github.ascjava.testing.internal.engine.StoredResource;
import io.github.ascjava.testing.internal.http.ApiErrorException;
import io.github.ascjava.testing.internal.http.ErrorKind;
import io.github.ascjava.testing.internal.http.ErrorObject;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An app has one version in preparation per platform. It begins with the metadata of the previous version.
 */
final class Versions extends ResourceRules {

    static final String TYPE = "appStoreVersions";

    private static final int CONFLICT = 409;
    private static final Pattern NUMBER = Pattern.compile("\\d+(\\.\\d+){0,2}");

    Versions() {
        super(TYPE);
    }

    @Override
    protected void checkEdit(StoredResource target, @Nullable String relationship, JsonNode body, SandboxState world) {
        if ("build".equals(relationship) && body.path("data").has("id")) {
            requireBuild(body.path("data").path("id").asText(), target, world);
        }
    }

    @Override
    protected void afterCreation(StoredResource created, SandboxState world) {
        VersionState.set(created, VersionState.PREPARE_FOR_SUBMISSION);
        created.with("createdDate", Dates.pacific(world.clock().instant()))
                .withDefault("releaseType", "AFTER_APPROVAL")
                .withDefault("reviewType", "APP_STORE");
        for (StoredResource app : world.store().related(created, "app")) {
            new Successor(app, world).fill(created);
        }
    }

    @Override
    protected void checkNew(JsonNode body, SandboxState world) {
        String number = Bodies.text(body, "versionString");
        requireNumber(number);
        StoredResource app = Bodies.required(body, "app", "apps", world);
        List<StoredResource> versions = ofPlatform(app, Bodies.text(body, "platform"), world);
        boolean taken = versions.stream().anyMatch(version -> isNumber(version, number));
        // The specific error comes second (docs/live-service.md#telling-error-may-come-second).
        List<ErrorObject> errors = new ArrayList<>();
        if (taken || !versions.stream().allMatch(VersionState::isOver)) {
            errors.add(ErrorKind.RELATIONSHIP_INVALID
                    .error("You cannot create a new version of the App in the current state.")
                    .at("/data/relationships/app"));
        }
        if (taken) {
            errors.add(Refusals.duplicateAttribute("versionString", "The version number has been previously used."));
        }
        if (!errors.isEmpty()) {
            throw new ApiErrorException(CONFLICT, errors);
        }
    }

    @Override
    protected void checkUpdate(StoredResource version, JsonNode body, SandboxState world) {
        JsonNode attributes = body.path("data").path("attributes");
        if (attributes.path("versionString").isTextual()) {
            requireNumber(attributes.path("versionString").asText());
        }
        String build = Bodies.related(body, "build");
        if (build != null) {
            requireBuild(build, version, world);
        }
    }

    private static void requireNumber(String number) {
        if (!NUMBER.matcher(number).matches()) {
            throw Refusals.attribute(
                    "versionString",
                    "The version number '" + number + "' must be one to three integers with periods in between.");
        }
    }

    private static void requireBuild(String id, StoredResource version, SandboxState world) {
        StoredResource build = world.store().get("builds", id);
        boolean processed = build.text("processingState").equals("VALID") && !build.flag("expired");
        boolean sameApp =
                world.store().related(build, "app").equals(world.store().related(version, "app"));
        boolean sameVersion = world.store().related(build, "preReleaseVersion").stream()
                .anyMatch(pre -> isNumber(version, pre.text("version"))
                        && pre.attributes()
                                .path("platform")
                                .equals(version.attributes().path("platform")));
        if (!processed || !sameApp || !sameVersion) {
            throw Refusals.relationship(
                    "build",
                    "The build '" + id + "' is not available for version '" + version.text("versionString") + "'.");
        }
    }

    static List<StoredResource> ofPlatform(StoredResource app, String platform, SandboxState world) {
        return world.store().related(app, TYPE).stream()
                .filter(version -> version.text("platform").equals(platform))
                .toList();
    }

    private static boolean isNumber(StoredResource version, String number) {
        return version.text("versionString").equals(number);
    }
}
