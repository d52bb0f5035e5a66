package io.github.ascjava.testing.internal.behavior.common;

import io.github.ascjava.testing.internal.engine.Errors;
import io.github.ascjava.testing.internal.http.ApiErrorException;
import io.github.ascjava.testing.internal.http.ErrorObject;

/** The refusals of the service, with the codes and titles that were seen (facts 2.5, 4.3, 4.4). */
public final class Refusals {

    private static final int BAD_REQUEST = 400;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final int UNPROCESSABLE = 422;

    private Refusals() {}

    /** 409 without a closer code, as provisioning answers. */
    public static ApiErrorException entity(String detail) {
        return new ApiErrorException(CONFLICT, Errors.entity(detail));
    }

    /** 409 about an attribute's value. */
    public static ApiErrorException attribute(String name, String detail) {
        return new ApiErrorException(CONFLICT, Errors.invalidAttribute(detail).at("/data/attributes/" + name));
    }

    /** 409 about an attribute's value that does not say which. */
    public static ApiErrorException attribute(String detail) {
        return new ApiErrorException(CONFLICT, Errors.invalidAttribute(detail));
    }

    /** 409 about an attribute's value that another resource has already. */
    public static ApiErrorException duplicate(String name, String detail) {
        return new ApiErrorException(CONFLICT, duplicateAttribute(name, detail));
    }

    /** The error about an attribute's value that another resource has already. */
    public static ErrorObject duplicateAttribute(String name, String detail) {
        return Errors.duplicate(detail).at("/data/attributes/" + name);
    }

    /** 409 about a resource that is referred to. */
    public static ApiErrorException relationship(String name, String detail) {
        return new ApiErrorException(CONFLICT, Errors.invalidRelationship(detail).at("/data/relationships/" + name));
    }

    /** 409 about a reference that must not be there. */
    public static ApiErrorException relationshipNotAllowed(String name, String detail) {
        return new ApiErrorException(
                CONFLICT,
                ErrorObject.of(
                                "ENTITY_ERROR.RELATIONSHIP.NOT_ALLOWED",
                                "The provided entity includes a relationship that is not allowed",
                                detail)
                        .at("/data/relationships/" + name));
    }

    /** 409 about a reference that is missing. */
    public static ApiErrorException relationshipRequired(String name, String detail) {
        return new ApiErrorException(
                CONFLICT,
                ErrorObject.of(
                                "ENTITY_ERROR.RELATIONSHIP.REQUIRED",
                                "The provided entity is missing a required relationship",
                                detail)
                        .at("/data/relationships/" + name));
    }

    /** 409 because of the state of something. */
    public static ApiErrorException state(String detail) {
        return state("STATE_ERROR", detail);
    }

    /** 409 because of the state of something, with a closer code. */
    public static ApiErrorException state(String code, String detail) {
        return new ApiErrorException(
                CONFLICT,
                ErrorObject.of(
                        code, "The request cannot be fulfilled because of the state of another resource.", detail));
    }

    /** 403 that the role or the account is the reason of. */
    public static ApiErrorException forbidden(String detail) {
        return new ApiErrorException(
                FORBIDDEN, ErrorObject.of("FORBIDDEN_ERROR", "This request is forbidden for security reasons", detail));
    }

    /** 422, rare. */
    public static ApiErrorException unprocessable(String detail) {
        return new ApiErrorException(
                UNPROCESSABLE,
                ErrorObject.of("ENTITY_UNPROCESSABLE", "The request entity could not be processed", detail));
    }

    /** 404. */
    public static ApiErrorException notFound(String detail) {
        return new ApiErrorException(NOT_FOUND, ErrorObject.of("NOT_FOUND", "The specified resource does not exist", detail));
    }

    /** 400 about the value of a query parameter. */
    public static ApiErrorException parameter(String name, String detail) {
        return new ApiErrorException(
                BAD_REQUEST,
                ErrorObject.of("PARAMETER_ERROR.INVALID", "A parameter has an invalid value", detail)
                        .about(name));
    }

    /** 400 about a query parameter that is missing. */
    public static ApiErrorException requiredParameter(String name) {
        return new ApiErrorException(
                BAD_REQUEST,
                ErrorObject.of(
                                "PARAMETER_ERROR.REQUIRED",
                                "A required parameter is missing",
                                "The parameter '" + name + "' is required but was not provided")
                        .about(name));
    }
}
