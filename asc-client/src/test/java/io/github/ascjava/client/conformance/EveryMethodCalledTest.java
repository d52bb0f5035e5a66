package io.github.ascjava.client.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.ascjava.client.ApiServer;
import io.github.ascjava.client.call.ApiCall;
import io.github.ascjava.client.call.Query;
import io.github.ascjava.client.jsonapi.Page;
import io.github.ascjava.client.jsonapi.ResourceBody;
import io.github.ascjava.client.jsonapi.ResourceIdentifier;
import io.github.ascjava.client.jsonapi.ToManyLinkage;
import io.github.ascjava.client.jsonapi.ToOneLinkage;
import io.github.ascjava.client.jsonapi.UpdateRequest;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import okhttp3.ResponseBody;
import okhttp3.mockwebserver.RecordedRequest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import retrofit2.http.Body;
import retrofit2.http.QueryMap;

/** Each method is called over a socket, and a server that checks requests against the document accepts them. */
@Tag("document")
final class EveryMethodCalledTest {

    private static final String ID = "some-id";

    private final Spec spec = Spec.load();
    private final List<ApiMethod> methods = ApiMethod.all();
    private final SpecServer apple = new SpecServer(spec);
    private final List<String> problems = new ArrayList<>();
    private final Queries queries = new Queries(spec, problems, 1);

    @RegisterExtension
    final ApiServer server = new ApiServer();

    @BeforeEach
    void answerAsDocumented() {
        server.server().setDispatcher(apple);
    }

    @Test
    void everyMethodWithEverythingSetSendsAndTakesWhatIsDocumented() {
        for (ApiMethod method : methods) {
            SpecOperation operation = operation(method);
            call(method, method.method(), parameter -> argument(parameter, operation, true));
        }
        assertThat(problems).isEmpty();
        assertThat(apple.seen()).hasSameSizeAs(spec.operations());
    }

    @Test
    void everyMethodWithTheLeastSendsWhatIsDocumented() {
        for (ApiMethod method : methods) {
            SpecOperation operation = operation(method);
            call(method, method.method(), parameter -> argument(parameter, operation, false));
        }
        assertThat(problems).isEmpty();
    }

    @Test
    void everyShortFormSendsWhatIsDocumented() {
        int called = 0;
        for (ApiMethod method : methods) {
            for (Method shortForm : method.shortForms()) {
                SpecOperation operation = operation(method);
                call(method, shortForm, parameter -> shortArgument(parameter.getParameterizedType(), operation));
                called++;
            }
        }
        assertThat(problems).isEmpty();
        assertThat(called)
                .isEqualTo(methods.stream()
                        .map(ApiMethod::api)
                        .distinct()
                        .flatMap(api -> Arrays.stream(api.getMethods()))
                        .filter(Method::isDefault)
                        // They send null, which the document does not allow
                        // (docs/live-service.md#null-clears-relationships), and have their own test.
                        .filter(shortForm -> !shortForm.getName().startsWith("clear"))
                        .count());
    }

    private Object argument(Parameter parameter, SpecOperation operation, boolean full) {
        Type type = parameter.getParameterizedType();
        if (parameter.isAnnotationPresent(QueryMap.class)) {
            return full ? queries.full(type, operation) : queries.minimal(type, operation);
        }
        return parameter.isAnnotationPresent(Body.class) ? body(type, operation, full) : ID;
    }

    private Object shortArgument(Type type, SpecOperation operation) {
        if (Query.class.isAssignableFrom(Queries.raw(type))) {
            return queries.minimal(type, operation);
        }
        if (type instanceof ParameterizedType generic) {
            if (generic.getRawType() == UnaryOperator.class) {
                return (UnaryOperator<Query<?>>) query -> query;
            }
            if (generic.getRawType() == Consumer.class) {
                List<String> least = least(operation);
                return (Consumer<ResourceBody.Builder<?, ?>>) builder -> Arguments.set(builder, least);
            }
            if (generic.getRawType() == Collection.class) {
                return List.of(ID, "another-id");
            }
        }
        return type instanceof Class<?> c && ResourceBody.class.isAssignableFrom(c)
                ? Arguments.with(c, least(operation))
                : ID;
    }

