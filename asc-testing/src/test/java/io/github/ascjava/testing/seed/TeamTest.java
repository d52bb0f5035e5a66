package io.github.ascjava.testing.seed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.ascjava.testing.behaviour.Api;
import io.github.ascjava.testing.behaviour.common.Account;
import io.github.ascjava.testing.catalogue.ResourceShape;
import io.github.ascjava.testing.engine.StoredResource;
import io.github.ascjava.testing.pki.Authority;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TeamTest {

    /** What the document does not let anybody read. */
    private static final Set<String> SECRETS = Set.of("webhooks.secret");

    private final Api api = new Api();

    @BeforeEach
    void fill() {
        fill(api);
    }

    @Test
    void fitsTheDocument() {
        List<String> misfits = new ArrayList<>();
        for (String type : types()) {
            for (StoredResource resource : api.world().store().all(type)) {
                List<ResourceShape> shapes = api.world().catalogue().resourcesOf(type);
                resource.attributes().properties().forEach(attribute -> {
                    String name = type + "." + attribute.getKey();
                    boolean fits = shapes.stream()
                            .map(shape -> shape.attributes().get(attribute.getKey()))
                            .anyMatch(member -> member != null && Fits.fits(attribute.getValue(), member.shape()));
                    if (!fits && !SECRETS.contains(name)) {
                        misfits.add(name + " = " + attribute.getValue());
                    }
                });
            }
        }
        assertThat(new TreeSet<>(misfits)).isEmpty();
    }

    @Test
    void isTheSameForTheSameSeedButForItsKeys() {
        Api other = new Api();
        fill(other);

        assertThat(everything(other)).isEqualTo(everything(api));
    }

    @Test
    void hasEnoughOfManyThingsToPageThrough() {
        var counts = new TreeMap<String, Integer>();
        for (String type : types()) {
            counts.put(type, api.world().store().all(type).size());
        }

        assertThat(counts)
                .containsEntry("territories", 175)
                .containsEntry("apps", 4)
                .containsEntry("users", 7)
                .containsEntry("userInvitations", 2);
        assertThat(counts.get("betaTesters")).isGreaterThan(200);
        assertThat(counts.get("customerReviews")).isGreaterThan(300);
        assertThat(counts.get("builds")).isGreaterThan(50);
        assertThat(counts.get("devices")).isGreaterThan(60);
    }

    @Test
    void hasAppsAndPeopleThatTranscriptsShow() {
        assertThat(api.get("/v1/apps").path("data").findValuesAsText("name"))
                .contains("Your Next Cortado", "Trail Ledger", "Gezeiten", "Lumière");
        assertThat(api.get("/v1/users?filter[roles]=ADMIN").path("data").findValuesAsText("username"))
                .containsExactly("maya@example.com");
        assertThat(api.get("/v1/bundleIds?filter[identifier]=com.example.tides")
                        .at("/data/0/id")
                        .asText())
                .isEqualTo("7Q2M5K8RDX");
    }

    @Test
    void hasCertificatesAndProfilesThatEndSoonAndSomeThatHaveEnded() {
        JsonNode profiles = api.get("/v1/profiles?limit=50").path("data");

        assertThat(profiles.findValuesAsText("name")).contains("Cortado Ad Hoc").doesNotContain("Trail Ledger 2025");
        assertThat(profiles.findValuesAsText("profileState")).contains("ACTIVE", "INVALID");
        assertThat(profiles.findValuesAsText("expirationDate"))
                .anyMatch(date -> date.startsWith("2026-12"))
                .noneMatch(date -> date.startsWith("2025"));
    }

    @Test
    void hasADeviceOfEveryClass() {
        assertThat(api.get("/v1/devices?limit=200").path("data").findValuesAsText("deviceClass"))
                .contains("APPLE_VISION_PRO", "APPLE_WATCH", "IPAD", "IPHONE", "IPOD", "APPLE_TV", "MAC");
    }

    @Test
    void hasMoreDevicesInAProfileThanCanBeIncluded() {
        JsonNode profile = api.get("/v1/profiles?filter[name]=Cortado Ad Hoc&include=devices&limit[devices]=50")
                .at("/data/0");

        assertThat(profile.at("/relationships/devices/data")).hasSize(50);
        assertThat(api.get("/v1/profiles/" + profile.path("id").asText() + "/devices?limit=200")
                        .path("data"))
                .hasSize(55);
    }

    @Test
    void answersAllCollections() {
        api.world().catalogue().operations().stream()
                .filter(operation ->
                        operation.method().equals("GET") && !operation.path().contains("{"))
                .filter(operation ->
                        operation.query().parameters().values().stream().noneMatch(each -> each.required()))
                .filter(operation -> !operation.path().equals("/v1/buildBetaDetails"))
                .forEach(operation -> assertThat(api.get(operation.path()).has("data"))
                        .as(operation.path())
                        .isTrue());
    }

    @Test
    void sells() {
        assertThat(api.send(
                                "GET",
                                "/v1/salesReports?filter[vendorNumber]=85012345&filter[reportType]=SALES"
                                        + "&filter[reportSubType]=SUMMARY&filter[frequency]=MONTHLY&filter[reportDate]=2026-10",
                                okio.ByteString.EMPTY)
                        .status())
                .isEqualTo(200);
    }

    private static void fill(Api api) {
        Reference.fill(api.world());
        Team.fill(api.world(), Account.SANDBOX, new Authority(Api.START));
    }

    private Set<String> types() {
        Set<String> types = new TreeSet<>();
        api.world().catalogue().resources().forEach(resource -> types.add(resource.type()));
        return types;
    }

    private String everything(Api of) {
        StringBuilder text = new StringBuilder();
        for (String type : types()) {
            for (StoredResource resource : of.world().store().all(type)) {
                ObjectNode attributes = resource.attributes().deepCopy();
                attributes.remove(List.of("certificateContent", "profileContent"));
                text.append(resource).append(attributes).append('\n');
            }
        }
        return text.toString();
    }
}
