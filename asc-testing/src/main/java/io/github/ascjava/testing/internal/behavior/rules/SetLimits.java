package io.github.ascjava.testing.internal.behavior.rules;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.ascjava.testing.internal.behavior.common.Bodies;
import io.github.ascjava.testing.internal.catalog.Action;
import io.github.ascjava.testing.internal.catalog.OperationShape;
import io.github.ascjava.testing.internal.engine.ResourceHook;
import io.github.ascjava.testing.internal.engine.SandboxState;
import io.github.ascjava.testing.internal.engine.StoredResource;
import io.github.ascjava.testing.internal.http.ErrorKind;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Rejects a child of a resource that has as many as {@code limits.txt} allows, or one like it. */
public final class SetLimits implements ResourceHook {

    private static final Map<String, List<List<String>>> LIMITS =
            RuleTable.read("limits.txt").stream().collect(Collectors.groupingBy(row -> row.get(0)));

    /** Creates the behavior. */
    public SetLimits() {}

    @Override
    public void check(OperationShape operation, JsonNode body, @Nullable StoredResource target, SandboxState world) {
        if (operation.action() == Action.CREATE_INSTANCE) {
            LIMITS.getOrDefault(operation.type(), List.of()).forEach(limit -> check(limit, body, world));
        }
    }

    private static void check(List<String> limit, JsonNode body, SandboxState world) {
        String id = Bodies.related(body, limit.get(1));
        if (id == null) {
            return;
        }
        StoredResource parent = world.store().get(world.store().target(limit.get(0), limit.get(1)), id);
        List<StoredResource> children = world.store().related(parent, limit.get(2));
        String attribute = limit.get(4);
        boolean refused = attribute.equals("-")
                ? children.size() >= Integer.parseInt(limit.get(3))
                : children.stream().anyMatch(child -> child.text(attribute).equals(Bodies.text(body, attribute)));
        if (refused) {
            throw ErrorKind.STATE.refusal(limit.get(5));
        }
    }
}
