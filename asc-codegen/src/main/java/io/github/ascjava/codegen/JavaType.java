package io.github.ascjava.codegen;

import java.util.Set;
import java.util.TreeSet;

/**
 * A Java type as it stands in source, with the classes that its file has to import.
 *
 * @param text the type, such as {@code List<UserRole>}
 * @param imports full names of the classes in it, {@code java.lang} left out
 */
record JavaType(String text, Set<String> imports) {

    static final JavaType STRING = new JavaType("String", Set.of());
    static final JavaType BOOLEAN = new JavaType("Boolean", Set.of());
    static final JavaType LONG = new JavaType("Long", Set.of());
    static final JavaType DOUBLE = new JavaType("Double", Set.of());
    static final JavaType URI = of("java.net.URI");
    static final JavaType DATE = of("java.time.LocalDate");
    static final JavaType DATE_TIME = of("java.time.OffsetDateTime");
    static final JavaType JSON = new JavaType("Object", Set.of());
    static final JavaType VOID = new JavaType("Void", Set.of());

    static JavaType of(String fullName) {
        return new JavaType(fullName.substring(fullName.lastIndexOf('.') + 1), Set.of(fullName));
    }

    static JavaType of(String fullName, JavaType argument) {
        Set<String> imports = new TreeSet<>(argument.imports);
        imports.add(fullName);
        return new JavaType(fullName.substring(fullName.lastIndexOf('.') + 1) + "<" + argument.text + ">", imports);
    }

    static JavaType list(JavaType element) {
        return of("java.util.List", element);
    }

    static JavaType map(JavaType value) {
        Set<String> imports = new TreeSet<>(value.imports);
        imports.add("java.util.Map");
        return new JavaType("Map<String, " + value.text + ">", imports);
    }

    boolean isList() {
        return text.startsWith("List<");
    }

    /** What is between the angle brackets. */
    JavaType argument() {
        Set<String> inner = new TreeSet<>(imports);
        inner.remove("java.util.List");
        return new JavaType(text.substring(text.indexOf('<') + 1, text.length() - 1), inner);
    }
}
