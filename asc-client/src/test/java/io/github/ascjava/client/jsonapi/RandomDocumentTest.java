package io.github.ascjava.client.jsonapi;

import static io.github.ascjava.client.PlainJson.plain;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.ascjava.client.PlainJson;
import io.github.ascjava.client.jsonapi.Sample.Color;
import io.github.ascjava.client.jsonapi.Sample.Inner;
import io.github.ascjava.client.jsonapi.Sample.Other;
import io.github.ascjava.client.jsonapi.Sample.Part;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Reads random documents and compares the results with Jackson's tree of the same bytes.
 *
 * <p>Relationships, included resources and raw values are slices of the document's bytes, so this reveals any wrong
 * index.
 */
class RandomDocumentTest {

    private static final int DOCUMENTS = 2000;

    private final ObjectMapper mapper = new ObjectMapper();
    private final ObjectMapper exact = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();
    private final ObjectMapper writing =
            JsonMapper.builder().addModule(new JsonApiModule()).build();

    @Test
    void everythingInRandomDocumentsIsReadAsTheTreeHasIt() throws IOException {
        int resources = 0;
        for (long seed = 1; seed <= DOCUMENTS; seed++) {
            byte[] bytes = new RandomDocument(seed).bytes();
            try {
                resources += compare(bytes);
            } catch (AssertionError | IOException | RuntimeException e) {
                throw new AssertionError("Seed " + seed + ": " + e.getMessage(), e);
            }
        }
        assertThat(resources).isGreaterThan(DOCUMENTS);
    }

    private int compare(byte[] bytes) throws IOException {
        JsonNode tree = mapper.readTree(bytes);
        JsonNode exactTree = exact.readTree(bytes);
        Page<Sample> page = Documents.page(Sample.class, bytes);

        assertThat(page.nextLink()).isEqualTo(tree.path("links").path("next").textValue());
        assertThat(page.data()).hasSize(tree.path("data").size());
        JsonNode paging = tree.path("meta").path("paging");
        assertThat(page.total())
                .isEqualTo(paging.isObject() ? paging.path("total").intValue() : null);
        assertThat(page.limit()).isEqualTo(paging.isObject() ? 50 : null);
        for (int i = 0; i < page.data().size(); i++) {
            compare(
                    page.data().get(i),
                    tree.path("data").get(i),
                    exactTree.path("data").get(i),
                    tree.path("included"));
        }
        compareIncluded(page.included(), exactTree.path("included"));
        assertThat(page.json()).isEqualTo(new String(bytes, StandardCharsets.UTF_8).replaceFirst("^\ufeff", ""));
        assertThat(exact.readTree(writing.writeValueAsBytes(page))).isEqualTo(exactTree);
        assertThat(exact.readTree(writing.writeValueAsBytes(page.data()))).isEqualTo(exactTree.path("data"));
        return page.data().size();
    }

    private void compare(Sample sample, JsonNode tree, JsonNode exactTree, JsonNode included) throws IOException {
        assertThat(sample.id()).isEqualTo(tree.path("id").textValue());
        assertThat(exact.readTree(sample.unknownFields().json())).isEqualTo(exactTree);
        new Attributes(tree.path("attributes"), exactTree.path("attributes")).compare(sample);

        Map<String, @Nullable Object> members =
                unknown(exactTree, Set.of("id", "type", "attributes", "relationships", "links"));
        if (!"samples".equals(tree.path("type").textValue())) {
            members.put("type", plain(exactTree.path("type")));
        }
        for (String name : List.of("attributes", "relationships")) {
            JsonNode member = exactTree.path(name);
            if (!member.isObject() && !member.isNull() && !member.isMissingNode()) {
                members.put(name, plain(member));
            }
        }
        assertThat(sample.unknownFields().members()).isEqualTo(members);

        JsonNode relationships = exactTree.path("relationships");
        compare(sample.one(), relationships.path("one"), included);
        compare(sample.renamedOne(), relationships.path("native"), included);
        compare(sample.many(), relationships.path("many"), included);
        Map<String, @Nullable Object> odd = unknown(relationships, Set.of("one", "many", "native"));
        for (String name : List.of("one", "many", "native")) {
            JsonNode relationship = relationships.path(name);
            if (!relationship.isMissingNode() && !isAsDocumented(relationship)) {
                odd.put(name, plain(relationship));
            }
        }
        assertThat(sample.unknownFields().relationships()).isEqualTo(odd);
    }

    private void compare(ToOne<Other> one, JsonNode relationship, JsonNode included) {
        List<ResourceIdentifier> identifiers = identifiers(relationship);
        assertThat(one.hasData()).isEqualTo(hasData(relationship));
        assertThat(one.identifier()).isEqualTo(identifiers.isEmpty() ? null : identifiers.get(0));
        assertThat(one.links()).isEqualTo(links(relationship));
        assertThat(one.included().map(Other::name).orElse(null))
                .isEqualTo(identifiers.isEmpty() ? null : name(included, identifiers.get(0)));
    }

