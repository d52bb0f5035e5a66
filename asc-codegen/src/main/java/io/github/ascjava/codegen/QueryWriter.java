package io.github.ascjava.codegen;

import io.github.ascjava.codegen.Model.Parameter;
import io.github.ascjava.codegen.Model.Query;
import io.github.ascjava.codegen.Model.Style;
import io.github.ascjava.codegen.Model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Writes query classes. */
final class QueryWriter {

    private QueryWriter() {}

    static JavaFile write(Query query) {
        String name = query.name().name();
        JavaFile file = new JavaFile(query.name().packageName(), name);
        file.imports("java.util.Map").line("/** The query parameters of {@link " + query.usedBy() + "}. */");
        Parameter include = query.parameters().stream()
                .filter(parameter -> parameter.jsonName().equals("include"))
                .findFirst()
                .orElse(null);
        String parent = include == null
                ? "Query<" + name + ">"
                : "IncludingQuery<" + name + ", " + file.type(include.type()) + ">";
        file.uses(include == null ? "call.Query" : "call.IncludingQuery")
                .line("public final class " + name + " extends " + parent + " {");
        constructors(file, query);
        for (Parameter parameter : query.parameters()) {
            if (!parameter.jsonName().equals("include")) {
                setter(file, name, parameter);
            }
        }
        for (Value nested : query.nested()) {
            file.line().line("/** A value of {@code " + Names.decapitalized(nested.description()) + "}. */");
            ValueWriter.writeNested(file, nested);
        }
        file.line("}");
        return file;
    }

    private static void constructors(JavaFile file, Query query) {
        String name = query.name().name();
        List<String> parameters = new ArrayList<>();
        StringBuilder set = new StringBuilder("new " + name + "(Map.of())");
        for (Parameter parameter : query.parameters()) {
            if (parameter.required()) {
                parameters.add(file.type(local(parameter.type(), name)) + " " + parameter.javaName());
                set.append('.')
                        .append(parameter.javaName())
                        .append('(')
                        .append(parameter.javaName())
                        .append(')');
            }
        }
        file.line(
                        parameters.isEmpty()
                                ? "/** Makes a query without parameters. */"
                                : "/** Makes a query with what Apple requires. */")
                .line("public " + name + "(" + String.join(", ", parameters) + ") {")
                .line("this(" + (parameters.isEmpty() ? "Map.of()" : set) + ");")
                .line("}")
                .line()
                .line("private " + name + "(Map<String, String> parameters) {")
                .line("super(parameters, " + name + "::new);")
                .line("}");
    }

    private static void setter(JavaFile file, String query, Parameter parameter) {
        String type = file.type(local(parameter.type(), query));
        String value = "values";
        String call = "set(\"" + parameter.jsonName() + "\", (Object[]) values)";
        if (parameter.style() == Style.LIMIT) {
            value = "limit";
            call = "limited(\"" + parameter.jsonName() + "\", limit, " + parameter.maximum() + ")";
        } else if (parameter.style() == Style.SINGLE) {
            value = "value";
            call = "single(\"" + parameter.jsonName() + "\", value)";
        }
        file.line();
        if (parameter.deprecated()) {
            file.line("/** @deprecated Apple marks this as deprecated. " + parameter.description() + ". */")
                    .line("@Deprecated");
        } else {
            file.line("/** " + parameter.description() + ". */");
        }
        file.line("public " + query + " " + parameter.javaName() + "(" + type
                        + (parameter.style() == Style.LIST ? "... " : " ") + value + ") {")
                .line("return " + call + ";")
                .line("}");
    }

    /** Within the query class its own nested types need no qualification. */
    private static JavaType local(JavaType type, String query) {
        return type.text().startsWith(query + ".")
                ? new JavaType(type.text().substring(query.length() + 1), Set.of())
                : type;
    }
}
