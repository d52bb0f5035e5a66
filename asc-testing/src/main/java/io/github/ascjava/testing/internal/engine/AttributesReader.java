package io.github.ascjava.testing.internal.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.ascjava.testing.internal.catalog.BodyShape;
import io.github.ascjava.testing.internal.catalog.Catalog;
import io.github.ascjava.testing.internal.catalog.Shape;
import io.github.ascjava.testing.internal.http.ErrorObject;
import io.github.ascjava.testing.internal.http.Errors;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the attributes of a resource in a request, and adds problems to the errors. */
final class AttributesReader {

    /** Values that no document names yet (docs/live-service.md#display-types-appear-before-the-document). */
    private static final Map<String, String> AHEAD =
            Map.of("screenshotDisplayType", "APP_IPHONE_DUO", "previewType", "IPHONE_DUO");

    private final Catalog catalog;
    private final String operation;
    private final List<ErrorObject> errors;

    /**
     * Creates a reader.
     *
     * @param operation CREATE or UPDATE
     */
    AttributesReader(Catalog catalog, String operation, List<ErrorObject> errors) {
        this.catalog = catalog;
        this.operation = operation;
        this.errors = errors;
    }

    ObjectNode read(JsonNode given, BodyShape body, String pointer) {
        ObjectNode attributes = JsonNodeFactory.instance.objectNode();
        if (!given.isMissingNode() && !given.isObject()) {
            errors.add(Errors.error("attributes-no-object", pointer));
            return attributes;
        }
        if (given.isMissingNode() && body.attributesRequired()) {
            errors.add(Errors.error("attributes-missing", pointer));
        }
        for (Map.Entry<String, JsonNode> each : given.properties()) {
            ErrorObject error = error(pointer + "/" + each.getKey(), each.getKey(), each.getValue(), body);
            if (error == null) {
                attributes.set(each.getKey(), each.getValue());
            } else {
                errors.add(error);
            }
        }
        for (Shape.Member member : body.attributes().values()) {
            if (member.required() && !given.has(member.name())) {
                errors.add(Errors.error("attribute-required", pointer + "/" + member.name(), member.name()));
            }
        }
        return attributes;
    }

    private @Nullable ErrorObject error(String pointer, String name, JsonNode value, BodyShape body) {
        Shape.Member member = body.attributes().get(name);
        if (member == null) {
            return isAttribute(name, body.type())
                    ? Errors.error("attribute-not-allowed", pointer, name, operation)
                    : Errors.error("attribute-unknown", pointer, name, body.type());
        }
        if (value.isNull()) {
            return member.nullable() ? null : Errors.error("attribute-required", pointer, name);
        }
        Values.Problem problem = Values.problem(name, value, member.shape());
        if (problem == null || value.asText().equals(AHEAD.get(name))) {
            return null;
        }
        if (problem.unknown()) {
            return Errors.error("attribute-unknown", pointer, problem.path(), body.type());
        }
        if (problem.missing()) {
            return Errors.error("attribute-required", pointer, problem.path());
        }
        JsonNode found = problem.value();
        String text = found.isValueNode() ? found.asText() : found.toString();
        return Errors.error("attribute-type", pointer, text, problem.path(), problem.expected());
    }

    private boolean isAttribute(String name, String type) {
        return catalog.resourcesOf(type).stream()
                .anyMatch(resource -> resource.attributes().containsKey(name));
    }
}
