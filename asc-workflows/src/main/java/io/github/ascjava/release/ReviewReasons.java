package io.github.ascjava.release;

import io.github.ascjava.client.AppStoreConnect;
import io.github.ascjava.client.error.ApiError;
import io.github.ascjava.client.error.ApiException;
import io.github.ascjava.client.error.AscException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads Apple's reasons out of a response, where they are listed by resource
 * (docs/live-service.md#associated-errors-hold-the-reason).
 */
final class ReviewReasons {

    private static final String ATTRIBUTES = "/data/attributes/";
    private static final String RELATIONSHIPS = "/data/relationships/";

    private final AppStoreConnect asc;

    ReviewReasons(AppStoreConnect asc) {
        this.asc = asc;
    }

    /** Returns the reasons by locale, those without a locale first. */
    List<ReadinessItem> of(ApiException exception) {
        List<ReadinessItem> reasons = new ArrayList<>();
        for (ApiError error : exception.errors()) {
            error.associatedErrors().forEach((path, errors) -> {
                String[] parts = path.split("/", -1);
                String type = parts.length < 2 ? path : parts[parts.length - 2];
                String locale = locale(type, parts[parts.length - 1]);
                errors.forEach(each -> reasons.add(
                        new ReadinessItem(requirement(type, name(each)), locale, ReadinessState.MISSING, text(each))));
            });
        }
        reasons.sort(Comparator.comparing(ReadinessItem::locale, Comparator.nullsFirst(Comparator.naturalOrder())));
        return reasons;
    }

    private static ReadinessRequirement requirement(String type, String name) {
        return switch (type) {
            case "appStoreVersions" -> name.equals("build") ? ReadinessRequirement.BUILD : ReadinessRequirement.VERSION;
            case "builds" -> name.contains("Encryption") ? ReadinessRequirement.ENCRYPTION : ReadinessRequirement.BUILD;
            case "appStoreVersionLocalizations" ->
                name.equals("whatsNew") ? ReadinessRequirement.RELEASE_NOTES : ReadinessRequirement.TEXTS;
            case "appScreenshotSets", "appScreenshots" -> ReadinessRequirement.SCREENSHOTS;
            case "appInfos" -> ReadinessRequirement.CATEGORY;
            case "appInfoLocalizations" -> ReadinessRequirement.APP_INFO;
            case "ageRatingDeclarations" -> ReadinessRequirement.AGE_RATING;
            case "appStoreReviewDetails" -> ReadinessRequirement.REVIEW_DETAILS;
            case "appPriceSchedules" -> ReadinessRequirement.PRICE;
            case "appAvailabilities" -> ReadinessRequirement.AVAILABILITY;
            case "apps" ->
                name.equals("contentRightsDeclaration")
                        ? ReadinessRequirement.CONTENT_RIGHTS
                        : ReadinessRequirement.OTHER;
            default -> ReadinessRequirement.OTHER;
        };
    }

    private static String text(ApiError error) {
        String name = name(error);
        boolean isMissing =
                error.hasCode("ENTITY_ERROR.ATTRIBUTE.REQUIRED") || error.hasCode("ENTITY_ERROR.RELATIONSHIP.REQUIRED");
        if (isMissing && !name.isEmpty()) {
            return name + " is missing";
        }
        String said = error.detail() != null ? error.detail() : error.title();
        return said == null ? "Apple gave no reason" : said;
    }

    /** Returns the attribute or relationship that an error is about; empty if it does not say. */
    private static String name(ApiError error) {
        String pointer = error.pointer() == null ? "" : error.pointer();
        if (pointer.startsWith(ATTRIBUTES)) {
            return pointer.substring(ATTRIBUTES.length());
        }
        return pointer.startsWith(RELATIONSHIPS) ? pointer.substring(RELATIONSHIPS.length()) : "";
    }

    /** Returns the locale of a localization; null for other resources, or if it cannot be read. */
    private @Nullable String locale(String type, String id) {
        try {
            return switch (type) {
                case "appStoreVersionLocalizations" ->
                    asc.appStoreVersionLocalizations().get(id).execute().locale();
                case "appInfoLocalizations" ->
                    asc.appInfoLocalizations().get(id).execute().locale();
                default -> null;
            };
        } catch (AscException e) {
            return null;
        }
    }
}
