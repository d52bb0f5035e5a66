package io.github.ascjava.testing.internal.behavior.library;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.ascjava.testing.internal.catalog.OperationShape;
import io.github.ascjava.testing.internal.engine.ResourceHook;
import io.github.ascjava.testing.internal.engine.SandboxState;
import io.github.ascjava.testing.internal.engine.StoredResource;
import io.github.ascjava.testing.internal.http.ApiAnswer;
import io.github.ascjava.testing.internal.http.ApiRequest;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Each app has one library. No request creates it; its images and videos can be archived. */
final class AssetLibraries implements ResourceHook {

    private static final String LIBRARY = "assetLibrary";
    private static final int ID = 2;

    @Override
    public Set<String> types() {
        return Set.of("apps", "appAssetLibraryImages", "appAssetLibraryVideos");
    }

    /** Creates the library of an app when it is first requested. */
    @Override
    public @Nullable ApiAnswer answer(OperationShape operation, ApiRequest request, SandboxState world) {
        if (LIBRARY.equals(operation.relationship())) {
            world.store()
                    .find("apps", request.url().pathSegments().get(ID))
                    .filter(app -> !app.hasRelated(LIBRARY))
                    .ifPresent(app -> world.addTo(app, LIBRARY));
        }
        return null;
    }

    @Override
    public void updated(StoredResource updated, SandboxState world) {
        JsonNode archived = updated.attributes().remove("archived");
        if (archived != null && archived.isBoolean()) {
            updated.attributes().put("state", archived.booleanValue() ? "ARCHIVED" : "PREPARE_FOR_SUBMISSION");
        }
    }
}
