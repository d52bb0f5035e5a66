package io.github.ascjava.testing.internal.behavior.testflight;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.ascjava.testing.internal.behavior.common.Bodies;
import io.github.ascjava.testing.internal.behavior.common.Refusals;
import io.github.ascjava.testing.internal.catalog.OperationShape;
import io.github.ascjava.testing.internal.engine.Deviation;
import io.github.ascjava.testing.internal.engine.ResourceHook;
import io.github.ascjava.testing.internal.engine.SandboxState;
import io.github.ascjava.testing.internal.engine.StoredResource;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Texts for testers must not contain characters that the service takes for markup or symbols. */
final class TesterTexts implements ResourceHook {

    private static final Set<String> TYPES = Set.of("betaBuildLocalizations", "betaAppLocalizations");
    private static final List<String> ATTRIBUTES = List.of("whatsNew", "description");
    private static final int FIRST_BEYOND_PLANE_ZERO = 0x10000;

    @Override
    public void check(OperationShape operation, JsonNode body, @Nullable StoredResource target, SandboxState world) {
        if (!TYPES.contains(operation.type()) || !world.has(Deviation.TESTER_TEXTS_ARE_PLAIN)) {
            return;
        }
        for (String attribute : ATTRIBUTES) {
            if (Bodies.text(body, attribute)
                    .codePoints()
                    .anyMatch(each -> each == '<' || each >= FIRST_BEYOND_PLANE_ZERO)) {
                throw Refusals.attribute(attribute, "The attribute '" + attribute + "' contains invalid characters.");
            }
        }
    }
}
