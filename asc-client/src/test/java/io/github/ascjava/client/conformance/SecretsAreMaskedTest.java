package io.github.ascjava.client.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.github.ascjava.client.jsonapi.Included;
import io.github.ascjava.client.jsonapi.Page;
import io.github.ascjava.client.jsonapi.Resource;
import io.github.ascjava.client.jsonapi.UnknownFields;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** {@code toString} and plain JSON of every documented response show everything but secrets. */
@Tag("document")
final class SecretsAreMaskedTest {

    private static final ObjectMapper MAPPER =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();

    /** What must never be shown; a list of its own, so that a mistake in the generator's does not hide itself. */
    private static final Pattern NAMES = Pattern.compile("(?i).*(password|passphrase|secret|credential|private_?key).*"
            + "|.*token|downloadUrl|dSYMUrl|documentUrl|videoUrl|videoAsset|alternativeDistributionKeyBlob");

    private static final Set<String> NOT_SECRET = Set.of("assetToken");

    private static final Set<String> PLACES = Set.of(
            "analyticsReportSegments.url",
            "inAppPurchaseContents.url",
            "marketplaceWebhooks.endpointUrl",
            "webhooks.url",
            "webhookDeliveries.request.url");

    private static final Set<String> EXPIRY = Set.of("expiration", "expirationDate", "urlExpirationDate");

    private final Spec spec = Spec.load();
    private final DocumentedResponses responses = new DocumentedResponses(spec);
    /** The place of each value that the current response contains. */
    private final Map<String, String> secret = new LinkedHashMap<>();

    private final Map<String, String> ordinary = new LinkedHashMap<>();
    private final Set<String> secretPlaces = new LinkedHashSet<>();
    private final Set<String> problems = new LinkedHashSet<>();

    @Test
    void everyDocumentedResponseShowsEverythingButItsSecrets() {
        responses.forEach((schema, json, types) -> {
            secret.clear();
            ordinary.clear();
            mark(json, schema);
            for (Type type : types) {
                check(schema, responses.decode(schema, type, json), json);
            }
            secretPlaces.addAll(secret.values());
        });

        assertThat(problems).isEmpty();
        assertThat(secretPlaces)
                .contains(
                        "betaAppReviewDetails.demoAccountPassword",
                        "appStoreReviewDetails.demoAccountPassword",
                        "appScreenshots.uploadOperations.url",
                        "appScreenshots.uploadOperations.requestHeaders.value",
                        "buildUploadFiles.uploadOperations.url",
                        "buildUploadFiles.uploadOperations.requestHeaders.value",
                        "alternativeDistributionPackageDeltas.url",
                        "betaFeedbackScreenshotSubmissions.screenshots.url")
                .containsAll(PLACES);
    }

    /** Replaces texts of the example by recognizable ones; values of enumerations, dates and numbers stay. */
    private void mark(JsonNode json, String schema) {
        DocumentedResponses.forEachResource(json, resource -> {
            String type = resource.path("type").asText();
            if (resource.path("attributes") instanceof ObjectNode attributes) {
                mark(attributes, type);
                String unknown = next();
                attributes.put("someday", unknown);
                secret.put(unknown, type + ".someday");
            }
        });
        if (!json.has("data")) {
            mark((ObjectNode) json, schema);
        }
    }

    private void mark(ObjectNode object, String place) {
        object.properties().forEach(member -> {
            String name = member.getKey();
            JsonNode value = member.getValue();
            boolean isSecret = isSecret(object, place, name);
            member.setValue(marked(value, place + "." + name, isSecret));
        });
    }

    private JsonNode marked(JsonNode value, String place, boolean isSecret) {
        if (value instanceof ObjectNode object) {
            mark(object, place);
        } else if (value instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, marked(array.get(i), place, isSecret));
            }
        } else if (isFree(value)) {
            String mark = next();
            (isSecret ? secret : ordinary).put(mark, place);
            return TextNode.valueOf(
                    value.textValue().startsWith("https:") ? "https://example.com/a?X-Amz-Signature=" + mark : mark);
        }
        return value;
    }

    private static boolean isFree(JsonNode value) {
        return value.isTextual()
                && (value.textValue().startsWith("text ") || value.textValue().startsWith("https:"));
    }

    private static boolean isSecret(ObjectNode object, String place, String name) {
        boolean signed = name.equals("url")
                && (object.has("requestHeaders") || EXPIRY.stream().anyMatch(object::has));
        boolean header = name.equals("value") && place.endsWith(".requestHeaders");
        return signed
                || header
                || PLACES.contains(place + "." + name)
                || (NAMES.matcher(name).matches() && !NOT_SECRET.contains(name));
    }

    /** None of these texts is part of another. */
    private String next() {
        return "marked-" + (secret.size() + ordinary.size()) + "-";
    }

    private void check(String schema, Object value, JsonNode json) {
        List<Object> shown = new ArrayList<>(resources(value));
        included(value).ifPresent(included -> json.path("included").forEach(each -> shown.add(found(included, each))));
        StringBuilder texts = new StringBuilder().append(value);
        shown.forEach(each -> records(each).forEach(texts::append));
        shown.add(value instanceof Optional<?> optional ? optional.stream().toList() : value);
        check(schema + ".toString()", texts.toString());
        check(schema + " in plain JSON", plain(shown));
    }

    private void check(String schema, String text) {
        secret.forEach((mark, place) -> require(!text.contains(mark), schema + " shows " + place));
        ordinary.forEach((mark, place) -> require(text.contains(mark), schema + " does not show " + place));
    }

    private static List<Resource> resources(Object value) {
        Object content = value instanceof Optional<?> optional ? optional.orElse(null) : value;
        List<?> all = content instanceof Page<?> page ? page.data() : content == null ? List.of() : List.of(content);
        return all.stream()
                .filter(Resource.class::isInstance)
                .map(Resource.class::cast)
                .toList();
    }

    private static Optional<Included> included(Object value) {
        return value instanceof Page<?> page
                ? Optional.of(page.included())
                : resources(value).stream()
                        .findFirst()
                        .map(resource -> resource.unknownFields().included());
    }

    private static Resource found(Included included, JsonNode json) {
        // The IDs of the examples contain the schema's name.
        String id = json.path("id").asText();
        Class<?> type = Objects.requireNonNull(Generated.model(id.replaceFirst("^id-of-", "")), id);
        return included.find(type.asSubclass(Resource.class), id).orElseThrow();
    }

    /** A record and those within it, which callers get from its accessors and may print by themselves. */
    private static Stream<Object> records(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return list.stream().flatMap(SecretsAreMaskedTest::records);
        }
        return value instanceof Record record
                ? Stream.concat(
                        Stream.of(record),
                        Arrays.stream(record.getClass().getRecordComponents())
                                .flatMap(component -> records(Comparison.value(component, record))))
                : Stream.ofNullable(value).filter(UnknownFields.class::isInstance);
    }

    private static String plain(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new AssertionError(value + " could not be written.", e);
        }
    }

    private void require(boolean condition, String problem) {
        if (!condition) {
            problems.add(problem);
        }
    }
}
