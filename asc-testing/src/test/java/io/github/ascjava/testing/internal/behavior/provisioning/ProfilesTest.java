package io.github.ascjava.testing.internal.behavior.provisioning;

import static io.github.ascjava.testing.internal.behavior.provisioning.Team.id;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.ascjava.testing.internal.behavior.Api;
import io.github.ascjava.testing.internal.behavior.Body;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProfilesTest {

    private final Api api = new Api();
    private JsonNode bundleId = Team.bundleId(api, "com.example.cortado");
    private JsonNode development = Team.certificate(api, "DEVELOPMENT");
    private JsonNode distribution = Team.certificate(api, "DISTRIBUTION");
    private JsonNode iPhone = Team.device(api, "iPhone", "IOS", Team.UDID);

    @BeforeEach
    void advance() {
        api.advance(Duration.ofDays(10));
    }

    @Test
    void areSignedFilesThatNameWhatTheyAreMadeOf() {
        JsonNode profile = develop("Cortado Dev").path("attributes");
        String file = content(profile);

        assertThat(profile.path("profileState").asText()).isEqualTo("ACTIVE");
        assertThat(profile.path("createdDate").asText()).isEqualTo("2026-12-04T18:30:00.000+0000");
        assertThat(profile.path("platform").asText()).isEqualTo("IOS");
        assertThat(file)
                .contains("<key>AppIDName</key><string>Cortado</string>")
                .contains("<key>Name</key><string>Cortado Dev</string>")
                .contains("<key>UUID</key><string>" + profile.path("uuid").asText() + "</string>")
                .contains("<key>TeamIdentifier</key><array><string>X8NNQ9CYL2</string>")
                .contains("<key>application-identifier</key><string>X8NNQ9CYL2.com.example.cortado</string>")
                .contains("<key>get-task-allow</key><true/>")
                .contains("<key>ProvisionedDevices</key><array><string>" + Team.UDID + "</string>")
                .contains("<data>"
                        + development
                                .path("attributes")
                                .path("certificateContent")
                                .asText() + "</data>");
    }

    @Test
    void endWithTheirCertificate() {
        JsonNode profile = develop("Cortado Dev").path("attributes");

        assertThat(profile.path("expirationDate"))
                .isEqualTo(development.path("attributes").path("expirationDate"));
        assertThat(content(profile)).contains("<key>ExpirationDate</key><date>2027-11-24T18:30:00Z</date>");
    }

    @ParameterizedTest
    @CsvSource({
        "IOS_APP_STORE, true, true, 'No devices can be associated to Provisioning Profiles for the App Store.'",
        "IOS_APP_STORE, false, false, cannot be used in this type of Provisioning Profile",
        "IOS_APP_DEVELOPMENT, true, true, cannot be used in this type of Provisioning Profile",
        "IOS_APP_DEVELOPMENT, false, false, at least one device",
        "TVOS_APP_DEVELOPMENT, false, true, is disabled or cannot be used",
        "MAC_APP_DEVELOPMENT, false, true, is disabled or cannot be used",
        "MAC_APP_DIRECT, true, false, cannot be used in this type of Provisioning Profile",
        "IOS_APP_INHOUSE, true, false, not enrolled in the Apple Developer Enterprise Program",
    })
    void areMadeOfWhatFits(String type, boolean distributed, boolean withDevice, String reason) {
        Body body = Team.profile(
                type,
                "P",
                bundleId,
                distributed ? distribution : development,
                withDevice ? List.of(iPhone) : List.of());

        assertThat(Api.refusal(() -> api.post("/v1/profiles", body))).contains(reason);
    }

    @Test
    void forTheAppStoreNameNoDevicesAndAllowNoDebugger() {
        JsonNode profile = api.post(
                "/v1/profiles", Team.profile("IOS_APP_STORE", "Cortado Store", bundleId, distribution, List.of()));

        assertThat(content(profile.path("attributes")))
                .doesNotContain("ProvisionedDevices")
                .contains("<key>get-task-allow</key><false/>");
    }

    @Test
    void holdTheEntitlementsOfTheCapabilities() {
        api.post(
                "/v1/bundleIdCapabilities",
                Body.of("bundleIdCapabilities")
                        .with("capabilityType", "PUSH_NOTIFICATIONS")
                        .one("bundleId", "bundleIds", id(bundleId)));

        assertThat(content(develop("Push").path("attributes")))
                .contains("<key>aps-environment</key><string>development</string>");
    }

    @Test
    void areInvalidAfterACapabilityChanged() {
        JsonNode profile = develop("Cortado Dev");
        String other = id(Team.bundleId(api, "com.example.other"));
        turnOn("PUSH_NOTIFICATIONS", other);
        assertThat(state(profile)).isEqualTo("ACTIVE");

        turnOn("PUSH_NOTIFICATIONS", id(bundleId));

        assertThat(state(profile)).isEqualTo("INVALID");
    }

    @Test
    void surviveThatACapabilityIsTurnedOnAgain() {
        turnOn("PUSH_NOTIFICATIONS", id(bundleId));
        JsonNode profile = develop("Cortado Dev");

        turnOn("PUSH_NOTIFICATIONS", id(bundleId));

        assertThat(state(profile)).isEqualTo("ACTIVE");
    }

    @Test
    void areInvalidAfterTheirCertificateWasRevoked() {
        JsonNode profile = develop("Cortado Dev");

        api.delete("/v1/certificates/" + id(development));

        assertThat(state(profile)).isEqualTo("INVALID");
    }

    @Test
    void areInvalidAfterADeviceWasDisabled() {
        JsonNode profile = develop("Cortado Dev");

        api.patch("/v1/devices/" + id(iPhone), Body.of("devices").id(id(iPhone)).with("name", "Renamed"));
        assertThat(state(profile)).isEqualTo("ACTIVE");
        api.patch("/v1/devices/" + id(iPhone), Body.of("devices").id(id(iPhone)).with("status", "DISABLED"));

        assertThat(state(profile)).isEqualTo("INVALID");
    }

    @Test
    void thatHaveRunOutAreMissingFromTheListButNotFromTheirAppId() {
        JsonNode profile = develop("Cortado Dev");
        assertThat(api.get("/v1/profiles").path("data")).hasSize(1);

        api.advance(Duration.ofDays(400));

        assertThat(api.get("/v1/profiles").path("data")).isEmpty();
        assertThat(api.get("/v1/bundleIds/" + id(bundleId) + "/profiles")
                        .path("data")
                        .get(0)
                        .path("id"))
                .isEqualTo(profile.path("id"));
    }

    @Test
    void ofOneNameBlockItWhenThereAreTwo() {
        develop("Test");
        develop("Test");

        assertThat(Api.refusal(() -> develop("Test")))
                .startsWith("409")
                .contains(
                        "Multiple profiles found with the name 'Test'. Please remove the duplicate profiles and try again.");
    }

    @Test
    void needAnAppIdOfTheTeam() {
        assertThat(Api.refusal(() -> api.post(
                        "/v1/profiles",
                        Team.profile(
                                "IOS_APP_STORE",
                                "P",
                                Team.device(api, "x", "IOS", "0000815000000000000000AA"),
                                distribution,
                                List.of()))))
                .startsWith("409")
                .contains("There is no App ID with ID '", "' on this team.");
    }

    @Test
    void haveMeaninglessPagingLikeInTheLiveService() {
        develop("Cortado Dev");

        JsonNode paging = api.get("/v1/profiles?include=devices").at("/data/0/relationships/devices/meta/paging");

        assertThat(paging.toString()).isEqualTo("{\"total\":0,\"limit\":2147483647}");
    }

    private JsonNode develop(String name) {
        return api.post(
                "/v1/profiles", Team.profile("IOS_APP_DEVELOPMENT", name, bundleId, development, List.of(iPhone)));
    }

    private void turnOn(String capability, String bundleIdId) {
        api.post(
                "/v1/bundleIdCapabilities",
                Body.of("bundleIdCapabilities")
                        .with("capabilityType", capability)
                        .one("bundleId", "bundleIds", bundleIdId));
    }

    private String state(JsonNode profile) {
        return api.get("/v1/profiles/" + id(profile))
                .at("/data/attributes/profileState")
                .asText();
    }

    private static String content(JsonNode attributes) {
        byte[] bytes =
                Base64.getDecoder().decode(attributes.path("profileContent").asText());
        return new String(bytes, StandardCharsets.UTF_8).replaceAll(">\\s+<", "><");
    }
}
