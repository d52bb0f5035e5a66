package io.github.ascjava.testing.internal.engine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.ascjava.testing.internal.catalog.OperationShape;
import io.github.ascjava.testing.internal.catalog.OperationShape.Answer;
import io.github.ascjava.testing.internal.catalog.Relations.Relation;
import io.github.ascjava.testing.internal.http.ApiAnswer;
import io.github.ascjava.testing.internal.http.ApiRequest;
import io.github.ascjava.testing.internal.http.Errors;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** Handles GET requests. */
final class Reads {

    /** Relationships that respond with 404 instead of an empty document if they were never configured. */
    private static final Set<String> NOT_THERE = Set.of("appAvailabilities", "inAppPurchaseAvailabilities");

    /** Is made up for an app that has none. */
    private static final String PRICE_SCHEDULES = "appPriceSchedules";

    /** Lists with the newest resource first. */
    private static final Set<String> NEWEST_FIRST = Set.of("/v1/apps/{id}/appStoreVersions");

    /** Lists with the same resource on several pages. */
    private static final Set<String> REPEATING = Set.of("/v1/apps/{id}/builds");

    private final SandboxState world;
    private final Hooks hooks;
    private final DocumentWriter documents;
    private final Filters filters;
    private final Sorting sorting;

    Reads(SandboxState world, Hooks hooks, DocumentWriter documents) {
        this.world = world;
        this.hooks = hooks;
        this.documents = documents;
        this.filters = new Filters(world);
        this.sorting = new Sorting(world);
    }

    ApiAnswer read(Route route, Answer answer, Selection selection, ApiRequest request) {
        OperationShape operation = route.operation();
        StoredResource target = route.id().isEmpty() ? null : target(operation, route.id());
        return switch (answer.content()) {
            case ONE -> {
                StoredResource found = operation.relationship() == null ? target : single(operation, target);
                yield json(answer, documents.one(found, operation, selection, request.url()));
            }
            case MANY -> {
                Paging paging = page(listed(operation, target, answer), operation, selection, request);
                yield json(answer, documents.many(paging, operation, selection, request.url()));
            }
            case ID -> json(answer, documents.identifier(single(operation, target), request.url()));
            case IDS -> {
                List<StoredResource> related = related(operation, target);
                yield json(answer, documents.identifiers(page(related, operation, selection, request)));
            }
            case METRICS -> {
                refuseCursor(selection);
                yield PlainAnswers.metrics(answer, selection, request);
            }
            case OTHER, NOTHING -> other(operation, target, answer, selection, request);
        };
    }

    /** What a made-up price schedule leads to is a 404 that names no type. */
    private StoredResource target(OperationShape operation, String id) {
        boolean isOfMadeUp = operation.type().equals(PRICE_SCHEDULES)
                && operation.relationship() != null
                && world.store().find("apps", id).isPresent()
                && world.has(Deviation.UNCONFIGURED_PRICE_SCHEDULE_IS_SYNTHETIC);
        return world.store()
                .find(operation.type(), id)
                .orElseThrow(() -> Errors.refusal("not-found", isOfMadeUp ? "null" : operation.type(), id));
    }

    private Paging page(List<StoredResource> all, OperationShape operation, Selection selection, ApiRequest request) {
        List<StoredResource> passed = filters.apply(all, selection);
        boolean repeats = REPEATING.contains(operation.path()) && world.has(Deviation.BUILDS_OF_AN_APP_REPEAT);
        return Paging.of(sorting.apply(passed, selection), operation, selection, request.url(), repeats);
    }

    private List<StoredResource> listed(OperationShape operation, @Nullable StoredResource target, Answer answer) {
        if (target == null) {
            return all(world.catalog().resource(answer.schema()).type());
        }
        List<StoredResource> related = related(operation, target);
        if (NEWEST_FIRST.contains(operation.path()) && world.has(Deviation.VERSIONS_COME_NEWEST_FIRST)) {
            Collections.reverse(related);
        }
        return related;
    }

    private List<StoredResource> all(String type) {
        return world.store().all(type).stream()
                .filter(each -> hooks.of(type).stream().noneMatch(hook -> hook.isHidden(each, world)))
                .toList();
    }

    private List<StoredResource> related(OperationShape operation, @Nullable StoredResource target) {
        return Objects.requireNonNull(target).related(Objects.requireNonNull(operation.relationship()));
    }

    private @Nullable StoredResource single(OperationShape operation, @Nullable StoredResource target) {
        List<StoredResource> related = related(operation, target);
        if (!related.isEmpty()) {
            return related.get(0);
        }
        Relation relation = Objects.requireNonNull(
                world.catalog().relations().find(operation.type(), Objects.requireNonNull(operation.relationship())));
        if (relation.target().equals(PRICE_SCHEDULES)
                && world.has(Deviation.UNCONFIGURED_PRICE_SCHEDULE_IS_SYNTHETIC)) {
            return world.store()
                    .unsaved(relation.target(), Objects.requireNonNull(target).id());
        }
        boolean isRefused =
                NOT_THERE.contains(relation.target()) && world.has(Deviation.UNCONFIGURED_AVAILABILITY_IS_NOT_FOUND);
        if (isRefused || !world.has(Deviation.TO_ONE_ABSENT_IS_NULL)) {
            throw Errors.refusal(
                    "not-found",
                    relation.target(),
                    Objects.requireNonNull(target).id());
        }
        return null;
    }

    /** Responds with the list in another format than JSON, or with content that is not made of resources. */
    private ApiAnswer other(
            OperationShape operation,
            @Nullable StoredResource target,
            Answer answer,
            Selection selection,
            ApiRequest request) {
        Answer usual = operation.answer();
        if (usual.equals(answer)) {
            refuseCursor(selection);
            return PlainAnswers.other(answer);
        }
        Paging paging = page(listed(operation, target, usual), operation, selection, request);
        String csv = CsvWriter.write(paging.page(), world.catalog().resource(usual.schema()));
        return ApiAnswer.of(answer.status(), answer.contentType(), ByteString.encodeUtf8(csv));
    }

    /** Lists that never exceed one page have no cursors. */
    private static void refuseCursor(Selection selection) {
        if (selection.cursor() != null) {
            throw Errors.refusal("cursor-invalid", selection.cursor());
        }
    }

    private static ApiAnswer json(Answer answer, ObjectNode document) {
        return ApiAnswer.json(answer.status(), document);
    }
}
