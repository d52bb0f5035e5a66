package io.github.ascjava.testing.internal.behavior.uploads;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.ascjava.testing.internal.behavior.common.Bodies;
import io.github.ascjava.testing.internal.behavior.common.Dates;
import io.github.ascjava.testing.internal.behavior.common.Scheduler;
import io.github.ascjava.testing.internal.behavior.testflight.Builds;
import io.github.ascjava.testing.internal.behavior.webhooks.Events;
import io.github.ascjava.testing.internal.catalog.Action;
import io.github.ascjava.testing.internal.catalog.OperationShape;
import io.github.ascjava.testing.internal.engine.ResourceHook;
import io.github.ascjava.testing.internal.engine.SandboxState;
import io.github.ascjava.testing.internal.engine.StoredResource;
import io.github.ascjava.testing.internal.http.Errors;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The upload of a build: when its main file is complete, it is inspected, and a build is created and processed. */
final class BuildUploads implements ResourceHook {

    private static final String TYPE = "buildUploads";
    private static final String FILES = "buildUploadFiles";
    private static final Duration LOOKED_THROUGH = Duration.ofSeconds(10);
    private static final Duration PROCESSED = Duration.ofSeconds(30);
    private static final Map<String, String> RELATIONSHIPS = Map.of(
            "ASSET", "assetFile",
            "ASSET_DESCRIPTION", "assetDescriptionFile",
            "ASSET_SPI", "assetSpiFile");

    private final Events events;
    private final Builds builds;
    private final Scheduler agenda;

    BuildUploads(Events events, Builds builds, Scheduler agenda) {
        this.events = events;
        this.builds = builds;
        this.agenda = agenda;
    }

    @Override
    public void check(OperationShape operation, JsonNode body, @Nullable StoredResource target, SandboxState world) {
        if (operation.type().equals(TYPE) && operation.action() == Action.CREATE_INSTANCE) {
            requireHigher(body, world);
        }
        if (operation.type().equals(TYPE)
                && operation.action() == Action.DELETE_INSTANCE
                && target != null
                && state(target).equals("COMPLETE")) {
            throw Errors.refusal("buildUploads.complete", target.id());
        }
    }

    @Override
    public void created(StoredResource created, SandboxState world) {
        if (created.type().equals(TYPE)) {
            created.attributes()
                    .put("createdDate", Dates.zulu(world.clock().instant()))
                    .putNull("uploadedDate");
            ObjectNode state = created.attributes().putObject("state");
            state.putArray("errors");
            state.putArray("warnings");
            state.putArray("infos");
            state.put("state", "AWAITING_UPLOAD");
        } else if (created.type().equals(FILES)) {
            String relationship = RELATIONSHIPS.getOrDefault(created.text("assetType"), "assetFile");
            created.related("buildUpload").forEach(upload -> upload.link(relationship, created));
        }
    }

    /** Called when a file is complete. */
    void fileComplete(StoredResource file, Instant time, SandboxState world) {
        if (!file.type().equals(FILES) || !file.text("assetType").equals("ASSET")) {
            return;
        }
        for (StoredResource upload : file.related("buildUpload")) {
            upload.attributes().put("uploadedDate", Dates.zulu(time));
            change(upload, "PROCESSING", world);
            agenda.at(time.plus(LOOKED_THROUGH), due -> lookedThrough(upload, due, world));
        }
    }

    private void lookedThrough(StoredResource upload, Instant time, SandboxState world) {
        for (StoredResource app : upload.related("app")) {
            String version = upload.text("cfBundleShortVersionString");
            String number = upload.text("cfBundleVersion");
            String platform = upload.text("platform");
            Map<String, String> errors = errors(app, version, number, platform, world);
            if (!errors.isEmpty()) {
                fail(upload, errors, world);
                return;
            }
            // The build has the ID of its upload (docs/live-service.md#build-uploads-share-their-builds-id).
            StoredResource build = Builds.add(app, upload.id(), version, number, platform, time, world);
            upload.link("build", build);
            change(upload, "COMPLETE", world);
            agenda.at(time.plus(PROCESSED), due -> builds.processed(build, world));
        }
    }

    /** Several errors at once are usual. */
    private static Map<String, String> errors(
            StoredResource app, String version, String number, String platform, SandboxState world) {
        Map<String, String> errors = new LinkedHashMap<>();
        if (numbers(app, version, platform).contains(number)) {
            errors.put(
                    "90189",
                    "Redundant Binary Upload. You've already uploaded a build with build number '" + number
                            + "' for version number '" + version + "'.");
        }
        for (String released : Trains.notBelow(app, version, platform, world)) {
            errors.put(
                    "90062",
                    "This bundle is invalid. The value for key CFBundleShortVersionString [" + version
                            + "] in the Info.plist file must contain a higher version than that of the previously approved"
                            + " version [" + released + "].");
            errors.put(
                    "90186",
                    "Invalid Pre-Release Train. The train version '" + version
                            + "' is closed for new build submissions");
        }
        return errors;
    }

    private void fail(StoredResource upload, Map<String, String> errors, SandboxState world) {
        ArrayNode list = upload.attributes().withObjectProperty("state").withArrayProperty("errors");
        errors.forEach((code, description) -> list.addObject().put("code", code).put("description", description));
        change(upload, "FAILED", world);
    }

    /**
     * At the reservation, the number is compared with those of the version
     * (docs/live-service.md#duplicate-build-numbers-conflict).
     */
    private static void requireHigher(JsonNode body, SandboxState world) {
        String number = Bodies.text(body, "cfBundleVersion");
        StoredResource app = Bodies.required(body, "app", "apps", world);
        numbers(app, Bodies.text(body, "cfBundleShortVersionString"), Bodies.text(body, "platform")).stream()
                .max(Trains.BY_NUMBER)
                .filter(highest -> Trains.BY_NUMBER.compare(number, highest) <= 0)
                .ifPresent(highest -> {
                    throw Errors.refusal("buildUploads.number", highest);
                });
    }

    private static List<String> numbers(StoredResource app, String version, String platform) {
        return app.related("preReleaseVersions").stream()
                .filter(each -> each.text("version").equals(version)
                        && each.text("platform").equals(platform))
                .flatMap(each -> each.related(Builds.TYPE).stream())
                .map(build -> build.text("version"))
                .toList();
    }

    private void change(StoredResource upload, String state, SandboxState world) {
        upload.attributes().withObjectProperty("state").put("state", state);
        upload.related("app").forEach(app -> events.buildUploadState(app, upload, state, world));
    }

    private static String state(StoredResource upload) {
        return upload.attributes().path("state").path("state").asText();
    }
}
