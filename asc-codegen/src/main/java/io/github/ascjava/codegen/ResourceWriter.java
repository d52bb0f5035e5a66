package io.github.ascjava.codegen;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.ascjava.codegen.Model.Member;
import io.github.ascjava.codegen.Model.ObjectType;
import io.github.ascjava.codegen.Model.Relationship;
import io.github.ascjava.codegen.Model.Resource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes resource records, and records for the objects within them. */
final class ResourceWriter {

    private static final String DEPRECATED = "deprecated by Apple";

    private final JavaFile file;
    private final Descriptions descriptions;
    /**
     * Jackson writes a resource by its Java names, because a flat resource already has a type, and objects by their
     * JSON names.
     */
    private final JavaType nameAnnotation;

    /** Members that {@code toString}, which may end up in a log, and plain JSON hide. */
    private final List<Member> hidden;

    private final List<String> components = new ArrayList<>();
    /** Lines of Javadoc for the components that have a description. */
    private final List<String> notes = new ArrayList<>();

    private ResourceWriter(JavaType name, Descriptions descriptions, JavaType nameAnnotation, List<Member> hidden) {
        this.file = new JavaFile(name);
        this.descriptions = descriptions;
        this.nameAnnotation = nameAnnotation;
        this.hidden = hidden;
    }

    static JavaFile write(Resource resource, Descriptions descriptions, Secrets secrets) {
        List<Member> hidden = secrets.of(resource.name(), resource.attributes());
        return new ResourceWriter(resource.name(), descriptions, Library.JSON_NAME, hidden).resource(resource);
    }

    static JavaFile write(ObjectType object, Descriptions descriptions, Usages usages, Secrets secrets) {
        List<Member> hidden = secrets.of(object.name(), object.members());
        return new ResourceWriter(object.name(), descriptions, JavaType.of(JsonProperty.class), hidden)
                .object(object, usages);
    }

    private JavaFile resource(Resource resource) {
        JavaType name = resource.name();
        component("id", file.code("$T", String.class), "id");
        note("id", descriptions.received(name.name(), "id"));
        resource.attributes().forEach(this::attribute);
        for (Relationship relationship : resource.relationships()) {
            JavaType related = (relationship.toMany() ? Library.TO_MANY : Library.TO_ONE).with(relationship.target());
            component(relationship.jsonName(), file.code("$T", related), relationship.javaName());
            note(relationship.javaName(), descriptions.received(name.name(), relationship.jsonName()));
        }
        unknownFields();
        String about = descriptions.of(name.name());
        heading(
                about == null
                        ? Names.capitalized(Names.withArticle(Names.words(name.name()))) + ". "
                                + Sentences.see(resource.schema())
                        : about + descriptions.see(name.name()));
        file.line("@$T($S)", Library.RESOURCE_TYPE, resource.jsonType())
                .line("public record $T($L) implements $T {", name, String.join(", ", components), Library.RESOURCE);
        maskedText();
        return file.line("}");
    }

    private JavaFile object(ObjectType object, Usages usages) {
        object.members().forEach(this::attribute);
        if (object.answer()) {
            unknownFields();
        }
        String about = descriptions.of(object.name().name());
        heading(
                about == null
                        ? usages.of(object.name()) + "."
                        : about + descriptions.see(object.name().name()));
        String parent = object.answer() ? file.code(" implements $T", Library.JSON_RESPONSE) : "";
        file.line("public record $T($L)$L {", object.name(), String.join(", ", components), parent);
        if (object.sent()) {
            builder(object);
        }
        maskedText();
        return file.line("}");
    }

    private void heading(String sentence) {
        if (notes.isEmpty()) {
            file.line("/** $L */", sentence);
            return;
        }
        file.line("/**").line(" * $L", sentence).line(" *");
        notes.forEach(note -> file.line(" * $L", note));
        file.line(" */");
    }

    private void attribute(Member member) {
        String description = descriptions.received(file.type().name(), member.jsonName());
        if (member.schema().path("deprecated").asBoolean()) {
            description = description == null ? DEPRECATED : description + "; " + DEPRECATED;
        }
        String ignored = "";
        if (hidden.contains(member)) {
            String known = description == null ? "value of {@code " + member.jsonName() + "}" : description;
            description = known + "; {@code toString} masks it, plain JSON leaves it out";
            ignored = file.code("@$T ", JsonIgnore.class);
        }
        String type = ignored + file.code("@$T $T", Nullable.class, member.type());
        component(member.jsonName(), type, member.javaName());
        note(member.javaName(), description);
    }

    private void unknownFields() {
        component("unknownFields", file.code("$T", Library.UNKNOWN_FIELDS), "unknownFields");
        note("unknownFields", "members of the response that this version of the library does not know");
    }

    private void note(String name, @Nullable String doc) {
        if (doc != null) {
            notes.add("@param " + name + " " + doc);
        }
    }

    private void component(String jsonName, String type, String name) {
        String renamed = jsonName.equals(name) ? "" : file.code("@$T($S) ", nameAnnotation, jsonName);
        components.add(renamed + type + " " + name);
    }

    private void maskedText() {
        if (hidden.isEmpty()) {
            return;
        }
        List<String> names = hidden.stream().map(Member::javaName).toList();
        file.line()
                .line("/** Returns a text that masks {@code $L}. */", String.join("} and {@code ", names))
                .line("@$T", Override.class)
                .returning(
                        file.code("public $T toString()", String.class),
                        file.code("$T.of(this, \"$L\")", Library.MASKED_TEXT, String.join("\", \"", names)));
    }

    /**
     * Objects in request bodies are created by users, so they have a builder that stays compatible when members are
     * added.
     */
    private void builder(ObjectType object) {
        JavaType builder = object.name().nested("Builder");
        file.line()
                .line("/** Returns a builder with nothing set. */")
                .returning(file.code("public static $T builder()", builder), file.code("new $T()", builder))
                .line("/** Builds a {@link $T}; what is not set is not sent. Not thread-safe. */", object.name())
                .line("public static final class $T {", builder);
        for (Member member : object.members()) {
            file.line("private @$T $T $L;", Nullable.class, member.type(), member.javaName());
        }
        file.line("private $T() {}", builder);
        List<String> values = new ArrayList<>();
        for (Member member : object.members()) {
            String name = member.javaName();
            String doc = descriptions.sent(object.name().name(), member.jsonName());
            if (doc != null) {
                file.line("/** Sets {@code $L}: $L. */", member.jsonName(), doc);
            }
            file.line("public $T $L(@$T $T value) {", builder, name, Nullable.class, member.type())
                    .line("this.$L = value;", name)
                    .line("return this;")
                    .line("}");
            values.add(name);
        }
        file.line("/** Builds the object. */")
                .returning(
                        file.code("public $T build()", object.name()),
                        file.code("new $T($L)", object.name(), String.join(", ", values)))
                .line("}");
    }
}
