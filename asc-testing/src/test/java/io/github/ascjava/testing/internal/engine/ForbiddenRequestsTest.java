package io.github.ascjava.testing.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.ascjava.testing.internal.catalog.Action;
import io.github.ascjava.testing.internal.catalog.BodyShape;
import io.github.ascjava.testing.internal.catalog.OperationShape;
import io.github.ascjava.testing.internal.catalog.OperationShape.Content;
import io.github.ascjava.testing.internal.catalog.OperationShape.Query;
import io.github.ascjava.testing.internal.catalog.OperationShape.Sent;
import io.github.ascjava.testing.internal.catalog.Shape;
import io.github.ascjava.testing.internal.engine.Bench.Reply;
import io.github.ascjava.testing.internal.http.ErrorObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every operation rejects what the catalog forbids, with the right status, code and source. */
@Tag("document")
class ForbiddenRequestsTest {

    private static final int SHOWN = 15;

    private final List<String> problems = new ArrayList<>();
    private int sent;

    @Test
    void everyQueryNameAndValueThatIsNotDocumentedIsRejected() {
        for (OperationShape operation : Bench.CATALOG.operations()) {
            Attempt attempt = new Attempt(operation);
            Query query = operation.query();
            attempt.query("foo", "1", "PARAMETER_ERROR.ILLEGAL");
            attempt.query("filter[nothing]", "1", "PARAMETER_ERROR");
            attempt.query("fields[nothings]", "id", "PARAMETER_ERROR.ILLEGAL");
            attempt.query("include", "nothing", "PARAMETER_ERROR");
            attempt.query("sort", "nothing", "PARAMETER_ERROR");
            attempt.query("limit", "8001", "PARAMETER_ERROR");
            attempt.query("limit", "many", "PARAMETER_ERROR");
            attempt.query("limit", "-1", "PARAMETER_ERROR");
            attempt.query("limit[nothings]", "1", "PARAMETER_ERROR.ILLEGAL");
            attempt.query("cursor", "nonsense", "PARAMETER_ERROR");
            query.limits()
                    .forEach((name, most) -> attempt.query(
                            "limit[" + name + "]", Integer.toString(most + 1), "PARAMETER_ERROR.INVALID"));
            query.fields().forEach((type, names) -> {
                if (!names.isEmpty()) {
                    attempt.query("fields[" + type + "]", "nothing", "PARAMETER_ERROR.INVALID");
                }
            });
            for (Shape.Member parameter : query.parameters().values()) {
                Shape shape = parameter.shape() instanceof Shape.ListOf list ? list.element() : parameter.shape();
                if (shape instanceof Shape.OneOf || shape instanceof Shape.Flag) {
                    attempt.query(parameter.name(), "nothing", "PARAMETER_ERROR.INVALID");
                }
                attempt.query(parameter.name(), "", "PARAMETER_ERROR.INVALID");
                if (parameter.required()) {
                    attempt.queryWithout(parameter.name());
                }
            }
        }
        assertNone();
    }

    @Test
    void aParameterGivenTwiceIsRejected() {
        Bench bench = Bench.documented();

        ErrorObject error = bench.get("/v1/apps?limit=1&limit=2").error();

        assertThat(error.title()).isEqualTo("A parameter is included more than once");
        assertThat(error.parameter()).isEqualTo("limit");
    }

    @Test
    void everyIdThatIsNotThereIs404() {
        for (OperationShape operation : Bench.CATALOG.operations()) {
            if (operation.path().contains("{id}")) {
                Attempt attempt = new Attempt(operation);
                String url = operation.path().replace("{id}", "nobody") + "?" + attempt.required("");
                Reply reply = attempt.send(url.replaceFirst("\\?$", ""), attempt.body("nobody"));
                attempt.expect(reply, "an unknown id", 404, "NOT_FOUND", null);
                attempt.expect(
                        reply.errors().toString().contains("'" + operation.type() + "' with id 'nobody'"), "its words");
            }
        }
        assertNone();
    }

    @Test
    void everyMethodThatIsNotDocumentedIsRejected() {
        Bench bench = Bench.documented();
        Map<String, Set<String>> methods = new LinkedHashMap<>();
        Bench.CATALOG
                .operations()
                .forEach(each -> methods.computeIfAbsent(each.path(), key -> new TreeSet<>())
                        .add(each.method()));
        methods.forEach((path, allowed) -> {
            for (String method : List.of("GET", "POST", "PATCH", "DELETE", "PUT")) {
                if (!allowed.contains(method) && !path.contains("/metrics/")) {
                    sent++;
                    Reply reply = bench.send(method, path.replace("{id}", "1"), "{}");
                    int expected = method.equals("PUT") ? 405 : 403;
                    if (reply.status() != expected) {
                        problems.add(method + " " + path + ": " + reply.status() + " " + reply.errors());
                    }
                }
            }
        });
        assertNone();
    }

