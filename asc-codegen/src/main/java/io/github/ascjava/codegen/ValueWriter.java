package io.github.ascjava.codegen;

import io.github.ascjava.codegen.Model.Value;

/** Writes string-backed value types. */
final class ValueWriter {

    private ValueWriter() {}

    static JavaFile write(Value value) {
        JavaFile file = new JavaFile(value.name().packageName(), value.name().name());
        file.line("/** " + Names.capitalized(Names.withArticle(value.description()))
                + "; Apple may send values that are not listed here. */");
        write(file, value);
        return file;
    }

    /** Writes the type of a resource's fields. */
    static JavaFile writeField(Value field) {
        String doc = "A field of {@code " + field.description() + "}, for {@code fields} of queries.";
        return writeName(field, doc, "Field", "super(\"" + field.description() + "\", value);");
    }

    /** Writes the type of what can be included with a resource. */
    static JavaFile writeInclude(Value include) {
        String doc =
                "What can be included with {@link " + include.description() + "}; not every operation includes all.";
        return writeName(include, doc, "Include", "super(value);");
    }

    private static JavaFile writeName(Value value, String doc, String parent, String superCall) {
        JavaFile file = new JavaFile(value.name().packageName(), value.name().name());
        file.uses("jsonapi." + parent).line("/** " + doc + " */");
        constants(file, value, "public final class ", parent, superCall);
        if (value.values().isEmpty()) {
            // The document names no value, so users have to.
            factory(file, value);
        }
        return file.line("}");
    }

    /** Writes a type whose values are for queries only, within the query class. */
    static void writeNested(JavaFile file, Value value) {
        file.uses("jsonapi.OpenEnum");
        constants(file, value, "public static final class ", "OpenEnum", "super(value);");
        file.line("}");
    }

    private static void write(JavaFile file, Value value) {
        file.uses("jsonapi.OpenEnum");
        constants(file, value, "public final class ", "OpenEnum", "super(value);");
        factory(file, value);
        file.line("}");
    }

    private static void factory(JavaFile file, Value value) {
        String name = value.name().name();
        file.line()
                .line("/** Returns a value, listed here or not. */")
                .line("public static " + name + " of(String value) {")
                .line("return new " + name + "(value);")
                .line("}");
    }

    private static void constants(JavaFile file, Value value, String declaration, String parent, String superCall) {
        String name = value.name().name();
        file.line(declaration + name + " extends " + parent + " {");
        for (String each : value.values()) {
            file.line("public static final " + name + " " + Names.constant(each) + " = new " + name + "(\"" + each
                    + "\");");
        }
        file.line().line("private " + name + "(String value) {").line(superCall).line("}");
    }
}
