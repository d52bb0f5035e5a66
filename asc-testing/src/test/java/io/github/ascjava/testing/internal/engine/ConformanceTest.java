package io.github.ascjava.testing.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.ascjava.testing.internal.catalog.Action;
import io.github.ascjava.testing.internal.catalog.BodyShape;
import io.github.ascjava.testing.internal.catalog.OperationShape;
import io.github.ascjava.testing.internal.catalog.OperationShape.Content;
import io.github.ascjava.testing.internal.catalog.Relations;
import io.github.ascjava.testing.internal.catalog.ResourceShape;
import io.github.ascjava.testing.internal.catalog.Shape;
import io.github.ascjava.testing.internal.engine.Bench.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Calls every operation on a state prepared for it, and checks status and body against Apple's document. */
@Tag("document")
class ConformanceTest {

    private static final int SHOWN = 15;
    /** More than the default limit of included resources. */
    private static final int MANY = 12;

    private final List<String> problems = new ArrayList<>();
    private AppleDocument document = AppleDocument.get();
    private int called;

    @BeforeEach
    void readDocument() {
        document = AppleDocument.get();
    }

    @Test
    void everyOperationIsInTheCatalog() {
        assertThat(Bench.CATALOG.operations()).hasSize(document.operations());
    }

    @Test
    void everyReadRespondsAsDocumented() {
        forEach(operation -> operation.method().equals("GET"), operation -> {
            if (operation.answer().content() == Content.OTHER) {
                return;
            }
            for (AppleDocument.Alternative alternative : alternatives(operation)) {
                Setting setting = new Setting(operation, MANY, alternative);
                setting.read("");
                setting.readAll();
                new Setting(operation, 1, alternative).readFields();
            }
        });
    }

    @Test
    void everyFilterFindsWhatItDescribes() {
        forEach(operation -> operation.answer().content() == Content.MANY, operation -> {
            for (Shape.Member parameter : operation.query().parameters().values()) {
                if (!parameter.required()) {
                    new Setting(operation, 1).filter(parameter);
                }
            }
        });
    }

    @Test
    void everySortOrdersBothWays() {
        forEach(operation -> !operation.query().sorts().isEmpty(), operation -> {
            for (String sort : operation.query().sorts()) {
                if (!sort.startsWith("-")) {
                    new Setting(operation, 1).sort(sort);
                }
            }
        });
    }

    @Test
    void everyListIsReadPageByPage() {
        forEach(
                operation -> operation.query().limit() != null
                        && List.of(Content.MANY, Content.IDS)
                                .contains(operation.answer().content()),
                operation -> new Setting(operation, 1).page());
    }

    @Test
    void everyCreationRespondsAsDocumentedAndCanBeRead() {
        forEach(operation -> operation.action() == Action.CREATE_INSTANCE, operation -> {
            List<Function<Filler, ObjectNode>> bodies = new ArrayList<>();
            BodyShape shape =
                    Bench.CATALOG.body(Objects.requireNonNull(operation.body()).name());
            bodies.add(filler -> filler.body(shape, null, true));
            document.leastOf(operation).forEach(least -> bodies.add(filler -> filler.bodyWith(shape, least)));
            for (Function<Filler, ObjectNode> maker : bodies) {
                Bench bench = Bench.documented();
                ObjectNode body = maker.apply(new Filler(bench.world));
                Reply reply = write(bench, operation, operation.path(), body);
                if (reply.status() == 201) {
                    readBack(bench, operation, reply, body);
                }
            }
        });
    }

    @Test
    void everyUpdateRespondsAsDocumentedAndStays() {
        forEach(operation -> operation.action() == Action.UPDATE_INSTANCE, operation -> {
            Bench bench = Bench.documented();
            Filler filler = new Filler(bench.world);
            StoredResource target =
                    filler.add(Bench.CATALOG.resource(operation.answer().schema()));
            BodyShape shape =
                    Bench.CATALOG.body(Objects.requireNonNull(operation.body()).name());
            ObjectNode body = filler.body(shape, target.id(), true);
            Reply reply = write(bench, operation, path(operation, target), body);
            compareAttributes(operation, reply.data(), body);
        });
    }

