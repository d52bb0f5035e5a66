package io.github.ascjava.codegen;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The output of the planner and the input of the writers: everything named, typed and in its final order.
 *
 * @param document the source of the plan, whose schemas the catalog describes in more detail than Java does
 * @param values string-backed value types
 * @param fields types of the fields of resources, with the JSON:API type as their description
 * @param includes types of the resources that can be included, with the class of the primary resource as their
 *     description
 * @param objects records for JSON objects within attributes and responses
 * @param resources resource records
 * @param bodies request bodies
 * @param queries query classes
 * @param interfaces Retrofit interfaces
 */
record Model(
        Document document,
        List<Value> values,
        List<Value> fields,
        List<Value> includes,
        List<ObjectType> objects,
        List<Resource> resources,
        List<Body> bodies,
        List<Query> queries,
        List<Interface> interfaces) {

    record Value(JavaType name, String description, List<String> values) {}

    record Member(String jsonName, String javaName, JavaType type, JsonNode schema) {}

    record ObjectType(JavaType name, List<Member> members, boolean sent, boolean answer) {}

    /**
     * A relationship of a resource.
     *
     * @param schema the schema of the related resource, or null if it is not a resource
     * @param data whether responses contain resource identifiers of it
     * @param links whether responses contain links to it
     */
    record Relationship(
            String jsonName,
            String javaName,
            JavaType target,
            @Nullable String schema,
            boolean toMany,
            boolean data,
            boolean links) {}

    record Resource(
            JavaType name, String jsonType, String schema, List<Member> attributes, List<Relationship> relationships) {}

    /**
     * A member of a body: an attribute (no target), a relationship to existing resources of a type, or to new ones.
     *
     * @param related the only class of resources with the type, or null if there are several
     * @param inline the body of new resources, or null if the request cannot create any
     * @param schema the schema of the attribute
     */
    record BodyMember(
            String jsonName,
            String javaName,
            @Nullable JavaType attribute,
            boolean toMany,
            String target,
            @Nullable JavaType related,
            @Nullable JavaType inline,
            boolean required,
            JsonNode schema) {}

    /**
     * A request body, or a resource within one.
     *
     * @param data the document's schema of the resource
     * @param included the schemas of the resources that it may include
     * @param onlyRefers whether it can contain only type and ID. Then it creates nothing: territories and price points
     *     already exist and are referenced by their IDs
     */
    record Body(
            JavaType name,
            String jsonType,
            String schema,
            String description,
            List<BodyMember> members,
            JsonNode data,
            List<String> included,
            boolean onlyRefers) {}

    /** How the value of a parameter is passed. */
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
            JavaType name, @Nullable JavaType argument, List<Parameter> parameters, List<Value> nested, String usedBy) {

        /** The class with its type argument, if it has one. */
        JavaType type() {
            return argument == null ? name : name.with(argument);
        }

        boolean hasRequired() {
            return parameters.stream().anyMatch(Parameter::required);
        }
    }

    /** The content of a response. */
    enum Content {
        NOTHING,
        ONE,
        MANY,
        ID,
        IDS,
        METRICS,
        OTHER
    }

    /**
     * The result of a method.
     *
     * @param optional whether the resource may be absent
     * @param value the Java type of the content, or of each element
     * @param of the schema of the resources, or the JSON:API type of the identifiers; empty if there are neither
     * @param shape the schema of a metric, or of JSON that is not a JSON:API document
     * @param accept the content type, or null for the default
     */
    record Answer(
            Content content,
            boolean optional,
            JavaType value,
            String of,
            JsonNode shape,
            @Nullable String accept) {

        boolean paged() {
            return content == Content.MANY || content == Content.IDS || content == Content.METRICS;
        }

        boolean streamed() {
            return value.equals(Library.RESPONSE_BODY);
        }
    }

    /** The content of a request. */
    enum Sends {
        NOTHING,
        CREATE,
        UPDATE,
        LINKAGES,
        LINKAGE
    }

    /**
     * A method for an operation, or for one of its content types.
     *
     * @param body the class of the body, or null if there is no such class
     * @param sent the schema of the body, or the JSON:API type of the identifiers; empty without a body
     */
    record Method(
            String name,
            Operation operation,
            String sentence,
            Answer answer,
            @Nullable Query query,
            Sends sends,
            @Nullable JavaType body,
            String sent) {}

    record Interface(JavaType name, String tag, boolean forIndividualKeys, List<Method> methods) {}

    /**
     * The types of all members that users write: of bodies, of objects in them, and query parameters; one line each.
     */
    List<String> memberTypes() {
        List<String> types = new ArrayList<>();
        for (Body body : bodies) {
            for (BodyMember member : body.members()) {
                String type = typesOf(member).map(JavaType::text).collect(Collectors.joining(" or "));
                types.add(memberType(body.name(), member.javaName(), type) + (member.required() ? " required" : ""));
            }
        }
        objects.stream()
                .filter(ObjectType::sent)
                .forEach(object -> object.members()
                        .forEach(member -> types.add(memberType(
                                object.name(), member.javaName(), member.type().text()))));
        for (Query query : queries) {
            for (Parameter each : query.parameters()) {
                types.add(memberType(query.name(), each.javaName(), each.type().text())
                        + (each.style() == Style.LIST ? "..." : "")
                        + (each.required() ? " required" : ""));
            }
        }
        return types.stream().sorted().toList();
    }

    private static Stream<JavaType> typesOf(BodyMember member) {
        if (member.attribute() != null) {
            return Stream.of(member.attribute());
        }
        return Stream.of(JavaType.STRING, member.toMany() ? null : member.related(), member.inline())
                .filter(Objects::nonNull)
                .map(type -> member.toMany() ? JavaType.of(Collection.class, type) : type);
    }

    private static String memberType(JavaType owner, String member, String type) {
        return owner.name() + "." + member + " " + type;
    }

    /** The schemas of resources, and of requests that create some, which can contain only type and ID. */
    List<String> empty() {
        Stream<String> ofResources = resources.stream()
                .filter(resource -> resource.attributes().isEmpty()
                        && resource.relationships().isEmpty())
                .map(Resource::schema);
        Stream<String> ofBodies = bodies.stream()
                .filter(body -> body.members().isEmpty() && !body.onlyRefers())
                .map(Body::schema);
        return Stream.concat(ofResources, ofBodies).sorted().toList();
    }

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
