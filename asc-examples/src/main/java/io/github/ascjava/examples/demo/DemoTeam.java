package io.github.ascjava.examples.demo;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A made-up team: its resources as Apple would write them, relationships filled in. */
final class DemoTeam {

    /** By type, then by id. */
    private final Map<String, Map<String, ObjectNode>> resources = new LinkedHashMap<>();

    DemoTeam() {
        String cortado = app("1074682240", "Your Next Cortado", "com.example.cortado", "CORTADO", "en-US");
        String trail = app("1480212334", "Trail Ledger", "com.example.trailledger", "TRAIL-01", "en-GB");
        String tides = app("6444012873", "Gezeiten", "com.example.tides", "TIDES", "de-DE");
        app("6470098121", "Lumière", "com.example.lumiere", "LUM-2", "fr-FR");
        user("maya@example.com", "Maya", "Okafor", List.of("ACCOUNT_HOLDER", "ADMIN"), List.of());
        user("jonas@example.com", "Jonas", "Lind", List.of("APP_MANAGER"), List.of(trail, tides));
        user("priya@example.com", "Priya", "Raman", List.of("DEVELOPER", "CREATE_APPS"), List.of(cortado));
        user("finance@example.com", "Sam", "Ortiz", List.of("FINANCE"), List.of());
        bundleId("NLRN94JD59", "com.example.cortado", "Your Next Cortado", cortado);
        bundleId("F88J43FA9J", "com.example.trailledger", "Trail Ledger", trail);
    }

    boolean hasType(String type) {
        return resources.containsKey(type);
    }

    Collection<ObjectNode> all(String type) {
        return resources.getOrDefault(type, Map.of()).values();
    }

    @Nullable
    ObjectNode find(String type, String id) {
        return resources.getOrDefault(type, Map.of()).get(id);
    }

    private String app(String id, String name, String bundleId, String sku, String locale) {
        resource("apps", id)
                .withObjectProperty("attributes")
                .put("name", name)
                .put("bundleId", bundleId)
                .put("sku", sku)
                .put("primaryLocale", locale)
                .put("isOrEverWasMadeForKids", false)
                .put("contentRightsDeclaration", "DOES_NOT_USE_THIRD_PARTY_CONTENT")
                .putNull("subscriptionStatusUrl");
        return id;
    }

    private void user(String username, String firstName, String lastName, List<String> roles, List<String> appIds) {
        UUID id = UUID.nameUUIDFromBytes(username.getBytes(StandardCharsets.UTF_8));
        ObjectNode user = resource("users", id.toString());
        ArrayNode roleNodes = user.withObjectProperty("attributes")
                .put("username", username)
                .put("firstName", firstName)
                .put("lastName", lastName)
                .put("allAppsVisible", appIds.isEmpty())
                .put("provisioningAllowed", roles.contains("ADMIN"))
                .putArray("roles");
        roles.forEach(roleNodes::add);
        ObjectNode visibleApps = user.withObjectProperty("relationships").putObject("visibleApps");
        visibleApps
                .putObject("meta")
                .putObject("paging")
                .put("total", appIds.size())
                .put("limit", 50);
        ArrayNode data = visibleApps.putArray("data");
        appIds.forEach(appId -> data.addObject().put("type", "apps").put("id", appId));
    }

    private void bundleId(String id, String identifier, String name, String appId) {
        ObjectNode bundleId = resource("bundleIds", id);
        bundleId.withObjectProperty("attributes")
                .put("identifier", identifier)
                .put("name", name)
                .put("platform", "UNIVERSAL")
                .put("seedId", "X8NNQ9CYL2");
        bundleId.withObjectProperty("relationships")
                .putObject("app")
                .putObject("data")
                .put("type", "apps")
                .put("id", appId);
    }

    private ObjectNode resource(String type, String id) {
        ObjectNode resource =
                JsonNodeFactory.instance.objectNode().put("type", type).put("id", id);
        resources.computeIfAbsent(type, key -> new LinkedHashMap<>()).put(id, resource);
        return resource;
    }
}
