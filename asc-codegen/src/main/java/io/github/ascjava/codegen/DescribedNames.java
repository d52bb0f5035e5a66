package io.github.ascjava.codegen;

import io.github.ascjava.codegen.Model.Body;
import io.github.ascjava.codegen.Model.Interface;
import io.github.ascjava.codegen.Model.Method;
import io.github.ascjava.codegen.Model.ObjectType;
import io.github.ascjava.codegen.Model.Query;
import io.github.ascjava.codegen.Model.Resource;
import io.github.ascjava.codegen.Model.Value;
import java.util.HashSet;
import java.util.Set;

/** Collects the names that {@code descriptions.txt} may describe. */
final class DescribedNames {

    private final Set<String> names = new HashSet<>();

    private DescribedNames() {}

    /** Returns classes, {@code Class.member}, {@code *.member}, and operations as verb and path. */
    static Set<String> of(Model model) {
        DescribedNames all = new DescribedNames();
        model.resources().forEach(all::add);
        model.bodies().forEach(all::add);
        for (ObjectType object : model.objects()) {
            all.names.add(object.name().name());
            object.members().forEach(member -> all.member(object.name().name(), member.jsonName()));
        }
        for (Value value : model.values()) {
            all.names.add(value.name().name());
            value.values().forEach(each -> all.member(value.name().name(), Names.constant(each)));
        }
        for (Query query : model.queries()) {
            query.parameters().forEach(each -> all.member(query.name().name(), each.javaName()));
        }
        for (Interface api : model.interfaces()) {
            for (Method method : api.methods()) {
                all.names.add(method.operation().place());
            }
        }
        return all.names;
    }

    private void add(Resource resource) {
        String owner = resource.name().name();
        names.add(owner);
        member(owner, "id");
        resource.attributes().forEach(attribute -> member(owner, attribute.jsonName()));
        resource.relationships().forEach(relationship -> member(owner, relationship.jsonName()));
    }

    private void add(Body body) {
        body.members().forEach(each -> {
            member(body.name().name(), each.jsonName());
            member(resourceOf(body), each.jsonName());
        });
    }

    /** The name of the resource class that a body is about. */
    static String resourceOf(Body body) {
        return body.name().name().replaceFirst("(Inline)?(Create|Update)$", "");
    }

    private void member(String owner, String name) {
        names.add(owner + "." + name);
        names.add("*." + name);
    }
}