    @Test
    void everyBodyThatIsNotAJsonObjectIs400() {
        for (OperationShape operation : Bench.CATALOG.operations()) {
            if (operation.body() != null) {
                Attempt attempt = new Attempt(operation);
                for (String body : List.of("", "{", "{} {}", "[]", "'text'", "{'data':1,'data':2}")) {
                    Reply reply = attempt.send(attempt.path(), body);
                    attempt.expect(reply, "the body " + body, 400, "ENTITY_INVALID", null);
                }
            }
        }
        assertNone();
    }

    @Test
    void everyBodyThatTheDocumentForbidsIs409() {
        for (OperationShape operation : Bench.CATALOG.operations()) {
            Sent body = operation.body();
            if (body != null && body.content() == Content.ONE) {
                new Forbidden(operation, Bench.CATALOG.body(body.name())).tryAll();
            }
        }
        assertNone();
    }

    @Test
    void everyIncludedResourceThatTheDocumentForbidsIs409() {
        int withIncluded = 0;
        for (OperationShape operation : Bench.CATALOG.operations()) {
            Sent body = operation.body();
            if (body != null && body.content() == Content.ONE) {
                Forbidden forbidden = new Forbidden(operation, Bench.CATALOG.body(body.name()));
                withIncluded += forbidden.tryIncluded() ? 1 : 0;
            }
        }
        assertThat(withIncluded).isPositive();
        assertNone();
    }

    @Test
    void everyLinkageThatTheDocumentForbidsIs409() {
        for (OperationShape operation : Bench.CATALOG.operations()) {
            Sent body = operation.body();
            if (body != null && body.content() != Content.ONE) {
                boolean toMany = body.content() == Content.IDS;
                Attempt attempt = new Attempt(operation);
                String type = body.name();
                String open = toMany ? "{'data':[" : "{'data':";
                String close = toMany ? "]}" : "}";
                attempt.linkage(open + "{'type':'nothings','id':'1'}" + close, toMany ? "/data/0/type" : "/data/type");
                attempt.linkage(open + "{'type':'" + type + "','id':'nobody'}" + close, toMany ? "/data/0" : "/data");
                attempt.linkage(open + "{'type':'" + type + "','id':'${new}'}" + close, toMany ? "/data/0" : "/data");
                attempt.linkage(open + "{'type':'" + type + "'}" + close, toMany ? "/data/0" : "/data");
                attempt.linkage(toMany ? "{'data':{'type':'" + type + "','id':'1'}}" : "{'data':[]}", "/data");
                attempt.linkage("{'data':null}", "/data");
                attempt.linkage("{}", "/data");
            }
        }
        assertNone();
    }

    private void assertNone() {
        assertThat(problems.stream().limit(SHOWN))
                .as("%d of %d requests were not rejected as expected, the first of them:", problems.size(), sent)
                .isEmpty();
        assertThat(sent).isPositive();
    }

    /** Requests for one operation, each with one error. */
    private class Attempt {

        final OperationShape operation;
        final Bench bench = Bench.documented();
        final Filler filler = new Filler(bench.world);
        private final @Nullable StoredResource target;

        Attempt(OperationShape operation) {
            this.operation = operation;
            this.target = operation.path().contains("{id}") ? filler.add(operation.type()) : null;
        }

        String path() {
            return target == null ? operation.path() : operation.path().replace("{id}", target.id());
        }

        String id() {
            return target == null ? "" : target.id();
        }

        /** A valid body, or none if the operation takes none. */
        String body(String id) {
            Sent body = operation.body();
            if (body == null) {
                return "";
            }
            if (body.content() == Content.ONE) {
                String of = operation.action() == Action.CREATE_INSTANCE ? null : id;
                return filler.body(Bench.CATALOG.body(body.name()), of, false).toString();
            }
            String identifier = "{'type':'" + body.name() + "','id':'"
                    + filler.add(body.name()).id() + "'}";
            return "{'data':" + (body.content() == Content.IDS ? "[" + identifier + "]" : identifier) + "}";
        }

        Reply send(String url, String body) {
            sent++;
            return bench.send(operation.method(), url, body);
        }

        void query(String name, String value, String code) {
            Query query = operation.query();
            if (name.equals("limit") && query.limit() == null && !value.equals("many")) {
                return;
            }
            String required = required(name);
            String url = path() + "?" + name + "=" + value + (required.isEmpty() ? "" : "&" + required);
            expect(send(url, ""), name + "=" + value, 400, code, name);
        }

        void queryWithout(String name) {
            expect(send(path() + "?" + required(name), ""), "no " + name, 400, "PARAMETER_ERROR.REQUIRED", name);
        }

