package io.github.ascjava.codegen;

import io.github.ascjava.codegen.Model.Parameter;
import io.github.ascjava.codegen.Model.Query;
import io.github.ascjava.codegen.Model.Style;
import io.github.ascjava.codegen.Model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes query classes. */
final class QueryWriter {

    private QueryWriter() {}

    static JavaFile write(Query query, FilterSentences sentences) {
        JavaType name = query.name();
        JavaFile file = new JavaFile(name);
        JavaType parent = query.parameters().stream()
                .filter(parameter -> parameter.jsonName().equals("include"))
                .findFirst()
                .map(include -> Library.INCLUDING_QUERY.with(name, include.type()))
                .orElse(Library.QUERY.with(name));
        file.line("/** The query parameters of {@link $L}. See $L. */", query.usedBy(), sentences.see(query))
                .line("public final class $T extends $T {", name, parent);
        constructors(file, query);
        file.line();
        for (Parameter parameter : query.parameters()) {
            if (!parameter.jsonName().equals("include")) {
                setter(file, parameter, sentences.of(query, parameter));
            }
        }
        for (Value nested : query.nested()) {
            file.line().line("/** A value of {@code $L}. */", Names.decapitalized(nested.description()));
            ValueWriter.writeNested(file, nested);
        }
        return file.line("}");
    }

    private static void constructors(JavaFile file, Query query) {
        JavaType name = query.name();
        String empty = file.code("$T.of()", Map.class);
        List<String> parameters = new ArrayList<>();
        StringBuilder set = new StringBuilder(file.code("new $T($L)", name, empty));
        for (Parameter parameter : query.parameters()) {
            if (parameter.required()) {
                parameters.add(file.code("$T $L", parameter.type(), parameter.javaName()));
                set.append(file.code(".$L($L)", parameter.javaName(), parameter.javaName()));
            }
        }
        file.line(
                        parameters.isEmpty()
                                ? "/** Creates a query without parameters. */"
                                : "/** Creates a query with the parameters that Apple requires. */")
                .line("public $T($L) {", name, String.join(", ", parameters))
                .line("this($L);", parameters.isEmpty() ? empty : set)
                .line("}")
                .line("private $T($T parameters) {", name, JavaType.map(JavaType.STRING))
                .line("super(parameters, $T::new);", name)
                .line("}");
    }

    private static void setter(JavaFile file, Parameter parameter, String sentence) {
        String value = "values";
        String call = file.code("set($S, ($T[]) values)", parameter.jsonName(), Object.class);
        if (parameter.style() == Style.LIMIT) {
            value = "limit";
            call = file.code("limited($S, limit, $L)", parameter.jsonName(), parameter.maximum());
        } else if (parameter.style() == Style.SINGLE) {
            value = "value";
            call = file.code("single($S, value)", parameter.jsonName());
        }
        String type = file.code("$T$L", parameter.type(), parameter.style() == Style.LIST ? "..." : "");
        file.doc(parameter.deprecated(), sentence)
                .returning(file.code("public $T $L($L $L)", file.type(), parameter.javaName(), type, value), call);
    }
}
