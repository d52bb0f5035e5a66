package io.github.ascjava.client.deviations;

import java.util.Arrays;

/** Writes the documents with which the server of a test responds; single quotes stand for double ones. */
final class Json {

    private Json() {}

    static String one(String type, String attributes) {
        return document(resource(type, "1", attributes, ""));
    }

    static String related(String type, String relationships) {
        return document(resource(type, "1", "", relationships));
    }

    static String document(String resource) {
        return quoted("{'data': " + resource + ", 'links': {'self': 'x'}}");
    }

    static String page(String... resources) {
        return quoted("{'data': [" + String.join(", ", resources) + "], 'links': {'self': 'x'}}");
    }

    /** Creates a page with a resource for each of the given attributes. */
    static String pageOf(String type, String... attributes) {
        return page(Arrays.stream(attributes)
                .map(each -> resource(type, "1", each, ""))
                .toArray(String[]::new));
    }

    static String resource(String type, String id, String attributes, String relationships) {
        return quoted("{'type': '" + type + "', 'id': '" + id + "', 'attributes': {" + attributes
                + "}, 'relationships': {" + relationships + "}}");
    }

    static String id(String type, String id) {
        return quoted("{'type': '" + type + "', 'id': '" + id + "'}");
    }

    /** Creates an error response; each error has a code and a detail. */
    static String errors(String... codesAndDetails) {
        StringBuilder errors = new StringBuilder();
        for (int i = 0; i < codesAndDetails.length; i += 2) {
            errors.append(i == 0 ? "" : ", ").append(error(codesAndDetails[i], codesAndDetails[i + 1], ""));
        }
        return quoted("{'errors': [" + errors + "]}");
    }

    /** Creates an error response about a query parameter. */
    static String parameterError(String code, String parameter, String detail) {
        return quoted("{'errors': [" + error(code, detail, ", 'source': {'parameter': '" + parameter + "'}") + "]}");
    }

    private static String error(String code, String detail, String more) {
        return "{'id': 'e1', 'status': '409', 'code': '" + code + "', 'title': 'A title', 'detail': '" + detail + "'"
                + more + "}";
    }

    static String quoted(String json) {
        return json.replace('\'', '"');
    }
}
