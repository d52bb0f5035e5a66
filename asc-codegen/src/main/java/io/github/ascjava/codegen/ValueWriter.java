package io.github.ascjava.codegen;

import io.github.ascjava.codegen.Model.Value;

/** Writes string-backed value types. */
final class ValueWriter {

    private ValueWriter() {}

    static JavaFile write(Value value) {
        JavaFile file = new JavaFile(value.name());
        file.line(
                "/** $L; Apple may send values that are not listed here. */",
                Names.capitalized(Names.withArticle(value.description())));
        constants(file, value, Library.OPEN_ENUM, "value", "of");
        factory(file, value);
        return file.line("}");
    }

    /** Writes the type of a resource's fields. */
    static JavaFile writeField(Value field) {
        JavaFile file = new JavaFile(field.name());
        file.line("/** A field of {@code $L}, for {@code fields} of queries. */", field.description());
        return writeName(file, field, Library.FIELD, "\"" + field.description() + "\", value");
    }

    /** Writes the type of what can be included with a resource. */
    static JavaFile writeInclude(Value include) {
        JavaFile file = new JavaFile(include.name());
        file.line(
                "/** What can be included with {@link $L}; not every operation includes all. */",
                include.description());
        return writeName(file, include, Library.INCLUDE, "value");
    }

    private static JavaFile writeName(JavaFile file, Value value, JavaType parent, String superArguments) {
        constants(file, value, parent, superArguments, "new " + value.name().name());
        if (value.values().isEmpty()) {
            // The document names no value, so users have to.
            factory(file, value);
        }
        return file.line("}");
    }

    /** Writes a type whose values are for queries only, within the query class. */
    static void writeNested(JavaFile file, Value value) {
        String made = "new " + value.name().innerName();
        constants(file, value, Library.OPEN_ENUM, "value", made);
        file.line("}");
    }

    private static void factory(JavaFile file, Value value) {
        file.line("/** Returns a value, listed here or not. */")
                .returning(
                        file.code("public static $T of($T value)", value.name(), String.class),
                        file.code("new $T(value)", value.name()));
    }

    private static void constants(JavaFile file, Value value, JavaType parent, String superArguments, String made) {
        JavaType type = value.name();
        String modifiers = type.innerName().isEmpty() ? "public final" : "public static final";
        file.line("$L class $T extends $T {", modifiers, type, parent);
        for (String each : value.values()) {
            file.line("public static final $T $L = $L($S);", type, Names.constant(each), made, each);
        }
        file.line("private $T($T value) {", type, String.class)
                .line("super($L);", superArguments)
                .line("}");
    }
}
