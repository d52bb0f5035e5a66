package io.github.ascjava.testing.internal.behavior.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.ascjava.testing.internal.behavior.Api;
import io.github.ascjava.testing.internal.behavior.Body;
import io.github.ascjava.testing.internal.behavior.common.RuleTable;
import io.github.ascjava.testing.internal.catalog.Action;
import io.github.ascjava.testing.internal.catalog.BodyShape;
import io.github.ascjava.testing.internal.catalog.OperationShape;
import io.github.ascjava.testing.internal.catalog.Shape;
import io.github.ascjava.testing.internal.engine.StoredResource;
import io.github.ascjava.testing.internal.http.ApiErrorException;
import io.github.ascjava.testing.internal.http.ErrorObject;
import io.github.ascjava.testing.internal.http.LiveService;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every row of the tables, in every state and for every member. */
class StateLocksTest {

    private final Api api = new Api();
    private final Creations creations = new Creations(api);

    static Stream<Arguments> locked() {
        return StateLocks.all().stream()
                .flatMap(lock -> lock.states().stream()
                        .flatMap(state -> lock.members().stream().map(member -> Arguments.of(lock, state, member))));
    }

    @ParameterizedTest(name = "{1} {2} of {0}")
    @MethodSource("locked")
    void lockedMembersAreRejectedOnlyInTheirStates(StateLocks.Lock lock, String state, String member) {
        StoredResource target = api.world().store().add(lock.type(), "locked");
        StoredResource owner = target;
        StoredResource parent = target;
        for (String step : lock.way()) {
            owner = api.world().addTo(owner, step);
            parent = parent == target ? owner : parent;
        }
        owner.with(lock.attribute(), state);
        Request request = request(lock, member, parent);

        ErrorObject error = lock.error(member, request.json());
        assertThat(Api.refusal(() -> request.send(api)))
                .as("%s in %s", request, state)
                .startsWith("409")
                .contains(
                        error.code(),
                        error.detail(),
                        String.valueOf(error.pointer()).replace("null", ""));

        owner.with(lock.attribute(), lock.attribute().equals("deviceFamily") ? "IPHONE" : "REJECTED");
        String otherwise;
        try {
            request.send(api);
            otherwise = "";
        } catch (ApiErrorException other) {
            // Another rule may reject the request, such as one about uploads.
            otherwise = other.errors().toString();
        }
        assertThat(otherwise).doesNotContain(error.detail());
    }

    @Test
    void everyRowOfTheTablesNamesItsEntryAndItsEvidence() {
        for (String table : List.of("locks.txt", "creations.txt", "limits.txt")) {
            for (RuleTable.Row row : RuleTable.read(StateLocks.class, table)) {
                assertThat(LiveService.entries()).as("%s", row).contains(row.cell("entry"));
                assertThat(List.of("documented", "seen by several", "seen once", "guess"))
                        .as("%s", row)
                        .contains(row.cell("evidence"));
            }
        }
    }

    private record Request(
            OperationShape operation, String path, @Nullable Body body, Body.@Nullable Links links) {

        JsonNode json() {
            return body == null ? MissingNode.getInstance() : body.json();
        }

        void send(Api api) {
            if (body != null) {
                if (operation.method().equals("POST")) {
                    api.post(path, body);
                } else {
                    api.patch(path, body);
                }
            } else if (links != null) {
                api.edit(operation.method(), path, links);
            } else {
                api.delete(path);
            }
        }

        @Override
        public String toString() {
            return operation.toString();
        }
    }

    private Request request(StateLocks.Lock lock, String member, StoredResource parent) {
        if (member.equals(StateLocks.DELETION)) {
            return new Request(
                    operation(lock, Action.DELETE_INSTANCE, ""), path(lock, Action.DELETE_INSTANCE), null, null);
        }
        if (member.startsWith("~")) {
            return relationship(lock, member.substring(1));
        }
        boolean creation = member.equals(StateLocks.CREATION);
        Action action = creation ? Action.CREATE_INSTANCE : Action.UPDATE_INSTANCE;
        OperationShape operation = operation(lock, action, creation ? lock.way().get(0) : member);
        BodyShape shape = creations.shape(operation);
        Body body = Body.of(lock.type());
        if (!creation) {
            body.id("locked");
        }
        for (Shape.Member each : shape.attributes().values()) {
            if (creation ? each.required() : each.name().equals(member)) {
                body.with(each.name(), Creations.value(each.shape()));
            }
        }
        if (creation) {
            body.one(lock.way().get(0), parent.type(), parent.id());
        }
        return new Request(operation, operation.path().replace("{id}", "locked"), body, null);
    }

    /** Changes a to-one relationship with an update, and a to-many relationship by itself. */
    private Request relationship(StateLocks.Lock lock, String name) {
        String type = api.world().store().target(lock.type(), name);
        StoredResource other = api.world().store().add(type, "other");
        for (OperationShape each : api.world().catalog().operations()) {
            if (each.type().equals(lock.type())
                    && name.equals(each.relationship())
                    && each.action() == Action.REPLACE_TO_MANY_RELATIONSHIP) {
                return new Request(
                        each, each.path().replace("{id}", "locked"), null, new Body.Links(type, List.of(other.id())));
            }
        }
        OperationShape update = operation(lock, Action.UPDATE_INSTANCE, name);
        Body body = Body.of(lock.type()).id("locked").one(name, type, other.id());
        return new Request(update, update.path().replace("{id}", "locked"), body, null);
    }

    private String path(StateLocks.Lock lock, Action action) {
        return operation(lock, action, "").path().replace("{id}", "locked");
    }

    private OperationShape operation(StateLocks.Lock lock, Action action, String member) {
        return creations.operation(lock.type(), action, member);
    }
}
