package io.github.ascjava.examples.cli;

import io.github.ascjava.client.jsonapi.OpenEnum;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** The values that a set of the library documents; a typing error would otherwise be noticed only by Apple. */
final class KnownValues {

    private KnownValues() {}

    /** Returns the documented value with this text, in any case. */
    static <E extends OpenEnum> Optional<E> find(Class<E> type, String text) {
        String wanted = text.strip().toUpperCase(Locale.ROOT);
        return all(type).stream().filter(each -> each.value().equals(wanted)).findFirst();
    }

    /** Returns all documented values. */
    static <E extends OpenEnum> List<E> all(Class<E> type) {
        return Arrays.stream(type.getFields())
                .filter(field -> field.getType() == type)
                .map(field -> type.cast(valueOf(field)))
                .toList();
    }

    private static Object valueOf(Field field) {
        try {
            return Objects.requireNonNull(field.get(null));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("Public constants can be read.", e);
        }
    }
}
