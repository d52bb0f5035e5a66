package io.github.ascjava.release;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What {@link Releases#apply(VersionPlan, ReleaseListener)} changes so that a version is as its {@link VersionOptions} say.
 *
 * <p>Two plans are equal if they make the same changes to the same version. Immutable.
 *
 * @since 0.1.0
 */
public final class VersionPlan {

    private final VersionOptions options;
    private final List<VersionChange> changes;

    VersionPlan(VersionOptions options, List<VersionChange> changes) {
        this.options = options;
        this.changes = List.copyOf(changes);
    }

    /** Returns what is wanted. */
    public VersionOptions options() {
        return options;
    }

    /** Returns the changes in the order in which they are made; empty if the version is as wanted. */
    public List<VersionChange> changes() {
        return changes;
    }

    /** Returns whether there is anything to do. */
    public boolean isChanged() {
        return !changes.isEmpty();
    }

    /** Returns one line for each change, for people; empty without changes. */
    public String describe() {
        return changes.stream().map(VersionChange::describe).collect(Collectors.joining("\n"));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof VersionPlan that
                && that.options.appId().equals(options.appId())
                && that.options.platform().equals(options.platform())
                && that.options.versionString().equals(options.versionString())
                && that.changes.equals(changes);
    }

    @Override
    public int hashCode() {
        return Objects.hash(options.appId(), options.platform(), options.versionString(), changes);
    }

    /** Returns the number of changes. */
    @Override
    public String toString() {
        return "VersionPlan[version=" + options.versionString() + ", changes=" + changes.size() + "]";
    }
}
