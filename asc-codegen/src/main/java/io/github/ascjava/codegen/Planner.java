package io.github.ascjava.codegen;

import java.util.List;

/** Decides what there is to write: reads the document once, in an order in which names come out the same every time. */
final class Planner {

    private Planner() {}

    static Model plan(Document document) {
        Domains domains = Domains.read();
        TypePlanner types = new TypePlanner(document, domains);
        ResourcePlanner resources = new ResourcePlanner(document, types);
        BodyPlanner bodies = new BodyPlanner(document, types);
        QueryPlanner queries = new QueryPlanner(document, types, resources);
        InterfacePlanner interfaces = new InterfacePlanner(document, domains, types, resources, bodies, queries);
        return new Model(
                document,
                List.copyOf(types.values()),
                List.copyOf(types.fields()),
                List.copyOf(types.includes()),
                List.copyOf(types.objects()),
                List.copyOf(resources.resources().values()),
                List.copyOf(bodies.bodies().values()),
                queries.queries(),
                interfaces.interfaces());
    }
}
