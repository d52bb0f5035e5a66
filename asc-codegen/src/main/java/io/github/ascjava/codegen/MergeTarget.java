package io.github.ascjava.codegen;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** A document to which missing parts are added while existing ones stay; it records changes and differences. */
final class MergeTarget {

    private final SchemaComparison comparison;
    private final List<String> differences = new ArrayList<>();
    private boolean changed;

    MergeTarget(SchemaIndex schemas) {
        this.comparison = new SchemaComparison(schemas, schemas);
    }

    /** Sets a missing member of an object, or records a difference; returns whether it was set. */
    boolean put(ObjectNode object, String name, JsonNode added, String place) {
        JsonNode present = object.get(name);
        if (present != null) {
            comparison.differences(present, added).forEach(each -> differences.add(place + each));
            return false;
        }
        object.set(name, added);
        changed = true;
        return true;
    }

    /** Appends the values that a list lacks. */
    void append(ArrayNode list, List<String> values) {
        insert(list, list.size(), values);
    }

    /** Adds the values that a list lacks after another value. */
    void insertAfter(String before, ArrayNode list, List<String> values) {
        insert(list, Document.texts(list).indexOf(before) + 1, values);
    }

    private void insert(ArrayNode list, int index, List<String> values) {
        int at = index;
        for (String value : values) {
            if (!Document.texts(list).contains(value)) {
                list.insert(at, value);
                at++;
                changed = true;
            }
        }
    }

    void changed() {
        changed = true;
    }

    void differs(String difference) {
        differences.add(difference);
    }

    /** Returns whether anything changed since the last call. */
    boolean takeChanged() {
        boolean was = changed;
        changed = false;
        return was;
    }

    /** Returns the differences since the last call. */
    List<String> takeDifferences() {
        List<String> taken = List.copyOf(differences);
        differences.clear();
        return taken;
    }
}
