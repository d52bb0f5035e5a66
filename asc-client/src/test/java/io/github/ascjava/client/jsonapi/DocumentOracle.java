package io.github.ascjava.client.jsonapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.ascjava.client.PlainJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a document was read correctly, by Jackson's tree of the same bytes.
 *
 * <p>For a repeated member, the tree has the last one, and no rule says which one counts; then only the accessibility
 * of everything read is checked. The same holds for bytes that are not UTF-8: Jackson confuses a name that begins with
 * two bytes 0xFF with a shorter one that it has met before.
 */
final class DocumentOracle {

    private static final ObjectMapper LENIENT = mapper(false);
    private static final ObjectMapper STRICT = mapper(true);

    /** The document, or null if the bytes are not a document by the oracle's own rules. */
    private final @Nullable JsonNode tree;

    private final boolean isAmbiguous;
    private final boolean isPerhapsNotUtf8;

    DocumentOracle(byte[] body) {
        byte[] readable = withoutSurrogates(body);
        this.tree = tree(LENIENT, readable);
        this.isAmbiguous = !isUtf8(readable) || (tree != null && tree(STRICT, readable) == null);
        // The only way in which Jackson recognizes UTF-16 and UTF-32.
        this.isPerhapsNotUtf8 = body.length > 1 && (body[0] == 0 || body[1] == 0 || body[0] < 0);
    }

    void checkPage(Page<?> page) {
        lookAt(page.included());
        page.data().forEach(DocumentOracle::lookAt);
        if (isAmbiguous) {
            return;
        }
        JsonNode document = requireTree();
        JsonNode data = document.path("data");
        assertThat(data.isArray()).as("data is a list").isTrue();
        Deque<Object> read = new ArrayDeque<>(page.data());
        Deque<JsonNode> unknownElements = new ArrayDeque<>(
                page.unknownElements().stream().map(PlainJson::tree).toList());
        for (JsonNode element : data) {
            if (element.equals(unknownElements.peek()) && !(read.peek() instanceof Resource && hasId(element))) {
                unknownElements.remove();
            } else {
                check(read.remove(), element);
            }
        }
        assertThat(read).isEmpty();
        assertThat(unknownElements).isEmpty();
        JsonNode next = document.path("links").path("next");
        if (next.isTextual() || next.isMissingNode() || next.isNull()) {
            assertThat(page.nextLink()).isEqualTo(next.textValue());
        }
        check(page.included(), document.path("included"));
    }

    void checkSingle(@Nullable Object single) {
        if (single != null) {
            lookAt(single);
        }
        if (isAmbiguous) {
            return;
        }
        JsonNode data = requireTree().path("data");
        if (single == null) {
            assertThat(data.isNull()).as("data is null").isTrue();
        } else {
            check(single, data);
        }
    }

    void checkAnswer(JsonResponse answer) {
        lookAt(answer);
        if (!isAmbiguous) {
            JsonNode json = requireTree();
            assertThat(PlainJson.tree(answer.unknownFields().json())).isEqualTo(json);
            checkNothingLost((Record) answer, json, answer.unknownFields().attributes());
        }
    }

    /** Whatever the elements are, an invalid one does not affect the others. */
    void checkRefusedPage(IOException refusal) {
        boolean isList = tree != null && tree.isObject() && tree.path("data").isArray();
        checkRefused(refusal, "a list", isList);
    }

    void checkRefusedSingle(IOException refusal) {
        boolean isGood = tree != null
                && tree.isObject()
                && (tree.path("data").isNull() || (tree.path("data").isObject() && hasId(tree.path("data"))));
        checkRefused(refusal, "data of one resource", isGood);
    }

    void checkRefusedAnswer(IOException refusal) {
        checkRefused(refusal, "an object", tree != null && tree.isObject());
    }

    private void checkRefused(IOException refusal, String what, boolean isGood) {
        assertThat(isGood && !isAmbiguous && !isPerhapsNotUtf8)
                .as("There is %s, and yet: %s", what, refusal)
                .isFalse();
    }

