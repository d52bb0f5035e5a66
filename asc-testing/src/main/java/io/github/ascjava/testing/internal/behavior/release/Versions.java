package io.github.ascjava.testing.internal.behavior.release;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.ascjava.testing.internal.behavior.common.Bodies;
import io.github.ascjava.testing.internal.behavior.common.Dates;
import io.github.ascjava.testing.internal.behavior.common.Refusals;
import io.github.ascjava.testing.internal.catalog.OperationShape;
import io.github.ascjava.testing.internal.engine.Errors;
import io.github.ascjava.testing.internal.engine.ResourceHook;
import io.github.ascjava.testing.internal.engine.SandboxState;
import io.github.ascjava.testing.internal.engine.StoredResource;
import io.github.ascjava.testing.internal.http.ApiErrorException;
import io.github.ascjava.testing.internal.http.ErrorObject;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An app has one version on its way per platform, which begins with the texts of the one before, and cannot be changed in review. */
final class Versions implements ResourceHook {

    static final String TYPE = "appStoreVersions";

    private static final int CONFLICT = 409;
    private static final Pattern NUMBER = Pattern.compile("\\d+(\\.\\d+){0,2}");

    @Override
    public void check(OperationShape operation, JsonNode body, @Nullable StoredResource target, SandboxState world) {
        if (!operation.type().equals(TYPE)) {
            return;
        }
        switch (operation.action()) {
            case CREATE_INSTANCE -> checkNew(body, world);
            case UPDATE_INSTANCE -> checkUpdate(body, required(target), world);
            case UPDATE_TO_ONE_RELATIONSHIP -> {
                requireEditable(required(target));
                if ("build".equals(operation.relationship())
                        && body.path("data").has("id")) {
                    requireBuild(body.path("data").path("id").asText(), required(target), world);
                }
            }
            case DELETE_INSTANCE -> requireEditable(required(target));
            default -> {}
        }
    }

    @Override
    public void created(StoredResource created, SandboxState world) {
        if (!created.type().equals(TYPE)) {
            return;
        }
        ObjectNode attributes = created.attributes();
        VersionState.set(created, VersionState.PREPARE_FOR_SUBMISSION);
        attributes.put("createdDate", Dates.pacific(world.clock().instant()));
        if (!attributes.hasNonNull("releaseType")) {
            attributes.put("releaseType", "AFTER_APPROVAL");
        }
        if (!attributes.hasNonNull("reviewType")) {
            attributes.put("reviewType", "APP_STORE");
        }
        for (StoredResource app : world.store().related(created, "app")) {
            new Successor(app, world).fill(created);
        }
    }

    private static void checkNew(JsonNode body, SandboxState world) {
        String number = Bodies.text(body, "versionString");
        requireNumber(number);
        StoredResource app = world.store().get("apps", String.valueOf(Bodies.related(body, "app")));
        List<StoredResource> versions = ofPlatform(app, Bodies.text(body, "platform"), world);
        boolean taken = versions.stream().anyMatch(version -> isNumber(version, number));
        // The first error hides the telling one behind it, as the live service does (E28).
        List<ErrorObject> errors = new ArrayList<>();
        if (taken || !versions.stream().allMatch(VersionState::isOver)) {
            errors.add(Errors.invalidRelationship("You cannot create a new version of the App in the current state.")
                    .at("/data/relationships/app"));
        }
        if (taken) {
            errors.add(Refusals.duplicateAttribute("versionString", "The version number has been previously used."));
        }
        if (!errors.isEmpty()) {
            throw new ApiErrorException(CONFLICT, errors);
        }
    }

    private static void checkUpdate(JsonNode body, StoredResource version, SandboxState world) {
        JsonNode attributes = body.path("data").path("attributes");
        boolean onlyDownloadable = attributes.size() == 1
                && attributes.has("downloadable")
                && body.path("data").path("relationships").isEmpty();
        if (!onlyDownloadable) {
            requireEditable(version);
        }
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

    private static void requireEditable(StoredResource version) {
        if (!VersionState.isEditable(version)) {
            throw Refusals.state(
                    "STATE_ERROR.ENTITY_STATE_INVALID",
                    "The version can not be changed in the state '" + VersionState.of(version) + "'.");
        }
    }

    private static void requireBuild(String id, StoredResource version, SandboxState world) {
        StoredResource build = world.store().get("builds", id);
        boolean processed = build.attributes().path("processingState").asText().equals("VALID")
                && !build.attributes().path("expired").asBoolean();
        boolean sameApp =
                world.store().related(build, "app").equals(world.store().related(version, "app"));
        boolean sameVersion = world.store().related(build, "preReleaseVersion").stream()
                .anyMatch(pre ->
                        isNumber(version, pre.attributes().path("version").asText())
                                && pre.attributes()
                                        .path("platform")
                                        .equals(version.attributes().path("platform")));
        if (!processed || !sameApp || !sameVersion) {
            throw Refusals.relationship(
                    "build",
                    "The build '" + id + "' is not available for version '"
                            + version.attributes().path("versionString").asText() + "'.");
        }
    }

    static List<StoredResource> ofPlatform(StoredResource app, String platform, SandboxState world) {
        return world.store().related(app, TYPE).stream()
                .filter(version ->
                        version.attributes().path("platform").asText().equals(platform))
                .toList();
    }

    private static boolean isNumber(StoredResource version, String number) {
        return version.attributes().path("versionString").asText().equals(number);
    }

    private static StoredResource required(@Nullable StoredResource target) {
        if (target == null) {
            throw new IllegalArgumentException("The operation names no version.");
        }
        return target;
    }
}