        private String required(String without) {
            List<String> parameters = new ArrayList<>();
            operation.query().parameters().values().stream()
                    .filter(each -> each.required() && !each.name().equals(without))
                    .forEach(each -> {
                        Shape shape = each.shape() instanceof Shape.ListOf list ? list.element() : each.shape();
                        parameters.add(each.name() + "=" + filler.value(shape).asText());
                    });
            return String.join("&", parameters).replace(" ", "%20");
        }

        void linkage(String body, String pointer) {
            Reply reply = send(path(), body);
            expect(reply, body, 409, "ENTITY_ERROR", null);
            expect(
                    !reply.errors().isEmpty()
                            && pointer.equals(reply.errors().get(0).pointer()),
                    body + " points to " + reply.errors());
        }

        void expect(Reply reply, String what, int status, String code, @Nullable String parameter) {
            boolean found = reply.errors().stream()
                    .anyMatch(error -> error.code().startsWith(code)
                            && (parameter == null || parameter.equals(error.parameter())));
            expect(reply.status() == status && found, what + ": " + reply.status() + " " + reply.errors());
        }

        void expect(boolean isSo, String otherwise) {
            if (!isSo) {
                problems.add(operation + ": " + otherwise);
            }
        }
    }

    /** Bodies for one operation, each with one error. */
    private final class Forbidden extends Attempt {

        private final BodyShape shape;

        Forbidden(OperationShape operation, BodyShape shape) {
            super(operation);
            this.shape = shape;
        }

        private ObjectNode body(boolean all) {
            String id = operation.action() == Action.CREATE_INSTANCE ? null : id();
            return filler.body(shape, id, all);
        }

        private void refused(String code, String pointer, boolean all, Consumer<ObjectNode> change) {
            ObjectNode body = body(all);
            change.accept(body);
            Reply reply = send(path(), body.toString());
            boolean found = reply.errors().stream()
                    .anyMatch(error -> error.code().startsWith(code) && pointer.equals(error.pointer()));
            expect(reply.status() == 409 && found, pointer + ": " + reply.status() + " " + reply.errors() + " " + body);
        }

        void tryAll() {
            refused("ENTITY_ERROR", "/data", false, body -> body.remove("data"));
            refused("ENTITY_ERROR", "/data", false, body -> body.set("data", NullNode.getInstance()));
            refused("ENTITY_ERROR", "/data/type", false, body -> data(body).put("type", "nothings"));
            if (operation.action() == Action.CREATE_INSTANCE) {
                refused(
                        "ENTITY_ERROR.UNEXPECTED_ID",
                        "/data/id",
                        false,
                        body -> data(body).put("id", "1"));
            } else {
                refused("ENTITY_ERROR", "/data/id", false, body -> data(body).put("id", "another"));
                refused("ENTITY_ERROR", "/data/id", false, body -> data(body).remove("id"));
            }
            refused(
                    "ENTITY_ERROR",
                    "/data/attributes",
                    false,
                    body -> data(body).put("attributes", "text"));
            refused(
                    "ENTITY_ERROR",
                    "/data/relationships",
                    false,
                    body -> data(body).put("relationships", 1));
            tryAttributes();
            tryRelationships();
        }

        private void tryAttributes() {
            String attributes = "/data/attributes/";
            refused(
                    "ENTITY_ERROR.ATTRIBUTE.UNKNOWN",
                    attributes + "nothing",
                    false,
                    body -> data(body).withObject("/attributes").put("nothing", 1));
            for (Shape.Member member : shape.attributes().values()) {
                String name = member.name();
                String pointer = attributes + name;
                refused(
                        "ENTITY_ERROR.ATTRIBUTE.TYPE",
                        pointer,
                        true,
                        body -> data(body).withObject("/attributes").set(name, wrong(member.shape())));
                if (!member.nullable()) {
                    refused(
                            "ENTITY_ERROR.ATTRIBUTE",
                            pointer,
                            true,
                            body -> data(body).withObject("/attributes").putNull(name));
                }
                if (member.required()) {
                    refused(
                            "ENTITY_ERROR.ATTRIBUTE.REQUIRED",
                            pointer,
                            true,
                            body -> data(body).withObject("/attributes").remove(name));
                }
                if (member.shape() instanceof Shape.Whole whole && whole.most() < Long.MAX_VALUE) {
                    for (long each : List.of(whole.least() - 1, whole.most() + 1)) {
                        refused(
                                "ENTITY_ERROR.ATTRIBUTE.TYPE",
                                pointer,
                                true,
                                body -> data(body).withObject("/attributes").put(name, each));
                    }
                }
                if (member.shape() instanceof Shape.ObjectOf) {
                    refused(
                            "ENTITY_ERROR.ATTRIBUTE.UNKNOWN",
                            pointer,
                            true,
                            body -> data(body).withObject("/attributes/" + name).put("nothing", 1));
                }
            }
            for (String name : readOnly()) {
                refused(
                        "ENTITY_ERROR.ATTRIBUTE.NOT_ALLOWED",
                        attributes + name,
                        false,
                        body -> data(body).withObject("/attributes").put(name, "text"));
            }
        }

