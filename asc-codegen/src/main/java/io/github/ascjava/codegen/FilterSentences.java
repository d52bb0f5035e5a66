package io.github.ascjava.codegen;

import io.github.ascjava.codegen.Model.Parameter;
import io.github.ascjava.codegen.Model.Query;
import io.github.ascjava.codegen.Model.Relationship;
import io.github.ascjava.codegen.Model.Resource;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Describes query parameters from what is known of the resources that they filter. */
final class FilterSentences {

    /** Beginnings of descriptions that are not nouns and would not read well within a sentence. */
    private static final Pattern QUESTION = Pattern.compile("^(whether|how|where|what|when|why|in which|\\{)");

    private final Descriptions descriptions;
    private final Map<String, Resource> bySchema = new HashMap<>();
    private final Map<JavaType, Resource> byQuery = new HashMap<>();
    private final Map<JavaType, Operation> operations = new HashMap<>();

    FilterSentences(Model model, Descriptions descriptions) {
        this.descriptions = descriptions;
        model.resources().forEach(resource -> bySchema.put(resource.schema(), resource));
        model.interfaces().stream().flatMap(api -> api.methods().stream()).forEach(method -> {
            Resource listed = bySchema.get(method.answer().of());
            Query query = method.query();
            if (query != null) {
                operations.putIfAbsent(query.name(), method.operation());
                if (listed != null) {
                    byQuery.putIfAbsent(query.name(), listed);
                }
            }
        });
    }

    /** Returns the link to Apple's page of the first operation that uses a query. */
    String see(Query query) {
        return Sentences.link(Objects.requireNonNull(operations.get(query.name())));
    }

    /** Returns the Javadoc of the method that sets a parameter. */
    String of(Query query, Parameter parameter) {
        String own = descriptions.sent(query.name().name(), parameter.javaName());
        if (own != null) {
            return own;
        }
        Resource listed = byQuery.get(query.name());
        String name = parameter.jsonName();
        if (listed == null || !name.startsWith("filter[")) {
            return parameter.description() + ".";
        }
        String path = QueryPlanner.inner(name);
        Relationship relationship = relationship(path, listed);
        if (relationship != null) {
            return "Filters by {@code " + path + "}: matches resources related to any of these ids of "
                    + targets(relationship) + ".";
        }
        String filter = "Filters by {@code " + path + "}";
        String form = form(path, listed);
        boolean fits = form != null && !QUESTION.matcher(form).find();
        return parameter.description().replace(filter, fits ? filter + ", " + form : filter) + ".";
    }

    private static @Nullable Relationship relationship(String name, Resource resource) {
        return resource.relationships().stream()
                .filter(each -> each.jsonName().equals(name))
                .findFirst()
                .orElse(null);
    }

    private String targets(Relationship relationship) {
        Resource target = bySchema.get(relationship.schema());
        return Names.words(target == null ? relationship.jsonName() : target.jsonType());
    }

    /** The first clause of the description of the attribute that a path leads to. */
    private @Nullable String form(String path, Resource resource) {
        int dot = path.indexOf('.');
        if (dot < 0) {
            String known = descriptions.sent(resource.name().name(), path);
            return known == null ? null : known.split("; ", 2)[0];
        }
        Relationship relationship = relationship(path.substring(0, dot), resource);
        Resource target = relationship == null ? null : bySchema.get(relationship.schema());
        return target == null ? null : form(path.substring(dot + 1), target);
    }
}
