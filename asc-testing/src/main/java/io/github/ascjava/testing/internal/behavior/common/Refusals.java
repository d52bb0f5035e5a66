package io.github.ascjava.testing.internal.behavior.common;

import io.github.ascjava.testing.internal.http.ApiErrorException;
import io.github.ascjava.testing.internal.http.ErrorKind;
import io.github.ascjava.testing.internal.http.ErrorObject;

/** Errors about an attribute, a relationship, a query parameter or the state of a resource. */
public final class Refusals {

    private Refusals() {}

    /** 409 about an attribute's value. */
    public static ApiErrorException attribute(String name, String detail) {
        return conflict(ErrorKind.ATTRIBUTE_INVALID.error(detail).at("/data/attributes/" + name));
    }

    /** 409 about an attribute's value that another resource already has. */
    public static ApiErrorException duplicate(String name, String detail) {
        return conflict(duplicateAttribute(name, detail));
    }

    /** The error about an attribute's value that another resource already has. */
    public static ErrorObject duplicateAttribute(String name, String detail) {
        return ErrorKind.ATTRIBUTE_DUPLICATE.error(detail).at("/data/attributes/" + name);
    }

    /** 409 about a referenced resource. */
    public static ApiErrorException relationship(String name, String detail) {
        return conflict(ErrorKind.RELATIONSHIP_INVALID.error(detail).at("/data/relationships/" + name));
    }

    /** 409 about a reference that is not allowed. */
    public static ApiErrorException relationshipNotAllowed(String name, String detail) {
        return conflict(ErrorKind.RELATIONSHIP_NOT_ALLOWED.error(detail).at("/data/relationships/" + name));
    }

    /** 409 about a missing reference. */
    public static ApiErrorException relationshipRequired(String name, String detail) {
        return conflict(ErrorKind.RELATIONSHIP_REQUIRED.error(detail).at("/data/relationships/" + name));
    }

    /** 400 about the value of a query parameter. */
    public static ApiErrorException parameter(String name, String detail) {
        return new ApiErrorException(
                400, ErrorKind.PARAMETER_INVALID.error(detail).about(name));
    }

    /** 400 about a missing query parameter. */
    public static ApiErrorException requiredParameter(String name) {
        String detail = "The parameter '" + name + "' is required but was not provided";
        return new ApiErrorException(
                400, ErrorKind.PARAMETER_REQUIRED.error(detail).about(name));
    }

    private static ApiErrorException conflict(ErrorObject error) {
        return new ApiErrorException(409, error);
    }
}
