package io.github.ascjava.client.jsonapi;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads JSON objects within attributes, such as the token of an image, into records. */
final class RecordReader implements ValueReader {

    private final RecordShape<? extends Record> shape;
    private final Map<String, Integer> positions = new HashMap<>();
    private final ValueReaders all;
    /** Found when first needed, because an object may hold objects of its own kind; threads may race for it. */
    private volatile ValueReader @Nullable [] readers;

    RecordReader(Class<? extends Record> type, ValueReaders all) {
        this.shape = new RecordShape<>(type);
        this.all = all;
        List<RecordComponent> components = shape.components();
        for (int i = 0; i < components.size(); i++) {
            positions.put(RecordShape.jsonName(components.get(i)), i);
        }
    }

    private ValueReader[] readers() {
        ValueReader[] known = readers;
        if (known == null) {
            known = shape.components().stream()
                    .map(component -> all.of(component.getGenericType()))
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
        ValueReader[] byPosition = readers();
        @Nullable Object[] values = new Object[byPosition.length];
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            Integer position = positions.get(parser.currentName());
            parser.nextToken();
            if (position == null) {
                parser.skipChildren();
                cursor.reportLoss();
            } else {
                values[position] = byPosition[position].read(cursor);
            }
        }
        return shape.create(values);
    }
}
