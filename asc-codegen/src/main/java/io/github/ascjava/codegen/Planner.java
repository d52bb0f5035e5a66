package io.github.ascjava.codegen;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Decides what there is to write: reads the document once, in an order in which names come out the same every time. */
final class Planner {

    /** Names that generated files use for something else; a schema of such a name would not compile in every file. */
    private static final Set<String> TAKEN = Set.of(
            "Resource",
            "ResourceType",
            "ToOne",
            "ToMany",
            "Links",
            "Page",
            "Query",
            "IncludingQuery",
            "IdQuery",
            "PageQuery",
            "FieldsQuery",
            "GetQuery",
            "ListQuery",
            "Field",
            "Include",
            "JsonResponse",
            "OpenEnum",
            "ApiCall",
            "PagedCall",
            "UpdateRequest",
            "ToManyLinkage",
            "ToOneLinkage",
            "UnknownFields",
            "ResourceBody",
            "ResourceIdentifier",
            "List",
            "Map",
            "Collection",
            "Optional",
            "URI",
            "LocalDate",
            "OffsetDateTime",
            "JsonNode",
            "String",
            "Object",
            "GET",
            "POST",
            "PATCH",
            "DELETE",
            "HTTP",
            "Path",
            "Body",
            "QueryMap",
            "Headers",
            "Streaming",
            "Builder",
            "Nullable",
            "UnaryOperator",
            "JsonProperty",
            "ResponseBody",
            "Long",
            "Double",
            "Boolean",
            "Void");

    private Planner() {}

    static Model plan(Document document) {
        Domains domains = Domains.read();
        TypePlanner types = new TypePlanner(document, domains);
        ResourcePlanner resources = new ResourcePlanner(document, types);
        BodyPlanner bodies = new BodyPlanner(document, types);
        QueryPlanner queries = new QueryPlanner(document, types, resources);
        InterfacePlanner interfaces = new InterfacePlanner(document, domains, types, resources, bodies, queries);
        Model model = new Model(
                List.copyOf(types.values()),
                List.copyOf(types.fields()),
                List.copyOf(types.includes()),
                List.copyOf(types.objects()),
                List.copyOf(resources.resources().values()),
                List.copyOf(bodies.bodies().values()),
                queries.queries(),
                interfaces.interfaces());
        requireUniqueNames(model);
        return model;
    }

    private static void requireUniqueNames(Model model) {
        List<Model.ClassName> names = new ArrayList<>();
        model.values().forEach(each -> names.add(each.name()));
        model.fields().forEach(each -> names.add(each.name()));
        model.includes().forEach(each -> names.add(each.name()));
        model.objects().forEach(each -> names.add(each.name()));
        model.resources().forEach(each -> names.add(each.name()));
        model.bodies().forEach(each -> names.add(each.name()));
        model.queries().forEach(each -> names.add(each.name()));
        model.interfaces().forEach(each -> names.add(each.name()));
        Map<String, String> packages = new HashMap<>();
        for (Model.ClassName name : names) {
            String other = packages.put(name.name(), name.packageName());
            if (other != null || TAKEN.contains(name.name())) {
                throw new UnknownShapeException(
                        name.fullName(), "the name is taken" + (other == null ? "." : " by one in " + other + "."));
            }
        }
    }
}
