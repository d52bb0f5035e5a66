package io.github.ascjava.testing.internal.behavior.notary;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.ascjava.testing.internal.behavior.common.SignedUrls;
import io.github.ascjava.testing.internal.engine.ResourceHook;
import io.github.ascjava.testing.internal.engine.SandboxState;
import io.github.ascjava.testing.internal.http.ApiAnswer;
import io.github.ascjava.testing.internal.http.ApiRequest;
import io.github.ascjava.testing.internal.http.Errors;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** The Notary API: submissions, their status and their logs (docs/live-service.md#notary-api). */
final class Submissions implements ResourceHook {

    static final String BUCKET = "notary-submissions-prod";

    private static final String LOGS = "notary-logs";
    private static final Duration LOG_LIFE = Duration.ofHours(5);
    private static final int LONGEST_LIST = 100;

    private final ObjectMapper mapper = new ObjectMapper();
    private final SignedUrls urls;
    /** By ID, oldest first. */
    private final Map<String, Submission> submissions = new LinkedHashMap<>();

    Submissions(SignedUrls urls) {
        this.urls = urls;
    }

    @Nullable
    Submission ofAccessKey(String accessKeyId) {
        return submissions.values().stream()
                .filter(submission -> submission.credentials().accessKeyId().equals(accessKeyId))
                .findFirst()
                .orElse(null);
    }

    @Override
    public @Nullable ApiAnswer other(ApiRequest request, SandboxState world) {
        List<String> path = request.url().pathSegments();
        if (path.get(0).equals(LOGS) && path.size() == 2) {
            return file(request, path.get(1), world);
        }
        if (path.size() < 3 || !path.subList(0, 3).equals(List.of("notary", "v2", "submissions"))) {
            return null;
        }
        String operation = request.method() + " " + (path.size() - 3);
        return switch (operation) {
            case "POST 0" -> submit(request, world);
            case "GET 0" -> list(world);
            case "GET 1" -> status(find(path.get(3)), world);
            case "GET 2" -> path.get(4).equals("logs") ? log(find(path.get(3)), world) : null;
            default -> null;
        };
    }

    private ApiAnswer submit(ApiRequest request, SandboxState world) {
        JsonNode body = read(request);
        String name = body.path("submissionName").asText();
        String sha256 = body.path("sha256").asText();
        if (name.isEmpty()) {
            return invalid("The request must include a submissionName.");
        }
        if (!sha256.matches("[0-9a-fA-F]{64}")) {
            return invalid("The sha256 must have 64 hexadecimal digits.");
        }
        String id = world.ids().uuid();
        String object = "prod/AROA" + world.ids().code() + ":" + id;
        TemporaryCredentials credentials = TemporaryCredentials.issue(world);
        submissions.put(id, new Submission(id, name, sha256, world.clock().instant(), credentials, object));
        ObjectNode attributes = JsonNodeFactory.instance.objectNode();
        attributes.put("awsAccessKeyId", credentials.accessKeyId());
        attributes.put("awsSecretAccessKey", credentials.secretAccessKey());
        attributes.put("awsSessionToken", credentials.sessionToken());
        attributes.put("bucket", BUCKET);
        attributes.put("object", object);
        return document(resource(id, "newSubmissions", attributes));
    }

    private JsonNode read(ApiRequest request) {
        try {
            return mapper.readTree(request.body().toByteArray());
        } catch (IOException e) {
            return mapper.missingNode();
        }
    }

    private Submission find(String id) {
        Submission submission = submissions.get(id);
        if (submission == null) {
            throw Errors.refusal("not-found", "submissions", id);
        }
        return submission;
    }

    private static ApiAnswer status(Submission submission, SandboxState world) {
        return document(described(submission, world));
    }

    private ApiAnswer list(SandboxState world) {
        List<Submission> newestFirst = new ArrayList<>(submissions.values());
        Collections.reverse(newestFirst);
        ArrayNode data = JsonNodeFactory.instance.arrayNode();
        newestFirst.stream().limit(LONGEST_LIST).forEach(submission -> data.add(described(submission, world)));
        return document(data);
    }

    private static ObjectNode described(Submission submission, SandboxState world) {
        ObjectNode attributes = JsonNodeFactory.instance.objectNode();
        attributes.put("createdDate", submission.created().toString());
        attributes.put("name", submission.name());
        attributes.put("status", submission.status(world.clock().instant()));
        return resource(submission.id(), "submissions", attributes);
    }

    private ApiAnswer log(Submission submission, SandboxState world) {
        if (!submission.hasLog(world.clock().instant())) {
            throw Errors.refusal("notary.no-log", submission.id());
        }
        ObjectNode attributes = JsonNodeFactory.instance.objectNode();
        attributes.put(
                "developerLogUrl",
                urls.sign(LOGS + "/" + submission.id(), LOG_LIFE, world).toString());
        return document(resource(submission.id(), "submissionsLog", attributes));
    }

    private @Nullable ApiAnswer file(ApiRequest request, String id, SandboxState world) {
        ApiAnswer refusal = urls.refusal(request, world);
        if (refusal != null) {
            return refusal;
        }
        return ApiAnswer.of(200, "application/json", DeveloperLog.of(find(id)));
    }

    private static ObjectNode resource(String id, String type, ObjectNode attributes) {
        ObjectNode resource = JsonNodeFactory.instance.objectNode();
        resource.put("id", id);
        resource.put("type", type);
        resource.set("attributes", attributes);
        return resource;
    }

    /** The service's content type does not say that the body is JSON. */
    private static ApiAnswer document(JsonNode data) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.set("data", data);
        document.putObject("meta");
        return ApiAnswer.of(200, "application/octet-stream", ByteString.encodeUtf8(document.toString()));
    }

    /** Apple documents errors in this form; other errors have the form of JSON:API. */
    private static ApiAnswer invalid(String description) {
        ObjectNode error = JsonNodeFactory.instance.objectNode();
        error.put("name", "BadRequest");
        error.put("description", description);
        error.putArray("labels");
        return ApiAnswer.of(400, "text/plain", ByteString.encodeUtf8(error.toString()));
    }
}