    private Object body(Type type, SpecOperation operation, boolean full) {
        Class<?> raw = Queries.raw(type);
        if (raw == ToManyLinkage.class || raw == ToOneLinkage.class) {
            JsonNode data = spec.schema(String.valueOf(operation.request()))
                    .path("properties")
                    .path("data");
            return raw == ToManyLinkage.class
                    ? ToManyLinkage.of(String.valueOf(Spec.type(data.path("items"))), full ? List.of(ID) : List.of())
                    : ToOneLinkage.of(String.valueOf(Spec.type(data)), ID);
        }
        if (type instanceof ParameterizedType generic) {
            return new UpdateRequest<>(ID, resource((Class<?>) generic.getActualTypeArguments()[0], operation, full));
        }
        return resource(raw, operation, full);
    }

    private ResourceBody resource(Class<?> type, SpecOperation operation, boolean full) {
        return full ? Arguments.full(type) : Arguments.with(type, least(operation));
    }

    /** The members that the first alternative of the body requires. */
    private List<String> least(SpecOperation operation) {
        return spec.leastOf(String.valueOf(operation.request())).get(0);
    }

    private SpecOperation operation(ApiMethod method) {
        SpecOperation operation = spec.operation(method.operation());
        if (operation == null) {
            throw new AssertionError(method + " has no operation.");
        }
        return operation;
    }

    private void call(ApiMethod method, Method form, Argument argument) {
        SpecOperation operation = operation(method);
        String place = operation + " " + form.getName();
        try {
            Object api = server.client().api(method.api());
            Object[] arguments =
                    Arrays.stream(form.getParameters()).map(argument::of).toArray();
            ApiCall<?> call = (ApiCall<?>) form.invoke(api, arguments);
            String problem = problem(method, operation, call.execute());
            if (problem != null) {
                problems.add(place + ": " + problem);
            }
            RecordedRequest request = server.taken();
            if (!apple.nameOf(request).equals(operation.name())) {
                problems.add(place + ": called " + request.getRequestLine());
            }
        } catch (ReflectiveOperationException | RuntimeException e) {
            problems.add(place + ": " + e + (e.getCause() == null ? "" : ", " + e.getCause()));
        }
        apple.takeProblems().forEach(problem -> problems.add(place + ": " + problem));
    }

    /** What is wrong with the value that a call returned, or null. */
    private @Nullable String problem(ApiMethod method, SpecOperation operation, @Nullable Object value) {
        if (operation.content().isMissingNode()) {
            return value == null ? null : "returned " + value;
        }
        Type type = method.result();
        Class<?> raw = Queries.raw(type);
        if (!raw.isInstance(value)) {
            return "returned " + value;
        }
        if (value instanceof ResponseBody body) {
            try (body) {
                return body.source().exhausted() ? "an empty stream" : null;
            } catch (java.io.IOException e) {
                return e.toString();
            }
        }
        if (value instanceof Page<?> page) {
            Class<?> element = (Class<?>) ((ParameterizedType) type).getActualTypeArguments()[0];
            return page.data().size() == 2 && page.data().stream().allMatch(element::isInstance)
                    ? null
                    : "returned " + page.data();
        }
        if (value instanceof Optional<?> optional) {
            Class<?> element = (Class<?>) ((ParameterizedType) type).getActualTypeArguments()[0];
            return optional.filter(element::isInstance).isPresent() ? null : "returned " + optional;
        }
        return value instanceof ResourceIdentifier ? "returned an identifier where none may be" : null;
    }

    @FunctionalInterface
    private interface Argument {
        Object of(Parameter parameter);
    }
}