    private void compare(ToMany<Other> many, JsonNode relationship, JsonNode included) {
        List<ResourceIdentifier> identifiers = identifiers(relationship);
        assertThat(many.hasData()).isEqualTo(hasData(relationship));
        assertThat(many.identifiers()).isEqualTo(identifiers);
        assertThat(many.links()).isEqualTo(links(relationship));
        List<@Nullable String> names = new ArrayList<>();
        for (ResourceIdentifier identifier : identifiers) {
            String name = name(included, identifier);
            if (name != null) {
                names.add(name);
            }
        }
        assertThat(many.included().stream().map(Other::name).toList()).isEqualTo(names);
    }

    private void compareIncluded(Included included, JsonNode tree) throws IOException {
        Map<ResourceIdentifier, JsonNode> expected = new LinkedHashMap<>();
        tree.forEach(node -> identifiersOf(node).forEach(identifier -> expected.putIfAbsent(identifier, node)));
        assertThat(new ArrayList<>(included.identifiers())).isEqualTo(new ArrayList<>(expected.keySet()));
        for (Map.Entry<ResourceIdentifier, JsonNode> each : expected.entrySet()) {
            ResourceIdentifier identifier = each.getKey();
            JsonNode node = each.getValue();
            assertThat(exact.readTree(included.json(identifier).orElseThrow())).isEqualTo(node);
            if (identifier.type().equals("others")) {
                Other other = included.find(Other.class, identifier.id()).orElseThrow();
                assertThat(other.unknownFields().attributes())
                        .isEqualTo(unknown(node.path("attributes"), Set.of("name")));
                assertThat(other.unknownFields().members())
                        .isEqualTo(unknown(node, Set.of("id", "type", "attributes")));
            }
        }
    }

    private static @Nullable String name(JsonNode included, ResourceIdentifier identifier) {
        for (JsonNode node : included) {
            if (identifiersOf(node).contains(identifier)) {
                return node.path("attributes").path("name").textValue();
            }
        }
        return null;
    }

    private static boolean hasData(JsonNode relationship) {
        JsonNode data = relationship.path("data");
        return data.isNull() || data.isArray() || !identifiersOf(data).isEmpty();
    }

    private static boolean isAsDocumented(JsonNode relationship) {
        JsonNode data = relationship.path("data");
        boolean whole = data.isArray() ? identifiers(relationship).size() == data.size() : hasData(relationship);
        return relationship.isNull() || (relationship.isObject() && (data.isMissingNode() || whole));
    }

    private static List<ResourceIdentifier> identifiers(JsonNode relationship) {
        JsonNode data = relationship.path("data");
        List<ResourceIdentifier> identifiers = new ArrayList<>(identifiersOf(data));
        if (data.isArray()) {
            data.forEach(node -> identifiers.addAll(identifiersOf(node)));
        }
        return identifiers;
    }

    private static List<ResourceIdentifier> identifiersOf(JsonNode node) {
        String type = node.path("type").textValue();
        String id = node.path("id").textValue();
        return type == null || id == null ? List.of() : List.of(new ResourceIdentifier(type, id));
    }

    private static Links links(JsonNode relationship) {
        JsonNode links = relationship.path("links");
        return new Links(links.path("self").textValue(), links.path("related").textValue());
    }

    private static Map<String, @Nullable Object> unknown(JsonNode object, Set<String> known) {
        Map<String, @Nullable Object> unknown = new LinkedHashMap<>();
        object.properties().forEach(entry -> unknown.put(entry.getKey(), plain(entry.getValue())));
        unknown.keySet().removeAll(known);
        return unknown;
    }

    /** The expected value of each attribute by the tree, and which ones are expected as raw JSON. */
    private static final class Attributes {

        private final JsonNode tree;
        private final JsonNode exactTree;
        private final Map<String, @Nullable Object> raw = new LinkedHashMap<>();

        Attributes(JsonNode tree, JsonNode exactTree) {
            this.tree = tree;
            this.exactTree = exactTree;
        }

