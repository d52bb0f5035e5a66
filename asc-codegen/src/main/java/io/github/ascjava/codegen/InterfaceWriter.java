package io.github.ascjava.codegen;

import io.github.ascjava.codegen.Model.Content;
import io.github.ascjava.codegen.Model.Interface;
import io.github.ascjava.codegen.Model.Method;
import io.github.ascjava.codegen.Model.Query;
import io.github.ascjava.codegen.Model.Sends;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Writes Retrofit interfaces: the method that Retrofit implements for each operation, and its shorter overloads. */
final class InterfaceWriter {

    private final JavaFile file;
    private final Interface api;
    private final Descriptions descriptions;

    private InterfaceWriter(Interface api, Descriptions descriptions) {
        this.api = api;
        this.descriptions = descriptions;
        this.file = new JavaFile(api.name());
    }

    static JavaFile write(Interface api, Descriptions descriptions) {
        return new InterfaceWriter(api, descriptions).write();
    }

    private JavaFile write() {
        file.line(
                        "/** Operations on $L.$L */",
                        Names.words(api.tag()),
                        api.forIndividualKeys() ? "" : " Not available to individual keys.")
                .line("public interface $T {", api.name());
        for (int i = 0; i < api.methods().size(); i++) {
            if (i > 0) {
                file.line();
            }
            operation(api.methods().get(i));
            shortForms(api.methods().get(i));
        }
        return file.line("}");
    }

    private void operation(Method method) {
        Operation operation = method.operation();
        document(method, sentence(method));
        if (method.answer().accept() != null) {
            file.line(
                    "@$T(\"Accept: $L\")",
                    Library.retrofit("Headers"),
                    method.answer().accept());
        }
        if (method.answer().streamed()) {
            file.line("@$T", Library.retrofit("Streaming"));
        }
        String path = operation.path().substring(1);
        String verb = operation.verb();
        if (verb.equals("DELETE") && method.sends() != Sends.NOTHING) {
            file.line("@$T(method = \"DELETE\", path = $S, hasBody = true)", Library.retrofit("HTTP"), path);
        } else {
            file.line("@$T($S)", Library.retrofit(verb), path);
        }
        file.line("$L $L($L);", returns(method), method.name(), String.join(", ", parameters(method)));
    }

    private static String sentence(Method method) {
        return method.sentence() + Sentences.pageLimit(method.operation());
    }

    /** Every overload has the complete description of its operation, because users see only one of them. */
    private void document(Method method, String sentence) {
        Operation operation = method.operation();
        String known = descriptions.of(operation.place());
        file.doc(
                operation.isDeprecated(),
                sentence + ". See " + Sentences.link(operation) + "."
                        + (method.answer().streamed() ? " Streamed; close it." : "")
                        + (api.forIndividualKeys() ? "" : " Team keys only.")
                        + (known == null ? "" : " " + known + descriptions.see(operation.place())));
    }

    private String returns(Method method) {
        JavaType value = method.answer().value();
        if (method.answer().content() == Content.NOTHING) {
            return file.code("$T<@$T $T>", Library.API_CALL, Nullable.class, value);
        }
        if (method.answer().paged()) {
            return file.code("$T", Library.PAGED_CALL.with(value));
        }
        JavaType answer = method.answer().optional() ? JavaType.of(Optional.class, value) : value;
        return file.code("$T", Library.API_CALL.with(answer));
    }

    private List<String> parameters(Method method) {
        List<String> parameters = new ArrayList<>();
        if (method.operation().hasId()) {
            parameters.add(file.code("@$T(\"id\") $T id", Library.retrofit("Path"), String.class));
        }
        Query query = method.query();
        if (query != null) {
            parameters.add(file.code("@$T $T query", Library.retrofit("QueryMap"), query.type()));
        }
        if (method.sends() != Sends.NOTHING) {
            parameters.add(file.code("@$T $T body", Library.retrofit("Body"), sent(method)));
        }
        return parameters;
    }

