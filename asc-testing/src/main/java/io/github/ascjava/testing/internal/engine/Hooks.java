package io.github.ascjava.testing.internal.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The hooks of a sandbox, in their order, and those for each type of resource. Not thread-safe. */
final class Hooks {

    private final List<ResourceHook> all;
    private final Map<String, List<ResourceHook>> byType = new HashMap<>();

    Hooks(List<ResourceHook> all) {
        this.all = List.copyOf(all);
    }

    List<ResourceHook> all() {
        return all;
    }

    /** Returns the hooks for a JSON:API type. */
    List<ResourceHook> of(String type) {
        return byType.computeIfAbsent(
                type,
                key -> all.stream()
                        .filter(hook -> hook.types().isEmpty() || hook.types().contains(key))
                        .toList());
    }
}
