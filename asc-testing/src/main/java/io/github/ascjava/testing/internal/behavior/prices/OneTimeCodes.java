package io.github.ascjava.testing.internal.behavior.prices;

import io.github.ascjava.testing.internal.catalog.OperationShape;
import io.github.ascjava.testing.internal.engine.ResourceHook;
import io.github.ascjava.testing.internal.engine.SandboxState;
import io.github.ascjava.testing.internal.engine.StoredResource;
import io.github.ascjava.testing.internal.http.ApiAnswer;
import io.github.ascjava.testing.internal.http.ApiRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** The one-time use codes, one per line; every read returns the same codes. */
final class OneTimeCodes implements ResourceHook {

    private final Map<StoredResource, ByteString> codes = new HashMap<>();

    @Override
    public Set<String> types() {
        return Set.of("inAppPurchaseOfferCodeOneTimeUseCodes", "subscriptionOfferCodeOneTimeUseCodes");
    }

    @Override
    public @Nullable ApiAnswer answer(OperationShape operation, ApiRequest request, SandboxState world) {
        if (!"values".equals(operation.relationship())) {
            return null;
        }
        StoredResource batch =
                world.store().get(operation.type(), request.url().pathSegments().get(2));
        ByteString csv = codes.computeIfAbsent(batch, key -> write(key, world));
        return ApiAnswer.of(200, "text/csv", csv);
    }

    private static ByteString write(StoredResource batch, SandboxState world) {
        StringBuilder csv = new StringBuilder();
        for (int i = 0; i < batch.attributes().path("numberOfCodes").asInt(); i++) {
            csv.append(world.ids().code()).append(world.ids().code(), 0, 8).append('\n');
        }
        return ByteString.encodeUtf8(csv.toString());
    }
}
