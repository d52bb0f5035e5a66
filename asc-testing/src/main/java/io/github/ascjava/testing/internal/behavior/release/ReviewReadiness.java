package io.github.ascjava.testing.internal.behavior.release;

import io.github.ascjava.testing.internal.engine.Deviation;
import io.github.ascjava.testing.internal.engine.SandboxState;
import io.github.ascjava.testing.internal.engine.StoredResource;
import io.github.ascjava.testing.internal.http.ApiErrorException;
import io.github.ascjava.testing.internal.http.ErrorObject;
import io.github.ascjava.testing.internal.http.Errors;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds what a version lacks for its review; the associated errors list the reasons by resource. */
final class ReviewReadiness {

    private final SandboxState world;
    private final Map<String, List<ErrorObject>> missing = new LinkedHashMap<>();

    ReviewReadiness(SandboxState world) {
        this.world = world;
    }

    /** Rejects a version that cannot be reviewed. */
    void require(StoredResource version) {
        if (!version.hasRelated("build")) {
            add(version, Errors.error("relationship-required", "/data/relationships/build", "build"));
        }
        for (StoredResource build : version.related("build")) {
            if (!build.attributes().hasNonNull("usesNonExemptEncryption")) {
                add(build, attribute("usesNonExemptEncryption"));
            }
        }
        boolean isFirst = version.related("app").stream()
                .allMatch(app ->
                        Versions.ofPlatform(app, version.text("platform")).size() == 1);
        for (StoredResource localization : version.related("appStoreVersionLocalizations")) {
            requireText(localization, "description");
            requireText(localization, "keywords");
            requireText(localization, "supportUrl");
            if (!isFirst) {
                requireText(localization, "whatsNew");
            } else if (!localization.text("whatsNew").isEmpty()
                    && world.has(Deviation.READINESS_FOR_REVIEW_IS_STRICT)) {
                add(localization, Errors.error("locked-text", "/data/attributes/whatsNew", "whatsNew"));
            }
        }
        if (!missing.isEmpty()) {
            throw new ApiErrorException(
                    409, Errors.error("versions.not-ready", version.id()).because(missing));
        }
    }

    private void requireText(StoredResource localization, String attribute) {
        if (localization.attributes().path(attribute).asText("").isEmpty()
                || localization.attributes().path(attribute).isNull()) {
            add(localization, attribute(attribute));
        }
    }

    private static ErrorObject attribute(String name) {
        return Errors.error("attribute-required", "/data/attributes/" + name, name);
    }

    /** Adds a reason. */
    void add(StoredResource resource, ErrorObject error) {
        missing.computeIfAbsent("/v1/" + resource.type() + "/" + resource.id(), key -> new ArrayList<>())
                .add(error);
    }
}
