package io.github.ascjava.codegen;

import io.github.ascjava.codegen.Model.Body;
import io.github.ascjava.codegen.Model.BodyMember;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes request bodies: a final class whose builder takes what Apple requires first. */
final class BodyWriter {

    private BodyWriter() {}

    static JavaFile write(Body body) {
        String name = body.name().name();
        JavaFile file = new JavaFile(body.name().packageName(), name);
        file.uses("jsonapi.ResourceBody");
        file.line("/** " + body.description()
                        + ": <a href=\"https://developer.apple.com/documentation/appstoreconnectapi/"
                        + body.schema().toLowerCase(Locale.ROOT) + "\">" + body.schema() + "</a>. */")
                .line("public final class " + name + " extends ResourceBody {")
                .line("private " + name + "(Builder builder) {")
                .line("super(builder);")
                .line("}")
                .line();
        factory(file, body);
        file.line()
                .line("/** Builds a {@link " + name + "}; not thread-safe. */")
                .line("public static final class Builder extends ResourceBody.Builder<Builder, " + name + "> {")
                .line("private Builder() {")
                .line("super(\"" + body.jsonType() + "\", " + name + "::new);")
                .line("}");
        for (BodyMember member : body.members()) {
            if (!member.required()) {
                setters(file, member, name.endsWith("Update") ? "; null clears it" : "; null is sent as null");
            }
        }
        file.line("}").line("}");
        return file;
    }

    private static void factory(JavaFile file, Body body) {
        List<BodyMember> required =
                body.members().stream().filter(BodyMember::required).toList();
        List<String> parameters = new ArrayList<>();
        StringBuilder calls = new StringBuilder();
        for (BodyMember member : required) {
            parameters.add(parameterType(file, member) + " " + member.javaName());
            calls.append(requiredCall(member));
        }
        file.line(
                        required.isEmpty()
                                ? "/** Returns a builder with nothing set. */"
                                : "/** Returns a builder with what Apple requires. */")
                .line("public static Builder builder(" + String.join(", ", parameters) + ") {")
                .line("return new Builder()" + calls + ";")
                .line("}");
    }

    private static void setters(JavaFile file, BodyMember member, String ofNull) {
        String name = member.javaName();
        String json = "{@code " + member.jsonName() + "}";
        JavaType attribute = member.attribute();
        if (attribute != null) {
            setter(
                    file,
                    "Sets " + json + ofNull + ".",
                    name,
                    nullable(file, attribute),
                    ".attribute(\"" + member.jsonName() + "\", " + name + ")");
            if (attribute.isList()) {
                JavaType element = attribute.argument();
                setter(
                        file,
                        "Sets " + json + ".",
                        name,
                        file.type(element) + "...",
                        ".attribute(\"" + member.jsonName() + "\", List.of(" + name + "))");
            }
            return;
        }
        String who = member.toMany() ? "the ids of " + json : "the id of " + json + ofNull;
        String type = member.toMany() ? collection(file, JavaType.STRING) : nullable(file, JavaType.STRING);
        setter(file, "Sets " + who + ".", name, type, linkage(member));
        if (member.inline() != null) {
            setter(
                    file,
                    "Creates " + json + " with the same request.",
                    "new" + Names.capitalized(name),
                    inlineType(file, member, member.inline()),
                    ".inline(\"" + member.jsonName() + "\", " + name + ")",
                    name);
        }
    }

    private static void setter(JavaFile file, String doc, String name, String type, String call) {
        setter(file, doc, name, type, call, name);
    }

    private static void setter(JavaFile file, String doc, String name, String type, String call, String parameter) {
        file.line()
                .line("/** " + doc + " */")
                .line("public Builder " + name + "(" + type + " " + parameter + ") {")
                .line("return " + call.substring(1) + ";")
                .line("}");
    }

    private static String parameterType(JavaFile file, BodyMember member) {
        if (member.attribute() != null) {
            return file.type(member.attribute());
        }
        if (member.inline() != null) {
            return inlineType(file, member, member.inline());
        }
        return member.toMany() ? collection(file, JavaType.STRING) : "String";
    }

    private static String requiredCall(BodyMember member) {
        String arguments = "(\"" + member.jsonName() + "\", ";
        if (member.attribute() != null) {
            return ".required" + arguments + member.javaName() + ")";
        }
        return member.inline() == null ? linkage(member) : ".inline" + arguments + member.javaName() + ")";
    }

    private static String linkage(BodyMember member) {
        return (member.toMany() ? ".toMany(\"" : ".toOne(\"") + member.jsonName() + "\", \"" + member.target() + "\", "
                + member.javaName() + ")";
    }

    private static String inlineType(JavaFile file, BodyMember member, JavaType inline) {
        return member.toMany() ? collection(file, inline) : file.type(inline);
    }

    private static String collection(JavaFile file, JavaType element) {
        file.imports("java.util.Collection");
        return "Collection<" + file.type(element) + ">";
    }

    private static String nullable(JavaFile file, JavaType type) {
        file.imports(Nullable.class.getName());
        return "@Nullable " + file.type(type);
    }
}
