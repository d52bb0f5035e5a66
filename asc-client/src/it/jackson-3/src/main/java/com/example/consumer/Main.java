package com.example.consumer;

import static com.example.apple.FakeApple.require;

import com.example.apple.FakeApple;
import io.github.ascjava.client.AppStoreConnect;
import io.github.ascjava.client.jsonapi.JsonApiModule;
import io.github.ascjava.client.jsonapi.Page;
import io.github.ascjava.client.model.apps.App;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Writes resources with Jackson 3, and as they were received with Jackson 2; fails with a sentence if anything is wrong. */
public final class Main {

    private static final ObjectMapper JACKSON_3 = new ObjectMapper();
    private static final com.fasterxml.jackson.databind.ObjectMapper JACKSON_2 =
            new com.fasterxml.jackson.databind.ObjectMapper().registerModule(new JsonApiModule());

    private Main() {}

    public static void main(String[] args) throws Exception {
        try (FakeApple apple = new FakeApple();
                AppStoreConnect asc = apple.client()) {
            Page<App> page = asc.apps().list().execute();
            App app = page.data().get(0);
            requirePlain(app, FakeApple.PLAIN_APP);
            requirePlain(page, "{\"data\": [" + FakeApple.PLAIN_APP + "]}");
            requirePlain(asc.betaGroups().get("g1").execute(), FakeApple.PLAIN_GROUP);

            JsonNode exact = JACKSON_3.readTree(JACKSON_2.writeValueAsString(app));
            require(exact.at("/attributes/marketingCode").asInt() == 7, "What is not known is lost in " + exact);
        }
        System.out.println("Jackson 3 wrote resources flat, beside a Jackson 2 that wrote them as they were received.");
    }

    private static void requirePlain(Object value, String expected) {
        String json = JACKSON_3.writeValueAsString(value);
        require(JACKSON_3.readTree(json).equals(JACKSON_3.readTree(expected)), "Jackson 3 wrote " + json);
    }
}
