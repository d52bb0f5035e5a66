package io.github.ascjava.testing;

import io.github.ascjava.testing.internal.http.ApiErrorException;
import io.github.ascjava.testing.internal.http.ErrorObject;
import io.github.ascjava.testing.internal.http.Errors;
import io.github.ascjava.testing.internal.server.ErrorDocuments;
import java.util.List;

/**
 * One error in Apple's words, for {@link Answer#errors} or for another server of a test. Immutable.
 *
 * <pre>{@code
 * sandbox.answerNext(Answer.errors(ErrorBody.notFound("apps", "1")));
 * }</pre>
 *
 * @since 0.1.0
 */
public final class ErrorBody {

    private final int status;
    private final ErrorObject error;

    private ErrorBody(int status, ErrorObject error) {
        this.status = status;
        this.error = error;
    }

    /**
     * Creates any error.
     *
     * @param status the HTTP status
     * @param code such as {@code STATE_ERROR}
     * @param title the kind of problem
     * @param detail a description of this problem
     */
    public static ErrorBody of(int status, String code, String title, String detail) {
        return new ErrorBody(status, ErrorObject.of(code, title, detail));
    }

    private static ErrorBody of(String name, Object... values) {
        ApiErrorException refusal = Errors.refusal(name, values);
        return new ErrorBody(refusal.status(), refusal.errors().get(0));
    }

    /**
     * Creates the 404 of a resource that does not exist.
     *
     * @param type the JSON:API type, such as {@code apps}
     */
    public static ErrorBody notFound(String type, String id) {
        return of("not-found", type, id);
    }

    /**
     * Creates the 409 of a value that another resource already has.
     *
     * @param attribute the name of the attribute in JSON, such as {@code name}
     */
    public static ErrorBody duplicate(String attribute, String detail) {
        return of("attribute-duplicate", attribute, detail);
    }

    /** Creates the 409 of a state that does not allow the request. */
    public static ErrorBody state(String detail) {
        return of("state", detail);
    }

    /** Creates the 403 of a key without the required role, or of another prohibition. */
    public static ErrorBody forbidden(String detail) {
        return of("forbidden", detail);
    }

    /** Returns the same error about a part of the body, such as {@code /data/attributes/name}. */
    public ErrorBody at(String pointer) {
        return new ErrorBody(status, error.at(pointer));
    }

    /** Returns the same error about a query parameter, such as {@code filter[platform]}. */
    public ErrorBody about(String parameter) {
        return new ErrorBody(status, error.about(parameter));
    }

    /** Returns the HTTP status. */
    public int status() {
        return status;
    }

    /** Returns the body of a response with this error. */
    public String json() {
        return ErrorDocuments.of(status, List.of(error)).body().utf8();
    }

    @Override
    public String toString() {
        return json();
    }

    ErrorObject toObject() {
        return error;
    }
}
