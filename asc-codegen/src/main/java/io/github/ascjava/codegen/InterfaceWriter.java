package io.github.ascjava.codegen;

import io.github.ascjava.codegen.Model.Answer;
import io.github.ascjava.codegen.Model.Interface;
import io.github.ascjava.codegen.Model.Method;
import io.github.ascjava.codegen.Model.Query;
import io.github.ascjava.codegen.Model.Sends;
import java.util.ArrayList;
import java.util.List;

/** Writes Retrofit interfaces: the method that Retrofit implements for each operation, and shorter forms of it. */
final class InterfaceWriter {

    private final JavaFile file;
    private final Interface api;

    private InterfaceWriter(Interface api) {
        this.api = api;
        this.file = new JavaFile(api.name().packageName(), api.name().name());
    }

    static JavaFile write(Interface api) {
        return new InterfaceWriter(api).write();
    }

    private JavaFile write() {
        String words = Names.words(Names.decapitalized(api.tag()));
        file.line("/** Operations on " + words + "."
                        + (api.forIndividualKeys() ? "" : " Not available to individual keys.") + " */")
                .line("public interface " + api.name().name() + " {");
        String separator = "";
        for (Method method : api.methods()) {
            file.text(separator);
            separator = "\n";
            operation(method);
            shortForms(method);
        }
        return file.line("}");
    }

    private void operation(Method method) {
        List<String> parameters = parameters(method, true);
        document(method);
        if (method.accept() != null) {
            file.imports("retrofit2.http.Headers").line("@Headers(\"Accept: " + method.accept() + "\")");
        }
        if (method.answer() == Answer.STREAM) {
            file.imports("retrofit2.http.Streaming").line("@Streaming");
        }
        String path = method.operation().path().substring(1);
        String verb = method.operation().verb();
        if (verb.equals("DELETE") && method.sends() != Sends.NOTHING) {
            file.imports("retrofit2.http.HTTP")
                    .line("@HTTP(method = \"DELETE\", path = \"" + path + "\", hasBody = true)");
        } else {
            file.imports("retrofit2.http." + verb).line("@" + verb + "(\"" + path + "\")");
        }
        file.line(returns(method) + " " + method.name() + "(" + String.join(", ", parameters) + ");");
    }

    private void document(Method method) {
        Operation operation = method.operation();
        String link = "<a href=\"" + operation.documentation() + "\">" + operation.place() + "</a>";
        String close = method.answer() == Answer.STREAM ? " Streamed; close it." : "";
        document(operation, method.sentence() + ": " + link + "." + close);
    }

    private void document(Operation operation, String text) {
        if (operation.isDeprecated()) {
            file.line("/** @deprecated Apple marks this as deprecated. " + text + " */")
                    .line("@Deprecated");
        } else {
            file.line("/** " + text + " */");
        }
    }

    private String returns(Method method) {
        String value = file.type(method.value());
        if (method.answer() == Answer.PAGE) {
            file.uses("call.PagedCall");
            return "PagedCall<" + value + ">";
        }
        file.uses("call.ApiCall");
        if (method.answer() == Answer.OPTIONAL) {
            file.imports("java.util.Optional");
            return "ApiCall<Optional<" + value + ">>";
        }
        return "ApiCall<" + value + ">";
    }

    /** The parameters, with Retrofit's annotations or without. */
    private List<String> parameters(Method method, boolean annotated) {
        List<String> parameters = new ArrayList<>();
        if (method.operation().hasId()) {
            parameters.add((annotated ? annotation("Path") + "(\"id\") " : "") + "String id");
        }
        Query query = method.query();
        if (query != null) {
            parameters.add((annotated ? annotation("QueryMap") + " " : "") + file.type(query.type()) + " query");
        }
        if (method.sends() != Sends.NOTHING) {
            parameters.add((annotated ? annotation("Body") + " " : "") + bodyType(method) + " body");
        }
        return parameters;
    }

    private String annotation(String name) {
        file.imports("retrofit2.http." + name);
        return "@" + name;
    }

    private String bodyType(Method method) {
        JavaType body = method.body();
        if (body == null) {
            String linkage = method.sends() == Sends.LINKAGES ? "ToManyLinkage" : "ToOneLinkage";
            file.uses("jsonapi." + linkage);
            return linkage;
        }
        if (method.sends() == Sends.UPDATE) {
            file.uses("jsonapi.UpdateRequest");
            return "UpdateRequest<" + file.type(body) + ">";
        }
        return file.type(body);
    }

    private void shortForms(Method method) {
        Query query = method.query();
        String id = method.operation().hasId() ? "String id" : "";
        String idAnd = id.isEmpty() ? "" : "id, ";
        if (query != null && !query.hasRequired()) {
            String type = file.type(query.type());
            String made = query.name().name() + (query.argument() == null ? "" : "<>");
            if (!query.parameters().isEmpty() || query.argument() != null) {
                file.imports("java.util.function.UnaryOperator");
                shortForm(
                        method,
                        "with a query made in place",
                        join(id, "UnaryOperator<" + type + "> query"),
                        idAnd + "query.apply(new " + made + "())");
            }
            shortForm(method, "without query parameters", id, idAnd + "new " + made + "()");
        }
        switch (method.sends()) {
            case UPDATE ->
                shortForm(
                        method,
                        "with the id given once",
                        "String id, " + bodyType(method).replaceFirst("UpdateRequest<(.*)>", "$1") + " body",
                        "id, new UpdateRequest<>(id, body)");
            case LINKAGES -> {
                file.imports("java.util.Collection");
                shortForm(
                        method,
                        "by ids",
                        "String id, Collection<String> ids",
                        "id, ToManyLinkage.of(\"" + method.linkageType() + "\", ids)");
            }
            case LINKAGE -> {
                file.imports("org.jspecify.annotations.Nullable");
                shortForm(
                        method,
                        "by id; null clears it",
                        "String id, @Nullable String relatedId",
                        "id, ToOneLinkage.of(\"" + method.linkageType() + "\", relatedId)");
                clearingForm(method);
            }
            case NOTHING, CREATE -> {
                // Nothing to shorten.
            }
        }
    }

    private static String join(String first, String second) {
        return first.isEmpty() ? second : first + ", " + second;
    }

    /** Null alone could be meant for either of the two methods that set, and would not compile. */
    private void clearingForm(Method method) {
        document(method.operation(), method.sentence().replaceFirst("^Sets", "Clears") + ".");
        file.line("default " + returns(method) + " " + method.name().replaceFirst("^set", "clear") + "(String id) {")
                .line("return " + method.name() + "(id, new ToOneLinkage(null));")
                .line("}");
    }

    private void shortForm(Method method, String how, String parameters, String arguments) {
        document(method.operation(), method.sentence() + ", " + how + ".");
        file.line("default " + returns(method) + " " + method.name() + "(" + parameters + ") {")
                .line("return " + method.name() + "(" + arguments + ");")
                .line("}");
    }
}
