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
    private final ValueReader[] readers;

    RecordReader(Class<? extends Record> type, ValueReaders all) {
        this.shape = new RecordShape<>(type);
        List<RecordComponent> components = shape.components();
        this.readers = new ValueReader[components.size()];
        for (int i = 0; i < readers.length; i++) {
            positions.put(RecordShape.jsonName(components.get(i)), i);
            readers[i] = all.of(components.get(i).getGenericType());
        }
    }

    @Override
    public @Nullable Object read(Cursor cursor) throws IOException {
        JsonParser parser = cursor.parser();
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            return ValueReaders.lost(cursor);
        }
        @Nullable Object[] values = new Object[readers.length];
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            Integer position = positions.get(parser.currentName());
            parser.nextToken();
            if (position == null) {
                parser.skipChildren();
                cursor.reportLoss();
            } else {
                values[position] = readers[position].read(cursor);
            }
        }
        return shape.create(values);
    }
}
