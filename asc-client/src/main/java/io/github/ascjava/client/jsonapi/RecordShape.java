package io.github.ascjava.client.jsonapi;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The shape of a record class: components in order, and the canonical constructor. */
final class RecordShape<T> {

    private final List<RecordComponent> components;
    private final Constructor<T> constructor;

    RecordShape(Class<T> type) {
        RecordComponent[] array = type.getRecordComponents();
        if (array == null) {
            throw new IllegalArgumentException(type.getName() + " is not a record, so it cannot be read from JSON.");
        }
        this.components = List.of(array);
        try {
            this.constructor = type.getDeclaredConstructor(
                    Arrays.stream(array).map(RecordComponent::getType).toArray(Class<?>[]::new));
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("Every record has a canonical constructor.", e);
        }
        constructor.trySetAccessible();
    }

    List<RecordComponent> components() {
        return components;
    }

    /** The name in JSON: that of the component, unless an annotation names another. */
    static String jsonName(RecordComponent component) {
        JsonName name = component.getAccessor().getAnnotation(JsonName.class);
        JsonProperty property = component.getAccessor().getAnnotation(JsonProperty.class);
        if (name != null) {
            return name.value();
        }
        return property == null ? component.getName() : property.value();
    }

    T create(@Nullable Object[] values) {
        try {
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(
                    "The record " + constructor.getDeclaringClass().getName()
                            + " could not be created; its constructor must accept any values, null included.",
                    e);
        }
    }
}
