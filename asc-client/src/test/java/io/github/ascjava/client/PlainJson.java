package io.github.ascjava.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compares JSON texts and plain Java values with Jackson's trees. */
public final class PlainJson {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final ObjectMapper EXACT = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private PlainJson() {}

    /** Parses a JSON text. */
    public static JsonNode tree(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(json, e);
        }
    }

    /** Returns the plain value expected from reading a JSON text; numbers with all of their digits. */
    public static @Nullable Object plain(String json) {
        try {
            return plain(EXACT.readTree(json));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(json, e);
        }
    }

    /** Returns the plain value of a tree; numbers have the digits that the tree's mapper kept. */
    public static @Nullable Object plain(JsonNode tree) {
        return switch (tree.getNodeType()) {
            case OBJECT -> {
                Map<String, @Nullable Object> object = new LinkedHashMap<>();
                tree.properties().forEach(member -> object.put(member.getKey(), plain(member.getValue())));
                yield object;
            }
            case ARRAY -> {
                List<@Nullable Object> list = new ArrayList<>();
                tree.forEach(element -> list.add(plain(element)));
                yield list;
            }
            case NUMBER -> tree.decimalValue();
            case BOOLEAN -> tree.booleanValue();
            case STRING -> tree.textValue();
            case NULL -> null;
            default -> throw new IllegalArgumentException(tree.getNodeType() + " is not JSON.");
        };
    }

    /** Returns whether a plain value contains exactly the content of a tree. */
    public static boolean isSame(@Nullable Object plain, JsonNode tree) {
        if (plain instanceof Map<?, ?> map) {
            return tree.isObject()
                    && map.size() == tree.size()
                    && tree.properties().stream()
                            .allMatch(each ->
                                    map.containsKey(each.getKey()) && isSame(map.get(each.getKey()), each.getValue()));
        }
        if (plain instanceof List<?> list) {
            Iterator<JsonNode> elements = tree.elements();
            return tree.isArray()
                    && list.size() == tree.size()
                    && list.stream().allMatch(each -> isSame(each, elements.next()));
        }
        if (plain instanceof BigDecimal number) {
            return tree.isNumber()
                    // A tree may contain infinity for a number that exceeds a double.
                    && (number.doubleValue() == tree.doubleValue() || number.compareTo(tree.decimalValue()) == 0);
        }
        if (plain instanceof String text && tree.isNumber()) {
            return Double.parseDouble(text) == tree.doubleValue();
        }
        if (plain instanceof Boolean bool) {
            return tree.isBoolean() && bool == tree.booleanValue();
        }
        return plain == null ? tree.isNull() : plain.equals(tree.textValue());
    }
}
