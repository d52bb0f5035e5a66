package io.github.ascjava.client.jsonapi;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes records as text without their secrets: generated records that have any use it for {@code toString}.
 *
 * @since 0.1.0
 */
public final class MaskedText {

    private static final String MASK = "***";

    private MaskedText() {}

    /**
     * Returns the text that a record has by default, with {@code ***} in place of secrets; a secret that is null is shown
     * as null.
     *
     * @param record an instance of a public record
     * @param secrets the names of the components whose values are hidden
     */
    public static String of(Record record, String... secrets) {
        List<String> hidden = List.of(secrets);
        return Arrays.stream(record.getClass().getRecordComponents())
                .map(component -> component.getName() + "=" + text(record, component, hidden))
                .collect(Collectors.joining(", ", record.getClass().getSimpleName() + "[", "]"));
    }

    private static String text(Record record, RecordComponent component, List<String> hidden) {
        try {
            Object value = component.getAccessor().invoke(record);
            return value != null && hidden.contains(component.getName()) ? MASK : String.valueOf(value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(component + " is not readable.", e);
        }
    }
}
