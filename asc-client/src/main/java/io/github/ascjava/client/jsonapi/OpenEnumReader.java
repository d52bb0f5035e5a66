package io.github.ascjava.client.jsonapi;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads values of one string-backed type; a documented value is read as its constant, to save an object. */
final class OpenEnumReader implements ValueReader {

    private final Map<String, OpenEnum> constants;
    private final Constructor<? extends OpenEnum> constructor;

    private OpenEnumReader(Map<String, OpenEnum> constants, Constructor<? extends OpenEnum> constructor) {
        this.constants = constants;
        this.constructor = constructor;
    }

    static OpenEnumReader of(Class<? extends OpenEnum> type) {
        Map<String, OpenEnum> constants = new HashMap<>();
        try {
            for (Field field : type.getFields()) {
                if (Modifier.isStatic(field.getModifiers()) && field.getType() == type) {
                    OpenEnum constant = type.cast(field.get(null));
                    constants.put(constant.value(), constant);
                }
            }
            Constructor<? extends OpenEnum> constructor = type.getDeclaredConstructor(String.class);
            constructor.setAccessible(true);
            return new OpenEnumReader(constants, constructor);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(type.getName() + " needs a constructor that takes its value.", e);
        }
    }

    @Override
    public @Nullable Object read(JsonReader reader) throws IOException {
        if (reader.parser().currentToken() != JsonToken.VALUE_STRING) {
            return ValueReaders.lost(reader);
        }
        String value = reader.parser().getText();
        OpenEnum constant = constants.get(value);
        return constant == null ? create(value) : constant;
    }

    private OpenEnum create(String value) {
        try {
            return constructor.newInstance(value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The constructor of an open enum takes any text.", e);
        }
    }
}
