package io.github.ascjava.release;

import io.github.ascjava.client.model.common.Platform;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a push sends, and where the files and App Store Connect differ otherwise.
 *
 * <p>Two plans are equal if they have the same {@link #hash()}. Immutable.
 *
 * @since 0.1.0
 */
public final class MetadataPlan {

    private final LiveMetadata live;
    private final MetadataFiles files;
    private final MetadataComparison comparison;
    private final String hash;

    MetadataPlan(LiveMetadata live, MetadataFiles files, MetadataComparison comparison) {
        this.live = live;
        this.files = files;
        this.comparison = comparison;
        this.hash = PlanHash.of(live, comparison);
    }

    /** Returns the ID of the app. */
    public String appId() {
        return live.appId();
    }

    /** Returns the platform of the version. */
    public Platform platform() {
        return live.platform();
    }

    /** Returns the marketing version, such as {@code 1.2.0}. */
    public String version() {
        return live.versionNumber();
    }

    /** Returns all differences, sorted by locale; texts that are the same, and those that the files do not manage, are left out. */
    public List<MetadataDifference> differences() {
        return comparison.differences();
    }

    /** Returns the requests, in their order: at most one for each localization. */
    public List<MetadataWrite> writes() {
        return comparison.writes();
    }

    /** Returns what else to know about the files. */
    public List<MetadataProblem> warnings() {
        return comparison.warnings();
    }

    /** Returns the conflicts that stop the push; empty if it can be applied. */
    public List<MetadataDifference> conflicts() {
        return comparison.openConflicts();
    }

    /** Returns whether the files and App Store Connect differ: there is something to send, drift, or a conflict. */
    public boolean isDifferent() {
        return !differences().isEmpty() || !writes().isEmpty();
    }

    /**
     * Returns a SHA-256 in hexadecimal digits of what is sent, and of all texts that App Store Connect had when the plan was
     * made. A plan that is made later has the same hash only if nothing has changed in the files and in App Store Connect.
     */
    public String hash() {
        return hash;
    }

    /** Returns one line for each request and for each difference that stays, for people; empty if there are none. */
    public String describe() {
        String requests = writes().stream()
                .map(write -> write.locale() + " " + write.part() + ": "
                        + switch (write.action()) {
                            case CREATE -> "creates it with ";
                            case UPDATE -> "changes ";
                            case DELETE -> "deletes it";
                        }
                        + String.join(", ", write.values().keySet()) + "\n")
                .collect(Collectors.joining());
        String others = differences().stream()
                .filter(difference -> !difference.isPushed())
                .map(difference -> difference.locale() + " " + difference.part() + ": "
                        + (difference.kind() == MetadataDifference.Kind.CONFLICT
                                ? "conflict in "
                                : "App Store Connect has changed ")
                        + difference.key() + "\n")
                .collect(Collectors.joining());
        return (requests + others).stripTrailing();
    }

    LiveMetadata live() {
        return live;
    }

    MetadataFiles files() {
        return files;
    }

    MetadataComparison comparison() {
        return comparison;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof MetadataPlan plan && hash.equals(plan.hash);
    }

    @Override
    public int hashCode() {
        return hash.hashCode();
    }

    /** Returns the version and the numbers, without texts. */
    @Override
    public String toString() {
        return "MetadataPlan[version=" + version() + ", writes=" + writes().size() + ", differences="
                + differences().size() + "]";
    }
}
