package io.github.ascjava.testing.internal.behavior.rules;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.ascjava.testing.internal.behavior.common.Bodies;
import io.github.ascjava.testing.internal.behavior.common.RuleTable;
import io.github.ascjava.testing.internal.behavior.common.RuleTable.Row;
import io.github.ascjava.testing.internal.catalog.OperationShape;
import io.github.ascjava.testing.internal.engine.Deviation;
import io.github.ascjava.testing.internal.engine.ResourceHook;
import io.github.ascjava.testing.internal.engine.SandboxState;
import io.github.ascjava.testing.internal.engine.StoredResource;
import io.github.ascjava.testing.internal.http.Errors;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rejects texts of attributes that {@code values.txt} does not allow. */
public final class ValueRules implements ResourceHook {

    private static final Map<String, List<Row>> RULES = RuleTable.byType(ValueRules.class, "values.txt");

    /** Creates the behavior. */
    public ValueRules() {}

    @Override
    public Set<String> types() {
        return RULES.keySet();
    }

    @Override
    public void check(OperationShape operation, JsonNode body, @Nullable StoredResource target, SandboxState world) {
        for (Row rule : RULES.getOrDefault(operation.type(), List.of())) {
            JsonNode value = Bodies.attribute(body, rule.cell("attribute"));
            if (value.isTextual() && !value.asText().matches(rule.cell("pattern")) && applies(rule, world)) {
                throw Errors.refusal(rule.cell("error"), value.asText());
            }
        }
    }

    private static boolean applies(Row rule, SandboxState world) {
        String deviation = rule.cell("deviation");
        return deviation.equals("-") || world.has(Deviation.valueOf(deviation));
    }
}
