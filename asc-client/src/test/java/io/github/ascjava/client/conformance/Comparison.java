package io.github.ascjava.client.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.ascjava.client.PlainJson;
import io.github.ascjava.client.jsonapi.Included;
import io.github.ascjava.client.jsonapi.Links;
import io.github.ascjava.client.jsonapi.OpenEnum;
import io.github.ascjava.client.jsonapi.Resource;
import io.github.ascjava.client.jsonapi.ResourceIdentifier;
import io.github.ascjava.client.jsonapi.ToMany;
import io.github.ascjava.client.jsonapi.ToOne;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/** Compares decoded values with the JSON that they were decoded from. */
final class Comparison {

    private static final Set<String> DEFINED = Set.of("type", "id", "attributes", "relationships", "links");

    private final String place;
    private final List<String> problems;

    Comparison(String place, List<String> problems) {
        this.place = place;
        this.problems = problems;
    }

    /**
     * Compares a resource.
     *
     * @param wholly whether all of it is documented, so that there must be no unknown fields
     */
    void resource(JsonNode json, Resource resource, boolean wholly) {
        require(json.path("id").asText().equals(resource.id()), "id " + resource.id());
        require(json.path("type").asText().equals(resource.type()), "type " + resource.type());
        require(PlainJson.tree(resource.unknownFields().json()).equals(json), "the whole JSON of " + resource.type());
        require(!wholly || resource.unknownFields().isEmpty(), resource.type() + ": " + resource.unknownFields());
        Map<String, RecordComponent> components = Generated.components(resource.getClass());
        json.path("attributes").properties().forEach(attribute -> {
            RecordComponent component = components.get(attribute.getKey());
            boolean same = component != null
                    && !isRelationship(component)
                    && same(attribute.getValue(), value(component, resource));
            Map<String, ?> kept = resource.unknownFields().attributes();
            require(
                    same || isKept(kept, attribute),
                    resource.type() + "." + attribute.getKey() + " " + attribute.getValue());
        });
        json.path("relationships").properties().forEach(relationship -> {
            RecordComponent component = components.get(relationship.getKey());
            if (!isKept(resource.unknownFields().relationships(), relationship)) {
                require(
                        component != null
                                && isRelationship(component)
                                && holds(relationship.getValue(), value(component, resource)),
                        resource.type() + "." + relationship.getKey() + " " + relationship.getValue());
            }
        });
        json.properties().stream()
                .filter(member -> !DEFINED.contains(member.getKey()))
                .forEach(member ->
                        require(isKept(resource.unknownFields().members(), member), resource.type() + " " + member));
    }

    /** Compares included resources, each decoded as the first matching class of its type. */
    void included(JsonNode json, Included included, boolean wholly) {
        List<ResourceIdentifier> identifiers = new ArrayList<>();
        for (JsonNode each : json) {
            ResourceIdentifier identifier = new ResourceIdentifier(
                    each.path("type").asText(), each.path("id").asText());
            identifiers.add(identifier);
            require(
                    included.json(identifier)
                            .map(PlainJson::tree)
                            .filter(each::equals)
                            .isPresent(),
                    "the JSON of included " + identifier);
            // The IDs of the examples contain the schema's name.
            Class<?> type = Generated.model(identifier.id().replaceFirst("^id-of-", ""));
            Resource found = type == null
                    ? null
                    : included.find(type.asSubclass(Resource.class), identifier.id())
                            .orElse(null);
            if (found == null) {
                problems.add(place + ": included " + identifier + " is not found");
            } else {
                resource(each, found, wholly);
            }
        }
        require(identifiers.equals(List.copyOf(included.identifiers())), "included " + included.identifiers());
    }

