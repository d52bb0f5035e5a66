package io.github.ascjava.client.jsonapi;

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
 * <p>The kind of each component of the record follows from its type and name: {@code id}, an attribute, a relationship
 * ({@link ToOne}, {@link ToMany}), or {@link UnknownFields}. The kinds are determined once per class. Reading scans the
 * JSON once.
 */
final class ResourceReader<T> {

    private final RecordShape<T> shape;
    private final @Nullable String type;
    private final Map<String, Attribute> attributes = new HashMap<>();
    private final List<Relationship> relationships = new ArrayList<>();
    private final Set<String> relationshipNames;
    private int idPosition = -1;
    private int unknownFieldsPosition = -1;

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
        } else if (raw == UnknownFields.class) {
            unknownFieldsPosition = position;
        } else if (raw == ToOne.class || raw == ToMany.class) {
            Type target = ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0];
            relationships.add(new Relationship(
                    RecordShape.jsonName(component), position, (Class<?>) target, raw == ToMany.class));
        } else {
            attributes.put(
                    RecordShape.jsonName(component), new Attribute(position, values.of(component.getGenericType())));
        }
    }

    /** Reads the JSON object at the reader's position, or returns null if it has no ID and is therefore not a resource. */
    @Nullable
    T read(JsonReader reader) throws IOException {
        Values values = new Values();
        ResourceParts parts = ResourceScanner.scan(reader, values::readAttributes);
        return parts.id() == null
                ? null
                : values.resource(parts.in(reader.document().keptBy(parts.whole())));
    }

    /** Reads a resource whose attributes have not been read yet. */
    T read(ResourceParts parts) throws IOException {
        Values values = new Values();
        if (parts.attributes() != null) {
            try (JsonReader reader = parts.document().reader(parts.attributes())) {
                reader.parser().nextToken();
                values.readAttributes(reader);
            }
        }
        return values.resource(parts);
    }

    private record Attribute(int position, ValueReader reader) {}

    private record Relationship(String name, int position, Class<?> target, boolean toMany) {

        Object bind(ResourceSource source) {
            return toMany ? new ToMany<>(source, name, target) : new ToOne<>(source, name, target);
        }
    }

    /** The values for a new resource, and those that do not fit the class. */
    private final class Values {

        private final @Nullable Object[] byPosition =
                new Object[shape.components().size()];
        private final Map<String, @Nullable Object> unknown = new LinkedHashMap<>();

        @Nullable
        ByteRange readAttributes(JsonReader reader) throws IOException {
            for (String name = reader.nextMember(); name != null; name = reader.nextMember()) {
                Attribute attribute = attributes.get(name);
                if (attribute == null) {
                    unknown.put(name, reader.plainValue());
                } else {
                    read(attribute, name, reader);
                }
            }
            return null;
        }

        private void read(Attribute attribute, String name, JsonReader reader) throws IOException {
            int start = reader.parser().currentToken().isStructStart() ? reader.start() : -1;
            byPosition[attribute.position] = attribute.reader.read(reader);
            if (reader.takeLoss()) {
                ByteRange range = start >= 0 ? reader.rangeFrom(start) : reader.skip();
                unknown.put(name, reader.document().value(range));
            }
        }

        T resource(ResourceParts parts) {
            ResourceSource source = new DocumentSource(parts, relationshipNames);
            byPosition[idPosition] = parts.id();
            for (Relationship relationship : relationships) {
                byPosition[relationship.position] = relationship.bind(source);
            }
            if (unknownFieldsPosition >= 0) {
                byPosition[unknownFieldsPosition] = new UnknownFields(source, unknown, members(parts));
            }
            return shape.create(byPosition);
        }
    }

    /** The relationship or operation determines the class; another type is kept and is not an error. */
    private Map<String, @Nullable Object> members(ResourceParts parts) {
        if (parts.others().isEmpty() && (type == null || type.equals(parts.type()))) {
            return Map.of();
        }
        Document document = parts.document();
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        parts.others().forEach((name, range) -> members.put(name, document.value(range)));
        if (type != null
                && !type.equals(parts.type())
                && document.value(parts.whole()) instanceof Map<?, ?> whole
                && whole.containsKey("type")) {
            members.put("type", whole.get("type"));
        }
        return members;
    }
}
