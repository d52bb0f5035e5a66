package io.github.ascjava.client.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.ascjava.client.jsonapi.OpenEnum;
import io.github.ascjava.client.jsonapi.Resource;
import io.github.ascjava.client.jsonapi.ResourceBody;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.net.URI;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Creates values of the types that builders accept, and complete bodies. */
final class Arguments {

    private static final int DEEPEST = 3;

    private Arguments() {}

    /** A body with the members that its builder requires. */
    static ResourceBody minimal(Class<?> type) {
        ResourceBody.Builder<?, ?> builder = builder(type);
        setMissing(builder);
        return builder.build();
    }

    /** A body with certain members and with those that its builder requires. */
    static ResourceBody with(Class<?> type, Iterable<String> members) {
        ResourceBody.Builder<?, ?> builder = builder(type);
        set(builder, members);
        return builder.build();
    }

    /** Sets certain members, and the required ones. */
    static void set(ResourceBody.Builder<?, ?> builder, Iterable<String> members) {
        members.forEach(member -> set(builder, member));
        setMissing(builder);
    }

    /** A body on which every setter was called; setters that create included resources come last. */
    static ResourceBody full(Class<?> type) {
        return full(type, 0);
    }

    private static ResourceBody full(Class<?> type, int depth) {
        ResourceBody.Builder<?, ?> builder = builder(type);
        for (Method setter : setters(builder.getClass())) {
            if (depth < DEEPEST || !isInline(setter)) {
                call(setter, builder, of(setter.getGenericParameterTypes()[0], depth + 1));
            }
        }
        return builder.build();
    }

    /** A builder with nothing set. */
    static ResourceBody.Builder<?, ?> builder(Class<?> type) {
        return (ResourceBody.Builder<?, ?>) call(factory(type), null);
    }

    /** Sets the required members that are not set, by the simplest setter of each. */
    static void setMissing(ResourceBody.Builder<?, ?> builder) {
        missing(builder).forEach(member -> set(builder, member));
    }

    private static void set(ResourceBody.Builder<?, ?> builder, String member) {
        Method setter = setters(builder.getClass()).stream()
                .filter(each -> sets(each, member))
                .findFirst()
                .orElseThrow(() -> new AssertionError(builder.getClass() + " has no setter for " + member + "."));
        call(setter, builder, of(setter.getGenericParameterTypes()[0], 1));
    }

    /** The members that the builder reports as missing. */
    static List<String> missing(ResourceBody.Builder<?, ?> builder) {
        try {
            builder.build();
            return List.of();
        } catch (IllegalStateException e) {
            return List.of(String.valueOf(e.getMessage())
                    .replaceFirst(".* requires: ", "")
                    .replaceFirst("\\. Set .*", "")
                    .split(", ", 0));
        }
    }

    /**
     * Whether a setter is for a member; a member with the name of a builder method has a setter that begins with its
     * owner's name.
     */
    static boolean sets(Method setter, String member) {
        String name = isInline(setter) ? setter.getName().substring("new".length()) : setter.getName();
        Class<?> owner = Objects.requireNonNull(setter.getDeclaringClass().getDeclaringClass());
        String prefix = owner.getSimpleName().replaceFirst("(Inline)?(Create|Update)$", "");
        return name.equalsIgnoreCase(member) || name.equalsIgnoreCase(prefix + member);
    }

    static Method factory(Class<?> type) {
        return Arrays.stream(type.getMethods())
                .filter(method -> method.getName().equals("builder"))
                .findFirst()
                .orElseThrow(() -> new AssertionError(type + " has no builder."));
    }

    /** The setters that a builder declares; those that create included resources come last. */
    static List<Method> setters(Class<?> builder) {
        return Arrays.stream(builder.getDeclaredMethods())
                .filter(method ->
                        method.getReturnType() == builder && method.getParameterCount() == 1 && !method.isSynthetic())
                .sorted(Comparator.comparing(Arguments::isInline)
                        .thenComparing(Method::getName)
                        .thenComparing(method -> method.getParameterTypes()[0].getName()))
                .toList();
    }

    static boolean isInline(Method setter) {
        Type type = setter.getGenericParameterTypes()[0];
        Type element = type instanceof ParameterizedType generic ? generic.getActualTypeArguments()[0] : type;
        return element instanceof Class<?> c && ResourceBody.class.isAssignableFrom(c);
    }

    static Object of(Type type) {
        return of(type, 0);
    }

    private static Object of(Type type, int depth) {
        if (type instanceof ParameterizedType generic) {
            Object element = of(generic.getActualTypeArguments()[generic.getActualTypeArguments().length - 1], depth);
            if (generic.getRawType() == Map.class) {
                return Map.of("key", element);
            }
            if (generic.getRawType() == List.class || generic.getRawType() == Collection.class) {
                return List.of(element);
            }
            throw new AssertionError("No argument can be made of the type " + type + ".");
        }
        Class<?> raw = (Class<?>) type;
        if (raw.isArray()) {
            Object array = Array.newInstance(raw.getComponentType(), 1);
            Array.set(array, 0, of(raw.getComponentType(), depth));
            return array;
        }
        if (ResourceBody.class.isAssignableFrom(raw)) {
            return full(raw, depth);
        }
        if (Resource.class.isAssignableFrom(raw)) {
            return resource(raw);
        }
        if (raw.isRecord()) {
            return record(raw, depth);
        }
        return simple(raw);
    }

    private static Object simple(Class<?> type) {
        if (type == String.class) {
            return "some text";
        } else if (type == Boolean.class || type == boolean.class) {
            return true;
        } else if (type == Long.class || type == long.class) {
            return 7L;
        } else if (type == Double.class || type == double.class) {
            return 1.5;
        } else if (type == URI.class) {
            return URI.create("https://example.com/a?b=c");
        } else if (type == LocalDate.class) {
            return LocalDate.of(2026, 1, 31);
        } else if (type == OffsetDateTime.class) {
            return OffsetDateTime.parse("2026-01-31T10:00:00-08:00");
        } else if (type == JsonNode.class) {
            return JsonNodeFactory.instance.objectNode().put("key", "value");
        } else if (OpenEnum.class.isAssignableFrom(type)) {
            return Generated.constants(type).values().iterator().next();
        }
        throw new AssertionError("No argument can be made of the type " + type + ".");
    }

    /** A resource with only an ID. */
    private static Object resource(Class<?> type) {
        RecordComponent[] components = Objects.requireNonNull(type.getRecordComponents());
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Object[] values = new Object[components.length];
        values[0] = "some-id";
        try {
            return type.getConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object record(Class<?> type, int depth) {
        Object builder = call(factory(type), null);
        for (Method setter : setters(builder.getClass())) {
            call(setter, builder, of(setter.getGenericParameterTypes()[0], depth + 1));
        }
        try {
            return builder.getClass().getMethod("build").invoke(builder);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    static Object call(Method method, @org.jspecify.annotations.Nullable Object target, Object... arguments) {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(method + " threw " + e.getCause(), e);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
