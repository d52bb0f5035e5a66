package io.github.ascjava.examples.demo;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A status and a body; errors in Apple's words. */
record Answer(int status, ObjectNode body) {

    static Answer unauthorized() {
        return error(
                401,
                "NOT_AUTHORIZED",
                "Authentication credentials are missing or invalid.",
                "Provide a properly configured and signed bearer token, and make sure that it has not expired. Learn more"
                        + " about Generating Tokens for API Requests"
                        + " https://developer.apple.com/go/?id=api-generating-tokens");
    }

    static Answer notAllowed(String method) {
        return error(
                405,
                "METHOD_NOT_ALLOWED",
                "The request method is not valid for the resource path.",
                "The request method used for this request is not valid for the resource path: " + method);
    }

    static Answer noSuchPath(String name) {
        return error(404, "PATH_ERROR", "The URL path is not valid", "The resource '" + name + "' does not exist");
    }

    static Answer noSuchResource(String type, String id) {
        return error(
                404,
                "NOT_FOUND",
                "The specified resource does not exist",
                "There is no resource of type '" + type + "' with id '" + id + "'");
    }

    static Answer illegalParameter(String name) {
        Answer answer = error(
                400,
                "PARAMETER_ERROR.ILLEGAL",
                "A parameter is not valid for this request",
                "The parameter '" + name + "' can not be used with this request");
        ((ObjectNode) answer.body.path("errors").path(0)).putObject("source").put("parameter", name);
        return answer;
    }

    static Answer invalidParameter(String name, String value) {
        Answer answer = error(
                400,
                "PARAMETER_ERROR.INVALID",
                "A parameter has an invalid value",
                "'" + value + "' is not a valid value for the parameter '" + name + "'");
        ((ObjectNode) answer.body.path("errors").path(0)).putObject("source").put("parameter", name);
        return answer;
    }

    private static Answer error(int status, String code, String title, String detail) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putArray("errors")
                .addObject()
                .put("status", String.valueOf(status))
                .put("code", code)
                .put("title", title)
                .put("detail", detail);
        return new Answer(status, body);
    }
}
