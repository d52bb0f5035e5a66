package io.github.ascjava.testing.internal.engine;

import io.github.ascjava.testing.internal.http.ApiErrorException;
import io.github.ascjava.testing.internal.http.ErrorKind;
import io.github.ascjava.testing.internal.http.ErrorObject;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** The texts of errors: Apple's where they are known, similar ones otherwise. */
final class Errors {

    private Errors() {}

    static ApiErrorException notFound(String type, String id) {
        return ErrorKind.NOT_FOUND.refusal("There is no resource of type '" + type + "' with id '" + id + "'");
    }

    static ApiErrorException operation(String what, String operation, Collection<String> allowed) {
        return ErrorKind.OPERATION_NOT_ALLOWED.refusal("The " + what + " does not allow '" + operation + "'. "
                + (allowed.size() == 1 ? "Allowed operation is: " : "Allowed operations are: ")
                + String.join(", ", allowed));
    }

    static ErrorObject illegalParameter(String name) {
        return ErrorKind.PARAMETER_ILLEGAL
                .error("The parameter '" + name + "' can not be used with this request")
                .about(name);
    }

    static ErrorObject repeatedParameter(String name) {
        return ErrorKind.PARAMETER_REPEATED
                .error("The parameter '" + name + "' can only be included once")
                .about(name);
    }

    static ErrorObject requiredParameter(String name) {
        return ErrorKind.PARAMETER_REQUIRED
                .error("The parameter '" + name + "' is required but was not provided")
                .about(name);
    }

    static ErrorObject invalidParameter(String name, String detail) {
        return ErrorKind.PARAMETER_INVALID.error(detail).about(name);
    }

    static ErrorObject invalidFilter(String name, String value, Collection<String> expected) {
        return invalidParameter(
                name, "'" + value + "' is not a valid filter value. Expected one of: " + String.join(", ", expected));
    }

    static ErrorObject emptyFilter(String name) {
        return invalidParameter(
                name, "A parameter '" + name + "' has an invalid value : 'Empty filter values are not supported.'");
    }

    static ErrorObject unknownAttribute(String name, String type) {
        return ErrorKind.ATTRIBUTE_UNKNOWN.error("'" + name + "' is not an attribute on the resource '" + type + "'");
    }

    static ErrorObject attributeNotAllowed(String name, String operation) {
        return ErrorKind.ATTRIBUTE_NOT_ALLOWED.error(
                "The attribute '" + name + "' can not be included in a '" + operation + "' operation");
    }

    static ErrorObject requiredAttribute(String name) {
        return ErrorKind.ATTRIBUTE_REQUIRED.error(
                "You must provide a value for the attribute '" + name + "' with this request");
    }

    static ErrorObject attributeType(String name, String value, String expected) {
        return ErrorKind.ATTRIBUTE_TYPE.error(
                "'" + value + "' is not a valid value for the attribute '" + name + "'. Expected " + expected);
    }

    static ErrorObject unknownRelationship(String name, String type) {
        return ErrorKind.RELATIONSHIP_UNKNOWN.error(
                "'" + name + "' is not a relationship on the resource '" + type + "'");
    }

    static ErrorObject relationshipNotAllowed(String name, String operation) {
        return ErrorKind.RELATIONSHIP_NOT_ALLOWED.error(
                "The relationship '" + name + "' can not be included in a '" + operation + "' operation");
    }

    static ErrorObject requiredRelationship(String name) {
        return ErrorKind.RELATIONSHIP_REQUIRED.error(
                "You must provide a value for the relationship '" + name + "' with this request");
    }

    static ErrorObject notIncluded(String relationship, String type, String id) {
        return ErrorKind.RELATIONSHIP_INVALID.error("The relationship '" + relationship
                + "' expects an included resource with type '" + type + "' and id '" + id
                + "' but no matching resource was included in the request.");
    }

    static ErrorObject localId(String id) {
        return ErrorKind.INCLUDED_ID.error(
                "The provided included entity id '" + id
                        + "' has invalid format. For inline creation, the id must be a local id with the format '${local-id}'.");
    }

    static String quoted(List<String> values) {
        return values.stream().map(value -> "'" + value + "'").collect(Collectors.joining(", "));
    }
}
