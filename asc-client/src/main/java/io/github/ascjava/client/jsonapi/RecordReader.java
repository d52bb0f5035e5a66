package io.github.ascjava.client.jsonapi;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads JSON objects within attributes, such as the token of an image, and whole answers that are no resources. */
final class RecordReader implements ValueReader {

    private final RecordShape<? extends Record> shape;
    private final Map<String, Integer> positions = new HashMap<>();
    private final ValueReaders all;
    private int unrecognizedPosition = -1;
    /** Found when first needed, because an object may hold objects of its own kind; threads may race for it. */
    private volatile ValueReader @Nullable [] readers;

    RecordReader(Class<? extends Record> type, ValueReaders all) {
        this.shape = new RecordShape<>(type);
        this.all = all;
        List<RecordComponent> components = shape.components();
        for (int i = 0; i < components.size(); i++) {
            if (components.get(i).getType() == Unrecognized.class) {
                unrecognizedPosition = i;
            } else {
                positions.put(RecordShape.jsonName(components.get(i)), i);
            }
        }
    }

    private ValueReader[] readers() {
        ValueReader[] known = readers;
        if (known == null) {
            known = shape.components().stream()
                    .map(component -> component.getType() == Unrecognized.class
                            ? (ValueReader) ValueReaders::lost
                            : all.of(component.getGenericType()))
                    .toArray(ValueReader[]::new);
            readers = known;
        }
        return known;
    }

    @Override
    public @Nullable Object read(Cursor cursor) throws IOException {
        JsonParser parser = cursor.parser();
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            return ValueReaders.lost(cursor);
        }
        int start = cursor.start();
        ValueReader[] byPosition = readers();
        @Nullable Object[] values = new Object[byPosition.length];
        Map<String, JsonNode> unknown = new LinkedHashMap<>();
        for (String name = cursor.nextMember(); name != null; name = cursor.nextMember()) {
            Integer position = positions.get(name);
            int valueStart = parser.currentToken().isStructStart() && keepsUnknown() ? cursor.start() : -1;
            if (position != null) {
                values[position] = byPosition[position].read(cursor);
            } else if (keepsUnknown()) {
                unknown.put(name, cursor.document().tree(cursor.skip()));
            } else {
                parser.skipChildren();
                cursor.reportLoss();
            }
            if (keepsUnknown() && cursor.takeLoss()) {
                Slice slice = valueStart >= 0 ? cursor.sliceFrom(valueStart) : cursor.skip();
                unknown.put(name, cursor.document().tree(slice));
            }
        }
        if (keepsUnknown()) {
            Document document = cursor.document();
            values[unrecognizedPosition] = new Unrecognized(
                    document,
                    cursor.sliceFrom(start),
                    unknown,
                    Map.of(),
                    new Relationships(document, null, Map.of()),
                    Set.of());
        }
        return shape.create(values);
    }

    /** Whole answers keep what they do not know; within an attribute the resource does that. */
    private boolean keepsUnknown() {
        return unrecognizedPosition >= 0;
    }
}
