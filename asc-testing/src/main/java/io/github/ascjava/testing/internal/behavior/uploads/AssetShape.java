package io.github.ascjava.testing.internal.behavior.uploads;

import io.github.ascjava.testing.internal.catalog.Catalog;
import io.github.ascjava.testing.internal.catalog.ResourceShape;
import io.github.ascjava.testing.internal.catalog.Shape;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The document's description of a resource that holds a file, or of both versions if there is an older one.
 *
 * <p>Such resources are recognized by their attribute {@code uploadOperations}, not by name.
 *
 * @param attributes the names of its attributes
 * @param detailed whether operations contain their part number and expiration date, as those of newer resources do
 */
record AssetShape(Set<String> attributes, boolean detailed) {

    private static final String OPERATIONS = "uploadOperations";

    /** Finds all such resources, by JSON:API type. */
    static Map<String, AssetShape> all(Catalog catalog) {
        return catalog.resources().stream()
                .filter(resource -> resource.attributes().containsKey(OPERATIONS))
                .collect(Collectors.toMap(ResourceShape::type, AssetShape::of, AssetShape::with));
    }

    boolean has(String attribute) {
        return attributes.contains(attribute);
    }

    /**
     * Returns whether the file belongs to an App Asset Library: it is committed without a checksum, and its operations
     * are removed when it is complete.
     */
    boolean isOfLibrary() {
        return has("stateDetails");
    }

    private static AssetShape of(ResourceShape resource) {
        Shape operations = Optional.ofNullable(resource.attributes().get(OPERATIONS))
                .orElseThrow()
                .shape();
        boolean detailed = operations instanceof Shape.ListOf list
                && list.element() instanceof Shape.ObjectOf operation
                && operation.member("partNumber") != null;
        return new AssetShape(resource.attributes().keySet(), detailed);
    }

    private AssetShape with(AssetShape other) {
        Set<String> both = new HashSet<>(attributes);
        both.addAll(other.attributes);
        return new AssetShape(both, detailed || other.detailed);
    }
}