        private List<String> readOnly() {
            return Bench.CATALOG.resourcesOf(shape.type()).stream()
                    .flatMap(resource -> resource.attributes().keySet().stream())
                    .filter(name -> !shape.attributes().containsKey(name))
                    .distinct()
                    .toList();
        }

        private void tryRelationships() {
            String relationships = "/data/relationships/";
            refused(
                    "ENTITY_ERROR.RELATIONSHIP.UNKNOWN",
                    relationships + "nothing",
                    false,
                    body -> data(body).withObject("/relationships").putObject("nothing"));
            for (BodyShape.Link link : shape.relationships().values()) {
                String name = link.name();
                String data = relationships + name + "/data";
                String first = link.toMany() ? data + "/0" : data;
                refused(
                        "ENTITY_ERROR.RELATIONSHIP.INVALID",
                        first + "/type",
                        true,
                        body -> identifier(body, name).put("type", "nothings"));
                refused(
                        "ENTITY_ERROR.RELATIONSHIP.INVALID",
                        // docs/live-service.md#duplicate-build-numbers-conflict
                        operation.type().equals("buildUploads") ? first + "/id" : first,
                        true,
                        body -> identifier(body, name).put("id", "nobody"));
                refused(
                        "ENTITY_ERROR.RELATIONSHIP.INVALID",
                        first,
                        true,
                        body -> identifier(body, name).remove("id"));
                refused(
                        "ENTITY_ERROR.RELATIONSHIP.INVALID",
                        relationships + name,
                        true,
                        body -> identifier(body, name).put("id", "${nothing}"));
                refused(
                        "ENTITY_ERROR.RELATIONSHIP.INVALID",
                        data,
                        true,
                        body -> relationship(body, name)
                                .set("data", link.toMany() ? identifier(body, name) : Bench.json("[]")));
                refused(
                        "ENTITY_ERROR.RELATIONSHIP.INVALID",
                        data,
                        true,
                        body -> relationship(body, name).putNull("data"));
                if (link.required()) {
                    refused(
                            "ENTITY_ERROR.RELATIONSHIP.REQUIRED",
                            relationships + name,
                            true,
                            body -> data(body).withObject("/relationships").remove(name));
                    refused(
                            "ENTITY_ERROR.RELATIONSHIP.REQUIRED",
                            relationships + name,
                            true,
                            body -> relationship(body, name).remove("data"));
                }
            }
        }

        /** Returns whether the operation takes included resources. */
        boolean tryIncluded() {
            ObjectNode sample = body(true);
            JsonNode included = sample.path("included");
            for (int i = 0; i < included.size(); i++) {
                String place = "/included/" + i;
                int index = i;
                refused(
                        "ENTITY_ERROR.INCLUDED.INVALID_ID",
                        place + "/id",
                        true,
                        body -> included(body, index).put("id", "EN"));
                refused(
                        "ENTITY_ERROR",
                        place + "/type",
                        true,
                        body -> included(body, index).put("type", "nothings"));
                refused(
                        "ENTITY_ERROR.ATTRIBUTE.UNKNOWN",
                        place + "/attributes/nothing",
                        true,
                        body -> included(body, index).withObject("/attributes").put("nothing", 1));
                refused(
                        "ENTITY_ERROR.RELATIONSHIP.UNKNOWN",
                        place + "/relationships/nothing",
                        true,
                        body -> included(body, index)
                                .withObject("/relationships")
                                .putObject("nothing"));
            }
            return !included.isEmpty();
        }

        private static ObjectNode data(ObjectNode body) {
            return (ObjectNode) body.path("data");
        }

        private static ObjectNode included(ObjectNode body, int index) {
            return (ObjectNode) body.path("included").path(index);
        }

        private static ObjectNode relationship(ObjectNode body, String name) {
            return (ObjectNode) data(body).path("relationships").path(name);
        }

        private static ObjectNode identifier(ObjectNode body, String name) {
            JsonNode data = relationship(body, name).path("data");
            return (ObjectNode) (data instanceof ArrayNode array ? array.get(0) : data);
        }

        /** A value that no shape except text allows; for text, a number. */
        private static JsonNode wrong(Shape shape) {
            if (shape instanceof Shape.OneOf) {
                return TextNode.valueOf("NOTHING");
            }
            boolean isPlainText = shape instanceof Shape.Text text && text.format() == null;
            return isPlainText ? Bench.json("17") : TextNode.valueOf("not so: \n");
        }
    }
}
