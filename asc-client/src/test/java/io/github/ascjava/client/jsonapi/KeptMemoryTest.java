package io.github.ascjava.client.jsonapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How many bytes of a response stay in memory with its values. */
class KeptMemoryTest {

    private static final int ELEMENTS = 100;

    @Test
    void aResourceOfAListKeepsAtMostEightTimesItsOwnBytes() throws IOException {
        for (int length : new int[] {0, 500, 3_000, 5_000, 9_000, 20_000, 100_000}) {
            Page<Sample> page = Documents.page(Sample.class, list(length, ""));

            for (Sample sample : page.data()) {
                assertThat(keptBytes(sample))
                        .isLessThanOrEqualTo(8L * sample.unknownFields().json().length());
            }
        }
    }

    @Test
    void itKeepsOnlyTheIncludedResourcesThatItLeadsTo() throws IOException {
        String included = IntStream.range(0, ELEMENTS)
                .mapToObj(i -> "{\"type\": \"others\", \"id\": \"%d\", \"x\": \"%s\"}".formatted(i, "x".repeat(1_000)))
                .collect(Collectors.joining(",", ", \"included\": [", "]"));
        Sample sample = Documents.page(Sample.class, list(500, included)).data().get(7);

        Sample.Other other = sample.one().included().orElseThrow();
        int own = sample.unknownFields().json().length()
                + other.unknownFields().json().length();
        assertThat(keptBytes(sample)).isBetween((long) own, 8L * own);
        assertThat(keptBytes(other)).isLessThan(own);
    }

    @Test
    void anElementThatIsNotAResourceKeepsItsOwnBytesToo() throws IOException {
        Page<Metric> page = Documents.page(Metric.class, list(500, ""));

        assertThat(keptBytes(page.data().get(7)))
                .isLessThanOrEqualTo(
                        2L * page.data().get(7).unknownFields().json().length());
    }

    @Test
    void aPageKeepsItsWholeResponse() throws IOException {
        String json = list(500, "");

        assertThat(keptBytes(Documents.page(Sample.class, json))).isGreaterThanOrEqualTo(json.length());
    }

    private static String list(int length, String included) {
        return IntStream.range(0, ELEMENTS)
                .mapToObj(i -> """
                        {"type": "samples", "id": "%1$d", "relationships": {
                            "one": {"data": {"type": "others", "id": "%1$d"}}, "other": {"links": {"self": "%2$s"}}}}""".formatted(i, "x".repeat(length)))
                .collect(Collectors.joining(",", "{\"data\": [", "]" + included + "}"));
    }

    /** Sums up the byte arrays that an object leads to, without those of texts and of what all resources share. */
    private static long keptBytes(Object start) {
        Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Object> open = new ArrayDeque<>();
        open.add(start);
        long sum = 0;
        while (!open.isEmpty()) {
            Object object = open.remove();
            if (!seen.add(object) || isShared(object)) {
                continue;
            }
            if (object instanceof byte[] bytes) {
                sum += bytes.length;
            } else if (object instanceof Map<?, ?> map) {
                map.forEach((key, value) -> add(open, value));
            } else if (object instanceof Collection<?> collection) {
                collection.forEach(element -> add(open, element));
            } else if (object instanceof Object[] array) {
                for (int i = 0; i < array.length; i++) {
                    add(open, Array.get(array, i));
                }
            } else if (!object.getClass().getName().startsWith("java.")) {
                fields(object, open);
            }
        }
        return sum;
    }

    private static boolean isShared(Object object) {
        return object instanceof Json
                || object instanceof ResourceReaders
                || object instanceof Class
                || object instanceof Enum
                || object instanceof String;
    }

    private static void add(Deque<Object> open, @Nullable Object object) {
        if (object != null) {
            open.add(object);
        }
    }

    private static void fields(Object object, Deque<Object> open) {
        for (Class<?> type = object.getClass(); type != null && type != Object.class; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers()) && !field.getType().isPrimitive()) {
                    try {
                        field.setAccessible(true);
                        add(open, field.get(object));
                    } catch (IllegalAccessException e) {
                        throw new IllegalStateException(e);
                    }
                }
            }
        }
    }

    /** An element of a list that is not a resource. */
    public record Metric(@Nullable String id, UnknownFields unknownFields) implements JsonResponse {}
}
