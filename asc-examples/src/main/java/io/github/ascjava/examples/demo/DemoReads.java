package io.github.ascjava.examples.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the demo team as Apple's service reads a real one: sorted, in pages, related resources only if included. */
final class DemoReads {

    private static final int DEFAULT_LIMIT = 50;
    private static final int LARGEST_LIMIT = 200;
    private static final Set<String> ONE_PARAMETERS = Set.of("include", "limit[visibleApps]");
    private static final Set<String> LIST_PARAMETERS =
            Set.of("include", "limit[visibleApps]", "limit", "cursor", "sort");

    private final DemoTeam team;

    DemoReads(DemoTeam team) {
        this.team = team;
    }

    /** Answers {@code GET /v1/<type>} and {@code GET /v1/<type>/<id>}. */
    Answer read(String baseUrl, String path, Map<String, String> query) {
        List<String> segments = Arrays.asList(path.substring(1).split("/"));
        boolean known = segments.size() > 1 && segments.get(0).equals("v1") && team.hasType(segments.get(1));
        if (!known || segments.size() > 3) {
            return Answer.noSuchPath(segments.get(segments.size() - 1));
        }
        String url = baseUrl + path.substring(1);
        String type = segments.get(1);
        return segments.size() == 2 ? list(url, type, query) : one(url, type, segments.get(2), query);
    }

    private Answer one(String url, String type, String id, Map<String, String> query) {
        ObjectNode resource = team.find(type, id);
        if (resource == null) {
            return Answer.noSuchResource(type, id);
        }
        Answer refusal = refusal(query, ONE_PARAMETERS, resource);
        if (refusal != null) {
            return refusal;
        }
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.set("data", shown(resource, included(query)));
        addIncluded(body, List.of(resource), included(query));
        body.putObject("links").put("self", url);
        return new Answer(200, body);
    }

    private Answer list(String url, String type, Map<String, String> query) {
        List<ObjectNode> all = new ArrayList<>(team.all(type));
        Answer refusal = refusal(query, LIST_PARAMETERS, all.get(0));
        if (refusal != null) {
            return refusal;
        }
        String sort = query.get("sort");
        if (sort != null) {
            String attribute = sort.replaceFirst("^-", "");
            if (!all.get(0).path("attributes").has(attribute)) {
                return Answer.invalidParameter("sort", sort);
            }
            Comparator<ObjectNode> order = Comparator.comparing(
                    resource -> resource.path("attributes").path(attribute).asText());
            all.sort(sort.startsWith("-") ? order.reversed() : order);
        }
        int limit = number(query.getOrDefault("limit", "" + DEFAULT_LIMIT));
        int from = number(query.getOrDefault("cursor", "0"));
        if (limit < 1 || limit > LARGEST_LIMIT) {
            return Answer.invalidParameter("limit", query.getOrDefault("limit", ""));
        }
        if (from < 0 || from > all.size()) {
            return Answer.invalidParameter("cursor", query.getOrDefault("cursor", ""));
        }
        return page(url, all, from, Math.min(from + limit, all.size()), limit, query);
    }

    private Answer page(String url, List<ObjectNode> all, int from, int to, int limit, Map<String, String> query) {
        List<ObjectNode> page = all.subList(from, to);
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode data = body.putArray("data");
        page.forEach(resource -> data.add(shown(resource, included(query))));
        addIncluded(body, page, included(query));
        ObjectNode links = body.putObject("links").put("self", url);
        if (to < all.size()) {
            Map<String, String> next = new LinkedHashMap<>(query);
            next.put("cursor", "" + to);
            links.put("next", url + "?" + QueryString.format(next));
        }
        body.putObject("meta").putObject("paging").put("total", all.size()).put("limit", limit);
        return new Answer(200, body);
    }

    /** Relationships name their resources only if those are included. */
    private static ObjectNode shown(ObjectNode resource, Collection<String> included) {
        ObjectNode copy = resource.deepCopy();
        copy.path("relationships").properties().stream()
                .filter(relationship -> !included.contains(relationship.getKey()))
                .forEach(relationship -> ((ObjectNode) relationship.getValue()).removeAll());
        return copy;
    }

    private void addIncluded(ObjectNode body, List<ObjectNode> of, Collection<String> names) {
        if (names.isEmpty()) {
            return;
        }
        Set<ObjectNode> found = new LinkedHashSet<>();
        for (ObjectNode resource : of) {
            for (String name : names) {
                JsonNode data = resource.path("relationships").path(name).path("data");
                Iterable<JsonNode> identifiers = data.isArray() ? data : List.of(data);
                for (JsonNode identifier : identifiers) {
                    ObjectNode related = team.find(
                            identifier.path("type").asText(),
                            identifier.path("id").asText());
                    if (related != null) {
                        found.add(shown(related, List.of()));
                    }
                }
            }
        }
        body.putArray("included").addAll(found);
    }

    private static @Nullable Answer refusal(Map<String, String> query, Set<String> known, ObjectNode example) {
        for (String name : query.keySet()) {
            if (!known.contains(name)) {
                return Answer.illegalParameter(name);
            }
        }
        for (String name : included(query)) {
            if (!example.path("relationships").has(name)) {
                return Answer.invalidParameter("include", name);
            }
        }
        return null;
    }

    private static Set<String> included(Map<String, String> query) {
        return Arrays.stream(query.getOrDefault("include", "").split(","))
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Reads a small number, or says -1. */
    private static int number(String text) {
        return text.matches("\\d{1,6}") ? Integer.parseInt(text) : -1;
    }
}