    private static boolean hasId(JsonNode resource) {
        return resource.path("id").isTextual() || resource.path("id").isNumber();
    }

    private JsonNode requireTree() {
        if (tree == null) {
            throw new AssertionError("The reader accepted invalid JSON.");
        }
        return tree;
    }

    private void check(Object element, JsonNode json) {
        if (element instanceof ResourceIdentifier identifier) {
            assertThat(identifier.type()).isEqualTo(json.path("type").textValue());
            assertThat(identifier.id()).isEqualTo(json.path("id").textValue());
            return;
        }
        Resource resource = (Resource) element;
        UnknownFields unknownFields = resource.unknownFields();
        assertThat(PlainJson.tree(unknownFields.json())).isEqualTo(json);
        if (json.path("id").isTextual()) {
            assertThat(resource.id()).isEqualTo(json.path("id").textValue());
        }
        checkNothingLost((Record) resource, json.path("attributes"), unknownFields.attributes());
        for (String name : names(json)) {
            boolean isKnown = Set.of("id", "type", "links").contains(name)
                    || (Set.of("attributes", "relationships").contains(name)
                            && (json.path(name).isObject() || json.path(name).isNull()));
            if (!isKnown) {
                assertThat(unknownFields.members()).containsKey(name);
                assertThat(PlainJson.isSame(unknownFields.members().get(name), json.path(name)))
                        .as(name)
                        .isTrue();
            }
        }
        checkRelationships((Record) resource, json.path("relationships"), unknownFields.relationships());
    }

    /** A value that is neither null nor kept as JSON is in the component of the same name. */
    private static void checkNothingLost(
            Record read, JsonNode attributes, Map<String, @Nullable Object> unknownFields) {
        Map<String, RecordComponent> components = components(read);
        for (String name : names(attributes)) {
            JsonNode value = attributes.path(name);
            if (unknownFields.containsKey(name)) {
                assertThat(PlainJson.isSame(unknownFields.get(name), value))
                        .as(name)
                        .isTrue();
            } else if (!value.isNull()) {
                RecordComponent component = components.get(name);
                assertThat(component).as("component %s", name).isNotNull();
                assertThat(component.getType()).isNotIn(ToOne.class, ToMany.class, UnknownFields.class);
                Object held = value(read, component);
                assertThat(held).as(name).isNotNull();
                if (value.isTextual() && (held instanceof String || held instanceof OpenEnum)) {
                    assertThat(held).hasToString(value.textValue());
                } else if (held instanceof List<?> list) {
                    assertThat(list).hasSize(value.size());
                } else if (held instanceof Boolean) {
                    assertThat(held).isEqualTo(value.booleanValue());
                } else if (held instanceof Long || held instanceof Integer) {
                    assertThat(((Number) held).longValue()).isEqualTo(value.longValue());
                }
            }
        }
    }

    private static void checkRelationships(
            Record read, JsonNode relationships, Map<String, @Nullable Object> unknownRelationships) {
        Map<String, RecordComponent> components = components(read);
        for (String name : names(relationships)) {
            JsonNode relationship = relationships.path(name);
            RecordComponent component = components.get(name);
            Object held = component == null ? null : value(read, component);
            JsonNode data = relationship.path("data");
            if (held instanceof ToOne<?> one) {
                assertThat(one.id() != null
                                || data.isNull()
                                || unknownRelationships.containsKey(name)
                                || data.isMissingNode())
                        .as("relationship %s", name)
                        .isTrue();
            } else if (held instanceof ToMany<?> many) {
                int expected = data.isArray() ? data.size() : data.isObject() ? 1 : 0;
                assertThat(many.ids().size() == expected || unknownRelationships.containsKey(name))
                        .as("relationship %s", name)
                        .isTrue();
            } else {
                assertThat(PlainJson.isSame(unknownRelationships.get(name), relationship))
                        .as(name)
                        .isTrue();
            }
        }
    }

