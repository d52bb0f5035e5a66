package io.github.ascjava.testing.seed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.ascjava.testing.engine.Store;
import io.github.ascjava.testing.engine.StoredResource;
import io.github.ascjava.testing.engine.World;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts resources into a world, at times that are counted back from the sandbox's start. */
final class Planter {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final World world;
    private final Instant start;

    Planter(World world) {
        this.world = world;
        this.start = world.clock().instant();
    }

    World world() {
        return world;
    }

    Store store() {
        return world.store();
    }

    String uuid() {
        return world.ids().uuid();
    }

    /** Adds a resource; names and values of its attributes take turns. */
    StoredResource add(String type, String id, @Nullable Object... attributes) {
        ObjectNode json = JSON.objectNode();
        for (int i = 0; i < attributes.length; i += 2) {
            json.set(String.valueOf(attributes[i]), node(attributes[i + 1]));
        }
        return store().add(type, id, json);
    }

    /** Adds a resource with a random id that belongs to another one. */
    StoredResource addTo(StoredResource owner, String relationship, String type, @Nullable Object... attributes) {
        StoredResource added = add(type, uuid(), attributes);
        store().link(owner, relationship, added);
        return added;
    }

    /** The moment so many days before the start, at some time of that day. */
    Instant daysAgo(int days) {
        return start.minus(Duration.ofDays(days)).minus(Duration.ofSeconds(below(80_000)));
    }

    Instant start() {
        return start;
    }

    /** Returns a number from zero up to, not including, a bound. */
    int below(int bound) {
        return world.random().nextInt(bound);
    }

    /** By hand, because an ObjectMapper takes longer to get ready than the whole team. */
    private static JsonNode node(@Nullable Object value) {
        if (value == null) {
            return JSON.nullNode();
        }
        if (value instanceof Boolean flag) {
            return JSON.booleanNode(flag);
        }
        if (value instanceof Integer number) {
            return JSON.numberNode(number);
        }
        if (value instanceof Double number) {
            return JSON.numberNode(number);
        }
        if (value instanceof List<?> list) {
            ArrayNode array = JSON.arrayNode();
            list.forEach(each -> array.add(node(each)));
            return array;
        }
        if (value instanceof Map<?, ?> map) {
            ObjectNode object = JSON.objectNode();
            map.forEach((name, each) -> object.set(name.toString(), node(each)));
            return object;
        }
        return JSON.textNode(value.toString());
    }

    <T> T oneOf(List<T> values) {
        return values.get(below(values.size()));
    }
}
