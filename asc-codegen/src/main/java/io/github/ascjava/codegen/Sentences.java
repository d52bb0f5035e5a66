package io.github.ascjava.codegen;

import java.util.Locale;
import java.util.Objects;

/** Describes operations in words; the document has no descriptions. */
final class Sentences {

    /** Where Apple documents schemas and operations. */
    static final String APPLE = "https://developer.apple.com/documentation/appstoreconnectapi/";

    private Sentences() {}

    /** Says that a relationship is cleared by the operation that sets it. */
    static String clearing(Operation operation) {
        return "Clears" + of(operation).substring("Sets".length());
    }

    /** Says that the listed or returned content is downloaded. */
    static String downloading(Operation operation) {
        return of(operation).replaceFirst("^(Lists|Gets)", "Downloads").replace(", if there is one", "");
    }

    /** Links to Apple's page of a schema. */
    static String see(String schema) {
        return "See <a href=\"" + APPLE + schema.toLowerCase(Locale.ROOT) + "\">" + schema + "</a>.";
    }

    /** States the maximum page size of an operation whose caller chooses it. */
    static String pageLimit(Operation operation) {
        return operation.queryParameters().stream()
                .filter(parameter -> parameter.path("name").asText().equals("limit"))
                .findFirst()
                .map(limit -> ", at most " + limit.at("/schema/maximum").asInt() + " per page")
                .orElse("");
    }

    /** Links to Apple's page of an operation. */
    static String link(Operation operation) {
        return "<a href=\"" + operation.documentation() + "\">" + operation.place() + "</a>";
    }

    static String of(Operation operation) {
        String all = Names.words(operation.tag());
        String one = Names.words(Names.singular(operation.tag()));
        String owner = Names.withArticle(one);
        String relationship = Objects.requireNonNullElse(operation.relationship(), "");
        String related = Names.words(relationship);
        String relatedOne = Names.words(Names.singular(relationship));
        return switch (operation.action()) {
            case GET_COLLECTION -> "Lists " + all;
            case GET_INSTANCE -> "Gets " + owner;
            case CREATE_INSTANCE -> "Creates " + owner;
            case UPDATE_INSTANCE -> "Updates " + owner;
            case DELETE_INSTANCE -> "Deletes " + owner;
            case GET_TO_MANY_RELATED -> "Lists the " + related + " of " + owner;
            case GET_TO_MANY_RELATIONSHIP -> "Lists the ids of the " + related + " of " + owner;
            case CREATE_TO_MANY_RELATIONSHIP -> "Adds " + related + " to " + owner;
            case REPLACE_TO_MANY_RELATIONSHIP -> "Replaces the " + related + " of " + owner;
            case DELETE_TO_MANY_RELATIONSHIP -> "Removes " + related + " from " + owner;
            case GET_TO_ONE_RELATED -> "Gets the " + related + " of " + owner + ", if there is one";
            case GET_TO_ONE_RELATIONSHIP -> "Gets the id of the " + related + " of " + owner + ", if there is one";
            case UPDATE_TO_ONE_RELATIONSHIP -> "Sets the " + related + " of " + owner;
            case GET_METRICS -> "Lists " + relatedOne + " metrics of " + owner;
        };
    }
}
