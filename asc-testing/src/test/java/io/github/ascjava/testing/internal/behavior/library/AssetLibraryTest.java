package io.github.ascjava.testing.internal.behavior.library;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.ascjava.testing.internal.behavior.Api;
import io.github.ascjava.testing.internal.behavior.Body;
import java.time.Duration;
import java.util.List;
import okhttp3.Headers;
import okio.ByteString;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AssetLibraryTest {

    private static final String IMAGES = "appAssetLibraryImages";
    private static final String PLACEMENTS = "appAssetLibraryPlacements";
    private static final String ORDERS = "appAssetLibraryPlacementOrderingRequests";
    private static final String LOCALIZATION = "appStoreVersionLocalization";
    private static final ByteString FILE = ByteString.encodeUtf8("a picture");

    private final Api api = new Api();
    private String library = "";

    @BeforeEach
    void readLibrary() {
        api.app("7");
        api.add(LOCALIZATION + "s", "de", "{'locale':'de-DE'}");
        library = api.get("/v1/apps/7/assetLibrary").at("/data/id").asText();
    }

    @Test
    void anAppHasOneLibrary() {
        assertThat(api.get("/v1/apps/7/relationships/assetLibrary").at("/data/id"))
                .isEqualTo(api.get("/v1/apps/7/assetLibrary").at("/data/id"));
        assertThat(api.get("/v1/appAssetLibraries/" + library).at("/data/type").asText())
                .isEqualTo("appAssetLibraries");
    }

    @Test
    void aReservedImageAwaitsItsUploadAndHasNothingElseYet() {
        JsonNode image = reserve();
        JsonNode attributes = image.path("attributes");

        assertThat(attributes.path("state").asText()).isEqualTo("AWAITING_UPLOAD");
        assertThat(attributes.path("uploadOperations")).hasSize(1);
        for (String name : List.of("imageAsset", "specId", "stateDetails")) {
            assertThat(attributes.has(name) && attributes.path(name).isNull())
                    .as(name)
                    .isTrue();
        }
        assertThat(api.get("/v1/appAssetLibraries/" + library + "/images")
                        .path("data")
                        .findValuesAsText("id"))
                .containsExactly(image.path("id").asText());
    }

    @Test
    void anImageIsCommittedWithoutAChecksumAndCanBeSubmittedAfterProcessing() {
        JsonNode image = reserve();
        upload(image);

        assertThat(commit(image).at("/attributes/state").asText()).isEqualTo("UPLOAD_COMPLETE");
        api.advance(Duration.ofSeconds(6));
        JsonNode complete = read(image).path("attributes");

        assertThat(complete.path("state").asText()).isEqualTo("PREPARE_FOR_SUBMISSION");
        assertThat(complete.has("uploadOperations")).isFalse();
        assertThat(complete.at("/imageAsset/templateUrl").asText()).isNotEmpty();
    }

    @Test
    void anImageWhosePartsAreMissingIsNotCommitted() {
        JsonNode image = reserve();

        assertThat(Api.refusal(() -> commit(image))).startsWith("409").contains("do not add up to the fileSize");
        assertThat(read(image).at("/attributes/state").asText()).isEqualTo("AWAITING_UPLOAD");
    }

    @Test
    void anImageIsArchivedAndTakenBack() {
        JsonNode image = complete();

        assertThat(archive(image, true)).isEqualTo("ARCHIVED");
        assertThat(archive(image, false)).isEqualTo("PREPARE_FOR_SUBMISSION");
    }

    @Test
    void aPlacementShowsItsImageWhenThatHasBeenProcessed() {
        JsonNode image = reserve();
        JsonNode placement = place(image);
        String path = "/v1/" + PLACEMENTS + "/" + placement.path("id").asText() + "?include=image";

        assertThat(placement.at("/attributes/mediaType").asText()).isEqualTo("IMAGE");
        assertThat(placement.at("/attributes/state").asText()).isEqualTo("ASSET_PROCESSING");
        upload(image);
        commit(image);
        api.advance(Duration.ofSeconds(6));
        JsonNode ready = api.get(path).path("data");

        assertThat(ready.at("/attributes/state").asText()).isEqualTo("PARENT_PREPARE_FOR_SUBMISSION");
        assertThat(ready.at("/relationships/image/data/id")).isEqualTo(image.path("id"));
    }

    @Test
    void aPlacementHasOneAssetInOneLocalization() {
        Body none =
                Body.of(PLACEMENTS).with("placementType", "APP_SCREENSHOT").one(LOCALIZATION, LOCALIZATION + "s", "de");
        assertThat(Api.refusal(() -> api.post("/v1/" + PLACEMENTS, none)))
                .startsWith("409")
                .contains("/data/relationships/image", "RELATIONSHIP.REQUIRED");

        api.add("appEventLocalizations", "event", "{'locale':'de-DE'}");
        Body two = placement(complete()).one("appEventLocalization", "appEventLocalizations", "event");
        assertThat(Api.refusal(() -> api.post("/v1/" + PLACEMENTS, two)))
                .startsWith("409")
                .contains("/data/relationships/appEventLocalization", "RELATIONSHIP.NOT_ALLOWED");
    }

    @Test
    void anOrderingRequestPutsTheNamedPlacementsFirst() {
        List<String> ids = List.of(placed(), placed(), placed());

        JsonNode answer = api.post(
                "/v1/" + ORDERS + "?include=orderedPlacements",
                Body.of(ORDERS)
                        .with("placementGroup", "group")
                        .one(LOCALIZATION, LOCALIZATION + "s", "de")
                        .many("orderedPlacements", PLACEMENTS, List.of(ids.get(2), ids.get(0))));

        assertThat(answer.at("/relationships/orderedPlacements/meta/paging/total")
                        .asInt())
                .isEqualTo(2);
        assertThat(answer.at("/relationships/orderedPlacements/data").findValuesAsText("id"))
                .containsExactly(ids.get(2), ids.get(0));
        assertThat(placements()).containsExactly(ids.get(2), ids.get(0), ids.get(1));
    }

    @Test
    void anOrderingRequestNamesOnlyPlacementsOfItsLocalization() {
        api.add(LOCALIZATION + "s", "fr", "{'locale':'fr-FR'}");
        Body foreign = Body.of(ORDERS)
                .with("placementGroup", "group")
                .one(LOCALIZATION, LOCALIZATION + "s", "fr")
                .many("orderedPlacements", PLACEMENTS, List.of(placed()));

        assertThat(Api.refusal(() -> api.post("/v1/" + ORDERS, foreign)))
                .startsWith("409")
                .contains("/data/relationships/orderedPlacements");
    }

    private JsonNode reserve() {
        return api.post(
                "/v1/" + IMAGES,
                Body.of(IMAGES)
                        .with("fileName", "a.png")
                        .with("fileSize", FILE.size())
                        .with("category", "CREATIVE_ASSETS")
                        .one("assetLibrary", "appAssetLibraries", library));
    }

    private void upload(JsonNode image) {
        String url = image.at("/attributes/uploadOperations/0/url").asText();
        assertThat(api.send("PUT", url, Headers.of("Content-Type", "image/png"), FILE)
                        .status())
                .isEqualTo(200);
    }

    private JsonNode commit(JsonNode image) {
        return api.patch(path(image), update(image).with("uploaded", true));
    }

    private JsonNode complete() {
        JsonNode image = reserve();
        upload(image);
        commit(image);
        api.advance(Duration.ofSeconds(6));
        return read(image);
    }

    private String archive(JsonNode image, boolean archived) {
        return api.patch(path(image), update(image).with("archived", archived))
                .at("/attributes/state")
                .asText();
    }

    private static Body update(JsonNode image) {
        return Body.of(IMAGES).id(image.path("id").asText());
    }

    private JsonNode read(JsonNode image) {
        return api.get(path(image)).path("data");
    }

    private static String path(JsonNode image) {
        return "/v1/" + IMAGES + "/" + image.path("id").asText();
    }

    private static Body placement(JsonNode image) {
        return Body.of(PLACEMENTS)
                .with("placementType", "APP_SCREENSHOT")
                .one("image", IMAGES, image.path("id").asText())
                .one(LOCALIZATION, LOCALIZATION + "s", "de");
    }

    private JsonNode place(JsonNode image) {
        return api.post("/v1/" + PLACEMENTS, placement(image));
    }

    private String placed() {
        return place(complete()).path("id").asText();
    }

    private List<String> placements() {
        return api.get("/v1/" + LOCALIZATION + "s/de/placements").path("data").findValuesAsText("id");
    }
}