    @Test
    void everyListInAnUpdateReplacesTheOneBefore() {
        forEach(operation -> operation.action() == Action.UPDATE_INSTANCE, operation -> {
            BodyShape shape =
                    Bench.CATALOG.body(Objects.requireNonNull(operation.body()).name());
            for (BodyShape.Link link : shape.relationships().values()) {
                if (link.toMany()) {
                    Bench bench = Bench.documented();
                    Filler filler = new Filler(bench.world);
                    StoredResource target = filler.add(operation.type());
                    bench.store.link(target, link.name(), filler.add(link.type()));
                    StoredResource other = filler.add(link.type());

                    Reply reply = bench.send(
                            "PATCH",
                            path(operation, target),
                            Bench.json("{'data':{'type':'" + target.type() + "','id':'" + target.id()
                                    + "','relationships':{'" + link.name() + "':{'data':[{'type':'" + other.type()
                                    + "','id':'" + other.id() + "'}]}}}}"));

                    expect(operation, reply.status() == 200, reply.status() + " " + reply.errors());
                    boolean replaced = bench.store.related(target, link.name()).equals(List.of(other));
                    expect(operation, replaced, link.name() + " is not replaced");
                }
            }
        });
    }

    @Test
    void everyDeletionLeavesNothing() {
        forEach(operation -> operation.action() == Action.DELETE_INSTANCE, operation -> {
            Bench bench = Bench.documented();
            StoredResource target = new Filler(bench.world).add(operation.type());
            Reply reply = bench.send("DELETE", path(operation, target));
            expect(operation, reply.status() == operation.answer().status(), "status " + reply.status());
            expect(operation, bench.store.find(target.type(), target.id()).isEmpty(), "it is still there");
        });
    }

    @Test
    void everyEditOfARelationshipIsSeenFromBothSides() {
        forEach(operation -> operation.body() != null && operation.body().content() != Content.ONE, operation -> {
            Bench bench = Bench.documented();
            Filler filler = new Filler(bench.world);
            StoredResource target = filler.add(operation.type());
            String type = Objects.requireNonNull(operation.body()).name();
            String relationship = Objects.requireNonNull(operation.relationship());
            StoredResource old = filler.add(type);
            StoredResource other = filler.add(type);
            bench.store.link(target, relationship, old);
            boolean toMany = operation.body().content() == Content.IDS;
            boolean removes = operation.action() == Action.DELETE_TO_MANY_RELATIONSHIP;
            String identifier = "{'type':'" + type + "','id':'" + (removes ? old : other).id() + "'}";
            JsonNode body = Bench.json("{'data':" + (toMany ? "[" + identifier + "]" : identifier) + "}");
            expectNone(operation, "the request", document.problemsOfRequest(operation, body.toString()));

            Reply reply = bench.send(operation.method(), path(operation, target), body);

            expect(operation, reply.status() == operation.answer().status(), reply.status() + " " + reply.errors());
            List<StoredResource> expected = switch (operation.action()) {
                case CREATE_TO_MANY_RELATIONSHIP -> List.of(old, other);
                case DELETE_TO_MANY_RELATIONSHIP -> List.of();
                default -> List.of(other);
            };
            expect(operation, bench.store.related(target, relationship).equals(expected), "not related as asked");
        });
    }

    private void forEach(Predicate<OperationShape> which, java.util.function.Consumer<OperationShape> action) {
        for (OperationShape operation : Bench.CATALOG.operations()) {
            if (which.test(operation)) {
                called++;
                try {
                    action.accept(operation);
                } catch (RuntimeException e) {
                    problems.add(operation + ": " + e);
                }
            }
        }
        assertThat(called).isPositive();
        assertThat(problems.stream().limit(SHOWN))
                .as("%d problems with %d operations, the first of them:", problems.size(), called)
                .isEmpty();
    }

    private Reply write(Bench bench, OperationShape operation, String path, ObjectNode body) {
        expectNone(operation, "the request", document.problemsOfRequest(operation, body.toString()));
        Reply reply = bench.send(operation.method(), path, body);
        expect(operation, reply.status() == operation.answer().status(), reply.status() + " " + reply.errors());
        if (reply.errors().isEmpty()) {
            expectNone(
                    operation,
                    "the response",
                    document.problemsOfAnswer(
                            operation,
                            reply.status(),
                            "application/json",
                            reply.answer().body().utf8()));
        }
        return reply;
    }

