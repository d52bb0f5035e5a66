package io.github.ascjava.release.internal;

import io.github.ascjava.client.jsonapi.OpenEnum;
import io.github.ascjava.client.jsonapi.Resource;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The attributes of a resource by name, and which of them differ from wanted ones. */
public final class ResourceAttributes {

    private ResourceAttributes() {}

    /** Returns the types of all components by name. */
    public static Map<String, Class<?>> types(Class<? extends Resource> resource) {
        Map<String, Class<?>> types = new LinkedHashMap<>();
        for (RecordComponent each : resource.getRecordComponents()) {
            types.put(each.getName(), each.getType());
        }
        return types;
    }

    /** Returns the value of an attribute, null if it is unset or the resource is null. */
    public static @Nullable Object value(@Nullable Resource resource, String name) {
        if (resource == null) {
            return null;
        }
        RecordComponent component = Arrays.stream(resource.getClass().getRecordComponents())
                .filter(each -> each.getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        resource.getClass().getSimpleName() + " has no attribute " + name + "."));
        try {
            return component.getAccessor().invoke(resource);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("Accessors of records can be called.", e);
        }
    }

    /** Returns those wanted attributes that the resource does not have yet; all of them if the resource is null. */
    public static Map<String, Object> different(Map<String, Object> wanted, @Nullable Resource resource) {
        Map<String, Object> different = new LinkedHashMap<>();
        wanted.forEach((name, value) -> {
            if (!Objects.equals(text(value), text(value(resource, name)))) {
                different.put(name, value);
            }
        });
        return different;
    }

    /**
     * Returns how a value is shown and compared. Date-times are moments, whatever their offset; a fraction of a second and an
     * empty text are not worth a request, whether they are kept or not.
     */
    public static @Nullable String text(@Nullable Object value) {
        if (value == null) {
            return null;
        }
        if (value instanceof OffsetDateTime time) {
            return time.toInstant().truncatedTo(ChronoUnit.SECONDS).toString();
        }
        String text = value instanceof OpenEnum known ? known.value() : value.toString();
        return text.isEmpty() ? null : text;
    }
}
