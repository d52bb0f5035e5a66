package io.github.ascjava.client.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.ascjava.client.call.ApiCall;
import io.github.ascjava.client.call.FieldsQuery;
import io.github.ascjava.client.call.GetQuery;
import io.github.ascjava.client.call.IdQuery;
import io.github.ascjava.client.call.ListQuery;
import io.github.ascjava.client.call.PageQuery;
import io.github.ascjava.client.call.PagedCall;
import io.github.ascjava.client.jsonapi.ResourceIdentifier;
import io.github.ascjava.client.jsonapi.ToManyLinkage;
import io.github.ascjava.client.jsonapi.ToOneLinkage;
import io.github.ascjava.client.jsonapi.UpdateRequest;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import retrofit2.http.Path;
import retrofit2.http.Streaming;

/** The interfaces have exactly the operations of the document. */
@Tag("document")
final class OperationsConformanceTest {

    private static final Set<Class<?>> SHARED_QUERIES =
            Set.of(FieldsQuery.class, GetQuery.class, IdQuery.class, ListQuery.class, PageQuery.class);

    private final Spec spec = Spec.load();
    private final Map<String, List<ApiMethod>> methods = ApiMethod.byOperation();
    private final List<String> problems = new ArrayList<>();

    @Test
    void everyOperationHasOneMethodAndOneMoreForCsvBesideJson() {
        for (SpecOperation operation : spec.operations()) {
            List<String> names = methods.getOrDefault(operation.name(), List.of()).stream()
                    .map(each -> each.method().getName())
                    .sorted()
                    .toList();
            boolean twin = operation.content().size() == 2;
            if (names.size() != (twin ? 2 : 1)
                    || (twin && !names.get(0).equals(names.get(1).replaceFirst("^list", "download") + "Csv"))) {
                problems.add(operation + ": " + names);
            }
        }
        assertThat(problems).isEmpty();
    }

    @Test
    void everyMethodHasAnOperation() {
        assertThat(methods.keySet())
                .isEqualTo(spec.operations().stream().map(SpecOperation::name).collect(Collectors.toSet()));
    }

    @Test
    void everyTagHasAnAccessorThatReturnsItsInterface() {
        Set<String> tags = spec.operations().stream()
                .map(operation -> operation.node().path("tags").path(0).asText())
                .collect(Collectors.toCollection(TreeSet::new));
        Map<String, Method> accessors = ApiMethod.accessors();
        Set<String> found = new TreeSet<>();
        accessors.forEach((name, accessor) -> found.add(Generated.capitalized(name)));
        assertThat(found).isEqualTo(tags);
        accessors.forEach((name, accessor) ->
                assertThat(accessor.getReturnType().getSimpleName()).isEqualTo(Generated.capitalized(name) + "Api"));
    }

    @Test
    void methodsAreInTheInterfaceOfTheirTag() {
        check((operation, method) -> {
            String tag = operation.node().path("tags").path(0).asText();
            return method.api().getSimpleName().equals(tag + "Api") ? null : "belongs to " + tag;
        });
    }

    @Test
    void pathParametersAreTaken() {
        check((operation, method) -> {
            List<String> taken = Arrays.stream(method.method().getParameters())
                    .filter(parameter -> parameter.isAnnotationPresent(Path.class))
                    .map(parameter -> parameter.getAnnotation(Path.class).value())
                    .toList();
            List<String> documented = operation.path().contains("{id}") ? List.of("id") : List.of();
            return taken.equals(documented) ? null : "takes " + taken;
        });
    }

    @Test
    void everyQueryParameterIsSetByATypedMethodUnderItsNameWithAllItsValues() {
        Queries queries = new Queries(spec, problems, Integer.MAX_VALUE);
        check((operation, method) -> {
            Type query = method.queryType();
            if (query == null) {
                return operation.queryParameters().isEmpty() ? null : "takes no query";
            }
            Set<String> set = new TreeSet<>(queries.full(query, operation).keySet());
            Set<String> documented = new TreeSet<>(operation.queryParameters().keySet());
            return set.equals(documented) ? null : "sets " + set + " of " + documented;
        });
    }

