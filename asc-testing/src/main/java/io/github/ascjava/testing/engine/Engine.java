package io.github.ascjava.testing.engine;

import io.github.ascjava.testing.catalogue.Catalogue;
import io.github.ascjava.testing.catalogue.OperationShape;
import io.github.ascjava.testing.http.ApiAnswer;
import io.github.ascjava.testing.http.ApiRequest;
import io.github.ascjava.testing.http.Refusal;
import java.util.List;

/**
 * Answers requests, one at a time. Thread-safe.
 *
 * <p>Each request goes the same way: its operation is found; query and body are compared with the document; a behaviour may
 * take over; what the request refers to is looked up; behaviours may object; it is carried out.
 */
public final class Engine {

    private final World world;
    private final List<Behaviour> behaviours;
    private final PathRouter router;
    private final LiveQueries live;
    private final Reads reads;
    private final Writes writes;

    /** Makes an engine for a world; of the behaviours, the first that answers decides. */
    public Engine(Catalogue catalogue, World world, List<Behaviour> behaviours) {
        this.world = world;
        this.behaviours = List.copyOf(behaviours);
        this.router = new PathRouter(catalogue);
        this.live = new LiveQueries(world);
        Links links = new Links(catalogue);
        DocumentWriter documents = new DocumentWriter(world, new ResourceWriter(world, links));
        this.reads = new Reads(world, this.behaviours, documents);
        this.writes = new Writes(world, this.behaviours, documents, links);
    }

    /**
     * Answers a request whose token has been accepted.
     *
     * @throws Refusal if the request is refused
     */
    public ApiAnswer handle(ApiRequest request) {
        world.lock().lock();
        try {
            behaviours.forEach(behaviour -> behaviour.timePassed(world));
            Route route = router.find(request.method(), request.url().pathSegments());
            return route == null ? other(request) : answer(route, request);
        } finally {
            world.lock().unlock();
        }
    }

    private ApiAnswer other(ApiRequest request) {
        for (Behaviour behaviour : behaviours) {
            ApiAnswer answer = behaviour.other(request, world);
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
        for (Behaviour behaviour : behaviours) {
            ApiAnswer answer = behaviour.answer(operation, request, world);
            if (answer != null) {
                return answer;
            }
        }
        return operation.method().equals("GET")
                ? reads.read(route, shape, selection, request)
                : writes.write(route, shape, body, request);
    }
}
