package io.github.ascjava.testing.internal.engine;

import io.github.ascjava.testing.internal.http.ApiErrorException;
import io.github.ascjava.testing.internal.http.ErrorObject;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Errors in Apple's words where those are known (facts 2.5 and 4.4, and what users of other clients have posted), and in
 * words like Apple's where they are not.
 */
public final class Errors {

    private static final String INVALID_PARAMETER = "A parameter has an invalid value";
    private static final String ENTITY = "There is a problem with the request entity";

    private Errors() {}

    /** A 404 that names a resource. */
    public static ApiErrorException notFound(String type, String id) {
        return new ApiErrorException(
                404,
                ErrorObject.of(
                        "NOT_FOUND",
                        "The specified resource does not exist",
                        "There is no resource of type '" + type + "' with id '" + id + "'"));
    }

    /** A 409 about nothing in particular, as provisioning answers it. */
    public static ErrorObject entity(String detail) {
        return ErrorObject.of("ENTITY_ERROR", ENTITY, detail);
    }

    /** A value of an attribute that the service does not take. */
    public static ErrorObject invalidAttribute(String detail) {
        return ErrorObject.of(
                "ENTITY_ERROR.ATTRIBUTE.INVALID",
                "The provided entity includes an attribute with an invalid value",
                detail);
    }

    /** A value of an attribute that another resource has. */
    public static ErrorObject duplicate(String detail) {
        return ErrorObject.of(
                "ENTITY_ERROR.ATTRIBUTE.INVALID.DUPLICATE",
                "The provided entity includes an attribute with a value that has already been used",
                detail);
    }

    /** A relationship to something that the service does not take. */
    public static ErrorObject invalidRelationship(String detail) {
        return ErrorObject.of(
                "ENTITY_ERROR.RELATIONSHIP.INVALID",
                "The provided entity includes a relationship with an invalid value",
                detail);
    }

    /** A state of another resource that stands in the way. */
    public static ErrorObject state(String detail) {
        return ErrorObject.of(
                "STATE_ERROR", "The request cannot be fulfilled because of the state of another resource.", detail);
    }

    static ApiErrorException path(String detail) {
        return new ApiErrorException(404, ErrorObject.of("PATH_ERROR", "The URL path is not valid", detail));
    }

    static ApiErrorException method(String method) {
        return new ApiErrorException(
                405,
                ErrorObject.of(
                        "METHOD_NOT_ALLOWED",
                        "The request method is not valid for the resource path",
                        "The request method '" + method + "' is not allowed"));
    }

    static ApiErrorException operation(String what, String operation, Collection<String> allowed) {
        return new ApiErrorException(
                403,
                ErrorObject.of(
                        "FORBIDDEN_ERROR",
                        "The given operation is not allowed",
                        "The " + what + " does not allow '" + operation + "'. "
                                + (allowed.size() == 1 ? "Allowed operation is: " : "Allowed operations are: ")
                                + String.join(", ", allowed)));
    }

    static ErrorObject illegalParameter(String name) {
        return ErrorObject.of(
                        "PARAMETER_ERROR.ILLEGAL",
                        "A given parameter is not allowed for this request",
                        "The parameter '" + name + "' can not be used with this request")
                .about(name);
    }

    static ErrorObject repeatedParameter(String name) {
        return ErrorObject.of(
                        "PARAMETER_ERROR.ILLEGAL",
                        "A parameter is included more than once",
                        "The parameter '" + name + "' can only be included once")
                .about(name);
    }

    static ErrorObject requiredParameter(String name) {
        return ErrorObject.of(
                        "PARAMETER_ERROR.REQUIRED",
                        "A required parameter is missing",
                        "The parameter '" + name + "' is required but was not provided")
                .about(name);
    }

    static ErrorObject invalidParameter(String name, String detail) {
        return ErrorObject.of("PARAMETER_ERROR.INVALID", INVALID_PARAMETER, detail)
                .about(name);
    }

    static ErrorObject invalidFilter(String name, String value, Collection<String> expected) {
        return invalidParameter(
                name, "'" + value + "' is not a valid filter value. Expected one of: " + String.join(", ", expected));
    }

    static ErrorObject emptyFilter(String name) {
        return invalidParameter(
                name, "A parameter '" + name + "' has an invalid value : 'Empty filter values are not supported.'");
    }

    static ApiErrorException noJson(String detail) {
        return new ApiErrorException(
                400, ErrorObject.of("ENTITY_INVALID", "The request entity is not a valid JSON document", detail));
    }

    static ErrorObject unknownAttribute(String name, String type) {
        return ErrorObject.of(
                "ENTITY_ERROR.ATTRIBUTE.UNKNOWN",
                "The provided entity includes an unknown attribute",
                "'" + name + "' is not an attribute on the resource '" + type + "'");
    }

    static ErrorObject attributeNotAllowed(String name, String operation) {
        return ErrorObject.of(
                "ENTITY_ERROR.ATTRIBUTE.NOT_ALLOWED",
                "The provided entity includes an attribute that is not allowed",
                "The attribute '" + name + "' can not be included in a '" + operation + "' operation");
    }

    static ErrorObject requiredAttribute(String name) {
        return ErrorObject.of(
                "ENTITY_ERROR.ATTRIBUTE.REQUIRED",
                "The provided entity is missing a required attribute",
                "You must provide a value for the attribute '" + name + "' with this request");
    }

    static ErrorObject attributeType(String name, String value, String expected) {
        return ErrorObject.of(
                "ENTITY_ERROR.ATTRIBUTE.TYPE",
                "An attribute in the provided entity has the wrong type",
                "'" + value + "' is not a valid value for the attribute '" + name + "'. Expected " + expected);
    }

    static ErrorObject unknownRelationship(String name, String type) {
        return ErrorObject.of(
                "ENTITY_ERROR.RELATIONSHIP.UNKNOWN",
                "The provided entity includes an unknown relationship",
                "'" + name + "' is not a relationship on the resource '" + type + "'");
    }

    static ErrorObject relationshipNotAllowed(String name, String operation) {
        return ErrorObject.of(
                "ENTITY_ERROR.RELATIONSHIP.NOT_ALLOWED",
                "The provided entity includes a relationship that is not allowed",
                "The relationship '" + name + "' can not be included in a '" + operation + "' operation");
    }

    static ErrorObject requiredRelationship(String name) {
        return ErrorObject.of(
                "ENTITY_ERROR.RELATIONSHIP.REQUIRED",
                "The provided entity is missing a required relationship",
                "You must provide a value for the relationship '" + name + "' with this request");
    }

    static ErrorObject notIncluded(String relationship, String type, String id) {
        return invalidRelationship("The relationship '" + relationship + "' expects an included resource with type '"
                + type + "' and id '" + id + "' but no matching resource was included in the request.");
    }

    static ErrorObject unexpectedId() {
        return ErrorObject.of(
                "ENTITY_ERROR.UNEXPECTED_ID",
                "The provided entity includes an unexpected id",
                "The id of a new resource can not be provided with this request");
    }

    static ErrorObject localId(String id) {
        return ErrorObject.of(
                "ENTITY_ERROR.INCLUDED.INVALID_ID",
                "The provided included entity has an invalid id",
                "The provided included entity id '" + id
                        + "' has invalid format. For inline creation, the id must be a local id with the format"
                        + " '${local-id}'.");
    }

    static String quoted(List<String> values) {
        return values.stream().map(value -> "'" + value + "'").collect(Collectors.joining(", "));
    }
}