    @Test
    void queriesHaveNoMethodForWhatTheirOperationDoesNotTake() {
        check((operation, method) -> {
            Class<?> query = Queries.rawOrNull(method.queryType());
            if (query == null) {
                return null;
            }
            Set<String> unknown = new HashSet<>(Queries.ownMethods(query));
            operation.queryParameters().keySet().forEach(name -> unknown.remove(Queries.methodName(name)));
            return unknown.isEmpty() ? null : "its query has " + unknown;
        });
    }

    @Test
    void sharedQueriesAreUsedWhereOnlyTheirParametersAreTaken() {
        check((operation, method) -> {
            Class<?> query = Queries.rawOrNull(method.queryType());
            if (query == null || !SHARED_QUERIES.contains(query)) {
                return null;
            }
            boolean includes = query == GetQuery.class || query == ListQuery.class;
            return includes == operation.queryParameters().containsKey("include") ? null : "takes " + query;
        });
    }

    @Test
    void bodiesAreWhatTheDocumentWants() {
        check((operation, method) -> {
            String found = describe(method.bodyType());
            String wanted = wantedBody(operation);
            return found.equals(wanted) ? null : "takes " + found + ", not " + wanted;
        });
    }

    private String wantedBody(SpecOperation operation) {
        String schema = operation.request();
        if (schema == null) {
            return operation.node().has("requestBody") ? "a body without a schema" : "nothing";
        }
        JsonNode data = spec.schema(schema).path("properties").path("data");
        if (!spec.body(schema).isMissingNode()) {
            String body = Generated.capitalized(schema.substring(0, schema.length() - "Request".length()));
            return operation.verb().equals("PATCH") ? UpdateRequest.class.getSimpleName() + "<" + body + ">" : body;
        }
        return (data.path("type").asText().equals("array") ? ToManyLinkage.class : ToOneLinkage.class).getSimpleName();
    }

    @Test
    void resultsAreWhatTheDocumentPromises() {
        check((operation, method) -> {
            String found = describe(method.method().getGenericReturnType());
            String wanted = wantedResult(operation, method.contentType());
            return found.equals(wanted) ? null : "returns " + found + ", not " + wanted;
        });
    }

    private String wantedResult(SpecOperation operation, String contentType) {
        String call = ApiCall.class.getSimpleName();
        if (operation.content().isMissingNode()) {
            return call + "<Void>";
        }
        String schema = String.valueOf(operation.response(contentType));
        if (contentType.endsWith("csv") || contentType.endsWith("gzip")) {
            return call + "<" + ResponseBody.class.getSimpleName() + ">";
        }
        if (!contentType.equals("application/json")) {
            return call + "<" + Generated.capitalized(schema) + ">";
        }
        JsonNode data = spec.schema(schema).path("properties").path("data");
        boolean list = data.path("type").asText().equals("array");
        JsonNode element = list ? data.path("items") : data;
        String ref = Spec.ref(element);
        String value;
        if (ref != null) {
            value = Generated.capitalized(ref);
        } else if (element.path("properties").has("type")) {
            value = ResourceIdentifier.class.getSimpleName();
        } else {
            value = schema.replaceFirst("(V1)?MetricResponse$", "Metric");
        }
        if (list) {
            return PagedCall.class.getSimpleName() + "<" + value + ">";
        }
        return operation.answersToOne() ? call + "<Optional<" + value + ">>" : call + "<" + value + ">";
    }

    @Test
    void responsesOtherThanJsonAreRequestedByContentType() {
        check((operation, method) -> {
            Set<String> documented = new TreeSet<>();
            operation.content().properties().forEach(content -> documented.add(content.getKey()));
            if (documented.isEmpty()) {
                return method.accept() == null ? null : "accepts " + method.accept();
            }
            return documented.contains(method.contentType()) ? null : "accepts " + method.contentType();
        });
        assertThat(spec.operations())
                .allSatisfy(operation -> assertThat(methods.getOrDefault(operation.name(), List.of()))
                        .filteredOn(method -> !operation.content().isMissingNode())
                        .extracting(ApiMethod::contentType)
                        .doesNotHaveDuplicates());
    }

