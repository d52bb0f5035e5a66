package io.github.ascjava.client.jsonapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads resource objects into one record class.
 *
 * <p>What each component of the record is follows from its type and name: {@code id}, an attribute, a relationship
 * ({@link ToOne}, {@link ToMany}), or {@link Unrecognized}. That is worked out once per class. Reading then goes through
 * the JSON once.
 */
final class ResourceReader<T> {

    private final RecordShape<T> shape;
    private final @Nullable String type;
    private final Map<String, Attribute> attributes = new HashMap<>();
    private final List<Relationship> relationships = new ArrayList<>();
    private final Set<String> relationshipNames;
    private int idPosition = -1;
    private int unrecognizedPosition = -1;

    ResourceReader(Class<T> type, ValueReaders values) {
        this.shape = new RecordShape<>(type);
        ResourceType annotation = type.getAnnotation(ResourceType.class);
        this.type = annotation == null ? null : annotation.value();
        for (int i = 0; i < shape.components().size(); i++) {
            place(shape.components().get(i), i, values);
        }
        if (idPosition < 0) {
            throw new IllegalArgumentException(type.getName() + " has no component id, as every resource needs.");
        }
        this.relationshipNames =
                Set.copyOf(relationships.stream().map(Relationship::name).toList());
    }

    private void place(RecordComponent component, int position, ValueReaders values) {
        Class<?> raw = component.getType();
        if (component.getName().equals("id")) {
            idPosition = position;
        } else if (raw == Unrecognized.class) {
            unrecognizedPosition = position;
        } else if (raw == ToOne.class || raw == ToMany.class) {
            Type target = ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0];
            relationships.add(new Relationship(
                    RecordShape.jsonName(component), position, (Class<?>) target, raw == ToMany.class));
        } else {
            attributes.put(
                    RecordShape.jsonName(component), new Attribute(position, values.of(component.getGenericType())));
        }
    }

    /** Reads the JSON object at which the cursor stands, or returns null if it has no id and so is no resource. */
    @Nullable
    T read(Cursor cursor) throws IOException {
        Values values = new Values();
        ResourceParts parts = ResourceScanner.scan(cursor, values::readAttributes);
        return parts.id() == null ? null : values.resource(parts);
    }

    /** Reads a resource of which only the attributes have not been read yet. */
    T read(ResourceParts parts) throws IOException {
        Values values = new Values();
        if (parts.attributes() != null) {
            try (Cursor cursor = parts.document().cursor(parts.attributes())) {
                cursor.parser().nextToken();
                values.readAttributes(cursor);
            }
        }
        return values.resource(parts);
    }

    private record Attribute(int position, ValueReader reader) {}

    private record Relationship(String name, int position, Class<?> target, boolean toMany) {

        Object bind(Relationships all) {
            return toMany ? new ToMany<>(all, name, target) : new ToOne<>(all, name, target);
        }
    }

    /** The values of one resource to be, and what does not fit the class. */
    private final class Values {

        private final @Nullable Object[] byPosition =
                new Object[shape.components().size()];
        private final Map<String, JsonNode> unknown = new LinkedHashMap<>();

        @Nullable
        Slice readAttributes(Cursor cursor) throws IOException {
            for (String name = cursor.nextMember(); name != null; name = cursor.nextMember()) {
                Attribute attribute = attributes.get(name);
                if (attribute == null) {
                    unknown.put(name, cursor.document().tree(cursor.skip()));
                } else {
                    read(attribute, name, cursor);
                }
            }
            return null;
        }

        private void read(Attribute attribute, String name, Cursor cursor) throws IOException {
            int start = cursor.parser().currentToken().isStructStart() ? cursor.start() : -1;
            byPosition[attribute.position] = attribute.reader.read(cursor);
            if (cursor.takeLoss()) {
                Slice slice = start >= 0 ? cursor.sliceFrom(start) : cursor.skip();
                unknown.put(name, cursor.document().tree(slice));
            }
        }

        T resource(ResourceParts parts) {
            byPosition[idPosition] = parts.id();
            for (Relationship relationship : relationships) {
                byPosition[relationship.position] = relationship.bind(parts.relationships());
            }
            if (unrecognizedPosition >= 0) {
                byPosition[unrecognizedPosition] = new Unrecognized(
                        parts.document(),
                        parts.whole(),
                        unknown,
                        members(parts),
                        parts.relationships(),
                        relationshipNames);
            }
            return shape.create(byPosition);
        }
    }

    /** The relationship or operation decides the class; a type that does not fit is worth keeping, not failing for. */
    private Map<String, JsonNode> members(ResourceParts parts) {
        Map<String, JsonNode> members = new LinkedHashMap<>();
        parts.others()
                .forEach((name, slice) -> members.put(name, parts.document().tree(slice)));
        if (type != null && !type.equals(parts.type())) {
            JsonNode found = parts.document().tree(parts.whole()).get("type");
            if (found != null) {
                members.put("type", found);
            }
        }
        return members;
    }
}
