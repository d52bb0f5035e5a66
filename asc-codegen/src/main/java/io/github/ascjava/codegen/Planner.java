package io.github.ascjava.codegen;

import io.github.ascjava.codegen.Model.Interface;
import java.util.List;

/** Plans the output: reads the document once, in an order that makes names reproducible. */
final class Planner {

    private Planner() {}

    static Model plan(Document document) {
        return plan(document, Domains.read());
    }

    static Model plan(Document document, Domains domains) {
        // A name without a domain only prevents writing, so the same run also finds all other unsupported elements.
        Stops stops = new Stops();
        learnDomains(document, domains);
        TypePlanner types = new TypePlanner(document, domains);
        ResourcePlanner resources = new ResourcePlanner(document, types, stops);
        requireNone(stops, domains);
        BodyPlanner bodies = new BodyPlanner(document, types, resources, stops);
        requireNone(stops, domains);
        QueryPlanner queries = new QueryPlanner(document, types, resources);
        List<Interface> interfaces = new InterfacePlanner(document, domains, types, bodies, queries, stops).plan();
        stops.attempt(domains::requireComplete);
        stops.requireNone();
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

    /** All later steps need the plan so far. */
    private static void requireNone(Stops stops, Domains domains) {
        if (!stops.isEmpty()) {
            stops.attempt(domains::requireComplete);
        }
        stops.requireNone();
    }

    /** First, so that one message lists all new names of a document. */
    private static void learnDomains(Document document, Domains domains) {
        document.operations().forEach(operation -> domains.ofListed(operation.tag()));
        document.schemas().forEach((name, schema) -> {
            if (Document.isResource(schema) || schema.has("enum")) {
                domains.ofListed(name);
            }
        });
    }
}
