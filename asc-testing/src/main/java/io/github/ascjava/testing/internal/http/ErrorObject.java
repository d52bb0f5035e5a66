package io.github.ascjava.testing.internal.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One error of an error response, in Apple's words.
 *
 * @param code such as {@code PARAMETER_ERROR.ILLEGAL}
 * @param title the kind of problem
 * @param detail this problem
 * @param pointer the JSON pointer to the invalid part of the body, or null
 * @param parameter the invalid query parameter, or null
 * @param associated errors of other resources, by their paths; empty unless they are the cause
 */
public record ErrorObject(
        String code,
        String title,
        String detail,
        @Nullable String pointer,
        @Nullable String parameter,
        Map<String, List<ErrorObject>> associated) {

    /** Keeps the order of the associated errors. */
    public ErrorObject {
        associated = Collections.unmodifiableMap(new LinkedHashMap<>(associated));
    }

    /** Creates an error without a source. */
    public static ErrorObject of(String code, String title, String detail) {
        return new ErrorObject(code, title, detail, null, null, Map.of());
    }

    /** Returns the same error with a part of the body as its source. */
    public ErrorObject at(String jsonPointer) {
        return new ErrorObject(code, title, detail, jsonPointer, null, associated);
    }

    /** Returns the same error with a query parameter as its source. */
    public ErrorObject about(String queryParameter) {
        return new ErrorObject(code, title, detail, null, queryParameter, associated);
    }

    /** Returns the same error with associated errors of other resources. */
    public ErrorObject because(Map<String, List<ErrorObject>> associatedErrors) {
        return new ErrorObject(code, title, detail, pointer, parameter, associatedErrors);
    }

    /**
     * Writes the error.
     *
     * @param id the ID to quote to Apple's support, or null, as with a 401
     */
    public ObjectNode toJson(int status, @Nullable String id) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        if (id != null) {
            json.put("id", id);
        }
        json.put("status", Integer.toString(status));
        json.put("code", code);
        json.put("title", title);
        json.put("detail", detail);
        if (pointer != null) {
            json.putObject("source").put("pointer", pointer);
        } else if (parameter != null) {
            json.putObject("source").put("parameter", parameter);
        }
        if (!associated.isEmpty()) {
            ObjectNode byPath = json.putObject("meta").putObject("associatedErrors");
            associated.forEach((path, errors) -> {
                ArrayNode list = byPath.putArray(path);
                errors.forEach(error -> list.add(error.toJson(status, null)));
            });
        }
        return json;
    }
}
