package io.github.ascjava.testing.internal.behavior.rules;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.ascjava.testing.internal.behavior.common.Bodies;
import io.github.ascjava.testing.internal.behavior.common.RuleTable;
import io.github.ascjava.testing.internal.behavior.common.RuleTable.Row;
import io.github.ascjava.testing.internal.catalog.Action;
import io.github.ascjava.testing.internal.catalog.OperationShape;
import io.github.ascjava.testing.internal.engine.Deviation;
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
import org.jspecify.annotations.Nullable;

/** Rejects creations that lack what {@code creations.txt} requires, or have what it does not allow. */
public final class CreationRules implements ResourceHook {

    private static final Map<String, List<Row>> RULES = RuleTable.byType(CreationRules.class, "creations.txt");

    /** Creates the behavior. */
    public CreationRules() {}

    @Override
    public Set<String> types() {
        return RULES.keySet();
    }

    @Override
    public void check(OperationShape operation, JsonNode body, @Nullable StoredResource target, SandboxState world) {
        if (operation.action() != Action.CREATE_INSTANCE || !world.has(Deviation.CREATIONS_DIFFER)) {
            return;
        }
        List<ErrorObject> errors = new ArrayList<>();
        for (Row rule : RULES.getOrDefault(operation.type(), List.of())) {
            if (applies(rule.cell("when"), body, operation.type(), world)) {
                check(rule, body.path("data"), "/data", world, errors);
                JsonNode included = body.path("included");
                for (int i = 0; i < included.size(); i++) {
                    check(rule, included.get(i), "/included/" + i, world, errors);
                }
            }
        }
        ApiErrorException.throwIfAny(409, errors);
    }

    private static boolean applies(String when, JsonNode body, String type, SandboxState world) {
        if (when.equals("-")) {
            return true;
        }
        int equals = when.indexOf('=');
        if (equals > 0) {
            return Bodies.text(body, when.substring(0, equals)).equals(when.substring(equals + 1));
        }
        int dot = when.indexOf('.');
        String first = dot < 0 ? when : when.substring(0, dot);
        String id = Bodies.related(body, first);
        if (dot < 0 || id == null) {
            return id != null;
        }
        StoredResource related = world.store().get(world.store().target(type, first), id);
        return related.related(when.substring(dot + 1)).isEmpty();
    }

    private static void check(Row rule, JsonNode part, String pointer, SandboxState world, List<ErrorObject> errors) {
        if (!part.path("type").asText().equals(rule.cell("part"))) {
            return;
        }
        String member = rule.cell("member");
        String place = pointer + "/relationships/" + member;
        JsonNode attributes = part.path("attributes");
        JsonNode data = part.path("relationships").path(member).path("data");
        switch (rule.cell("demand")) {
            case "needs" -> {
                if (data.isEmpty()) {
                    errors.add(Errors.error("relationship-required", place, member));
                }
            }
            case "refuses" -> {
                if (!data.isEmpty()) {
                    errors.add(Errors.error("relationship-not-allowed", place, member, "CREATE"));
                }
            }
            case "every" -> {
                if (data.size() < world.store().all("territories").size()) {
                    errors.add(Errors.error("territories-incomplete", place, member));
                }
            }
            case "takes" ->
                attributes.properties().stream()
                        .map(Map.Entry::getKey)
                        .filter(name -> !name.equals(member))
                        .forEach(name -> errors.add(Errors.error(
                                "attribute-not-allowed", pointer + "/attributes/" + name, name, "CREATE")));
            default -> {
                if (!data.isEmpty() || attributes.hasNonNull(member)) {
                    throw Errors.refusal("unexpected-short");
                }
            }
        }
    }
}
