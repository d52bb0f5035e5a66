package io.github.ascjava.codegen;

import io.github.ascjava.codegen.Model.Value;

/** Writes string-backed value types. */
final class ValueWriter {

    private ValueWriter() {}

    static JavaFile write(Value value, Descriptions descriptions, Usages usages, DeprecatedValues deprecated) {
        JavaFile file = new JavaFile(value.name());
        String name = value.name().name();
        String about = descriptions.of(name);
        if (about == null) {
            file.line("/** $L; Apple may send values that are not listed here. */", usages.of(value.name()));
        } else {
            file.line("/** $L Apple may send values that are not listed here.$L */", about, descriptions.see(name));
        }
        begin(file, value, Library.OPEN_ENUM);
        for (String each : value.values()) {
            String doc = descriptions.of(name + "." + Names.constant(each));
            String sentence = deprecated.sentence(value.name(), each);
            if (sentence != null) {
                file.doc(true, sentence);
            } else if (doc != null) {
                file.line("/** $L */", doc);
            }
            constant(file, value, each, "of");
        }
        end(file, value, "value");
        factory(file, value);
        return file.line("}");
    }

    /** Writes the type of a resource's fields. */
    static JavaFile writeField(Value field) {
        JavaFile file = new JavaFile(field.name());
        file.line("/** A field of {@code $L}, for {@code fields} of queries. */", field.description());
        return writeName(file, field, Library.FIELD, "\"" + field.description() + "\", value");
    }

    /** Writes the type of the resources that can be included with a resource. */
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
            // The document lists no values, so users create them.
            factory(file, value);
        }
        return file.line("}");
    }

    /** Writes a type nested in its query class, whose values are only used in queries. */
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
        begin(file, value, parent);
        value.values().forEach(each -> constant(file, value, each, made));
        end(file, value, superArguments);
    }

    private static void begin(JavaFile file, Value value, JavaType parent) {
        JavaType type = value.name();
        String modifiers = type.innerName().isEmpty() ? "public final" : "public static final";
        file.line("$L class $T extends $T {", modifiers, type, parent);
    }

    private static void constant(JavaFile file, Value value, String text, String made) {
        file.line("public static final $T $L = $L($S);", value.name(), Names.constant(text), made, text);
    }

    private static void end(JavaFile file, Value value, String superArguments) {
        file.line("private $T($T value) {", value.name(), String.class)
                .line("super($L);", superArguments)
                .line("}");
    }
}
