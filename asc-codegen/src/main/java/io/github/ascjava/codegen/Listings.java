package io.github.ascjava.codegen;

import io.github.ascjava.codegen.Model.Answer;
import io.github.ascjava.codegen.Model.Content;
import io.github.ascjava.codegen.Model.Interface;
import io.github.ascjava.codegen.Model.Member;
import io.github.ascjava.codegen.Model.Method;
import io.github.ascjava.codegen.Model.ObjectType;
import io.github.ascjava.codegen.Model.Parameter;
import io.github.ascjava.codegen.Model.Query;
import io.github.ascjava.codegen.Model.Relationship;
import io.github.ascjava.codegen.Model.Resource;
import io.github.ascjava.codegen.Model.Sends;
import io.github.ascjava.codegen.Model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lists the public API, one member per line, in files beside the source; {@link ChangeReport} compares them. */
final class Listings {

    /** Operations and their Java names: {@code GET /v1/users -> UsersApi.list}. */
    static final String OPERATIONS = "operations.txt";

    /** Parameters and results of methods: {@code UsersApi.list (ListUsers) PagedCall<User>}. */
    static final String SIGNATURES = "signatures.txt";

    /**
     * Members that users write, of bodies, of objects in bodies, and of queries:
     * {@code UserUpdate.roles List<UserRole>}.
     */
    static final String MEMBERS = "members.txt";

    /** Members that users read, of resources and of objects: {@code User.visibleApps ToMany<App>}. */
    static final String RESOURCES = "resources.txt";

    /** Constants: {@code UserRole ADMIN DEVELOPER}. */
    static final String VALUES = "values.txt";

    /** Methods, query parameters and constants that are deprecated: {@code UserRole.ACCESS_TO_REPORTS}. */
    static final String DEPRECATED = "deprecated.txt";

    static final List<String> ALL = List.of(OPERATIONS, SIGNATURES, MEMBERS, RESOURCES, VALUES, DEPRECATED);

    private Listings() {}

    /** Returns contents by name of the file. */
    static Map<String, String> write(Model model, DeprecatedValues values) {
        String heading = "App Store Connect API " + model.document().version() + "\n\n";
        Map<String, Stream<String>> lines = Map.of(
                OPERATIONS, model.operationNames().stream(),
                SIGNATURES, signatures(model).sorted(),
                MEMBERS, model.memberTypes().stream(),
                RESOURCES, resources(model).sorted(),
                VALUES, values(model).sorted(),
                DEPRECATED, deprecated(model, values).sorted());
        Map<String, String> files = new TreeMap<>();
        lines.forEach((name, each) -> files.put(name, each.collect(Collectors.joining("\n", heading, "\n"))));
        return files;
    }

    private static Stream<String> signatures(Model model) {
        return model.interfaces().stream()
                .flatMap(api -> api.methods().stream()
                        .map(method -> name(api, method) + " " + taken(method) + " " + returned(method.answer())));
    }

    private static String name(Interface api, Method method) {
        return api.name().name() + "." + method.name();
    }

    private static String taken(Method method) {
        List<JavaType> taken = new ArrayList<>();
        if (method.operation().hasId()) {
            taken.add(JavaType.STRING);
        }
        if (method.query() != null) {
            taken.add(method.query().type());
        }
        if (method.sends() != Sends.NOTHING) {
            taken.add(InterfaceWriter.sent(method));
        }
        return taken.stream().map(JavaType::text).collect(Collectors.joining(", ", "(", ")"));
    }

    private static String returned(Answer answer) {
        if (answer.paged()) {
            return Library.PAGED_CALL.with(answer.value()).text();
        }
        boolean optional = answer.optional() && answer.content() != Content.NOTHING;
        JavaType value = optional ? JavaType.of(Optional.class, answer.value()) : answer.value();
        return Library.API_CALL.with(value).text();
    }

    private static Stream<String> resources(Model model) {
        Stream<String> ofObjects = model.objects().stream().flatMap(Listings::members);
        return Stream.concat(ofObjects, model.resources().stream().flatMap(Listings::members));
    }

    private static Stream<String> members(ObjectType object) {
        return object.members().stream().map(member -> member(object.name(), member));
    }

    private static Stream<String> members(Resource resource) {
        return Stream.concat(
                resource.attributes().stream().map(attribute -> member(resource.name(), attribute)),
                resource.relationships().stream()
                        .map(each -> resource.name().name() + "." + each.javaName() + " "
                                + typeOf(each).text()));
    }

    private static String member(JavaType owner, Member member) {
        return owner.name() + "." + member.javaName() + " " + member.type().text();
    }

    private static JavaType typeOf(Relationship relationship) {
        return (relationship.toMany() ? Library.TO_MANY : Library.TO_ONE).with(relationship.target());
    }

    private static Stream<String> values(Model model) {
        return Stream.of(model.values(), model.fields(), model.includes(), nested(model))
                .flatMap(List::stream)
                .map(value -> value.values().stream()
                        .map(Names::constant)
                        .collect(Collectors.joining(" ", value.name().name() + " ", ""))
                        .strip());
    }

    private static List<Value> nested(Model model) {
        return model.queries().stream()
                .flatMap(query -> query.nested().stream())
                .toList();
    }

    private static Stream<String> deprecated(Model model, DeprecatedValues values) {
        Stream<String> methods = model.interfaces().stream()
                .flatMap(api -> api.methods().stream()
                        .filter(method -> method.operation().isDeprecated())
                        .map(method -> name(api, method)));
        Stream<String> parameters = model.queries().stream().flatMap(Listings::deprecated);
        return Stream.of(methods, parameters, model.values().stream().flatMap(values::of))
                .flatMap(each -> each);
    }

    private static Stream<String> deprecated(Query query) {
        return query.parameters().stream()
                .filter(Parameter::deprecated)
                .map(parameter -> query.name().name() + "." + parameter.javaName());
    }
}
