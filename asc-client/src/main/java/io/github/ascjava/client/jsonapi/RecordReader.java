package io.github.ascjava.client.jsonapi;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads JSON objects within attributes, such as the token of an image, and whole responses that are not resources. */
final class RecordReader implements ValueReader {

    private final RecordShape<? extends Record> shape;
    private final Map<String, Integer> positions = new HashMap<>();
    private final ValueReaders all;
    private int unknownFieldsPosition = -1;
    /** Found on first use, because an object may contain objects of its own kind; threads may race for it. */
    private volatile ValueReader @Nullable [] readers;

    RecordReader(Class<? extends Record> type, ValueReaders all) {
        this.shape = new RecordShape<>(type);
        this.all = all;
        List<RecordComponent> components = shape.components();
        for (int i = 0; i < components.size(); i++) {
            if (components.get(i).getType() == UnknownFields.class) {
                unknownFieldsPosition = i;
            } else {
                positions.put(RecordShape.jsonName(components.get(i)), i);
            }
        }
    }

    private ValueReader[] readers() {
        ValueReader[] known = readers;
        if (known == null) {
            known = shape.components().stream()
                    .map(component -> component.getType() == UnknownFields.class
                            ? (ValueReader) ValueReaders::lost
                            : all.of(component.getGenericType()))
                    .toArray(ValueReader[]::new);
            readers = known;
        }
        return known;
    }

    @Override
    public @Nullable Object read(JsonReader reader) throws IOException {
        JsonParser parser = reader.parser();
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            return ValueReaders.lost(reader);
        }
        int start = reader.start();
        ValueReader[] byPosition = readers();
        @Nullable Object[] values = new Object[byPosition.length];
        Map<String, @Nullable Object> unknown = new LinkedHashMap<>();
        for (String name = reader.nextMember(); name != null; name = reader.nextMember()) {
            Integer position = positions.get(name);
            int valueStart = parser.currentToken().isStructStart() && keepsUnknown() ? reader.start() : -1;
            if (position != null) {
                values[position] = byPosition[position].read(reader);
            } else if (keepsUnknown()) {
                unknown.put(name, reader.plainValue());
            } else {
                parser.skipChildren();
                reader.reportLoss();
            }
            if (keepsUnknown() && reader.takeLoss()) {
                ByteRange range = valueStart >= 0 ? reader.rangeFrom(valueStart) : reader.skip();
                unknown.put(name, reader.document().value(range));
            }
        }
        if (keepsUnknown()) {
            ByteRange whole = reader.rangeFrom(start);
            ResourceSource source =
                    new DocumentSource(ResourceParts.ofValue(reader.document().keptBy(whole), whole), Set.of());
            values[unknownFieldsPosition] = new UnknownFields(source, unknown, Map.of());
        }
        return shape.create(values);
    }

    /** Whole responses keep unknown members; within an attribute the resource does so. */
    private boolean keepsUnknown() {
        return unknownFieldsPosition >= 0;
    }
}
