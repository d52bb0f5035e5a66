package io.github.ascjava.codegen;

import io.github.ascjava.codegen.Model.Interface;
import java.util.List;

/** Decides what there is to write: reads the document once, in an order in which names come out the same every time. */
final class Planner {

    private Planner() {}

    static Model plan(Document document) {
        return plan(document, Domains.read());
    }

    static Model plan(Document document, Domains domains) {
        requireDomains(document, domains);
        TypePlanner types = new TypePlanner(document, domains);
        ResourcePlanner resources = new ResourcePlanner(document, types);
        BodyPlanner bodies = new BodyPlanner(document, types, resources);
        QueryPlanner queries = new QueryPlanner(document, types, resources);
        List<Interface> interfaces = new InterfacePlanner(document, domains, types, bodies, queries).plan();
        domains.requireComplete();
        return new Model(
                document,
                List.copyOf(types.values()),
                List.copyOf(types.fields()),
                List.copyOf(types.includes()),
                List.copyOf(types.objects()),
                List.copyOf(resources.resources().values()),
                List.copyOf(bodies.bodies().values()),
                queries.queries(),
                interfaces);
    }

    /** Before all else, so that one message names all that a new document brought. */
    private static void requireDomains(Document document, Domains domains) {
        document.operations().forEach(operation -> domains.ofListed(operation.tag()));
        document.schemas().forEach((name, schema) -> {
            if (Document.isResource(schema) || schema.has("enum")) {
                domains.ofListed(name);
            }
        });
        domains.requireComplete();
    }
}
