package io.github.ascjava.testing.internal.behavior.reports;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.ascjava.testing.internal.catalog.OperationShape;
import io.github.ascjava.testing.internal.engine.ResourceHook;
import io.github.ascjava.testing.internal.engine.SandboxState;
import io.github.ascjava.testing.internal.engine.StoredResource;
import io.github.ascjava.testing.internal.http.ApiAnswer;
import io.github.ascjava.testing.internal.http.ApiRequest;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** The call stacks of a diagnostic signature, in their own JSON format. */
final class DiagnosticLogs implements ResourceHook {

    private static final String CONTENT_TYPE = "application/vnd.apple.diagnostic-logs+json";

    @Override
    public @Nullable ApiAnswer answer(OperationShape operation, ApiRequest request, SandboxState world) {
        if (!operation.is("GET", "/v1/diagnosticSignatures/{id}/logs")) {
            return null;
        }
        StoredResource signature = world.store()
                .get("diagnosticSignatures", request.url().pathSegments().get(2));
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("version", "1.0");
        ObjectNode product = json.putArray("productData").addObject().put("signatureId", signature.id());
        product.putArray("diagnosticInsights")
                .addObject()
                .put("insightsURL", "https://developer.apple.com/documentation/xcode/improving-your-app-s-performance")
                .put("insightsCategory", "trend")
                .put("insightsString", "More frequent since the last version.");
        ObjectNode log = product.putArray("diagnosticLogs").addObject();
        log.putObject("diagnosticMetaData")
                .put("event", event(signature))
                .put("osVersion", "iPhone OS 26.1 (23B85)")
                .put("deviceType", "iPhone18,1")
                .put("platformArchitecture", "arm64e")
                .put("eventDetail", signature.text("signature"));
        log.putArray("callStackTree")
                .addObject()
                .put("callStackPerThread", true)
                .putArray("callStacks")
                .addObject()
                .putArray("callStackRootFrames")
                .add(frames(signature));
        return ApiAnswer.of(200, CONTENT_TYPE, ByteString.encodeUtf8(json.toString()));
    }

    private static ObjectNode frames(StoredResource signature) {
        ObjectNode root = frame("UIKitCore", "UIApplicationMain", "0x1a2b3c000", 12);
        root.putArray("subFrames").add(frame("App", signature.text("signature"), "0x104f20000", 9));
        return root;
    }

    private static ObjectNode frame(String binary, String symbol, String address, int samples) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("sampleCount", samples)
                .put("isBlameFrame", binary.equals("App"))
                .put("symbolName", symbol)
                .put("binaryName", binary)
                .put("address", address);
    }

    private static String event(StoredResource signature) {
        return switch (signature.text("diagnosticType")) {
            case "HANGS" -> "hang";
            case "LAUNCHES" -> "launch";
            default -> "disk writes";
        };
    }
}
