package io.github.ascjava.client.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.ascjava.client.error.ApiError;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * What makes a resource of one type the same as another, and where to read those that exist.
 *
 * @param collection the path of the collection that creates it, such as {@code v1/appStoreVersions}
 * @param list the path and query below the base URL that lists the existing ones, or reads the only one; {@code {name}}
 *     stands for the ID of a sent relationship or for a sent attribute
 * @param attributes the attributes that distinguish it from others in the list
 * @param distinguishing the to-one relationships that do so, of which one is sent
 * @param compared further relationships of which the list shows the resources
 * @param past states in which it no longer counts
 * @param conflicts the errors that say that it exists
 */
record NaturalKey(
        String collection,
        String list,
        List<String> attributes,
        List<String> distinguishing,
        List<String> compared,
        Set<String> past,
        List<Conflict> conflicts) {

    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");

    NaturalKey distinguishedBy(String... relationships) {
        return new NaturalKey(collection, list, attributes, List.of(relationships), compared, past, conflicts);
    }

    NaturalKey comparing(String... relationships) {
        return new NaturalKey(collection, list, attributes, distinguishing, List.of(relationships), past, conflicts);
    }

    NaturalKey unless(String... states) {
        return new NaturalKey(collection, list, attributes, distinguishing, compared, Set.of(states), conflicts);
    }

    /** Returns whether all members of the key were sent; some types have a list for each kind of parent. */
    boolean isOf(SentResource sent) {
        return places().stream().allMatch(name -> sent.member(name) != null)
                && attributes.stream().allMatch(name -> sent.member(name) != null)
                && (distinguishing.isEmpty()
                        || distinguishing.stream().anyMatch(name -> sent.relationship(name) != null));
    }

    /** Returns what {@link #isOf} asks for, for a message. */
    String required() {
        String members =
                Stream.concat(places().stream(), attributes.stream()).distinct().collect(Collectors.joining(" and "));
        return distinguishing.isEmpty() ? members : members + " and one of " + String.join(", ", distinguishing);
    }

    /** Returns the names in the list's path and query. */
    List<String> places() {
        return PLACE.matcher(list).results().map(found -> found.group(1)).toList();
    }

    /** Returns the names of all members of the key, for messages. */
    String names(SentResource sent) {
        TreeSet<String> names = new TreeSet<>(attributes);
        places().stream().filter(name -> sent.relationship(name) != null).forEach(names::add);
        distinguishing.stream().filter(name -> sent.relationship(name) != null).forEach(names::add);
        return String.join(", ", names);
    }

    /** Returns the URL of the list, beside the collection that the resource was sent to. */
    HttpUrl listUrl(HttpUrl created, SentResource sent) {
        String path = created.encodedPath();
        String base = path.substring(0, path.length() - collection.length());
        int query = list.indexOf('?');
        HttpUrl.Builder url = created.newBuilder().encodedPath(base).query(null);
        for (String segment : (query < 0 ? list : list.substring(0, query)).split("/", -1)) {
            url.addPathSegment(filled(segment, sent));
        }
        if (query >= 0) {
            for (String parameter : list.substring(query + 1).split("&", -1)) {
                int equals = parameter.indexOf('=');
                url.addQueryParameter(parameter.substring(0, equals), filled(parameter.substring(equals + 1), sent));
            }
        }
        List<String> shown = Stream.concat(distinguishing.stream(), compared.stream())
                .filter(name -> sent.relationship(name) != null)
                .toList();
        if (!shown.isEmpty()) {
            url.addQueryParameter("include", String.join(",", shown));
        }
        return url.build();
    }

    /** Returns whether an element of the list has this key, whatever its other values. */
    boolean matches(JsonNode element, SentResource sent) {
        return !past.contains(element.path("attributes").path("state").asText())
                && attributes.stream()
                        .allMatch(name -> SentValues.areAlike(
                                name,
                                sent.attribute(name),
                                element.path("attributes").get(name)))
                && distinguishing.stream().allMatch(name -> sent.relatesAlike(name, element));
    }

    /** Returns whether any of the errors says that the resource exists. */
    boolean exists(List<ApiError> errors, SentResource sent) {
        return errors.stream()
                .anyMatch(error -> conflicts.stream().anyMatch(each -> says(each, error, sent))
                        || error.associatedErrors().values().stream().anyMatch(more -> exists(more, sent)));
    }

    /** An error about another attribute, such as a name that another app has, does not say so. */
    private boolean says(Conflict conflict, ApiError error, SentResource sent) {
        String detail = error.detail() == null ? "" : error.detail();
        return error.hasCode(conflict.code())
                && detail.contains(filled(conflict.detail(), sent))
                && (!conflict.detail().isEmpty() || isAboutKey(error.pointer()));
    }

    private boolean isAboutKey(@Nullable String pointer) {
        return pointer == null || attributes.contains(pointer.substring(pointer.lastIndexOf('/') + 1));
    }

    private static String filled(String template, SentResource sent) {
        return PLACE.matcher(template)
                .replaceAll(found -> Matcher.quoteReplacement(String.valueOf(sent.member(found.group(1)))));
    }

    /**
     * An error that says that a resource exists.
     *
     * @param code its code, or the leading parts of it
     * @param detail a part of its detail; empty if the code alone says so
     */
    record Conflict(String code, String detail) {}
}
