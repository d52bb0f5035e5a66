package io.github.ascjava.testing.internal.engine;

import io.github.ascjava.testing.internal.catalog.Catalog;
import io.github.ascjava.testing.internal.catalog.OperationShape;
import io.github.ascjava.testing.internal.http.ApiAnswer;
import io.github.ascjava.testing.internal.http.ApiRequest;
import java.util.List;

/**
 * Handles requests, one at a time. Thread-safe.
 *
 * <p>Each request takes the same steps: its operation is found; query and body are checked against the document; a
 * behavior may take over; referenced resources are looked up; behaviors may reject the request; it is carried out.
 */
public final class Engine {

    private final SandboxState world;
    private final List<ResourceHook> behaviors;
    private final PathRouter router;
    private final LiveQueries live;
    private final Reads reads;
    private final Writes writes;

    /** Creates an engine; the first behavior that returns a response decides. */
    public Engine(Catalog catalog, SandboxState world, List<ResourceHook> behaviors) {
        this.world = world;
        this.behaviors = List.copyOf(behaviors);
        this.router = new PathRouter(catalog);
        this.live = new LiveQueries(world);
        Links links = new Links(catalog);
        DocumentWriter documents = new DocumentWriter(world, new ResourceWriter(world, links));
        this.reads = new Reads(world, this.behaviors, documents);
        this.writes = new Writes(world, this.behaviors, documents, links);
    }

    /**
     * Handles a request whose token has been accepted.
     *
     * @throws ApiErrorException if the request is rejected
     */
    public ApiAnswer handle(ApiRequest request) {
        world.lock().lock();
        try {
            behaviors.forEach(behavior -> behavior.timePassed(world));
            Route route = router.find(request.method(), request.url().pathSegments());
            return route == null ? other(request) : answer(route, request);
        } finally {
            world.lock().unlock();
        }
    }

    private ApiAnswer other(ApiRequest request) {
        for (ResourceHook behavior : behaviors) {
            ApiAnswer answer = behavior.other(request, world);
            if (answer != null) {
                return answer;
            }
        }
        throw router.refusal(request.method(), request.url().pathSegments());
    }

    private ApiAnswer answer(Route route, ApiRequest request) {
        OperationShape operation = route.operation();
        OperationShape.Answer shape = Accept.pick(operation, request);
        if (shape == null) {
            return Accept.refusal(operation, request);
        }
        Selection selection = QueryReader.read(operation, request.url(), live);
        Writes.Body body = writes.read(route, request);
        for (ResourceHook behavior : behaviors) {
            ApiAnswer answer = behavior.answer(operation, request, world);
            if (answer != null) {
                return answer;
            }
        }
        return operation.method().equals("GET")
                ? reads.read(route, shape, selection, request)
                : writes.write(route, shape, body, selection, request);
    }
}
