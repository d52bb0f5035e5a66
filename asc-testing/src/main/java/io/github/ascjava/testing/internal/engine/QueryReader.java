package io.github.ascjava.testing.internal.engine;

import io.github.ascjava.testing.internal.catalog.OperationShape;
import io.github.ascjava.testing.internal.catalog.OperationShape.Query;
import io.github.ascjava.testing.internal.catalog.Shape;
import io.github.ascjava.testing.internal.http.ApiErrorException;
import io.github.ascjava.testing.internal.http.ErrorObject;
import io.github.ascjava.testing.internal.http.Errors;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** Reads the query of a request, and rejects an invalid query with all of its errors. */
final class QueryReader {

    private final Query query;
    private final List<ErrorObject> errors = new ArrayList<>();

    private final Map<String, Set<String>> fields = new LinkedHashMap<>();
    private final Set<String> includes = new LinkedHashSet<>();
    private final Map<String, Integer> limits = new LinkedHashMap<>();
    private final List<String> sorts = new ArrayList<>();
    private final Map<String, List<String>> parameters = new LinkedHashMap<>();
    private @Nullable Integer limit;
    private @Nullable String cursor;

    private QueryReader(Query query) {
        this.query = query;
    }

    /**
     * Reads a query.
     *
     * @throws ApiErrorException 400 if the operation does not take a parameter, or requires one that is missing
     */
    static Selection read(OperationShape operation, HttpUrl url, LiveQueries live) {
        QueryReader reader = new QueryReader(operation.query());
        Set<String> names = url.queryParameterNames();
        for (String name : names) {
            List<@Nullable String> values = url.queryParameterValues(name);
            if (values.size() > 1) {
                reader.errors.add(Errors.error("parameter-repeated", name));
            } else {
                String value = values.get(0);
                reader.readParameter(name, value == null ? "" : value);
            }
        }
        operation.query().parameters().values().stream()
                .filter(parameter -> parameter.required() && !names.contains(parameter.name()))
                .forEach(parameter -> reader.errors.add(Errors.error("parameter-required", parameter.name())));
        Selection selection = new Selection(
                reader.fields,
                reader.includes,
                reader.limit,
                reader.limits,
                reader.cursor,
                reader.sorts,
                reader.parameters);
        live.check(operation, selection, reader.errors);
        ApiErrorException.throwIfAny(400, reader.errors);
        return selection;
    }

    private void readParameter(String name, String value) {
        Shape.Member parameter = query.parameters().get(name);
        String inBrackets = name.endsWith("]") ? name.substring(name.indexOf('[') + 1, name.length() - 1) : "";
        if (parameter != null) {
            readValues(parameter, value);
        } else if (name.startsWith("fields[") && query.fields().containsKey(inBrackets)) {
            readFields(name, inBrackets, value);
        } else if (name.equals("include") && !query.includes().isEmpty()) {
            includes.addAll(known(name, value, query.includes(), "relationship name"));
        } else if (name.equals("sort") && !query.sorts().isEmpty()) {
            sorts.addAll(known(name, value, query.sorts(), "sort value"));
        } else if (name.equals("limit") && query.limit() != null) {
            limit = number(name, value, query.limit());
        } else if (name.startsWith("limit[") && query.limits().containsKey(inBrackets)) {
            Integer number = number(name, value, query.limits().getOrDefault(inBrackets, 0));
            if (number != null) {
                limits.put(inBrackets, number);
            }
        } else if (name.equals("cursor") && query.limit() != null) {
            cursor = value;
        } else {
            errors.add(unknown(name, inBrackets));
        }
    }

    /** For a parameter family that the operation takes, only the name in brackets is wrong. */
    private ErrorObject unknown(String name, String inBrackets) {
        boolean takesFilters = query.parameters().keySet().stream().anyMatch(each -> each.startsWith("filter["));
        return name.startsWith("filter[") && takesFilters
                ? Errors.error("value-unknown", name, inBrackets, "filter type")
                : Errors.error("parameter-illegal", name);
    }

    private void readFields(String name, String type, String value) {
        Set<String> known = query.fields().getOrDefault(type, Set.of());
        fields.put(
                type,
                known.isEmpty()
                        ? Set.of(value.split(",", -1))
                        : new LinkedHashSet<>(known(name, value, known, "field name")));
    }

    private List<String> known(String name, String value, Collection<String> known, String what) {
        List<String> values = List.of(value.split(",", -1));
        for (String each : values) {
            if (!known.contains(each)) {
                errors.add(Errors.error("value-unknown", name, each, what));
            }
        }
        return values;
    }

    private @Nullable Integer number(String name, String value, int most) {
        try {
            int number = Integer.parseInt(value);
            if (number >= 0 && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // The error is thrown below, as for numbers out of range.
        }
        errors.add(Errors.error("limit-invalid", name, value, most));
        return null;
    }

    private void readValues(Shape.Member parameter, String value) {
        String name = parameter.name();
        List<String> values =
                parameter.shape() instanceof Shape.ListOf ? List.of(value.split(",", -1)) : List.of(value);
        Shape shape = parameter.shape() instanceof Shape.ListOf list ? list.element() : parameter.shape();
        for (String each : values) {
            if (each.isEmpty()) {
                errors.add(Errors.error("filter-empty", name));
            } else if (!Values.fitsText(each, shape)) {
                List<String> allowed = shape instanceof Shape.OneOf of ? of.values() : List.of("true", "false");
                errors.add(Errors.error("filter-invalid", name, each, String.join(", ", allowed)));
            }
        }
        parameters.put(name, values);
    }
}
