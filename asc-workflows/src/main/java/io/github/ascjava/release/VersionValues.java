package io.github.ascjava.release;

import io.github.ascjava.client.model.apps.AppContentRightsDeclaration;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The values of {@link VersionOptions}; what is empty or null stays as it is. */
final class VersionValues {

    /** Of the version, by Apple's names. */
    final Map<String, Object> attributes = new LinkedHashMap<>();
    /** By Apple's names of the relationships, such as {@code primaryCategory}. */
    final Map<String, String> categories = new LinkedHashMap<>();
    /** By Apple's names; values that were given by name are texts until they are checked. */
    final Map<String, Object> ageRating = new LinkedHashMap<>();
    /** By Apple's names. */
    final Map<String, Object> reviewDetails = new LinkedHashMap<>();

    final List<Path> attachments = new ArrayList<>();

    @Nullable
    Path routingCoverage;

    @Nullable
    Boolean phasedRelease;

    @Nullable
    Boolean encryption;

    @Nullable
    AppContentRightsDeclaration contentRights;

    /** The number of the build; empty for the newest one. */
    @Nullable
    String build;

    void category(String which, String category, String... subcategories) {
        if (subcategories.length > 2) {
            throw new IllegalArgumentException("A category has two subcategories at most, but there were "
                    + subcategories.length + ": " + String.join(", ", subcategories) + ".");
        }
        categories.put(which + "Category", Objects.requireNonNull(category, "category"));
        for (int i = 0; i < subcategories.length; i++) {
            categories.put(which + "Subcategory" + (i == 0 ? "One" : "Two"), subcategories[i]);
        }
    }

    /** Adds those attributes of a body that have a value. */
    static void putSet(Map<String, ? extends @Nullable Object> attributes, Map<String, Object> values) {
        attributes.forEach((name, value) -> {
            if (value != null) {
                values.put(name, value);
            }
        });
    }

    VersionValues copy() {
        VersionValues copy = new VersionValues();
        copy.attributes.putAll(attributes);
        copy.categories.putAll(categories);
        copy.ageRating.putAll(ageRating);
        copy.reviewDetails.putAll(reviewDetails);
        copy.attachments.addAll(attachments);
        copy.routingCoverage = routingCoverage;
        copy.phasedRelease = phasedRelease;
        copy.encryption = encryption;
        copy.contentRights = contentRights;
        copy.build = build;
        return copy;
    }
}
