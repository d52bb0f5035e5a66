package io.github.ascjava.release;

import io.github.ascjava.release.internal.ResourceAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One part of a version or its app: reads it when it is made, compares it with what is wanted, and changes it. */
abstract class VersionPart {

    private final String name;
    private final List<VersionChange> changes = new ArrayList<>();

    VersionPart(String name) {
        this.name = name;
    }

    /** Makes those changes that are not made yet. */
    abstract void apply();

    /** Returns what is not as wanted. */
    final List<VersionChange> changes() {
        return List.copyOf(changes);
    }

    final void change(String field, @Nullable Object from, @Nullable Object to) {
        String before = ResourceAttributes.text(from);
        String after = ResourceAttributes.text(to);
        if (!Objects.equals(before, after)) {
            changes.add(new VersionChange(name, field, before, after));
        }
    }

    /** Adds a change of a value that must not be shown. */
    final void hiddenChange(String field, boolean isSet) {
        changes.add(new VersionChange(name, field, isSet ? VersionChange.HIDDEN : null, VersionChange.HIDDEN));
    }

    final void changes(Map<String, Object> different, Function<String, @Nullable Object> before) {
        different.forEach((field, value) -> change(field, before.apply(field), value));
    }
}
