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
import io.github.ascjava.testing.internal.http.Errors;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rejects a child of a resource that has as many as {@code limits.txt} allows, or one like it. */
public final class SetLimits implements ResourceHook {

    private static final Map<String, List<Row>> LIMITS = RuleTable.byType(SetLimits.class, "limits.txt");

    /** Creates the behavior. */
    public SetLimits() {}

    @Override
    public Set<String> types() {
        return LIMITS.keySet();
    }

    @Override
    public void check(OperationShape operation, JsonNode body, @Nullable StoredResource target, SandboxState world) {
        if (operation.action() == Action.CREATE_INSTANCE) {
            LIMITS.getOrDefault(operation.type(), List.of()).forEach(limit -> check(limit, body, world));
        }
    }

    private static void check(Row limit, JsonNode body, SandboxState world) {
        String id = Bodies.related(body, limit.cell("parent"));
        if (id == null) {
            return;
        }
        StoredResource parent = world.store().get(world.store().target(limit.cell("type"), limit.cell("parent")), id);
        List<StoredResource> children = parent.related(limit.cell("children"));
        String attribute = limit.cell("differs");
        boolean refused = attribute.equals("-")
                ? children.size() >= Integer.parseInt(limit.cell("most"))
                : children.stream().anyMatch(child -> child.text(attribute).equals(Bodies.text(body, attribute)));
        if (refused) {
            throw Errors.refusal(limit.cell("error"), limit.cell("most"));
        }
    }
}
