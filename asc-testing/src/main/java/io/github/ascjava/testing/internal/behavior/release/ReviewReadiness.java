package io.github.ascjava.testing.internal.behavior.release;

import io.github.ascjava.testing.internal.engine.Deviation;
import io.github.ascjava.testing.internal.engine.SandboxState;
import io.github.ascjava.testing.internal.engine.StoredResource;
import io.github.ascjava.testing.internal.http.ApiErrorException;
import io.github.ascjava.testing.internal.http.ErrorKind;
import io.github.ascjava.testing.internal.http.ErrorObject;
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
        if (world.store().related(version, "build").isEmpty()) {
            add(version, relationship("build"));
        }
        for (StoredResource build : world.store().related(version, "build")) {
            if (!build.attributes().hasNonNull("usesNonExemptEncryption")) {
                add(build, attribute("usesNonExemptEncryption"));
            }
        }
        boolean isFirst = world.store().related(version, "app").stream()
                .allMatch(app -> Versions.ofPlatform(app, version.text("platform"), world)
                                .size()
                        == 1);
        for (StoredResource localization : world.store().related(version, "appStoreVersionLocalizations")) {
            requireText(localization, "description");
            requireText(localization, "keywords");
            requireText(localization, "supportUrl");
            if (!isFirst) {
                requireText(localization, "whatsNew");
            } else if (!localization.text("whatsNew").isEmpty()
                    && world.has(Deviation.READINESS_FOR_REVIEW_IS_STRICT)) {
                add(localization, ErrorKind.STATE.error("Attribute 'whatsNew' cannot be edited at this time"));
            }
        }
        if (!missing.isEmpty()) {
            String detail = "appStoreVersions with id '" + version.id()
                    + "' is not in valid state. - This resource cannot be reviewed, please check associated errors to see why.";
            throw new ApiErrorException(
                    409, ErrorKind.ENTITY_STATE.error(detail).because(missing));
        }
    }

    private void requireText(StoredResource localization, String attribute) {
        if (localization.attributes().path(attribute).asText("").isEmpty()
                || localization.attributes().path(attribute).isNull()) {
            add(localization, attribute(attribute));
        }
    }

    private static ErrorObject attribute(String name) {
        return ErrorKind.ATTRIBUTE_REQUIRED
                .error("You must provide a value for the attribute '" + name + "' with this request")
                .at("/data/attributes/" + name);
    }

    /** Adds a reason. */
    void add(StoredResource resource, ErrorObject error) {
        missing.computeIfAbsent("/v1/" + resource.type() + "/" + resource.id(), key -> new ArrayList<>())
                .add(error);
    }

    private static ErrorObject relationship(String name) {
        return ErrorKind.RELATIONSHIP_REQUIRED
                .error("You must provide a value for the relationship '" + name + "' with this request")
                .at("/data/relationships/" + name);
    }
}
