package io.github.ascjava.examples.release;

import io.github.ascjava.release.VersionOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options about what all versions of an app share, or what changes with the next one. */
final class AppSettings {

    @Option(
            names = "--category",
            paramLabel = "CATEGORY",
            split = ",",
            description = "The primary category by Apple's id, and up to two of its subcategories.")
    private List<String> category = new ArrayList<>();

    @Option(
            names = "--secondary-category",
            paramLabel = "CATEGORY",
            split = ",",
            description = "The secondary category, in the same form.")
    private List<String> secondaryCategory = new ArrayList<>();

    @Option(
            names = "--age-rating",
            paramLabel = "FILE",
            description = "A file with answers of the age rating declaration, such as {\"gambling\": false}.")
    private @Nullable Path ageRating;

    @Option(
            names = "--content-rights",
            paramLabel = "VALUE",
            description = "DOES_NOT_USE_THIRD_PARTY_CONTENT or USES_THIRD_PARTY_CONTENT.")
    @Nullable
    String contentRights;

    /** Sets the categories, or throws an {@link IllegalArgumentException} if there are too many. */
    void categories(VersionOptions.Builder options) {
        if (!category.isEmpty()) {
            options.primaryCategory(category.get(0), subcategories(category));
        }
        if (!secondaryCategory.isEmpty()) {
            options.secondaryCategory(secondaryCategory.get(0), subcategories(secondaryCategory));
        }
    }

    void apply(VersionOptions.Builder options) {
        if (ageRating != null) {
            options.ageRating(AgeRatingFile.read(ageRating));
        }
    }

    private static String[] subcategories(List<String> categories) {
        return categories.subList(1, categories.size()).toArray(String[]::new);
    }
}