    private void readBack(Bench bench, OperationShape operation, Reply reply, ObjectNode body) {
        compareAttributes(operation, reply.data(), body);
        String location = reply.answer().headers().get("Location");
        expect(operation, location != null, "there is no Location");
        if (location == null) {
            return;
        }
        expect(
                operation,
                location.equals(reply.data().path("links").path("self").asText()),
                location);
        String path = operation.path() + "/{id}";
        if (Bench.CATALOG.operations().stream().anyMatch(each -> each.is("GET", path))) {
            Reply read = bench.get(location);
            expect(operation, read.status() == 200, "GET " + location + " responds with " + read.status());
            expect(operation, read.data().equals(reply.data()), "GET " + location + " differs");
        }
    }

    private void compareAttributes(OperationShape operation, JsonNode data, ObjectNode body) {
        ResourceShape shape = Bench.CATALOG.resource(operation.answer().schema());
        body.path("data").path("attributes").properties().forEach(each -> {
            if (shape.attributes().containsKey(each.getKey())) {
                JsonNode actual = data.path("attributes").path(each.getKey());
                // As text: parsed numbers may have another Java type than created ones.
                boolean same = actual.toString().equals(each.getValue().toString());
                expect(operation, same, each.getKey() + " is " + actual);
            }
        });
    }

    private void expectNone(OperationShape operation, String what, List<String> found) {
        if (!found.isEmpty()) {
            problems.add(operation + ": " + found.get(0) + " in " + what);
        }
    }

    private void expect(OperationShape operation, boolean isSo, String otherwise) {
        if (!isSo) {
            problems.add(operation + ": " + otherwise);
        }
    }

    /** The alternatives of an operation's response; for example, an image has no placements of videos. */
    private List<AppleDocument.Alternative> alternatives(OperationShape operation) {
        List<AppleDocument.Alternative> all =
                document.alternatives(operation.answer().schema());
        Relations.Relation relation = operation.relationship() == null
                ? null
                : Bench.CATALOG.relations().find(operation.type(), operation.relationship());
        String back = relation == null ? null : relation.inverse();
        List<AppleDocument.Alternative> leadingBack = all.stream()
                .filter(each -> back != null && each.relationships().contains(back))
                .toList();
        return leadingBack.isEmpty() ? all : leadingBack;
    }

    private static String path(OperationShape operation, StoredResource target) {
        return operation.path().replace("{id}", target.id());
    }

    /** A state with the resources that an operation reads: three of them, of which the first one is complete. */
    private final class Setting {

        private final OperationShape operation;
        private final AppleDocument.Alternative alternative;
        private final Bench bench = Bench.documented();
        private final Filler filler = new Filler(bench.world);
        private final @Nullable StoredResource target;
        private final List<StoredResource> listed = new ArrayList<>();

        Setting(OperationShape operation, int many) {
            this(operation, many, alternatives(operation).get(0));
        }

        Setting(OperationShape operation, int many, AppleDocument.Alternative alternative) {
            this.operation = operation;
            this.alternative = alternative;
            OperationShape.Answer answer = operation.answer();
            boolean isInstance = operation.action() == Action.GET_INSTANCE;
            ResourceShape shape = answer.content() == Content.ONE || answer.content() == Content.MANY
                    ? Bench.CATALOG.resource(answer.schema())
                    : null;
            if (isInstance && shape != null) {
                listed.add(filler.add(shape, alternative));
                target = listed.get(0);
            } else {
                target = operation.path().contains("{id}") ? filler.add(operation.type()) : null;
                int count = answer.content() == Content.MANY || answer.content() == Content.IDS ? 3 : 1;
                for (int i = 0; i < count && answer.content() != Content.METRICS; i++) {
                    listed.add(shape == null ? filler.add(answer.schema()) : filler.add(shape, alternative));
                }
            }
            if (target != null && operation.relationship() != null && operation.action() != Action.GET_METRICS) {
                listed.forEach(each -> bench.store.link(target, operation.relationship(), each));
            }
            if (shape != null) {
                filler.relate(listed.get(0), shape, alternative.relationships(), many);
            }
        }

