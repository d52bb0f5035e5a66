package io.github.ascjava.testing.internal.behavior.rules;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.ascjava.testing.internal.behavior.common.Bodies;
import io.github.ascjava.testing.internal.catalog.Action;
import io.github.ascjava.testing.internal.catalog.OperationShape;
import io.github.ascjava.testing.internal.engine.Deviation;
import io.github.ascjava.testing.internal.engine.ResourceHook;
import io.github.ascjava.testing.internal.engine.SandboxState;
import io.github.ascjava.testing.internal.engine.StoredResource;
import io.github.ascjava.testing.internal.http.ApiErrorException;
import io.github.ascjava.testing.internal.http.ErrorKind;
import io.github.ascjava.testing.internal.http.ErrorObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Rejects creations that lack what {@code creations.txt} requires, or have what it does not allow. */
public final class CreationRules implements ResourceHook {

    private static final Map<String, List<List<String>>> RULES =
            RuleTable.read("creations.txt").stream().collect(Collectors.groupingBy(row -> row.get(0)));

    /** Creates the behavior. */
    public CreationRules() {}

    @Override
    public void check(OperationShape operation, JsonNode body, @Nullable StoredResource target, SandboxState world) {
        if (operation.action() != Action.CREATE_INSTANCE || !world.has(Deviation.CREATIONS_DIFFER)) {
            return;
        }
        List<ErrorObject> errors = new ArrayList<>();
        for (List<String> rule : RULES.getOrDefault(operation.type(), List.of())) {
            if (applies(rule.get(2), body, operation.type(), world)) {
                check(rule, body.path("data"), "/data", world, errors);
                JsonNode included = body.path("included");
                for (int i = 0; i < included.size(); i++) {
                    check(rule, included.get(i), "/included/" + i, world, errors);
                }
            }
        }
        if (!errors.isEmpty()) {
            throw new ApiErrorException(409, errors);
        }
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
        return world.store().related(related, when.substring(dot + 1)).isEmpty();
    }

    private static void check(
            List<String> rule, JsonNode part, String pointer, SandboxState world, List<ErrorObject> errors) {
        if (!part.path("type").asText().equals(rule.get(1))) {
            return;
        }
        String member = rule.get(4);
        JsonNode attributes = part.path("attributes");
        JsonNode data = part.path("relationships").path(member).path("data");
        boolean related = !data.isEmpty();
        switch (rule.get(3)) {
            case "needs" -> {
                if (!related) {
                    errors.add(ErrorKind.RELATIONSHIP_REQUIRED
                            .error("You must provide a value for the relationship '" + member + "' with this request")
                            .at(pointer + "/relationships/" + member));
                }
            }
            case "refuses" -> {
                if (related) {
                    errors.add(ErrorKind.RELATIONSHIP_NOT_ALLOWED
                            .error("The relationship '" + member + "' can not be included in a 'CREATE' operation")
                            .at(pointer + "/relationships/" + member));
                }
            }
            case "every" -> {
                if (data.size() < world.store().all("territories").size()) {
                    errors.add(ErrorKind.RELATIONSHIP_INVALID
                            .error("The relationship '" + member + "' must name every territory")
                            .at(pointer + "/relationships/" + member));
                }
            }
            case "takes" ->
                attributes.properties().stream()
                        .map(Map.Entry::getKey)
                        .filter(name -> !name.equals(member))
                        .forEach(name -> errors.add(ErrorKind.ATTRIBUTE_NOT_ALLOWED
                                .error("The attribute '" + name + "' can not be included in a 'CREATE' operation")
                                .at(pointer + "/attributes/" + name)));
            default -> {
                if (related || attributes.hasNonNull(member)) {
                    throw ErrorKind.UNEXPECTED.refusal("An unexpected error occurred on the server side.");
                }
            }
        }
    }
}
