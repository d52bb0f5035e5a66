package io.github.ascjava.testing.internal.engine;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.ascjava.testing.internal.catalog.Relations.Relation;
import java.math.BigInteger;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Applies {@code sort} by attribute, by ID, or by the version of the related resource. By default, the oldest resource
 * comes first.
 */
final class Sorting {

    private static final Pattern PART = Pattern.compile("\\d+|\\D+");

    private final SandboxState world;

    Sorting(SandboxState world) {
        this.world = world;
    }

    List<StoredResource> apply(List<StoredResource> all, Selection selection) {
        Comparator<StoredResource> order = null;
        for (String sort : selection.sorts()) {
            boolean descending = sort.startsWith("-");
            String name = descending ? sort.substring(1) : sort;
            Comparator<StoredResource> next = (a, b) -> compare(value(a, name), value(b, name));
            next = descending ? next.reversed() : next;
            order = order == null ? next : order.thenComparing(next);
        }
        return order == null ? all : all.stream().sorted(order).toList();
    }

    private @Nullable Object value(StoredResource resource, String name) {
        if (name.equals("id")) {
            return resource.id();
        }
        Relation relation = world.catalog().relations().find(resource.type(), name);
        if (relation != null) {
            List<StoredResource> related = resource.related(name);
            return related.isEmpty()
                    ? null
                    : related.get(0).attributes().path("version").asText();
        }
        JsonNode value = resource.attributes().path(name);
        if (value.isNumber()) {
            return value.decimalValue();
        }
        String text = value.isValueNode() && !value.isNull() ? value.asText() : null;
        OffsetDateTime moment = text == null ? null : Values.dateTime(text);
        return moment == null ? text : moment.toInstant();
    }

    /** Absent values come first. */
    private static int compare(@Nullable Object a, @Nullable Object b) {
        if (a == null || b == null) {
            return Boolean.compare(a != null, b != null);
        }
        if (a instanceof String || b instanceof String || a.getClass() != b.getClass()) {
            return compareTexts(a.toString(), b.toString());
        }
        @SuppressWarnings("unchecked")
        Comparable<Object> comparable = (Comparable<Object>) a;
        return comparable.compareTo(b);
    }

    /** Version 10 comes after version 9. */
    private static int compareTexts(String a, String b) {
        Matcher partsOfA = PART.matcher(a);
        Matcher partsOfB = PART.matcher(b);
        while (partsOfA.find()) {
            if (!partsOfB.find()) {
                return 1;
            }
            String partA = partsOfA.group();
            String partB = partsOfB.group();
            boolean numbers = Character.isDigit(partA.charAt(0)) && Character.isDigit(partB.charAt(0));
            int order =
                    numbers ? new BigInteger(partA).compareTo(new BigInteger(partB)) : partA.compareToIgnoreCase(partB);
            if (order != 0) {
                return order;
            }
        }
        return partsOfB.find() ? -1 : 0;
    }
}