    /** Returns the type of the body that a method takes. */
    static JavaType sent(Method method) {
        JavaType body = method.body();
        if (body == null) {
            return method.sends() == Sends.LINKAGES ? Library.TO_MANY_LINKAGE : Library.TO_ONE_LINKAGE;
        }
        return method.sends() == Sends.UPDATE ? Library.UPDATE_REQUEST.with(body) : body;
    }

    private void shortForms(Method method) {
        Query query = method.query();
        boolean hasId = method.operation().hasId();
        String id = hasId ? file.code("$T id", String.class) : "";
        String more = hasId ? id + ", " : "";
        String idMore = hasId ? "id, " : "";
        boolean sends = method.sends() != Sends.NOTHING;
        String made = query == null ? "" : file.code("new $T$L()", query.name(), query.argument() == null ? "" : "<>");
        if (query != null && !query.hasRequired() && !sends) {
            shortForm(
                    method,
                    "; the function configures the query parameters",
                    file.code("$L$T query", more, JavaType.of(UnaryOperator.class, query.type())),
                    idMore + "query.apply(" + made + ")");
            String size = Sentences.pageLimit(method.operation()).isEmpty() ? "" : "; Apple chooses the page size";
            shortForm(
                    method, method.sentence() + ", without query parameters" + size, method.name(), id, idMore + made);
        }
        if (query != null && sends) {
            creatingShortForms(method, query, made);
            return;
        }
        switch (method.sends()) {
            case CREATE -> configured(method, more, idMore);
            case UPDATE -> {
                shortForm(
                        method,
                        "",
                        file.code("$L, $T body", id, sent(method).arguments().get(0)),
                        file.code("id, new $T<>(id, body)", Library.UPDATE_REQUEST));
                configured(method, more, idMore);
            }
            case LINKAGES ->
                shortForm(
                        method,
                        ", by ids of " + Names.words(method.sent()),
                        file.code("$L, $T ids", id, JavaType.of(Collection.class, JavaType.STRING)),
                        file.code("id, $T.of($S, ids)", Library.TO_MANY_LINKAGE, method.sent()));
            case LINKAGE -> {
                shortForm(
                        method,
                        ", by the id of " + Names.withArticle(Names.words(Names.singular(method.sent())))
                                + "; null clears it",
                        file.code("$L, @$T $T relatedId", id, Nullable.class, String.class),
                        file.code("id, $T.of($S, relatedId)", Library.TO_ONE_LINKAGE, method.sent()));
                // A null literal would be ambiguous between the two overloads, and would not compile.
                shortForm(
                        method,
                        Sentences.clearing(method.operation()),
                        "clear" + method.name().substring("set".length()),
                        id,
                        file.code("id, new $T(null)", Library.TO_ONE_LINKAGE));
            }
            case NOTHING -> {
                // There is no shorter form.
            }
        }
    }

    /** Writes the short forms of a create operation that also takes a query; these have no ID parameter. */
    private void creatingShortForms(Method method, Query query, String made) {
        JavaType body = Objects.requireNonNull(method.body());
        JavaType configuration = JavaType.of(Consumer.class, body.nested("Builder"));
        String built = file.code("$T.builder().build(body)", body);
        if (!query.hasRequired()) {
            String without = ", without query parameters";
            shortForm(method, without, file.code("$T body", body), made + ", body");
            shortForm(
                    method,
                    without + "; the function configures the request body",
                    file.code("$T body", configuration),
                    made + ", " + built);
        }
        shortForm(
                method,
                "; the function configures the request body",
                file.code("$T query, $T body", query.type(), configuration),
                "query, " + built);
    }

    private void configured(Method method, String more, String idMore) {
        JavaType body = Objects.requireNonNull(method.body());
        shortForm(
                method,
                "; the function configures the request body",
                file.code("$L$T body", more, JavaType.of(Consumer.class, body.nested("Builder"))),
                file.code("$L$T.builder().build(body)", idMore, body));
    }

    private void shortForm(Method method, String how, String parameters, String arguments) {
        shortForm(method, sentence(method) + how, method.name(), parameters, arguments);
    }

    private void shortForm(Method method, String sentence, String name, String parameters, String arguments) {
        document(method, sentence);
        file.returning(
                file.code("default $L $L($L)", returns(method), name, parameters),
                method.name() + "(" + arguments + ")");
    }
}
