package io.github.ascjava.client.jsonapi;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
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
 * ({@link ToOne}, {@link ToMany}), or {@link Unrecognized}. That is worked out once
 * per class. Reading then goes through the JSON once; relationships are only marked, to be read when they are used.
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

    /**
     * Reads the resource object at which the cursor stands.
     *
     * @throws InvalidDocumentException if it is no resource object: no JSON object, or without an id
     */
    T read(Cursor cursor) throws IOException {
        JsonParser parser = cursor.parser();
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw new InvalidDocumentException("a resource should be a JSON object, but is " + parser.currentToken());
        }
        @Nullable Object[] values = new Object[shape.components().size()];
        Extras extras = new Extras();
        Slice relationshipsSlice = null;
        int start = cursor.start();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            switch (name) {
                case "id" -> {
                    values[idPosition] = parser.getValueAsString();
                    parser.skipChildren();
                }
                case "type" -> checkType(cursor, extras);
                case "attributes" -> readAttributes(cursor, values, extras);
                case "relationships" -> relationshipsSlice = objectOrNothing(cursor, name, extras);
                // Only the resource's own URL, which Unrecognized.json() has for whoever wants it.
                case "links" -> parser.skipChildren();
                default -> extras.members.put(name, cursor.document().tree(cursor.skip()));
            }
        }
        if (values[idPosition] == null) {
            throw new InvalidDocumentException("a resource of type " + type + " has no id");
        }
        Relationships all = new Relationships(cursor.document(), relationshipsSlice);
        for (Relationship relationship : relationships) {
            values[relationship.position] = relationship.bind(all);
        }
        if (unrecognizedPosition >= 0) {
            values[unrecognizedPosition] = new Unrecognized(
                    cursor.document(),
                    cursor.sliceFrom(start),
                    extras.attributes,
                    extras.members,
                    all,
                    relationshipNames);
        }
        return shape.create(values);
    }

    private void readAttributes(Cursor cursor, @Nullable Object[] values, Extras extras) throws IOException {
        JsonParser parser = cursor.parser();
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            objectOrNothing(cursor, "attributes", extras);
            return;
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken token = parser.nextToken();
            Attribute attribute = attributes.get(name);
            int start = token.isStructStart() || attribute == null ? cursor.start() : -1;
            if (attribute == null) {
                extras.attributes.put(name, cursor.document().tree(cursor.skip()));
                continue;
            }
            values[attribute.position] = attribute.reader.read(cursor);
            if (cursor.takeLoss()) {
                Slice slice = start >= 0 ? cursor.sliceFrom(start) : cursor.skip();
                extras.attributes.put(name, cursor.document().tree(slice));
            }
        }
    }

    /** The relationship or operation decides the class; a type that does not fit is worth keeping, not failing for. */
    private void checkType(Cursor cursor, Extras extras) throws IOException {
        String found = cursor.parser().getValueAsString();
        if (type != null && !type.equals(found)) {
            extras.members.put("type", cursor.document().tree(cursor.skip()));
        } else {
            cursor.parser().skipChildren();
        }
    }

    private static @Nullable Slice objectOrNothing(Cursor cursor, String name, Extras extras) throws IOException {
        JsonToken token = cursor.parser().currentToken();
        Slice slice = cursor.skip();
        if (token == JsonToken.START_OBJECT) {
            return slice;
        }
        if (token != JsonToken.VALUE_NULL) {
            extras.members.put(name, cursor.document().tree(slice));
        }
        return null;
    }

    private record Attribute(int position, ValueReader reader) {}

    private record Relationship(String name, int position, Class<?> target, boolean toMany) {

        Object bind(Relationships all) {
            return toMany ? new ToMany<>(all, name, target) : new ToOne<>(all, name, target);
        }
    }

    /** What does not fit the class, collected while reading. */
    private static final class Extras {

        private final Map<String, JsonNode> attributes = new LinkedHashMap<>();
        private final Map<String, JsonNode> members = new LinkedHashMap<>();
    }
}