        void compare(Sample sample) {
            assertThat(sample.text()).isEqualTo(read("text", Attributes::text));
            assertThat(sample.renamed()).isEqualTo(read("class", Attributes::text));
            assertThat(sample.flag()).isEqualTo(read("flag", node -> node.isBoolean() ? node.booleanValue() : null));
            assertThat(sample.number()).isEqualTo(read("number", node -> node.isInt() ? node.intValue() : null));
            assertThat(sample.longNumber())
                    .isEqualTo(read(
                            "longNumber",
                            node -> node.isIntegralNumber() && node.canConvertToLong() ? node.longValue() : null));
            assertThat(sample.fraction())
                    .isEqualTo(read("fraction", node -> node.isNumber() ? node.doubleValue() : null));
            assertThat(sample.exact()).isEqualTo(read("exact", node -> node.isNumber() ? node.decimalValue() : null));
            assertThat(sample.uri())
                    .isEqualTo(read("uri", node -> parsed(node, IllegalArgumentException.class, URI::create)));
            assertThat(sample.date())
                    .isEqualTo(read("date", node -> parsed(node, DateTimeException.class, LocalDate::parse)));
            assertThat(sample.dateTime())
                    .isEqualTo(read("dateTime", node -> parsed(node, DateTimeException.class, Attributes::dateTime)));
            assertThat(sample.color()).isEqualTo(read("color", Attributes::color));
            assertThat(sample.texts()).isEqualTo(read("texts", node -> list(node, Attributes::text)));
            assertThat(sample.colors()).isEqualTo(read("colors", node -> list(node, Attributes::color)));
            assertThat(sample.part()).isEqualTo(read("part", Attributes::part));
            assertThat(sample.parts()).isEqualTo(read("parts", node -> list(withoutNulls(node), Attributes::part)));
            assertThat(sample.json()).isEqualTo(read("json", PlainJson::plain));
            assertThat(sample.jsons()).isEqualTo(read("jsons", node -> list(node, PlainJson::plain)));
            raw.putAll(unknown(
                    exactTree,
                    Set.of(
                            "text",
                            "class",
                            "flag",
                            "number",
                            "longNumber",
                            "fraction",
                            "exact",
                            "uri",
                            "date",
                            "dateTime",
                            "color",
                            "texts",
                            "colors",
                            "part",
                            "parts",
                            "json",
                            "jsons")));
            for (String name : List.of("part", "parts")) {
                if (hasExtras(tree.path(name))) {
                    raw.put(name, plain(exactTree.path(name)));
                }
            }
            assertThat(sample.unknownFields().attributes()).isEqualTo(raw);
        }

        private @Nullable Object read(String name, Function<JsonNode, @Nullable Object> reader) {
            JsonNode node = tree.path(name);
            if (node.isMissingNode() || node.isNull()) {
                return null;
            }
            Object value = reader.apply(exactTree.path(name));
            if (value == null) {
                raw.put(name, plain(exactTree.path(name)));
            }
            return value;
        }

        private static @Nullable Object text(JsonNode node) {
            if (node.isNumber()) {
                return node.decimalValue().toString();
            }
            return node.isValueNode() && !node.isNull() ? node.asText() : null;
        }

        private static @Nullable Object color(JsonNode node) {
            return node.isTextual() ? Color.of(node.textValue()) : null;
        }

        private static OffsetDateTime dateTime(String text) {
            return text.endsWith("+0000")
                    ? OffsetDateTime.parse(text.replace("+0000", "+00:00"))
                    : OffsetDateTime.parse(text, DateTimeFormatter.ISO_OFFSET_DATE_TIME);
        }

        private static @Nullable Object parsed(
                JsonNode node, Class<? extends RuntimeException> refusal, Function<String, Object> parse) {
            try {
                return node.isTextual() ? parse.apply(node.textValue()) : null;
            } catch (RuntimeException e) {
                assertThat(e).isInstanceOf(refusal);
                return null;
            }
        }

        private static @Nullable Object list(JsonNode node, Function<JsonNode, @Nullable Object> reader) {
            if (!node.isArray()) {
                return null;
            }
            List<Object> values = new ArrayList<>();
            for (JsonNode element : node) {
                Object value = element.isNull() ? null : reader.apply(element);
                if (value == null) {
                    return null;
                }
                values.add(value);
            }
            return values;
        }

        private static JsonNode withoutNulls(JsonNode node) {
            if (!node.isArray()) {
                return node;
            }
            ArrayNode others = JsonNodeFactory.instance.arrayNode();
            node.forEach(element -> {
                if (!element.isNull()) {
                    others.add(element);
                }
            });
            return others;
        }

        private static @Nullable Object part(JsonNode node) {
            if (!node.isObject()) {
                return null;
            }
            JsonNode inner = node.path("inner");
            return new Part(
                    (String) text(node.path("name")),
                    node.path("width").isInt() ? node.path("width").intValue() : null,
                    node.path("default").isBoolean() ? node.path("default").booleanValue() : null,
                    inner.isObject() ? new Inner(numbers(inner.path("numbers"))) : null);
        }

        @SuppressWarnings("unchecked") // The elements are created here.
        private static @Nullable List<Integer> numbers(JsonNode node) {
            return (List<Integer>) list(node, element -> element.isInt() ? element.intValue() : null);
        }

        /** Whether an object, or an object in a list, contains something that the record cannot hold. */
        private static boolean hasExtras(JsonNode node) {
            if (node.isArray()) {
                for (JsonNode element : node) {
                    if (element.isNull() || hasExtras(element)) {
                        return true;
                    }
                }
            }
            JsonNode numbers = node.path("inner").path("numbers");
            return node.isObject()
                    && (!unknown(node, Set.of("name", "width", "default", "inner"))
                                    .isEmpty()
                            || isLost(node.path("name"), text(node.path("name")))
                            || isLost(node.path("width"), node.path("width").isInt() ? 1 : null)
                            || isLost(numbers, numbers(numbers)));
        }

        private static boolean isLost(JsonNode node, @Nullable Object value) {
            return value == null && !node.isMissingNode() && !node.isNull();
        }
    }
}
