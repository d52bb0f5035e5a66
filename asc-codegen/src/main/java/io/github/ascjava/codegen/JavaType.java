package io.github.ascjava.codegen;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A Java type: a class or a primitive, with its type arguments. The {@link JavaFile} that uses it decides how it is
 * written.
 *
 * @param packageName the package; {@code java.lang} for primitives
 * @param name the name; for a nested class with that of the outer one, such as {@code ListUsers.Sort}
 */
record JavaType(String packageName, String name, List<JavaType> arguments) {

    static final JavaType STRING = of(String.class);
    static final JavaType BOOLEAN = of(Boolean.class);
    static final JavaType LONG = of(Long.class);
    static final JavaType DOUBLE = of(Double.class);
    static final JavaType URI = of(java.net.URI.class);
    static final JavaType DATE = of(LocalDate.class);
    static final JavaType DATE_TIME = of(OffsetDateTime.class);
    static final JavaType JSON = of(Object.class);
    static final JavaType VOID = of(Void.class);

    private static final Map<JavaType, JavaType> PRIMITIVES =
            Map.of(BOOLEAN, of(boolean.class), LONG, of(long.class), DOUBLE, of(double.class));

    JavaType(String packageName, String name) {
        this(packageName, name, List.of());
    }

    static JavaType of(Class<?> type, JavaType... arguments) {
        return new JavaType(type.getPackageName(), type.getSimpleName()).with(arguments);
    }

    static JavaType list(JavaType element) {
        return of(List.class, element);
    }

    static JavaType map(JavaType value) {
        return of(Map.class, STRING, value);
    }

    JavaType with(JavaType... typeArguments) {
        return new JavaType(packageName, name, List.of(typeArguments));
    }

    JavaType nested(String inner) {
        return new JavaType(packageName, name + "." + inner);
    }

    /** The name of the top-level class. */
    String outerName() {
        int dot = name.indexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }

    /** The part of the name after the outer class, or an empty text. */
    String innerName() {
        return name.substring(Math.min(name.length(), outerName().length() + 1));
    }

    /** The type in Java syntax, without packages. */
    String text() {
        return arguments.isEmpty()
                ? name
                : arguments.stream().map(JavaType::text).collect(Collectors.joining(", ", name + "<", ">"));
    }

    boolean isList() {
        return packageName.equals("java.util") && name.equals("List");
    }

    /** The primitive type if there is one, and otherwise the type itself. */
    JavaType unboxed() {
        return PRIMITIVES.getOrDefault(this, this);
    }

    /** The element type of a list, or the type itself. */
    JavaType element() {
        return isList() ? arguments.get(0) : this;
    }
}
