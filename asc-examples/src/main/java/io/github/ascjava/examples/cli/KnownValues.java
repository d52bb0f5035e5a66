package io.github.ascjava.examples.cli;

import io.github.ascjava.client.jsonapi.OpenEnum;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** The documented values of the library's types; without them, only Apple would notice a typing error. */
public final class KnownValues {

    private KnownValues() {}

    /** Returns all documented values, in the order of the document. */
    public static <E extends OpenEnum> List<E> of(Class<E> type) {
        return Arrays.stream(type.getFields())
                .filter(field -> field.getType() == type)
                .map(field -> type.cast(valueOf(field)))
                .toList();
    }

    /** Returns all documented values but one. */
    public static <E extends OpenEnum> List<E> except(E value, Class<E> type) {
        return of(type).stream().filter(each -> !each.equals(value)).toList();
    }

    /** Returns the value with this text, in any case. */
    public static <E extends OpenEnum> Optional<E> find(List<E> values, String text) {
        String wanted = text.strip().toUpperCase(Locale.ROOT);
        return values.stream().filter(each -> each.value().equals(wanted)).findFirst();
    }

    private static Object valueOf(Field field) {
        try {
            return Objects.requireNonNull(field.get(null));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("Public constants can be read.", e);
        }
    }
}
