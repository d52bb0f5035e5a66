package io.github.ascjava.release;

import io.github.ascjava.client.jsonapi.ResourceIdentifier;
import io.github.ascjava.client.jsonapi.ToOne;
import io.github.ascjava.client.model.appstore.ReviewSubmissionItem;
import io.github.ascjava.client.model.appstore.ReviewSubmissionItemState;
import io.github.ascjava.release.internal.KnownNames;
import io.github.ascjava.release.internal.ResourceAttributes;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Something that is reviewed: a version of an app, an event, a custom product page, and others. Immutable.
 *
 * @param type the JSON:API type, such as {@code appStoreVersions} or {@code appEvents}; {@code unknown} for an item that
 *     Apple does not name
 * @param id ID of the resource; that of the item itself if the type is {@code unknown}
 * @param state the state of the item, or null if it is not part of a submission
 * @since 0.1.0
 */
public record SubmissionItem(
        String type, String id, @Nullable ReviewSubmissionItemState state) {

    static final String VERSIONS = "appStoreVersions";

    private static final String UNKNOWN = "unknown";
    private static final String EXPERIMENTS = "appStoreVersionExperiments";
    private static final String EXPERIMENT = "appStoreVersionExperimentV2";

    /**
     * Creates an item that is to be reviewed.
     *
     * @throws IllegalArgumentException if the type is not one that can be reviewed; the message names the nearest one
     */
    public static SubmissionItem of(String type, String id) {
        KnownNames.problem("type of review item", type, types()).ifPresent(problem -> {
            throw new IllegalArgumentException(problem);
        });
        return new SubmissionItem(type, Objects.requireNonNull(id, "id"), null);
    }

    /** Returns the types that can be reviewed, such as {@code appStoreVersions}. */
    public static Collection<String> types() {
        return relationships().keySet();
    }

    /** Returns the relationships of items by the types that they lead to. */
    private static Map<String, String> relationships() {
        return ResourceAttributes.types(ReviewSubmissionItem.class).entrySet().stream()
                .filter(each -> each.getValue() == ToOne.class)
                .map(Map.Entry::getKey)
                .filter(name -> !name.equals("appStoreVersionExperiment"))
                .collect(Collectors.toMap(
                        name -> name.equals(EXPERIMENT) ? EXPERIMENTS : name + "s",
                        Function.identity(),
                        (one, other) -> one,
                        TreeMap::new));
    }

    /** Returns the name of the relationship to this item. */
    String relationship() {
        return Objects.requireNonNull(relationships().get(type));
    }

    /** Reads an item whose relationships are included. */
    static SubmissionItem of(ReviewSubmissionItem item) {
        Optional<ResourceIdentifier> named = ResourceAttributes.types(ReviewSubmissionItem.class).keySet().stream()
                .map(name -> ResourceAttributes.value(item, name))
                .flatMap(value -> value instanceof ToOne<?> one ? Stream.ofNullable(one.identifier()) : Stream.empty())
                .findFirst();
        return new SubmissionItem(
                named.map(ResourceIdentifier::type).orElse(UNKNOWN),
                named.map(ResourceIdentifier::id).orElse(item.id()),
                item.state());
    }

    /** Returns whether both are the same resource, whatever their states. */
    boolean isSame(SubmissionItem other) {
        return type.equals(other.type) && id.equals(other.id);
    }

    boolean isIn(Collection<SubmissionItem> items) {
        return items.stream().anyMatch(this::isSame);
    }

    /** Returns type and ID, and the state if there is one. */
    public String describe() {
        return type + " " + id + (state == null ? "" : " (" + state + ")");
    }
}