    private static void check(Included included, JsonNode json) {
        Map<ResourceIdentifier, JsonNode> first = new HashMap<>();
        if (json.isArray()) {
            for (JsonNode element : json) {
                if (element.path("type").isTextual() && element.path("id").isTextual()) {
                    first.putIfAbsent(
                            new ResourceIdentifier(
                                    element.path("type").textValue(),
                                    element.path("id").textValue()),
                            element);
                }
            }
        }
        assertThat(included.identifiers()).containsAll(first.keySet());
        first.forEach((identifier, element) -> {
            JsonNode held = PlainJson.tree(included.json(identifier).orElseThrow());
            boolean isTheSameOrOneWithAnIdThatIsNoText = held.equals(element)
                    || !held.path("id").isTextual()
                    || !held.path("type").isTextual();
            assertThat(isTheSameOrOneWithAnIdThatIsNoText)
                    .as("included %s", identifier)
                    .isTrue();
        });
    }

    /** Reads everything from a resource and from the related resources. */
    private static void lookAt(Object read) {
        lookAt(read, 2);
    }

    private static void lookAt(Object read, int depth) {
        assertThat(new HashSet<>(List.of(read, read))).hasSize(1);
        assertThat(read.toString()).isNotNull();
        if (!(read instanceof Record record)) {
            return;
        }
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            Object value = value(record, component);
            if (value instanceof ToOne<?> one) {
                assertThat(one.identifier() == null).isEqualTo(one.id() == null);
                assertThat(one.links()).isNotNull();
                if (depth > 0) {
                    one.included().ifPresent(related -> lookAt(related, depth - 1));
                }
            } else if (value instanceof ToMany<?> many) {
                assertThat(many.ids()).hasSameSizeAs(many.identifiers());
                assertThat(many.hasData() || many.ids().isEmpty()).isTrue();
                assertThat(many.isTruncated()
                                && many.total() != null
                                && many.total() <= many.ids().size())
                        .isFalse();
                if (depth > 0) {
                    many.included().forEach(related -> lookAt(related, depth - 1));
                }
            } else if (value instanceof UnknownFields unknownFields) {
                assertThat(unknownFields.json()).isNotNull();
                assertThat(unknownFields.isEmpty())
                        .isEqualTo(unknownFields.attributes().isEmpty()
                                && unknownFields.members().isEmpty()
                                && unknownFields.relationships().isEmpty());
            }
        }
    }

    private static void lookAt(Included included) {
        for (ResourceIdentifier identifier : included.identifiers()) {
            assertThat(included.json(identifier)).isPresent();
        }
        assertThat(included.toString()).startsWith("Included[");
    }

    private static Map<String, RecordComponent> components(Record read) {
        Map<String, RecordComponent> components = new HashMap<>();
        for (RecordComponent component : read.getClass().getRecordComponents()) {
            components.put(RecordShape.jsonName(component), component);
        }
        return components;
    }

    private static @Nullable Object value(Record record, RecordComponent component) {
        try {
            component.getAccessor().trySetAccessible();
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }

    private static Iterable<String> names(JsonNode node) {
        return node::fieldNames;
    }

    private static boolean isUtf8(byte[] body) {
        try {
            CharBuffer unused = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static byte[] withoutSurrogates(byte[] body) {
        try {
            return LoneSurrogates.replace(new Buffer().write(body)).toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable JsonNode tree(ObjectMapper mapper, byte[] body) {
        try {
            JsonNode tree = mapper.readTree(body);
            return tree == null || tree.isMissingNode() ? null : tree;
        } catch (IOException | UncheckedIOException e) {
            return null;
        }
    }

    private static ObjectMapper mapper(boolean isStrict) {
        return JsonMapper.builder(JsonFactory.builder()
                        .configure(StreamReadFeature.STRICT_DUPLICATE_DETECTION, isStrict)
                        .streamReadConstraints(StreamReadConstraints.builder()
                                .maxStringLength(Integer.MAX_VALUE)
                                .build())
                        .build())
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
    }
}
