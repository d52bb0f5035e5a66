package io.github.ascjava.codegen;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What there is to write, between the document and the writers: everything named, typed and in its final order.
 *
 * @param values string-backed value types
 * @param fields types of the fields of resources, with the JSON:API type as their description
 * @param includes types of what can be included with a resource, with its class as their description
 * @param objects records for JSON objects within attributes and answers
 * @param resources resource records
 * @param bodies request bodies
 * @param queries query classes
 * @param interfaces Retrofit interfaces
 */
record Model(
        List<Value> values,
        List<Value> fields,
        List<Value> includes,
        List<ObjectType> objects,
        List<Resource> resources,
        List<Body> bodies,
        List<Query> queries,
        List<Interface> interfaces) {

    /** A class to be, in its package below the root package of asc-client. */
    record ClassName(String packageName, String name) {

        JavaType type() {
            return JavaType.of(fullName());
        }

        String fullName() {
            return packageName + "." + name;
        }
    }

    record Value(ClassName name, String description, List<String> values) {}

    record Member(String jsonName, String javaName, JavaType type, String description) {}

    record ObjectType(ClassName name, String description, List<Member> members, boolean sent, boolean answer) {}

    /**
     * A relationship of a resource.
     *
     * @param schema the schema of what it leads to, or null if that is no resource
     */
    record Relationship(
            String jsonName,
            String javaName,
            JavaType target,
            @Nullable String schema,
            boolean toMany) {}

    record Resource(
            ClassName name,
            String jsonType,
            String schema,
            List<Member> attributes,
            List<Relationship> relationships) {}

    /** What a body can hold: an attribute (no target), or a relationship to resources of a type, or to new ones. */
    record BodyMember(
            String jsonName,
            String javaName,
            @Nullable JavaType attribute,
            boolean toMany,
            String target,
            @Nullable JavaType inline,
            boolean required) {}

    record Body(ClassName name, String jsonType, String schema, String description, List<BodyMember> members) {}

    /** How a parameter's value is given. */
    enum Style {
        LIST,
        SINGLE,
        LIMIT
    }

    record Parameter(
            String jsonName,
            String javaName,
            JavaType type,
            Style style,
            int maximum,
            boolean required,
            boolean deprecated,
            String description) {}

    record Query(
            ClassName name,
            @Nullable JavaType argument,
            List<Parameter> parameters,
            List<Value> nested,
            String usedBy) {

        /** The class with its type argument, if it has one. */
        JavaType type() {
            return argument == null ? name.type() : JavaType.of(name.fullName(), argument);
        }

        boolean hasRequired() {
            return parameters.stream().anyMatch(Parameter::required);
        }
    }

    /** How a method answers. */
    enum Answer {
        PAGE,
        ONE,
        OPTIONAL,
        NOTHING,
        PLAIN,
        STREAM
    }

    /** What a method sends. */
    enum Sends {
        NOTHING,
        CREATE,
        UPDATE,
        LINKAGES,
        LINKAGE
    }

    record Method(
            String name,
            Operation operation,
            String sentence,
            Answer answer,
            JavaType value,
            @Nullable String accept,
            @Nullable Query query,
            Sends sends,
            @Nullable JavaType body,
            String linkageType) {}

    record Interface(ClassName name, String accessor, String tag, boolean forIndividualKeys, List<Method> methods) {}

    /** All operations with the names of their methods, one line each, in the order of the document's paths. */
    List<String> operationNames() {
        return interfaces.stream()
                .flatMap(api -> api.methods().stream()
                        .map(method -> Map.entry(
                                method.operation().path() + " "
                                        + method.operation().verb() + " " + method.name(),
                                method.operation().place() + " -> " + api.name().name() + "." + method.name())))
                .sorted(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .toList();
    }
}
