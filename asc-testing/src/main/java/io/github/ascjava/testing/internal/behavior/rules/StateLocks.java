package io.github.ascjava.testing.internal.behavior.rules;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.ascjava.testing.internal.behavior.common.Bodies;
import io.github.ascjava.testing.internal.behavior.common.RuleTable;
import io.github.ascjava.testing.internal.behavior.common.RuleTable.Row;
import io.github.ascjava.testing.internal.catalog.Action;
import io.github.ascjava.testing.internal.catalog.OperationShape;
import io.github.ascjava.testing.internal.engine.ResourceHook;
import io.github.ascjava.testing.internal.engine.SandboxState;
import io.github.ascjava.testing.internal.engine.StoredResource;
import io.github.ascjava.testing.internal.http.ApiErrorException;
import io.github.ascjava.testing.internal.http.ErrorObject;
import io.github.ascjava.testing.internal.http.Errors;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Rejects changes in states in which {@code locks.txt} does not allow them, with one error per member. */
public final class StateLocks implements ResourceHook {

    /** Stands for the creation of a resource among the members of a lock. */
    static final String CREATION = "+";

    /** Stands for the deletion of a resource among the members of a lock. */
    static final String DELETION = "-";

    private static final Map<String, List<Lock>> LOCKS = all().stream().collect(Collectors.groupingBy(Lock::type));

    /** Creates the behavior. */
    public StateLocks() {}

    /**
     * One row of the table.
     *
     * @param way the relationships that lead to the resource with the state; empty for the resource itself
     * @param members attributes, relationships with a tilde, or one of the two signs above
     */
    record Lock(
            String type, List<String> way, String attribute, List<String> states, List<String> members, String error) {

        static Lock of(Row row) {
            return new Lock(
                    row.cell("type"),
                    row.cell("way").equals(".")
                            ? List.of()
                            : List.of(row.cell("way").split("\\.", -1)),
                    row.cell("attribute"),
                    row.words("states"),
                    row.words("members"),
                    row.cell("error"));
        }

        ErrorObject error(String member, JsonNode body) {
            if (!member.startsWith("~")) {
                return Errors.error(error, "/data/attributes/" + member, member);
            }
            String name = member.substring(1);
            boolean alone = !body.path("data").has("relationships");
            return Errors.error(error, alone ? "/data" : "/data/relationships/" + name, name);
        }
    }

    static List<Lock> all() {
        return RuleTable.read(StateLocks.class, "locks.txt").stream()
                .map(Lock::of)
                .toList();
    }

    @Override
    public Set<String> types() {
        return LOCKS.keySet();
    }

    @Override
    public void check(OperationShape operation, JsonNode body, @Nullable StoredResource target, SandboxState world) {
        List<ErrorObject> errors = new ArrayList<>();
        for (Lock lock : LOCKS.getOrDefault(operation.type(), List.of())) {
            List<String> touched = lock.members().stream()
                    .filter(member -> touches(operation, body, target, member))
                    .toList();
            if (!touched.isEmpty() && isLocked(lock, body, target, world)) {
                touched.forEach(member -> errors.add(lock.error(member, body)));
            }
        }
        ApiErrorException.throwIfAny(409, errors);
    }

    private static boolean touches(
            OperationShape operation, JsonNode body, @Nullable StoredResource target, String member) {
        boolean deletion = operation.action() == Action.DELETE_INSTANCE;
        if (target == null || deletion) {
            return member.equals(deletion ? DELETION : CREATION);
        }
        if (member.startsWith("~")) {
            String relationship = member.substring(1);
            return relationship.equals(operation.relationship())
                    || body.path("data").path("relationships").has(relationship);
        }
        return !Bodies.attribute(body, member).isMissingNode();
    }

    private static boolean isLocked(Lock lock, JsonNode body, @Nullable StoredResource target, SandboxState world) {
        List<String> way = lock.way();
        List<StoredResource> reached = new ArrayList<>();
        if (target != null) {
            reached.add(target);
        } else if (!way.isEmpty()) {
            String type = world.store().target(lock.type(), way.get(0));
            world.store()
                    .find(type, String.valueOf(Bodies.related(body, way.get(0))))
                    .ifPresent(reached::add);
            way = way.subList(1, way.size());
        }
        for (String step : way) {
            reached = reached.stream()
                    .flatMap(each -> each.related(step).stream())
                    .toList();
        }
        return reached.stream().anyMatch(each -> lock.states().contains(each.text(lock.attribute())));
    }
}
