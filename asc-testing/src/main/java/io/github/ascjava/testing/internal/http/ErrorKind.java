package io.github.ascjava.testing.internal.http;

/** The kinds of errors, with status, code and title: Apple's where they are known, similar ones otherwise. */
public enum ErrorKind {
    PARAMETER_ILLEGAL(400, "PARAMETER_ERROR.ILLEGAL", "A given parameter is not allowed for this request"),
    PARAMETER_REPEATED(400, "PARAMETER_ERROR.ILLEGAL", "A parameter is included more than once"),
    PARAMETER_INVALID(400, "PARAMETER_ERROR.INVALID", "A parameter has an invalid value"),
    PARAMETER_REQUIRED(400, "PARAMETER_ERROR.REQUIRED", "A required parameter is missing"),
    NO_JSON(400, "ENTITY_INVALID", "The request entity is not a valid JSON document"),
    NOT_AUTHORIZED(401, "NOT_AUTHORIZED", "Authentication credentials are missing or invalid."),
    FORBIDDEN(403, "FORBIDDEN_ERROR", "This request is forbidden for security reasons"),
    AGREEMENT(
            403,
            "FORBIDDEN.REQUIRED_AGREEMENTS_MISSING_OR_EXPIRED",
            "A required agreement is missing or has expired."),
    OPERATION_NOT_ALLOWED(403, "FORBIDDEN_ERROR", "The given operation is not allowed"),
    NOT_FOUND(404, "NOT_FOUND", "The specified resource does not exist"),
    PATH(404, "PATH_ERROR", "The URL path is not valid"),
    METHOD_NOT_ALLOWED(405, "METHOD_NOT_ALLOWED", "The request method is not valid for the resource path"),
    /** 409 without a more specific code, as in provisioning. */
    ENTITY(409, "ENTITY_ERROR", "There is a problem with the request entity"),
    UNEXPECTED_ID(409, "ENTITY_ERROR.UNEXPECTED_ID", "The provided entity includes an unexpected id"),
    INCLUDED_ID(409, "ENTITY_ERROR.INCLUDED.INVALID_ID", "The provided included entity has an invalid id"),
    ATTRIBUTE_INVALID(
            409, "ENTITY_ERROR.ATTRIBUTE.INVALID", "The provided entity includes an attribute with an invalid value"),
    ATTRIBUTE_DUPLICATE(
            409,
            "ENTITY_ERROR.ATTRIBUTE.INVALID.DUPLICATE",
            "The provided entity includes an attribute with a value that has already been used"),
    ATTRIBUTE_STATE(
            409,
            "ENTITY_ERROR.ATTRIBUTE.INVALID.INVALID_STATE",
            "The provided entity includes an attribute with an invalid value"),
    ATTRIBUTE_UNMODIFIABLE(
            409,
            "ENTITY_ERROR.ATTRIBUTE.INVALID.UNMODIFIABLE",
            "The provided entity includes an attribute with an invalid value"),
    ATTRIBUTE_UNKNOWN(409, "ENTITY_ERROR.ATTRIBUTE.UNKNOWN", "The provided entity includes an unknown attribute"),
    ATTRIBUTE_NOT_ALLOWED(
            409, "ENTITY_ERROR.ATTRIBUTE.NOT_ALLOWED", "The provided entity includes an attribute that is not allowed"),
    ATTRIBUTE_REQUIRED(409, "ENTITY_ERROR.ATTRIBUTE.REQUIRED", "The provided entity is missing a required attribute"),
    ATTRIBUTE_TYPE(409, "ENTITY_ERROR.ATTRIBUTE.TYPE", "An attribute in the provided entity has the wrong type"),
    RELATIONSHIP_INVALID(
            409,
            "ENTITY_ERROR.RELATIONSHIP.INVALID",
            "The provided entity includes a relationship with an invalid value"),
    RELATIONSHIP_UNKNOWN(
            409, "ENTITY_ERROR.RELATIONSHIP.UNKNOWN", "The provided entity includes an unknown relationship"),
    RELATIONSHIP_NOT_ALLOWED(
            409,
            "ENTITY_ERROR.RELATIONSHIP.NOT_ALLOWED",
            "The provided entity includes a relationship that is not allowed"),
    RELATIONSHIP_REQUIRED(
            409, "ENTITY_ERROR.RELATIONSHIP.REQUIRED", "The provided entity is missing a required relationship"),
    INTERVAL(409, "ENTITY_ERROR.INVALID_INTERVAL", "There is a problem with the request entity"),
    BASE_INTERVAL(409, "ENTITY_ERROR.BASE_TERRITORY_INTERVAL_REQUIRED", "There is a problem with the request entity"),
    ITEM_TAKEN(
            409,
            "STATE_ERROR.ITEM_PART_OF_ANOTHER_SUBMISSION",
            "The request cannot be fulfilled because of the state of another resource."),
    STATE(409, "STATE_ERROR", "The request cannot be fulfilled because of the state of another resource."),
    ENTITY_STATE(
            409,
            "STATE_ERROR.ENTITY_STATE_INVALID",
            "The request cannot be fulfilled because of the state of another resource."),
    TOO_LARGE(413, "REQUEST_ENTITY_TOO_LARGE", "The request entity is too large"),
    UNSUPPORTED_MEDIA_TYPE(415, "UNSUPPORTED_MEDIA_TYPE", "The request entity has a media type that is not supported"),
    UNPROCESSABLE(422, "ENTITY_UNPROCESSABLE", "The request entity could not be processed"),
    RATE_LIMIT(429, "RATE_LIMIT_EXCEEDED", "The request rate limit has been reached."),
    UNEXPECTED(500, "UNEXPECTED_ERROR", "An unexpected error occurred.");

    private final int status;
    private final String code;
    private final String title;

    ErrorKind(int status, String code, String title) {
        this.status = status;
        this.code = code;
        this.title = title;
    }

    /** Returns the HTTP status. */
    public int status() {
        return status;
    }

    /** Creates an error of this kind. */
    public ErrorObject error(String detail) {
        return ErrorObject.of(code, title, detail);
    }

    /** Creates an exception with one error of this kind. */
    public ApiErrorException refusal(String detail) {
        return new ApiErrorException(status, error(detail));
    }
}
