package io.github.ascjava.client.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Reads composed schemas, by its own rules and not those of the generator. */
final class Alternatives {

    private static final List<String> CHOICES = List.of("oneOf", "anyOf");
    private static final List<String> PARTS = List.of("attributes", "relationships");

    private final Spec spec;

    Alternatives(Spec spec) {
        this.spec = spec;
    }

    static boolean isComposed(JsonNode schema) {
        return schema.has("oneOf") || schema.has("anyOf") || schema.has("allOf");
    }

    /** Returns the plain schemas that a value may follow: one for each alternative, merged with the common parts. */
    List<ObjectNode> of(JsonNode schema) {
        JsonNode resolved = spec.resolve(schema);
        ObjectNode own = resolved.deepCopy();
        own.remove(List.of("oneOf", "anyOf", "allOf", "discriminator"));
        List<ObjectNode> forms = List.of(own);
        for (JsonNode each : resolved.path("allOf")) {
            forms = combined(forms, of(each));
        }
        for (String choice : CHOICES) {
            if (resolved.has(choice)) {
                List<ObjectNode> chosen = new ArrayList<>();
                resolved.path(choice).forEach(each -> chosen.addAll(of(each)));
                forms = combined(forms, chosen);
            }
        }
        return forms;
    }

    /**
     * Returns a resource's schema as if it had no alternatives: its attributes and relationships are those of all
     * alternatives, and members are required if every alternative requires them.
     */
    ObjectNode union(JsonNode resource) {
        List<ObjectNode> forms = of(resource);
        ObjectNode union = forms.get(0).deepCopy();
        for (String part : PARTS) {
            List<ObjectNode> alternatives = forms.stream()
                    .map(form -> form.path("properties").path(part))
                    .filter(JsonNode::isObject)
                    .flatMap(schema -> of(schema).stream())
                    .toList();
            if (!alternatives.isEmpty()) {
                ((ObjectNode) union.path("properties")).set(part, any(alternatives));
            }
        }
        return union;
    }

    private static ObjectNode any(List<ObjectNode> alternatives) {
        ObjectNode any = alternatives.get(0).deepCopy();
        Set<String> required = new LinkedHashSet<>(Spec.texts(any.path("required")));
        for (ObjectNode each : alternatives) {
            required.retainAll(Spec.texts(each.path("required")));
            each.path("properties")
                    .properties()
                    .forEach(member ->
                            any.withObjectProperty("properties").putIfAbsent(member.getKey(), member.getValue()));
        }
        any.remove("required");
        setRequired(any, required);
        return any;
    }

    private List<ObjectNode> combined(List<ObjectNode> first, List<ObjectNode> second) {
        return first.stream()
                .flatMap(one -> second.stream().map(other -> both(one, other)))
                .toList();
    }

    /** A schema that is satisfied by values that satisfy both. */
    private ObjectNode both(ObjectNode one, ObjectNode other) {
        ObjectNode both = one.deepCopy();
        other.properties().forEach(keyword -> both.putIfAbsent(keyword.getKey(), keyword.getValue()));
        Set<String> required = new LinkedHashSet<>(Spec.texts(one.path("required")));
        required.addAll(Spec.texts(other.path("required")));
        setRequired(both, required);
        other.path("properties").properties().forEach(member -> {
            ObjectNode properties = both.withObjectProperty("properties");
            JsonNode known = properties.path(member.getKey());
            boolean mixed = known.isObject() && !isComposed(known) && !known.has("$ref");
            properties.set(
                    member.getKey(),
                    mixed && member.getValue() instanceof ObjectNode narrower
                            ? both((ObjectNode) known, narrower)
                            : known.isMissingNode() ? member.getValue() : known);
        });
        return both;
    }

    private static void setRequired(ObjectNode schema, Set<String> names) {
        if (!names.isEmpty()) {
            ArrayNode required = schema.putArray("required");
            names.forEach(required::add);
        }
    }
}