    @Test
    void whatIsNotJsonIsStreamed() {
        check((operation, method) -> {
            boolean stream = describe(method.method().getGenericReturnType()).contains("ResponseBody");
            return stream == method.method().isAnnotationPresent(Streaming.class) ? null : "streaming differs";
        });
    }

    @Test
    void methodsAreDeprecatedWhereTheDocumentSaysSo() {
        check((operation, method) -> {
            boolean documented = operation.node().path("deprecated").asBoolean();
            List<Method> all = new ArrayList<>(method.shortForms());
            all.add(method.method());
            return all.stream().allMatch(each -> each.isAnnotationPresent(Deprecated.class) == documented)
                    ? null
                    : "deprecated should be " + documented;
        });
    }

    @Test
    void whatIsStreamedIsDownloaded() {
        check((operation, method) -> {
            boolean stream = method.method().isAnnotationPresent(Streaming.class);
            return stream == method.method().getName().startsWith("download") ? null : "has the wrong verb";
        });
    }

    @Test
    void everyBodyCanBeConfiguredByAFunction() {
        check((operation, method) -> {
            boolean resource = operation.request() != null
                    && !spec.body(operation.request()).isMissingNode();
            return resource == takes(method, Consumer.class) ? null : "a function for its body: " + !resource;
        });
    }

    @Test
    void operationsWithoutAResponseBodyAreDeclaredToReturnNull() {
        List<String> marked = new ArrayList<>();
        check((operation, method) -> {
            List<Method> forms = new ArrayList<>(method.shortForms());
            forms.add(method.method());
            boolean nothing = operation.content().isMissingNode();
            if (nothing) {
                marked.add(operation.name());
            }
            return forms.stream().allMatch(form -> returnsNull(form) == nothing) ? null : "returns null: " + !nothing;
        });
        assertThat(marked).hasSizeGreaterThan(150);
    }

    private static boolean returnsNull(Method method) {
        AnnotatedType call = method.getAnnotatedReturnType();
        return call instanceof AnnotatedParameterizedType generic
                && generic.getAnnotatedActualTypeArguments()[0].isAnnotationPresent(Nullable.class);
    }

    private static boolean takes(ApiMethod method, Class<?> function) {
        return method.shortForms().stream()
                .anyMatch(each -> List.of(each.getParameterTypes()).contains(function));
    }

    /**
     * Every query can be omitted or configured by a function, unless a parameter is required, or the function builds a
     * body.
     */
    @Test
    void shortFormsAreThere() {
        check((operation, method) -> {
            Class<?> query = Queries.rawOrNull(method.queryType());
            boolean madeInPlace = !hasRequired(operation) && operation.request() == null;
            if (query != null && takes(method, UnaryOperator.class) != madeInPlace) {
                return "a function for its query: " + !madeInPlace;
            }
            boolean without = method.shortForms().stream()
                    .anyMatch(
                            each -> each.getParameterCount() == method.method().getParameterCount() - 1);
            return query == null || without != hasRequired(operation) ? null : "short form without a query: " + without;
        });
    }

    private static boolean hasRequired(SpecOperation operation) {
        return operation.queryParameters().values().stream()
                .anyMatch(parameter -> parameter.path("required").asBoolean());
    }

    private void check(Rule rule) {
        for (SpecOperation operation : spec.operations()) {
            for (ApiMethod method : methods.getOrDefault(operation.name(), List.of())) {
                String problem = rule.problem(operation, method);
                if (problem != null) {
                    problems.add(operation + " " + method + ": " + problem);
                }
            }
        }
        assertThat(problems).isEmpty();
    }

    private static String describe(@Nullable Type type) {
        if (type == null) {
            return "nothing";
        }
        if (type instanceof ParameterizedType generic) {
            String raw = ((Class<?>) generic.getRawType()).getSimpleName();
            return (generic.getRawType() == Optional.class ? "Optional" : raw) + "<"
                    + describe(generic.getActualTypeArguments()[0]) + ">";
        }
        return ((Class<?>) type).getSimpleName();
    }

    @FunctionalInterface
    private interface Rule {
        @Nullable
        String problem(SpecOperation operation, ApiMethod method);
    }
}
