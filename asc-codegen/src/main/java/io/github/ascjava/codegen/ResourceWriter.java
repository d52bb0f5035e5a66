package io.github.ascjava.codegen;

import io.github.ascjava.codegen.Model.Member;
import io.github.ascjava.codegen.Model.ObjectType;
import io.github.ascjava.codegen.Model.Relationship;
import io.github.ascjava.codegen.Model.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Writes resource records, and records for the objects within them. */
final class ResourceWriter {

    /** Members that hold URLs with a signature in them. */
    private static final Set<String> SIGNED = Set.of("url", "downloadUrl", "documentUrl", "dSYMUrl", "videoUrl");

    private ResourceWriter() {}

    static JavaFile write(Resource resource) {
        String name = resource.name().name();
        JavaFile file = new JavaFile(resource.name().packageName(), name);
        file.uses("jsonapi.Resource", "jsonapi.ResourceType", "jsonapi.UnknownFields");
        List<String> components = new ArrayList<>();
        components.add("String id");
        file.line("/**")
                .line(" * " + Names.capitalized(Names.withArticle(Names.words(Names.decapitalized(name)))) + ".")
                .line(" *")
                .line(" * @param id the id");
        for (Member attribute : resource.attributes()) {
            file.line(" * @param " + attribute.javaName() + " " + attribute(attribute));
            components.add(component(file, attribute));
        }
        for (Relationship relationship : resource.relationships()) {
            String words = Names.words(relationship.jsonName());
            file.line(" * @param " + relationship.javaName() + " the related " + words);
            String kind = relationship.toMany() ? "ToMany" : "ToOne";
            file.uses("jsonapi." + kind);
            components.add(renamed(file, relationship.jsonName(), relationship.javaName()) + kind + "<"
                    + file.type(relationship.target()) + "> " + relationship.javaName());
        }
        components.add("UnknownFields unknownFields");
        file.line(" * @param unknownFields what the response said beyond this")
                .line(" * @see <a href=\"https://developer.apple.com/documentation/appstoreconnectapi/"
                        + resource.schema().toLowerCase(Locale.ROOT) + "\">" + resource.schema() + "</a>")
                .line(" */")
                .line("@ResourceType(\"" + resource.jsonType() + "\")")
                .line("public record " + name + "(" + String.join(", ", components) + ") implements Resource {");
        discreetText(file, name, resource.attributes(), "\" + id + \"");
        return file.line("}");
    }

    static JavaFile write(ObjectType object) {
        String name = object.name().name();
        JavaFile file = new JavaFile(object.name().packageName(), name);
        List<String> components = new ArrayList<>();
        file.line("/**")
                .line(" * " + Names.capitalized(Names.withArticle(object.description())) + ".")
                .line(" *");
        for (Member member : object.members()) {
            file.line(" * @param " + member.javaName() + " " + attribute(member));
            components.add(component(file, member));
        }
        if (object.answer()) {
            file.uses("jsonapi.JsonResponse", "jsonapi.UnknownFields");
            file.line(" * @param unknownFields what the response said beyond this");
            components.add("UnknownFields unknownFields");
        }
        file.line(" */")
                .line("public record " + name + "(" + String.join(", ", components) + ")"
                        + (object.answer() ? " implements JsonResponse" : "") + " {");
        if (object.sent()) {
            builder(file, object);
        }
        discreetText(file, name, object.members(), "...");
        file.line("}");
        return file;
    }

    /** Whoever has the URL of an upload or a download can use it, so a text that may end in a log does not show it. */
    private static void discreetText(JavaFile file, String name, List<Member> members, String shown) {
        if (members.stream().noneMatch(member -> SIGNED.contains(member.jsonName()))) {
            return;
        }
        file.line()
                .line("/** Returns a text without the URL, which may be signed. */")
                .line("@Override")
                .line("public String toString() {")
                .line("return \"" + name + "[" + shown + "]\";")
                .line("}");
    }

    private static String attribute(Member member) {
        String words = member.description();
        if (!member.type().equals(JavaType.BOOLEAN)) {
            return "the " + words;
        }
        return words.startsWith("is ") ? "whether it " + words : "whether " + words;
    }

    private static String component(JavaFile file, Member member) {
        file.imports("org.jspecify.annotations.Nullable");
        return renamed(file, member.jsonName(), member.javaName()) + "@Nullable " + file.type(member.type()) + " "
                + member.javaName();
    }

    private static String renamed(JavaFile file, String jsonName, String javaName) {
        if (jsonName.equals(javaName)) {
            return "";
        }
        file.imports("com.fasterxml.jackson.annotation.JsonProperty");
        return "@JsonProperty(\"" + jsonName + "\") ";
    }

    /** Objects in request bodies are made by users, so they need a way that a new member does not break. */
    private static void builder(JavaFile file, ObjectType object) {
        String name = object.name().name();
        file.line()
                .line("/** Returns a builder with nothing set. */")
                .line("public static Builder builder() {")
                .line("return new Builder();")
                .line("}")
                .line()
                .line("/** Builds a {@link " + name + "}; what is not set is not sent. Not thread-safe. */")
                .line("public static final class Builder {");
        for (Member member : object.members()) {
            file.line("private @Nullable " + member.type().text() + " " + member.javaName() + ";");
        }
        file.line().line("private Builder() {}").line();
        List<String> values = new ArrayList<>();
        for (Member member : object.members()) {
            file.line("/** Sets {@code " + member.jsonName() + "}. */")
                    .line("public Builder " + member.javaName() + "(@Nullable "
                            + member.type().text() + " value) {")
                    .line("this." + member.javaName() + " = value;")
                    .line("return this;")
                    .line("}")
                    .line();
            values.add(member.javaName());
        }
        file.line("/** Builds the object. */")
                .line("public " + name + " build() {")
                .line("return new " + name + "(" + String.join(", ", values) + ");")
                .line("}")
                .line("}");
    }
}
