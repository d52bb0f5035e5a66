package io.github.ascjava.testing.internal.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.ascjava.testing.internal.catalog.Action;
import io.github.ascjava.testing.internal.catalog.OperationShape;
import io.github.ascjava.testing.internal.catalog.OperationShape.Answer;
import io.github.ascjava.testing.internal.catalog.OperationShape.Content;
import io.github.ascjava.testing.internal.catalog.OperationShape.Sent;
import io.github.ascjava.testing.internal.catalog.ResourceShape;
import io.github.ascjava.testing.internal.engine.Entity.Identifier;
import io.github.ascjava.testing.internal.http.ApiAnswer;
import io.github.ascjava.testing.internal.http.ApiRequest;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Handles POST, PATCH and DELETE requests. */
final class Writes {

    private final SandboxState world;
    private final Hooks hooks;
    private final DocumentWriter documents;
    private final Links links;
    private final Creation creation;
    private final Update update;
    private final Deletion deletion;

    Writes(SandboxState world, Hooks hooks, DocumentWriter documents, Links links) {
        this.world = world;
        this.hooks = hooks;
        this.documents = documents;
        this.links = links;
        this.deletion = new Deletion(world, hooks);
        this.creation = new Creation(world, hooks, deletion);
        this.update = new Update(world, hooks, creation);
    }

    /**
     * The content of a body that was checked against the document.
     *
     * @param json the body; a missing node if there is none
     * @param entity the resource in it, or null if there is none
     * @param identifiers the identifiers in it; empty if it contains a resource
     */
    record Body(JsonNode json, @Nullable Entity entity, List<Identifier> identifiers) {}

    /** Parses a body and checks it against the document, regardless of the store. */
    Body read(Route route, ApiRequest request) {
        OperationShape operation = route.operation();
        Sent sent = operation.body();
        if (sent == null) {
            return new Body(MissingNode.getInstance(), null, List.of());
        }
        JsonNode json = BodyReader.parse(request.body());
        if (sent.content() == Content.ONE) {
            String id = operation.action() == Action.CREATE_INSTANCE ? null : route.id();
            return new Body(json, EntityReader.read(json, world.catalog().body(sent.name()), id, world), List.of());
        }
        boolean toMany = sent.content() == Content.IDS;
        return new Body(
                json, null, BodyReader.identifiers(json, toMany, sent.name(), world.has(Deviation.NULL_CLEARS_TO_ONE)));
    }

    ApiAnswer write(Route route, Answer answer, Body body, Selection selection, ApiRequest request) {
        OperationShape operation = route.operation();
        StoredResource target = route.id().isEmpty() ? null : world.store().get(operation.type(), route.id());
        Entity entity = body.entity();
        if (entity != null) {
            References.check(entity, world);
        } else {
            References.check(body.identifiers(), world);
        }
        hooks.of(operation.type()).forEach(hook -> hook.check(operation, body.json(), target, world));
        if (target == null) {
            StoredResource made = made(operation, body.json());
            StoredResource created = made == null ? creation.create(Objects.requireNonNull(entity)) : made;
            return created(created, operation, selection, request);
        }
        if (operation.action() == Action.DELETE_INSTANCE) {
            deletion.delete(target);
            return ApiAnswer.empty(answer.status());
        }
        if (entity != null) {
            update.update(target, entity);
            return ApiAnswer.json(answer.status(), documents.one(target, operation, selection, request.url()));
        }
        edit(operation, target, body.identifiers());
        return ApiAnswer.empty(answer.status());
    }

    private @Nullable StoredResource made(OperationShape operation, JsonNode body) {
        for (ResourceHook hook : hooks.of(operation.type())) {
            StoredResource made = hook.make(operation, body, world);
            if (made != null) {
                return made;
            }
        }
        return null;
    }

    private ApiAnswer created(
            StoredResource created, OperationShape operation, Selection selection, ApiRequest request) {
        Answer answer = operation.answer();
        ResourceShape shape = world.catalog().resource(answer.schema());
        return ApiAnswer.json(answer.status(), documents.one(created, operation, selection, request.url()))
                .with("Location", links.self(request.url(), created, shape));
    }

    private void edit(OperationShape operation, StoredResource target, List<Identifier> identifiers) {
        String relationship = Objects.requireNonNull(operation.relationship());
        List<StoredResource> targets = identifiers.stream()
                .map(each -> world.store().get(each.type(), each.id()))
                .toList();
        switch (operation.action()) {
            case CREATE_TO_MANY_RELATIONSHIP -> update.add(target, relationship, targets);
            case DELETE_TO_MANY_RELATIONSHIP -> update.remove(target, relationship, targets);
            default -> update.replace(target, relationship, targets);
        }
    }
}
