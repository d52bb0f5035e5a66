package io.github.ascjava.testing.internal.behavior.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.ascjava.testing.internal.behavior.Api;
import io.github.ascjava.testing.internal.behavior.Body;
import io.github.ascjava.testing.internal.engine.Deviation;
import io.github.ascjava.testing.internal.engine.StoredResource;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BundleIdsTest {

    private final Api api = new Api();

    @Test
    void areUniversalEvenIfRequestedAsIosLikeInTheLiveService() {
        assertThat(Team.bundleId(api, "com.example.cortado")
                        .path("attributes")
                        .path("platform")
                        .asText())
                .isEqualTo("UNIVERSAL");
        assertThat(Team.bundleId(new Api(EnumSet.noneOf(Deviation.class)), "com.example.cortado")
                        .path("attributes")
                        .path("platform")
                        .asText())
                .isEqualTo("IOS");
    }

    @Test
    void haveTheTeamsPrefixAndCanSellFromTheBeginning() {
        JsonNode bundleId = Team.bundleId(api, "com.example.cortado");
        String id = Team.id(bundleId);
        JsonNode capabilities =
                api.get("/v1/bundleIds/" + id + "/bundleIdCapabilities").path("data");

        assertThat(bundleId.path("attributes").path("seedId").asText()).isEqualTo("X8NNQ9CYL2");
        assertThat(capabilities).hasSize(1);
        assertThat(capabilities.get(0).path("id").asText()).isEqualTo(id + "_IN_APP_PURCHASE");
        assertThat(capabilities.get(0).path("attributes").path("settings").isNull())
                .isTrue();
    }

    @Test
    void areTakenOnce() {
        Team.bundleId(api, "com.example.cortado");

        assertThat(Api.refusal(() -> Team.bundleId(api, "com.example.Cortado")))
                .startsWith("409")
                .contains(
                        "\"ENTITY_ERROR.ATTRIBUTE.INVALID\"",
                        "An App ID with Identifier 'com.example.Cortado' is not available."
                                + " Please enter a different string.")
                .doesNotContain("source");
    }

    @ParameterizedTest
    @ValueSource(strings = {"com.example.*", "com.example-2.App", "cortado"})
    void mayBeWildcards(String identifier) {
        assertThat(Team.id(Team.bundleId(api, identifier))).matches("[A-Z0-9]{10}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"com.exämple", "com example", "com..example", "com.*.example", ""})
    void areRejectedIfTheyCannotBeUsedInABuild(String identifier) {
        assertThat(Api.refusal(() -> Team.bundleId(api, identifier)))
                .startsWith("409")
                .contains("identifier");
    }

    @Test
    void stayOnceABuildWasUploaded() {
        String id = Team.id(Team.bundleId(api, "com.example.app1"));
        StoredResource app = api.app("1");
        StoredResource build = api.add("builds", "b", "{'version':'1'}");
        api.world().store().link(build, "app", app);

        assertThat(Api.refusal(() -> api.delete("/v1/bundleIds/" + id)))
                .startsWith("409")
                .contains("The App ID 'com.example.app1' appears to be in use by the App Store");
    }

    @Test
    void goWithTheirCapabilities() {
        String id = Team.id(Team.bundleId(api, "com.example.cortado"));

        assertThat(api.delete("/v1/bundleIds/" + id).status()).isEqualTo(204);
        assertThat(api.world().store().all("bundleIdCapabilities")).isEmpty();
    }

    @Test
    void keepACapabilityThatIsTurnedOnTwice() {
        String id = Team.id(Team.bundleId(api, "com.example.cortado"));
        Body push = Body.of("bundleIdCapabilities")
                .with("capabilityType", "PUSH_NOTIFICATIONS")
                .one("bundleId", "bundleIds", id);

        assertThat(Team.id(api.post("/v1/bundleIdCapabilities", push))).isEqualTo(id + "_PUSH_NOTIFICATIONS");
        assertThat(Team.id(api.post("/v1/bundleIdCapabilities", push))).isEqualTo(id + "_PUSH_NOTIFICATIONS");
        assertThat(api.get("/v1/bundleIds/" + id + "/bundleIdCapabilities").path("data"))
                .hasSize(2);
        assertThat(Api.refusal(() -> api.get("/v1/bundleIdCapabilities/" + id + "_PUSH_NOTIFICATIONS")))
                .startsWith("403");
    }

    @Test
    void ofAppClipsNeedAParentThatNoRequestCanName() {
        Api documented = new Api(EnumSet.noneOf(Deviation.class));
        Body push = Body.of("bundleIdCapabilities").with("capabilityType", "PUSH_NOTIFICATIONS");
        for (Api each : List.of(api, documented)) {
            StoredResource clip = each.add("bundleIds", "clip", "{'identifier':'com.example.cortado.Clip'}");
            Capabilities.add(clip, "ODIC_PARENT_BUNDLEID", each.world());
        }
        push.one("bundleId", "bundleIds", "clip");

        documented.post("/v1/bundleIdCapabilities", push);
        assertThat(Api.refusal(() -> api.post("/v1/bundleIdCapabilities", push)))
                .startsWith("409")
                .contains(
                        "ENTITY_ERROR.RELATIONSHIP.REQUIRED",
                        "The relationship 'parentBundleId' is required but was not provided with this request.");
    }
}