    /** Checks that relationships return resources of the classes that the response documents. */
    void includedClasses(
            Resource resource, Map<String, String> schemaByType, BinaryOperator<@Nullable String> related) {
        for (RecordComponent component :
                Generated.components(resource.getClass()).values()) {
            if (!isRelationship(component)) {
                continue;
            }
            Object value = Objects.requireNonNull(value(component, resource));
            List<ResourceIdentifier> identifiers = identifiers(value);
            String schema = identifiers.isEmpty()
                    ? null
                    : schemaByType.get(identifiers.get(0).type());
            Class<?> target = (Class<?>) ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0];
            String name = resource.getClass().getSimpleName() + "." + component.getName();
            if (schema != null) {
                String own = related.apply(resource.getClass().getSimpleName(), Generated.jsonName(component));
                require(own == null || target == Generated.model(own), name + " leads to " + target + ", not " + own);
                require(
                        own != null || target == Generated.model(schema),
                        name + " leads to " + target + ", not " + schema);
                require(included(value).size() == 1, name + " included " + included(value));
                require(included(value).stream().allMatch(target::isInstance), name + " included another class");
            }
        }
    }

    private static boolean isKept(Map<String, ?> unknown, Map.Entry<String, JsonNode> member) {
        return unknown.containsKey(member.getKey())
                && PlainJson.isSame(unknown.get(member.getKey()), member.getValue());
    }

    private static boolean isRelationship(RecordComponent component) {
        return component.getType() == ToOne.class || component.getType() == ToMany.class;
    }

    private static boolean holds(JsonNode json, @Nullable Object relationship) {
        JsonNode data = json.path("data");
        boolean hasData;
        Links links;
        List<ResourceIdentifier> identifiers;
        if (relationship instanceof ToOne<?> one) {
            hasData = one.hasData();
            links = one.links();
            identifiers = identifiers(one);
        } else {
            ToMany<?> many = (ToMany<?>) Objects.requireNonNull(relationship);
            hasData = many.hasData();
            links = many.links();
            identifiers = many.identifiers();
        }
        List<ResourceIdentifier> sent = new ArrayList<>();
        for (JsonNode each : data.isArray() ? data : data.isObject() ? List.of(data) : List.<JsonNode>of()) {
            sent.add(new ResourceIdentifier(
                    each.path("type").asText(), each.path("id").asText()));
        }
        return hasData == !data.isMissingNode()
                && sent.equals(identifiers)
                && Objects.equals(json.path("links").path("self").textValue(), links.self())
                && Objects.equals(json.path("links").path("related").textValue(), links.related());
    }

    private static List<ResourceIdentifier> identifiers(Object relationship) {
        if (relationship instanceof ToOne<?> one) {
            ResourceIdentifier identifier = one.identifier();
            return identifier == null ? List.of() : List.of(identifier);
        }
        return ((ToMany<?>) relationship).identifiers();
    }

    private static List<?> included(Object relationship) {
        return relationship instanceof ToOne<?> one
                ? one.included().stream().toList()
                : ((ToMany<?>) relationship).included();
    }

    /** Returns whether a value contains everything that its JSON contains. */
    static boolean same(JsonNode json, @Nullable Object value) {
        if (value == null || json.isNull()) {
            return value == null && json.isNull();
        }
        if (value instanceof String || value instanceof OpenEnum) {
            return json.isValueNode() && json.asText().equals(value.toString());
        } else if (value instanceof Boolean bool) {
            return json.isBoolean() && json.booleanValue() == bool;
        } else if (value instanceof Double number) {
            // Digits beyond the precision of a double are lost; UnknownFields.json() keeps them.
            return json.isNumber() && json.doubleValue() == number;
        } else if (value instanceof Number number) {
            return json.isNumber() && json.decimalValue().compareTo(new BigDecimal(number.toString())) == 0;
        } else if (value instanceof OffsetDateTime time) {
            return json.isTextual() && OffsetDateTime.parse(json.textValue()).equals(time);
        } else if (value instanceof JsonNode node) {
            return node.equals(json);
        } else if (value instanceof List<?> list) {
            return sameList(json, list);
        } else if (value instanceof Map<?, ?> map) {
            return json.isObject()
                    && json.size() == map.size()
                    && json.properties().stream().allMatch(each -> same(each.getValue(), map.get(each.getKey())));
        } else if (value instanceof Record object) {
            return sameObject(json, object);
        }
        return json.isTextual() && json.textValue().equals(value.toString());
    }

    private static boolean sameList(JsonNode json, List<?> list) {
        if (!json.isArray() || json.size() != list.size()) {
            return false;
        }
        for (int i = 0; i < list.size(); i++) {
            if (!same(json.get(i), list.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean sameObject(JsonNode json, Record object) {
        Map<String, RecordComponent> components = Generated.components(object.getClass());
        return json.isObject()
                && json.properties().stream().allMatch(each -> {
                    RecordComponent component = components.get(each.getKey());
                    return component != null && same(each.getValue(), value(component, object));
                });
    }

    static @Nullable Object value(RecordComponent component, Object owner) {
        try {
            return component.getAccessor().invoke(owner);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private void require(boolean condition, String problem) {
        if (!condition) {
            problems.add(place + ": " + problem);
        }
    }
}
