package io.github.ascjava.codegen;

import java.util.Locale;

/**
 * The parts of a path, from which Apple derives the names of operations.
 *
 * @param type the JSON:API type, such as {@code gameCenterLeaderboards}
 * @param version empty for the first version, otherwise a suffix such as {@code V2}
 * @param relationship the relationship in the path, or an empty text
 * @param identifiers whether the path leads to the identifiers of the related resources
 */
record OperationPath(String type, String version, boolean hasId, String relationship, boolean identifiers) {

    static OperationPath of(String path) {
        String[] parts = path.substring(1).split("/", -1);
        String version = parts[0].toUpperCase(Locale.ROOT);
        boolean identifiers = parts.length == 5 && parts[3].equals("relationships");
        boolean known = (parts.length < 5 || identifiers) && (parts.length < 3 || parts[2].equals("{id}"));
        if (!known || parts.length < 2) {
            throw new IllegalArgumentException("The path " + path + " has an unknown format.");
        }
        return new OperationPath(
                parts[1],
                version.equals("V1") ? "" : version,
                parts.length > 2,
                parts.length > 3 ? parts[parts.length - 1] : "",
                identifiers);
    }

    /** The schema of the resource at the beginning of the path. */
    String owner() {
        return Names.capitalized(Names.singular(type)) + version;
    }

    String operationId(String verb, boolean many) {
        String instance = type + version + "_";
        if (!relationship.isEmpty()) {
            return instance + relationship + "_getTo" + (many ? "Many" : "One")
                    + (identifiers ? "Relationship" : "Related");
        }
        return instance
                + switch (verb) {
                    case "POST" -> "createInstance";
                    case "PATCH" -> "updateInstance";
                    case "DELETE" -> "deleteInstance";
                    default -> hasId ? "getInstance" : "getCollection";
                };
    }
}
