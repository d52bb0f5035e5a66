package io.github.ascjava.codegen;

import io.github.ascjava.codegen.Model.Body;
import io.github.ascjava.codegen.Model.BodyMember;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes request bodies: a final class whose builder takes what Apple requires first. */
final class BodyWriter {

    private final Body body;
    private final JavaFile file;
    private final JavaType builder;

    private BodyWriter(Body body) {
        this.body = body;
        this.file = new JavaFile(body.name());
        this.builder = body.name().nested("Builder");
    }

    static JavaFile write(Body body) {
        return new BodyWriter(body).write();
    }

    private JavaFile write() {
        JavaType name = body.name();
        file.line(
                        "/** $L: <a href=\"https://developer.apple.com/documentation/appstoreconnectapi/$L\">$L</a>. */",
                        body.description(),
                        body.schema().toLowerCase(Locale.ROOT),
                        body.schema())
                .line("public final class $T extends $T {", name, Library.RESOURCE_BODY)
                .line("private $T($T builder) {", name, builder)
                .line("super(builder);")
                .line("}")
                .line();
        factory();
        file.line()
                .line("/** Builds a {@link $T}; not thread-safe. */", name)
                .line(
                        "public static final class $T extends $T {",
                        builder,
                        Library.RESOURCE_BODY.nested("Builder").with(builder, name))
                .line("private $T() {", builder)
                .line("super($S, $T::new);", body.jsonType(), name)
                .line("}");
        String ofNull = name.name().endsWith("Update") ? "; null clears it" : "; null is sent as null";
        body.members().stream().filter(member -> !member.required()).forEach(member -> setters(member, ofNull));
        return file.line("}").line("}");
    }

    private void factory() {
        List<String> parameters = new ArrayList<>();
        StringBuilder calls = new StringBuilder();
        for (BodyMember member : body.members()) {
            if (member.required()) {
                parameters.add(file.code("$T $L", member.type(), member.javaName()));
                calls.append('.').append(requiredCall(member));
            }
        }
        file.line(
                        parameters.isEmpty()
                                ? "/** Returns a builder with nothing set. */"
                                : "/** Returns a builder with what Apple requires. */")
                .line("public static $T builder($L) {", builder, String.join(", ", parameters))
                .line("return new $T()$L;", builder, calls)
                .line("}");
    }

    private String requiredCall(BodyMember member) {
        return member.attribute() == null ? relation(member) : call("required", member);
    }

    private String relation(BodyMember member) {
        return member.inline() == null ? linkage(member) : call("inline", member);
    }

    private String linkage(BodyMember member) {
        String how = member.toMany() ? "toMany" : "toOne";
        return file.code("$L($S, $S, $L)", how, member.jsonName(), member.target(), member.javaName());
    }

    private String call(String how, BodyMember member) {
        return file.code("$L($S, $L)", how, member.jsonName(), member.javaName());
    }

    private void setters(BodyMember member, String ofNull) {
        String name = member.javaName();
        String json = "{@code " + member.jsonName() + "}";
        JavaType attribute = member.attribute();
        if (attribute != null) {
            setter("Sets " + json + ofNull + ".", name, nullable(attribute), name, call("attribute", member));
            if (attribute.isList()) {
                String list = file.code("attribute($S, $T.of($L))", member.jsonName(), List.class, name);
                setter("Sets " + json + ".", name, file.code("$T...", attribute.element()), name, list);
            }
            return;
        }
        String who = member.toMany() ? "the ids of " + json : "the id of " + json + ofNull;
        String type = member.toMany()
                ? file.code("$T", JavaType.of(Collection.class, JavaType.STRING))
                : nullable(JavaType.STRING);
        setter("Sets " + who + ".", name, type, name, linkage(member));
        if (member.inline() != null) {
            setter(
                    "Creates " + json + " with the same request.",
                    "new" + Names.capitalized(name),
                    file.code("$T", member.type()),
                    name,
                    relation(member));
        }
    }

    private void setter(String doc, String name, String type, String parameter, String call) {
        file.line()
                .line("/** $L */", doc)
                .line("public $T $L($L $L) {", builder, name, type, parameter)
                .line("return $L;", call)
                .line("}");
    }

    private String nullable(JavaType type) {
        return file.code("@$T $T", Nullable.class, type);
    }
}
