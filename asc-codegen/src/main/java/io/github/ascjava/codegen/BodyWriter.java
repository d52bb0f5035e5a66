package io.github.ascjava.codegen;

import io.github.ascjava.codegen.Model.Body;
import io.github.ascjava.codegen.Model.BodyMember;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** Writes request bodies: a final class and its builder, whose required setters come first. */
final class BodyWriter {

    /** The maximum length of a line of names; a longer one would be broken into one line per name. */
    private static final int LINE = 90;

    private final Body body;
    private final BodySentences sentences;
    private final JavaFile file;
    private final JavaType builder;
    private final boolean updates;
    private final List<BodyMember> members;

    private BodyWriter(Body body, Descriptions descriptions) {
        this.body = body;
        this.sentences = new BodySentences(body, descriptions);
        this.file = new JavaFile(body.name());
        this.builder = body.name().nested("Builder");
        this.updates = BodySentences.updates(body);
        this.members = body.members().stream()
                .sorted(Comparator.comparing(BodyMember::required).reversed())
                .toList();
    }

    static JavaFile write(Body body, Descriptions descriptions) {
        return new BodyWriter(body, descriptions).write();
    }

    private JavaFile write() {
        JavaType name = body.name();
        file.line("/** $L $L */", body.description(), Sentences.see(body.schema()))
                .line("public final class $T extends $T {", name, Library.RESOURCE_BODY)
                .line("private $T($T builder) {", name, builder)
                .line("super(builder);")
                .line("}");
        List<String> required = names(BodyMember::required);
        String checks = required.isEmpty()
                ? "nothing is required"
                : "{@code build()} checks that these are set: " + String.join(", ", required);
        file.line("/** Returns a builder; $L. */", checks)
                .returning(file.code("public static $T builder()", builder), file.code("new $T()", builder))
                .line("/** Builds a {@link $T}; not thread-safe. */", name)
                .line(
                        "public static final class $T extends $T {",
                        builder,
                        Library.RESOURCE_BODY.nested("Builder").with(builder, name))
                .line("private $T() {", builder)
                .line("super($S, $T::new);", body.jsonType(), name);
        declare("requires", required);
        declare("canClear", names(BodySentences::isNullable));
        declare("canClearToOne", names(member -> updates && member.attribute() == null && !member.toMany()));
        declare("canClearToMany", names(member -> updates && member.attribute() == null && member.toMany()));
        file.line("}");
        members.forEach(this::setters);
        return file.line("}").line("}");
    }

    private List<String> names(Predicate<BodyMember> which) {
        return members.stream().filter(which).map(BodyMember::jsonName).toList();
    }

    /** Several calls, because one call would be broken into one line per name. */
    private void declare(String method, List<String> names) {
        StringBuilder line = new StringBuilder();
        for (String name : names) {
            if (!line.isEmpty() && line.length() + name.length() > LINE) {
                file.line("$L($L);", method, line);
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : ", ").append(file.code("$S", name));
        }
        if (!line.isEmpty()) {
            file.line("$L($L);", method, line);
        }
    }

    private void setters(BodyMember member) {
        JavaType attribute = member.attribute();
        if (attribute != null) {
            attribute(member, attribute);
        } else if (member.toMany()) {
            toMany(member);
        } else {
            toOne(member);
        }
    }

    private void attribute(BodyMember member, JavaType type) {
        String name = member.javaName();
        String doc = sentences.attribute(member);
        setter(member, doc, name, type, file.code("set($S, $L)", member.jsonName(), name));
        if (type.isList()) {
            String list = file.code("set($S, $T.of($L))", member.jsonName(), List.class, name);
            setter(member, doc, name, file.code("$T...", type.element()), list);
        }
    }

    private void toOne(BodyMember member) {
        String name = member.javaName();
        String call = file.code("toOne($S, $S, $L)", member.jsonName(), member.target(), name);
        setter(member, sentences.toOne(member), name, JavaType.STRING, call);
        if (member.related() != null) {
            String again = file.code("$L($L.id())", name, name);
            setter(member, BodySentences.existing(member), name, member.related(), again);
        }
        if (member.inline() != null) {
            String doc = BodySentences.createsOne(member);
            setter(member, doc, "new" + Names.capitalized(name), member.inline(), inline(member));
        }
    }

    private void toMany(BodyMember member) {
        String name = member.javaName();
        String call = file.code("toMany($S, $S, $L)", member.jsonName(), member.target(), name);
        setter(member, sentences.toMany(member), name, JavaType.of(Collection.class, JavaType.STRING), call);
        if (member.inline() != null) {
            String doc = BodySentences.createsMany(member);
            JavaType bodies = JavaType.of(Collection.class, member.inline());
            setter(member, doc, "new" + Names.capitalized(name), bodies, inline(member));
        }
    }

    private String inline(BodyMember member) {
        return file.code("inline($S, $L)", member.jsonName(), member.javaName());
    }

    private void setter(BodyMember member, String doc, String name, JavaType type, String call) {
        setter(member, doc, name, file.code("$T", type), call);
    }

    private void setter(BodyMember member, String doc, String name, String type, String call) {
        String javadoc = BodySentences.complete(member, doc);
        if (!javadoc.isEmpty()) {
            file.line("/** $L */", javadoc);
        }
        file.returning(file.code("public $T $L($L $L)", builder, name, type, member.javaName()), call);
    }
}
