package io.github.ascjava.client.conformance;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.ascjava.client.AppStoreConnect;
import io.github.ascjava.client.jsonapi.Field;
import io.github.ascjava.client.jsonapi.JsonName;
import io.github.ascjava.client.jsonapi.OpenEnum;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The generated classes other than the interfaces, found in the folder that they were compiled to. */
final class Generated {

    private static final Map<String, Class<?>> MODEL = scan("model");

    private Generated() {}

    private static Map<String, Class<?>> scan(String packageName) {
        Map<String, Class<?>> found = new TreeMap<>();
        try {
            Path root = Path.of(AppStoreConnect.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            Path start = root.resolve(AppStoreConnect.class.getPackageName().replace('.', '/'))
                    .resolve(packageName);
            try (Stream<Path> files = Files.walk(start)) {
                for (Path file : files.filter(Generated::isTopLevelClass).toList()) {
                    String name = root.relativize(file).toString().replaceAll("[/\\\\]", ".");
                    Class<?> type = Class.forName(name.substring(0, name.length() - ".class".length()));
                    found.put(type.getSimpleName(), type);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException | ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
        return found;
    }

    private static boolean isTopLevelClass(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.endsWith(".class") && name.indexOf('$') < 0 && !name.startsWith("package-info");
    }

    /** All classes of resources, bodies and values, by simple name. */
    static Map<String, Class<?>> model() {
        return MODEL;
    }

    /** The class generated from a schema, or null if there is none. */
    static @Nullable Class<?> model(String schema) {
        return MODEL.get(capitalized(schema));
    }

    /** The field class of each JSON:API type. */
    static Map<String, List<Class<?>>> fieldTypes() {
        Map<String, List<Class<?>>> types = new TreeMap<>();
        for (Class<?> type : MODEL.values()) {
            if (Field.class.isAssignableFrom(type)) {
                constants(type).values().stream()
                        .map(Field.class::cast)
                        .map(Field::resourceType)
                        .distinct()
                        .forEach(resource -> types.computeIfAbsent(resource, key -> new ArrayList<>())
                                .add(type));
            }
        }
        return types;
    }

    /** The constants of a string-backed type, by value. */
    static Map<String, OpenEnum> constants(Class<?> type) {
        Map<String, OpenEnum> constants = new LinkedHashMap<>();
        for (java.lang.reflect.Field field : type.getFields()) {
            if (Modifier.isStatic(field.getModifiers()) && field.getType() == type) {
                try {
                    OpenEnum constant = (OpenEnum) field.get(null);
                    if (constants.put(constant.value(), constant) != null) {
                        throw new AssertionError("Two constants of " + type + " have the value " + constant + ".");
                    }
                } catch (IllegalAccessException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
        return constants;
    }

    static String jsonName(RecordComponent component) {
        JsonName name = component.getAccessor().getAnnotation(JsonName.class);
        JsonProperty property = component.getAccessor().getAnnotation(JsonProperty.class);
        if (name != null) {
            return name.value();
        }
        return property == null ? component.getName() : property.value();
    }

    static Map<String, RecordComponent> components(Class<?> type) {
        Map<String, RecordComponent> components = new LinkedHashMap<>();
        RecordComponent[] all = type.getRecordComponents();
        if (all == null) {
            throw new AssertionError(type + " is not a record.");
        }
        for (RecordComponent component : all) {
            components.put(jsonName(component), component);
        }
        return components;
    }

    static String capitalized(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }
}
