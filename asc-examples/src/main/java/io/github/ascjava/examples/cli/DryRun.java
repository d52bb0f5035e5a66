package io.github.ascjava.examples.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * Shows requests that would change something instead of sending them, and answers them as if all had gone well.
 *
 * <p>So a job with several steps shows all of them; what would be created has an id that begins with {@code dry-run}.
 */
final class DryRun implements Interceptor {

    private static final MediaType JSON = MediaType.get("application/json");

    private final Terminal terminal;
    private final ObjectMapper mapper = new ObjectMapper();
    private final AtomicInteger created = new AtomicInteger();

    DryRun(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Request request = chain.request();
        if (request.method().equals("GET") || request.method().equals("HEAD")) {
            return chain.proceed(request);
        }
        JsonNode body = body(request);
        terminal.line(request.method() + " " + request.url().encodedPath());
        if (body != null) {
            terminal.block(mapper.writerWithDefaultPrettyPrinter().writeValueAsString(masked(body)));
        }
        terminal.out().flush();
        return answer(request, body);
    }

    private @Nullable JsonNode body(Request request) throws IOException {
        RequestBody sent = request.body();
        if (sent == null || sent.contentLength() == 0) {
            return null;
        }
        Buffer buffer = new Buffer();
        sent.writeTo(buffer);
        return mapper.readTree(buffer.inputStream());
    }

    /** The secret of a webhook is the only attribute that is a secret of its sender. */
    private static JsonNode masked(JsonNode body) {
        JsonNode copy = body.deepCopy();
        if (copy.at("/data/attributes") instanceof ObjectNode attributes && attributes.has("secret")) {
            attributes.put("secret", "(not shown)");
        }
        return copy;
    }

    private Response answer(Request request, @Nullable JsonNode body) {
        Response.Builder answer = new Response.Builder()
                .request(request)
                .protocol(Protocol.HTTP_1_1)
                .message("Not sent");
        if (body == null
                || !body.path("data").isObject()
                || request.method().equals("DELETE")
                || request.url().pathSegments().contains("relationships")) {
            return answer.code(204).body(ResponseBody.create("", JSON)).build();
        }
        if (request.method().equals("POST")) {
            ((ObjectNode) body.path("data")).put("id", "dry-run-" + created.incrementAndGet());
        }
        return answer.code(200).body(ResponseBody.create(body.toString(), JSON)).build();
    }
}
