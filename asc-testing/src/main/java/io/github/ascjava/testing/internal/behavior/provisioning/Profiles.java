package io.github.ascjava.testing.internal.behavior.provisioning;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.ascjava.testing.internal.behavior.common.Bodies;
import io.github.ascjava.testing.internal.behavior.common.Dates;
import io.github.ascjava.testing.internal.behavior.common.ResourceRules;
import io.github.ascjava.testing.internal.catalog.Action;
import io.github.ascjava.testing.internal.catalog.OperationShape;
import io.github.ascjava.testing.internal.engine.Deviation;
import io.github.ascjava.testing.internal.engine.SandboxState;
import io.github.ascjava.testing.internal.engine.StoredResource;
import io.github.ascjava.testing.internal.http.ApiAnswer;
import io.github.ascjava.testing.internal.http.ApiRequest;
import io.github.ascjava.testing.internal.http.Errors;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Profiles combine matching certificates, devices and App IDs, contain real files, and become invalid with their parts.
 */
final class Profiles extends ResourceRules {

    static final String TYPE = "profiles";

    private final ProfileIssue issue;

    Profiles(ProfileIssue issue) {
        super(TYPE);
        this.issue = issue;
    }

    /** Invalidates all profiles that are related to a resource. */
    static void invalidate(String relationship, StoredResource related, SandboxState world) {
        for (StoredResource profile : world.store().all(TYPE)) {
            if (profile.related(relationship).contains(related)) {
                invalidate(profile);
            }
        }
    }

    /** The service looks up the App ID separately, and its error has a different text. */
    @Override
    public @Nullable ApiAnswer answer(OperationShape operation, ApiRequest request, SandboxState world) {
        if (operation.action() == Action.CREATE_INSTANCE) {
            String id = String.valueOf(Bodies.related(Bodies.of(request), "bundleId"));
            if (world.store().find(BundleIds.TYPE, id).isEmpty()) {
                throw Errors.refusal("profiles.app-id", id);
            }
        }
        return null;
    }

    @Override
    protected void checkNew(JsonNode body, SandboxState world) {
        ProfileType type = ProfileType.of(Bodies.text(body, "profileType"));
        requireFreeName(Bodies.text(body, "name"), world);
        type.requireFits(Bodies.required(body, "bundleId", BundleIds.TYPE, world));
        requireCertificates(type, found(Certificates.TYPE, Bodies.allRelated(body, "certificates"), world));
        requireDevices(type, found(Devices.TYPE, Bodies.allRelated(body, "devices"), world));
    }

    @Override
    protected void afterCreation(StoredResource created, SandboxState world) {
        Instant now = world.clock().instant();
        // Other resources have their dates in another form.
        created.with("createdDate", Dates.provisioning(now, world));
        issue.complete(created, now, world);
    }

    @Override
    public void timePassed(SandboxState world) {
        String now = Dates.provisioning(world.clock().instant(), world);
        for (StoredResource certificate : world.store().all(Certificates.TYPE)) {
            if (isOver(certificate.attributes(), now)) {
                invalidate("certificates", certificate, world);
            }
        }
    }

    /** Expired profiles are still listed under their App ID. */
    @Override
    public boolean isHidden(StoredResource resource, SandboxState world) {
        return world.has(Deviation.EXPIRED_PROFILES_ARE_UNLISTED)
                && isOver(
                        resource.attributes(), Dates.provisioning(world.clock().instant(), world));
    }

    private static void invalidate(StoredResource profile) {
        profile.attributes().put("profileState", "INVALID");
    }

    /** Returns whether a certificate or profile has expired; provisioning dates sort as text. */
    static boolean isOver(ObjectNode attributes, String now) {
        String date = attributes.path("expirationDate").asText();
        return !date.isEmpty() && date.compareTo(now) < 0;
    }

    /**
     * Two profiles with the same name block the creation of another
     * (docs/live-service.md#profile-names-block-creation).
     */
    private static void requireFreeName(String name, SandboxState world) {
        long taken = world.store().all(TYPE).stream()
                .filter(profile -> profile.text("name").equals(name))
                .count();
        if (taken > 1) {
            throw Errors.refusal("profiles.name", name);
        }
    }

    private static void requireCertificates(ProfileType type, List<StoredResource> certificates) {
        if (certificates.isEmpty()) {
            throw Errors.refusal("profiles.no-certificate");
        }
        for (StoredResource certificate : certificates) {
            if (!type.allows(certificate)) {
                throw Errors.refusal("profiles.certificate", certificate.id(), certificate.text("certificateType"));
            }
        }
    }

    private static void requireDevices(ProfileType type, List<StoredResource> devices) {
        type.requireDevices(devices);
        for (StoredResource device : devices) {
            if (!type.names(device) || device.text("status").equals("DISABLED")) {
                throw Errors.refusal("profiles.device", device.id());
            }
        }
    }

    private static List<StoredResource> found(String type, List<String> ids, SandboxState world) {
        return ids.stream().map(id -> world.store().get(type, id)).toList();
    }
}
