package io.github.ascjava.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compares JSON texts and plain Java values with Jackson's trees. */
public final class PlainJson {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private PlainJson() {}

    /** Reads a JSON text. */
    public static JsonNode tree(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(json, e);
        }
    }

    /** Returns whether a plain value holds all of a tree and nothing else. */
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
                    && (number.compareTo(tree.decimalValue()) == 0 || number.doubleValue() == tree.doubleValue());
        }
        if (plain instanceof Boolean bool) {
            return tree.isBoolean() && bool == tree.booleanValue();
        }
        return plain == null ? tree.isNull() : plain.equals(tree.textValue());
    }
}