        /** Reads with the required parameters, and with more. */
        JsonNode read(String more) {
            String query = more.isEmpty() ? "" : "?" + more;
            HttpUrl.Builder url =
                    HttpUrl.get("http://localhost" + path() + query).newBuilder();
            operation.query().parameters().values().stream()
                    .filter(Shape.Member::required)
                    .forEach(each -> url.addQueryParameter(each.name(), fitting(each)));
            Reply reply = bench.get(url.build().toString());
            expect(operation, reply.status() == 200, more + " " + reply.status() + " " + reply.errors());
            if (!reply.errors().isEmpty()) {
                return Bench.json("{}");
            }
            String body = reply.answer().body().utf8();
            expectNone(
                    operation,
                    "the response to " + more,
                    document.problemsOfAnswer(operation, reply.status(), "application/json", body));
            return reply.json();
        }

        void readAll() {
            List<String> query = new ArrayList<>();
            if (!operation.query().includes().isEmpty()) {
                query.add("include=" + String.join(",", operation.query().includes()));
            }
            operation.query().limits().forEach((name, most) -> query.add("limit[" + name + "]=" + most));
            JsonNode document = read(String.join("&", query));
            JsonNode first = operation.answer().content() == Content.MANY
                    ? document.path("data").path(0)
                    : document.path("data");
            for (String name : operation.query().includes()) {
                if (!alternative.relationships().contains(name)) {
                    continue;
                }
                JsonNode data = first.path("relationships").path(name).path("data");
                expect(operation, !data.isMissingNode() && !data.isEmpty(), name + " is not included");
                boolean all = !data.isArray()
                        || data.size()
                                == first.path("relationships")
                                        .path(name)
                                        .at("/meta/paging/total")
                                        .asInt();
                expect(operation, all, name + " is cut");
            }
            if (!operation.query().includes().isEmpty() && !operation.path().equals("/v1/appCategories")) {
                // Categories include categories, all of which are already in the list.
                expect(operation, !document.path("included").isEmpty(), "nothing is included");
            }
        }

        void readFields() {
            operation.query().fields().forEach((type, names) -> {
                String some = names.isEmpty() ? "anything" : names.iterator().next();
                JsonNode document = read("fields[" + type + "]=" + some);
                JsonNode data = document.path("data");
                for (JsonNode each : data.isArray() ? data : List.of(data)) {
                    if (each.path("type").asText().equals(type)) {
                        int shown = each.path("attributes").size()
                                + each.path("relationships").size();
                        expect(operation, shown <= 1, "fields[" + type + "]=" + some + " shows " + each);
                    }
                }
            });
        }

        void filter(Shape.Member parameter) {
            StoredResource wanted = listed.get(0);
            boolean exists = parameter.name().startsWith("exists");
            String value = exists ? "true" : fitting(parameter);
            JsonNode document =
                    read(parameter.name() + "=" + value.replace(" ", "%20").replace(",", "%2C"));
            if (!texts(parameter).isEmpty()) {
                List<String> found = document.path("data").findValuesAsText("id");
                expect(operation, found.contains(wanted.id()), parameter.name() + "=" + value + " does not find it");
            }
        }

        void sort(String sort) {
            List<String> up = read("sort=" + sort).path("data").findValuesAsText("id");
            List<String> down = read("sort=-" + sort).path("data").findValuesAsText("id");
            expect(operation, up.size() == down.size(), sort + " loses some");
        }

        void page() {
            List<String> all = read("limit=200").path("data").findValuesAsText("id");
            List<String> ids = new ArrayList<>();
            JsonNode document = read("limit=2");
            while (true) {
                document.path("data").forEach(each -> ids.add(each.path("id").asText()));
                String next = document.path("links").path("next").textValue();
                boolean isLast = next == null;
                boolean tells = document.path("meta").path("paging").has("nextCursor");
                expect(operation, isLast != tells, "meta and links differ");
                if (next == null) {
                    break;
                }
                document = bench.get(next).json();
            }
            expect(operation, ids.equals(all), "pages hold " + ids + " of " + all);
        }

        private String path() {
            return target == null ? operation.path() : ConformanceTest.path(operation, target);
        }

        /** The values of the first resource that the parameter refers to. */
        private List<String> texts(Shape.Member parameter) {
            String path = parameter.name().replaceAll("^[^\\[]*\\[|]$", "");
            return listed.isEmpty() ? List.of() : new Filters(bench.world).texts(listed.get(0), path);
        }

        private String fitting(Shape.Member parameter) {
            List<String> texts = texts(parameter);
            if (!texts.isEmpty()) {
                return texts.get(0);
            }
            Shape shape = parameter.shape() instanceof Shape.ListOf list ? list.element() : parameter.shape();
            return filler.value(shape).asText();
        }
    }
}
