package io.github.ascjava.testing.internal.behavior.provisioning;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.ascjava.testing.internal.behavior.Api;
import io.github.ascjava.testing.internal.behavior.Body;
import io.github.ascjava.testing.internal.pki.Requests;
import java.security.GeneralSecurityException;
import java.util.List;

/** Creates the resources that provisioning tests need, by requests. */
final class Team {

    static final String UDID = "00008150-001A2B3C4D5E601F";

    private Team() {}

    static JsonNode bundleId(Api api, String identifier) {
        return api.post(
                "/v1/bundleIds",
                Body.of("bundleIds")
                        .with("identifier", identifier)
                        .with("name", "Cortado")
                        .with("platform", "IOS"));
    }

    static JsonNode certificate(Api api, String type) {
        try {
            return api.post(
                    "/v1/certificates",
                    Body.of("certificates")
                            .with("certificateType", type)
                            .with("csrContent", Requests.pem(Requests.ecKey())));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static JsonNode device(Api api, String name, String platform, String udid) {
        return api.post(
                "/v1/devices",
                Body.of("devices").with("name", name).with("platform", platform).with("udid", udid));
    }

    static Body profile(String type, String name, JsonNode bundleId, JsonNode certificate, List<JsonNode> devices) {
        return Body.of("profiles")
                .with("name", name)
                .with("profileType", type)
                .one("bundleId", "bundleIds", id(bundleId))
                .many("certificates", "certificates", List.of(id(certificate)))
                .many("devices", "devices", devices.stream().map(Team::id).toList());
    }

    static String id(JsonNode resource) {
        return resource.path("id").asText();
    }
}
