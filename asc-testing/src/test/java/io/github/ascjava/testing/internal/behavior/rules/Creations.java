package io.github.ascjava.testing.internal.behavior.rules;

import io.github.ascjava.testing.internal.behavior.Api;
import io.github.ascjava.testing.internal.behavior.Body;
import io.github.ascjava.testing.internal.catalog.Action;
import io.github.ascjava.testing.internal.catalog.BodyShape;
import io.github.ascjava.testing.internal.catalog.OperationShape;
import io.github.ascjava.testing.internal.catalog.Shape;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Writes requests from the catalog, with what the document requires and nothing more. */
final class Creations {

    private final Api api;
    private int count;

    Creations(Api api) {
        this.api = api;
    }

    /** Finds the first operation of a type that does something, and whose body has a member unless that is empty. */
    OperationShape operation(String type, Action action, String member) {
        return api.world().catalog().operations().stream()
                .filter(each -> each.type().equals(type) && each.action() == action)
                .filter(each -> member.isEmpty()
                        || shape(each).attributes().containsKey(member)
                        || shape(each).relationships().containsKey(member))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + action + " of " + type + " with " + member));
    }

    BodyShape shape(OperationShape operation) {
        return api.world()
                .catalog()
                .body(Objects.requireNonNull(operation.body()).name());
    }

    /** Writes a body whose related resources are added to the sandbox, except for the relationships that are named. */
    Body body(BodyShape shape, String... without) {
        Body body = Body.of(shape.type());
        shape.attributes().values().stream()
                .filter(Shape.Member::required)
                .forEach(each -> body.with(each.name(), value(each.shape())));
        shape.relationships().values().stream()
                .filter(each -> each.required() && Stream.of(without).noneMatch(each.name()::equals))
                .forEach(each -> relate(body, each));
        return body;
    }

    /** Sets a relationship to a new resource. */
    void relate(Body body, BodyShape.Link link) {
        String id = "related-" + ++count;
        api.world().store().add(link.type(), id);
        if (link.toMany()) {
            body.many(link.name(), link.type(), List.of(id));
        } else {
            body.one(link.name(), link.type(), id);
        }
    }

    static Object value(Shape shape) {
        if (shape instanceof Shape.OneOf oneOf) {
            return oneOf.values().get(0);
        }
        if (shape instanceof Shape.Flag) {
            return true;
        }
        if (shape instanceof Shape.Whole) {
            return 1;
        }
        if (shape instanceof Shape.ListOf) {
            return List.of();
        }
        if (shape instanceof Shape.ObjectOf || shape instanceof Shape.MapOf) {
            return Map.of();
        }
        return switch (shape instanceof Shape.Text text ? String.valueOf(text.format()) : "") {
            case "date-time" -> "2026-12-24T12:00:00Z";
            case "date" -> "2026-12-24";
            case "uri" -> "https://example.com";
            default -> "en-US";
        };
    }
}
