package io.github.ascjava.testing.internal.behavior.reports;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.ascjava.testing.internal.catalog.OperationShape;
import io.github.ascjava.testing.internal.engine.ResourceHook;
import io.github.ascjava.testing.internal.engine.SandboxState;
import io.github.ascjava.testing.internal.engine.StoredResource;
import io.github.ascjava.testing.internal.http.ApiAnswer;
import io.github.ascjava.testing.internal.http.ApiRequest;
import java.util.Map;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** The call stacks of a diagnostic signature, in their own JSON format. */
final class DiagnosticLogs implements ResourceHook {

    private static final String CONTENT_TYPE = "application/vnd.apple.diagnostic-logs+json";
    private static final Map<String, String> EVENTS =
            Map.of("HANGS", "hang", "LAUNCHES", "launch", "DISK_WRITES", "disk writes");

    @Override
    public @Nullable ApiAnswer answer(OperationShape operation, ApiRequest request, SandboxState world) {
        if (!operation.is("GET", "/v1/diagnosticSignatures/{id}/logs")) {
            return null;
        }
        StoredResource signature = world.store()
                .get("diagnosticSignatures", request.url().pathSegments().get(2));
        String symbol = signature.text("signature");
        ObjectNode json = ReportFiles.json("diagnostic-logs.json");
        ((ObjectNode) json.at("/productData/0")).put("signatureId", signature.id());
        ObjectNode log = (ObjectNode) json.at("/productData/0/diagnosticLogs/0");
        log.withObject("/diagnosticMetaData")
                .put("event", EVENTS.getOrDefault(signature.text("diagnosticType"), "hang"))
                .put("eventDetail", symbol);
        ((ObjectNode) log.at("/callStackTree/0/callStacks/0/callStackRootFrames/0/subFrames/0"))
                .put("symbolName", symbol);
        return ApiAnswer.of(200, CONTENT_TYPE, ByteString.encodeUtf8(json.toString()));
    }
}
