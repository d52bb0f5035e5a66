package io.github.ascjava.testing.internal.engine;

import io.github.ascjava.testing.internal.catalog.Catalog;
import io.github.ascjava.testing.internal.catalog.OperationShape;
import io.github.ascjava.testing.internal.http.ApiAnswer;
import io.github.ascjava.testing.internal.http.ApiErrorException;
import io.github.ascjava.testing.internal.http.ApiRequest;
import java.util.List;

/**
 * Handles requests, one at a time. Thread-safe.
 *
 * <p>Each request takes the same steps: its operation is found; query and body are checked against the document; a
 * hook may take over; referenced resources are looked up; hooks may reject the request; it is carried out.
 */
public final class Engine {

    private final SandboxState world;
    private final Hooks hooks;
    private final PathRouter router;
    private final LiveQueries live;
    private final Reads reads;
    private final Writes writes;

    /** Creates an engine; the first hook that returns a response decides. */
    public Engine(Catalog catalog, SandboxState world, List<ResourceHook> hooks) {
        this.world = world;
        this.hooks = new Hooks(hooks);
        this.router = new PathRouter(catalog);
        this.live = new LiveQueries(world);
        Links links = new Links(catalog);
        DocumentWriter documents = new DocumentWriter(world, new ResourceWriter(world, links));
        this.reads = new Reads(world, this.hooks, documents);
        this.writes = new Writes(world, this.hooks, documents, links);
    }

    /**
     * Handles a request whose token has been accepted.
     *
     * @throws ApiErrorException if the request is rejected
     */
    public ApiAnswer handle(ApiRequest request) {
        world.lock().lock();
        try {
            hooks.all().forEach(hook -> hook.timePassed(world));
            Route route = router.find(request.method(), request.url().pathSegments());
            return route == null ? other(request) : answer(route, request);
        } finally {
            world.lock().unlock();
        }
    }

    private ApiAnswer other(ApiRequest request) {
        for (ResourceHook hook : hooks.all()) {
            ApiAnswer answer = hook.other(request, world);
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
        for (ResourceHook hook : hooks.of(operation.type())) {
            ApiAnswer answer = hook.answer(operation, request, world);
            if (answer != null) {
                return answer;
            }
        }
        return operation.method().equals("GET")
                ? reads.read(route, shape, selection, request)
                : writes.write(route, shape, body, selection, request);
    }
}
