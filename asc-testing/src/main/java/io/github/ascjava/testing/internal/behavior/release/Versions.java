package io.github.ascjava.testing.internal.behavior.release;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.ascjava.testing.internal.behavior.common.Bodies;
import io.github.ascjava.testing.internal.behavior.common.Dates;
import io.github.ascjava.testing.internal.behavior.common.ResourceRules;
import io.github.ascjava.testing.internal.engine.SandboxState;
import io.github.ascjava.testing.internal.engine.StoredResource;
import io.github.ascjava.testing.internal.http.ApiErrorException;
import io.github.ascjava.testing.internal.http.ErrorObject;
import io.github.ascjava.testing.internal.http.Errors;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An app has one version in preparation per platform. It begins with the metadata of the previous version.
 */
final class Versions extends ResourceRules {

    static final String TYPE = "appStoreVersions";

    private final ReviewItems items;

    Versions(ReviewItems items) {
        super(TYPE);
        this.items = items;
    }

    @Override
    protected void checkEdit(StoredResource target, @Nullable String relationship, JsonNode body, SandboxState world) {
        if ("build".equals(relationship) && body.path("data").has("id")) {
            requireBuild(body.path("data").path("id").asText(), target, world);
        }
        items.changed(target, world);
    }

    @Override
    protected void afterUpdate(StoredResource updated, SandboxState world) {
        items.changed(updated, world);
    }

    @Override
    protected void afterCreation(StoredResource created, SandboxState world) {
        VersionState.set(created, VersionState.PREPARE_FOR_SUBMISSION);
        created.with("createdDate", Dates.pacific(world.clock().instant()))
                .withDefault("releaseType", "AFTER_APPROVAL")
                .withDefault("reviewType", "APP_STORE");
        for (StoredResource app : created.related("app")) {
            Successor.fill(created, app, world);
            AppInfos.draft(app, world);
        }
    }

    @Override
    protected void checkNew(JsonNode body, SandboxState world) {
        String number = Bodies.text(body, "versionString");
        StoredResource app = Bodies.required(body, "app", "apps", world);
        List<StoredResource> versions = ofPlatform(app, Bodies.text(body, "platform"));
        boolean taken = versions.stream().anyMatch(version -> isNumber(version, number));
        // The specific error comes second (docs/live-service.md#telling-error-may-come-second).
        List<ErrorObject> errors = new ArrayList<>();
        if (taken || !versions.stream().allMatch(VersionState::isOver)) {
            errors.add(Errors.error("versions.state"));
        }
        if (taken) {
            errors.add(Errors.error("versions.duplicate"));
        }
        ApiErrorException.throwIfAny(409, errors);
    }

    @Override
    protected void checkUpdate(StoredResource version, JsonNode body, SandboxState world) {
        String build = Bodies.related(body, "build");
        if (build != null) {
            requireBuild(build, version, world);
        }
    }

    private static void requireBuild(String id, StoredResource version, SandboxState world) {
        StoredResource build = world.store().get("builds", id);
        boolean processed = build.text("processingState").equals("VALID") && !build.flag("expired");
        boolean sameApp = build.related("app").equals(version.related("app"));
        boolean sameVersion = build.related("preReleaseVersion").stream()
                .anyMatch(pre -> isNumber(version, pre.text("version"))
                        && pre.attributes()
                                .path("platform")
                                .equals(version.attributes().path("platform")));
        if (!processed || !sameApp || !sameVersion) {
            throw Errors.refusal("versions.build", id, version.text("versionString"));
        }
    }

    static List<StoredResource> ofPlatform(StoredResource app, String platform) {
        return app.related(TYPE).stream()
                .filter(version -> version.text("platform").equals(platform))
                .toList();
    }

    private static boolean isNumber(StoredResource version, String number) {
        return version.text("versionString").equals(number);
    }
}
