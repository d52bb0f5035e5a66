package io.github.ascjava.testing.internal.behavior.prices;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.ascjava.testing.internal.behavior.Api;
import io.github.ascjava.testing.internal.behavior.Body;
import io.github.ascjava.testing.internal.behavior.common.Currency;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import okhttp3.Headers;
import okio.ByteString;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PricesTest {

    private final Api api = new Api();

    @BeforeEach
    void addTerritories() {
        Currency.byTerritory()
                .forEach((territory, currency) ->
                        api.add("territories", territory, "{'currency':'" + currency.code() + "'}"));
        api.app("1");
    }

    @Test
    void areSetIn175Territories() {
        assertThat(Currency.byTerritory()).hasSize(175);
        assertThat(api.get("/v1/territories?limit=200").at("/meta/paging/total").asInt())
                .isEqualTo(175);
    }

    @ParameterizedTest
    @CsvSource({"USA, 4.99, 4.99", "DEU, 4.99, 4.69", "JPN, 4.99, 750", "GBR, 0, 0.00", "VNM, 0.29, 7250"})
    void endInNinesOrZeros(String territory, BigDecimal dollars, BigDecimal local) {
        assertThat(Currency.of(territory).price(dollars)).isEqualTo(local);
    }

    @Test
    void areOfferedByTerritory() {
        JsonNode points = api.get("/v1/apps/1/appPricePoints?filter[territory]=DEU,USA&limit=200&include=territory");
        JsonNode first = points.at("/data/0");

        assertThat(points.at("/meta/paging/total").asInt()).isEqualTo(2 * 229);
        assertThat(new String(Base64.getDecoder().decode(first.path("id").asText()), StandardCharsets.UTF_8))
                .isEqualTo("{\"s\":\"1\",\"t\":\"DEU\",\"p\":\"10000\"}");
        assertThat(first.at("/attributes/customerPrice").asText()).isEqualTo("0.00");
        assertThat(points.path("included")).hasSize(1);
    }

    @Test
    void areEqualInAllOtherTerritories() {
        String id = usd("4.99");

        JsonNode equal = api.get("/v3/appPricePoints/" + id + "/equalizations?limit=200&include=territory");

        assertThat(equal.at("/meta/paging/total").asInt()).isEqualTo(174);
        assertThat(api.get("/v3/appPricePoints/" + id + "/equalizations?filter[territory]=DEU")
                        .at("/data/0/attributes/customerPrice")
                        .asText())
                .isEqualTo("4.69");
    }

    @Test
    void areTheSameWhetherListedFirstOrNot() {
        String id = new PricePointId("1", "DEU", "10010").text();

        assertThat(api.get("/v3/appPricePoints/" + id)
                        .at("/data/attributes/customerPrice")
                        .asText())
                .isEqualTo("1.19");
        assertThat(Api.refusal(() -> api.get("/v3/appPricePoints/" + new PricePointId("2", "DEU", "10010").text())))
                .startsWith("404");
        assertThat(Api.refusal(() -> api.get("/v3/appPricePoints/" + new PricePointId("1", "DEU", "99999").text())))
                .startsWith("404");
        assertThat(Api.refusal(() -> api.get("/v3/appPricePoints/nonsense"))).startsWith("404");
    }

    @Test
    void areAlsoReturnedAsCsv() {
        String csv = api.send(
                        "GET",
                        "/v1/apps/1/appPricePoints?filter[territory]=USA",
                        Headers.of("Accept", "text/csv"),
                        ByteString.EMPTY)
                .body()
                .utf8();

        assertThat(csv.lines().skip(1).findFirst().orElseThrow()).endsWith("0.00,0.00");
    }

    @Test
    void followTheBaseTerritoryWhereTheyAreNotSetByHand() {
        schedule(usd("4.99"), "USA");

        assertThat(api.get("/v1/appPriceSchedules/1/manualPrices?include=territory,appPricePoint")
                        .at("/data/0/attributes/manual")
                        .asBoolean())
                .isTrue();
        JsonNode automatic = api.get(
                "/v1/appPriceSchedules/1/automaticPrices?filter[territory]=JPN&include=appPricePoint,territory");
        assertThat(automatic.at("/data/0/attributes/manual").asBoolean()).isFalse();
        assertThat(automatic.path("included").toString()).contains("\"customerPrice\":\"750\"");
        assertThat(api.get("/v1/appPriceSchedules/1/automaticPrices")
                        .at("/meta/paging/total")
                        .asInt())
                .isEqualTo(174);
    }

    @Test
    void doNotFollowWhereTheyAreSetByHand() {
        String german = new PricePointId("1", "DEU", "10001").text();
        api.post(
                "/v1/appPriceSchedules",
                Body.of("appPriceSchedules")
                        .one("app", "apps", "1")
                        .one("baseTerritory", "territories", "USA")
                        .many("manualPrices", "appPrices", List.of("${home}", "${german}"))
                        .included(Body.of("appPrices").one("appPricePoint", "appPricePoints", usd("4.99")), "${home}")
                        .included(Body.of("appPrices").one("appPricePoint", "appPricePoints", german), "${german}"));

        assertThat(api.get("/v1/appPriceSchedules/1/automaticPrices?filter[territory]=DEU")
                        .path("data"))
                .isEmpty();
        assertThat(api.get("/v1/appPriceSchedules/1/automaticPrices")
                        .at("/meta/paging/total")
                        .asInt())
                .isEqualTo(173);
    }

    @Test
    void areReplacedByTheNextSchedule() {
        schedule(usd("4.99"), "USA");
        schedule(usd("0"), "USA");

        assertThat(api.get("/v1/apps/1/appPriceSchedule?include=manualPrices").path("included"))
                .hasSize(1);
        assertThat(api.get("/v1/appPriceSchedules/1/automaticPrices")
                        .at("/meta/paging/total")
                        .asInt())
                .isEqualTo(174);
    }

    @Test
    void leadAPurchaseWithTextsAndAPictureToItsReview() {
        String id = api.post(
                        "/v2/inAppPurchases",
                        Body.of("inAppPurchases")
                                .with("name", "Beans")
                                .with("productId", "beans")
                                .with("inAppPurchaseType", "CONSUMABLE")
                                .one("app", "apps", "1"))
                .path("id")
                .asText();
        assertThat(Api.refusal(() -> submit(id))).startsWith("409").contains("MISSING_METADATA");
        api.post(
                "/v1/inAppPurchaseLocalizations",
                Body.of("inAppPurchaseLocalizations")
                        .with("name", "Bohnen")
                        .with("locale", "de-DE")
                        .one("inAppPurchaseV2", "inAppPurchases", id));
        String point = new PricePointId(id, "USA", "10010").text();
        api.post(
                "/v1/inAppPurchasePriceSchedules",
                Body.of("inAppPurchasePriceSchedules")
                        .one("inAppPurchase", "inAppPurchases", id)
                        .one("baseTerritory", "territories", "USA")
                        .many("manualPrices", "inAppPurchasePrices", List.of("${price}"))
                        .included(
                                Body.of("inAppPurchasePrices")
                                        .one("inAppPurchaseV2", "inAppPurchases", id)
                                        .one("inAppPurchasePricePoint", "inAppPurchasePricePoints", point),
                                "${price}"));
        assertThat(state(id)).isEqualTo("MISSING_METADATA");
        api.post(
                "/v1/inAppPurchaseAppStoreReviewScreenshots",
                Body.of("inAppPurchaseAppStoreReviewScreenshots")
                        .with("fileName", "a.png")
                        .with("fileSize", 10)
                        .one("inAppPurchaseV2", "inAppPurchases", id));
        assertThat(state(id)).isEqualTo("READY_TO_SUBMIT");

        submit(id);
        assertThat(state(id)).isEqualTo("WAITING_FOR_REVIEW");
        api.advance(Duration.ofHours(2));
        assertThat(state(id)).isEqualTo("APPROVED");
    }

    @Test
    void belongToProductsWhoseIdsAreUsedOnce() {
        Body body = Body.of("inAppPurchases")
                .with("name", "Beans")
                .with("productId", "beans")
                .with("inAppPurchaseType", "CONSUMABLE")
                .one("app", "apps", "1");
        api.post("/v2/inAppPurchases", body);

        assertThat(Api.refusal(() -> api.post("/v2/inAppPurchases", body)))
                .startsWith("409")
                .contains("DUPLICATE", "beans");
    }

    private void submit(String id) {
        api.post(
                "/v1/inAppPurchaseSubmissions",
                Body.of("inAppPurchaseSubmissions").one("inAppPurchaseV2", "inAppPurchases", id));
    }

    private String state(String id) {
        return api.get("/v2/inAppPurchases/" + id).at("/data/attributes/state").asText();
    }

    private void schedule(String point, String territory) {
        api.post(
                "/v1/appPriceSchedules",
                Body.of("appPriceSchedules")
                        .one("app", "apps", "1")
                        .one("baseTerritory", "territories", territory)
                        .many("manualPrices", "appPrices", List.of("${price}"))
                        .included(Body.of("appPrices").one("appPricePoint", "appPricePoints", point), "${price}"));
    }

    private String usd(String price) {
        api.get("/v1/apps/1/appPricePoints?filter[territory]=USA");
        return api.world().store().all("appPricePoints").stream()
                .filter(point -> point.related("territory").get(0).id().equals("USA"))
                .filter(point -> new BigDecimal(point.text("customerPrice")).compareTo(new BigDecimal(price)) == 0)
                .findFirst()
                .orElseThrow()
                .id();
    }
}
