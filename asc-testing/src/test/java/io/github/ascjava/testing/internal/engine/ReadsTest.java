package io.github.ascjava.testing.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.ascjava.testing.internal.engine.Bench.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Responses to reads, as far as clients depend on them. */
class ReadsTest {

    private final Bench bench = Bench.live();
    private final StoredResource cortado =
            bench.add("apps", "11", "{'name':'Cortado','bundleId':'com.example.cortado'}");
    private final StoredResource lungo = bench.add("apps", "12", "{'name':'Lungo','bundleId':'com.example.lungo'}");

    @BeforeEach
    void addBuilds() {
        for (int i = 1; i <= 12; i++) {
            String state = i % 2 == 0 ? "VALID" : "PROCESSING";
            StoredResource build =
                    bench.add("builds", "b" + i, "{'version':'" + i + "','processingState':'" + state + "'}");
            bench.store.link(i == 12 ? lungo : cortado, "builds", build);
        }
    }

    @Test
    void relationshipsHoldLinksAndNoDataUnlessIncluded() {
        JsonNode builds = bench.get("/v1/apps/11").data().path("relationships").path("builds");

        assertThat(builds)
                .isEqualTo(Bench.json("{'links':{'self':'http://localhost:8080/v1/apps/11/relationships/builds',"
                        + "'related':'http://localhost:8080/v1/apps/11/builds'}}"));
    }

    @Test
    void includedListsAreCutAtTenAndSaySo() {
        JsonNode document = bench.get("/v1/apps/11?include=builds").json();
        JsonNode builds = document.path("data").path("relationships").path("builds");

        assertThat(builds.path("data")).hasSize(10);
        assertThat(builds.path("meta")).isEqualTo(Bench.json("{'paging':{'total':11,'limit':10}}"));
        assertThat(document.path("included")).hasSize(10);
        assertThat(document.path("included")
                        .get(0)
                        .path("attributes")
                        .path("version")
                        .asText())
                .isEqualTo("1");
    }

    @Test
    void aLimitSaysHowManyAreIncluded() {
        assertThat(bench.get("/v1/apps/11?include=builds&limit[builds]=50")
                        .json()
                        .path("included"))
                .hasSize(11);
        assertThat(bench.get("/v1/apps/11?include=builds&limit[builds]=0")
                        .json()
                        .path("included"))
                .isEmpty();
        assertThat(bench.get("/v1/apps/11?include=builds&limit[builds]=51")
                        .error()
                        .parameter())
                .isEqualTo("limit[builds]");
    }

    @Test
    void aResourceIsIncludedOnceAndNotIfItIsThereAlready() {
        assertThat(bench.get("/v1/builds?include=app").json().path("included").findValuesAsText("id"))
                .filteredOn(id -> id.length() == 2 && id.startsWith("1"))
                .containsExactly("11", "12");
    }

    @Test
    void whatIsInTheListIsNotIncluded() {
        StoredResource games = bench.add("appCategories", "GAMES", "{}");
        bench.store.link(games, "subcategories", bench.add("appCategories", "GAMES_PUZZLE", "{}"));

        assertThat(bench.get("/v1/appCategories?include=subcategories").json().path("included"))
                .isEmpty();
        assertThat(bench.get("/v1/appCategories/GAMES?include=subcategories")
                        .json()
                        .path("included"))
                .hasSize(1);
    }

    @Test
    void namedFieldsAreShownAndNoOthers() {
        JsonNode app = bench.get("/v1/apps/11?fields[apps]=name,builds").data();

        assertThat(app.path("attributes")).isEqualTo(Bench.json("{'name':'Cortado'}"));
        assertThat(app.path("relationships").fieldNames()).toIterable().containsExactly("builds");
    }

    @Test
    void fieldsOfIncludedResourcesAreNamedByTheirType() {
        JsonNode included = bench.get("/v1/apps/11?include=builds&fields[builds]=version")
                .json()
                .path("included")
                .get(3);

        assertThat(included.path("attributes")).isEqualTo(Bench.json("{'version':'4'}"));
        assertThat(included.has("relationships")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/builds?filter[version]=3, b3",
        "'/v1/builds?filter[version]=3,5', b3 b5",
        "/v1/builds?filter[app]=12, b12",
        "'/v1/builds?filter[processingState]=VALID&filter[version]=3,4', b4",
        "/v1/builds?filter[app]=nobody, ''",
        "/v1/apps?filter[bundleId]=com.example.lungo, 12",
        "/v1/apps?filter[bundleId]=com.example, '11 12'",
        "/v1/apps?filter[name]=ORTA, 11",
        "'/v1/apps?filter[id]=12,11', 11 12"
    })
    void filtersFindWhatTheyDescribe(String path, String ids) {
        assertThat(String.join(" ", ids(bench.get(path)))).isEqualTo(ids);
    }

    @Test
    void filtersReachThroughRelationships() {
        StoredResource version = bench.add("preReleaseVersions", "p", "{'version':'1.2','platform':'IOS'}");
        bench.store.link(version, "builds", bench.store.get("builds", "b7"));

        assertThat(ids(bench.get("/v1/builds?filter[preReleaseVersion.version]=1.2")))
                .containsExactly("b7");
        assertThat(ids(bench.get("/v1/preReleaseVersions?filter[builds.version]=7")))
                .containsExactly("p");
        assertThat(ids(bench.get("/v1/preReleaseVersions?filter[builds.version]=8")))
                .isEmpty();
    }

    @Test
    void existsFiltersByWhetherARelationshipIsEmpty() {
        StoredResource games = bench.add("appCategories", "GAMES", "{}");
        StoredResource puzzle = bench.add("appCategories", "GAMES_PUZZLE", "{}");
        bench.store.link(games, "subcategories", puzzle);

        assertThat(ids(bench.get("/v1/appCategories?exists[parent]=true"))).containsExactly("GAMES_PUZZLE");
        assertThat(ids(bench.get("/v1/appCategories?exists[parent]=false"))).containsExactly("GAMES");
    }

    @ParameterizedTest
    @CsvSource({"true, answered", "false, unanswered"})
    void someFiltersMeanMoreThanTheirName(boolean published, String id) {
        List.of("answered", "unanswered").forEach(review -> {
            bench.store.link(cortado, "customerReviews", bench.add("customerReviews", review, "{}"));
            String state = review.equals("answered") ? "PUBLISHED" : "PENDING_PUBLISH";
            bench.store.link(
                    bench.store.get("customerReviews", review),
                    "response",
                    bench.add("customerReviewResponses", "to-" + review, "{'state':'" + state + "'}"));
        });

        assertThat(ids(bench.get("/v1/apps/11/customerReviews?exists[publishedResponse]=" + published)))
                .containsExactly(id);
    }

    @ParameterizedTest
    @CsvSource({"version, b1, b12", "-version, b12, b1"})
    void versionTenComesAfterVersionNine(String sort, String first, String last) {
        List<String> ids = ids(bench.get("/v1/builds?sort=" + sort));

        assertThat(ids).startsWith(first).endsWith(last).hasSize(12);
        assertThat(ids.indexOf("b9") < ids.indexOf("b10")).isEqualTo(!sort.startsWith("-"));
    }

    @Test
    void dateTimesOfAnyFormatAreSortedByTime() {
        bench.store.get("builds", "b1").attributes().put("uploadedDate", "2026-01-01T10:00:00-07:00");
        bench.store.get("builds", "b2").attributes().put("uploadedDate", "2026-01-01T12:00:00.000+0000");

        assertThat(ids(bench.get("/v1/builds?sort=-uploadedDate"))).startsWith("b1", "b2");
    }

    @Test
    void pagesFollowEachOtherByTheirLinks() {
        Reply first = bench.get("/v1/builds?filter[app]=11&limit=5&fields[builds]=version");

        assertThat(first.json().path("meta"))
                .isEqualTo(Bench.json("{'paging':{'total':11,'limit':5,'nextCursor':'" + cursor(first) + "'}}"));
        assertThat(first.json().path("links").path("next").asText())
                .isEqualTo("http://localhost:8080/v1/builds?cursor=" + cursor(first)
                        + "&filter%5Bapp%5D=11&limit=5&fields%5Bbuilds%5D=version");
        assertThat(first.json().path("links").path("self").asText()).doesNotContain("cursor");

        List<String> all = new ArrayList<>(ids(first));
        Reply page = first;
        while (page.json().path("links").has("next")) {
            page = bench.get(page.json().path("links").path("next").asText());
            all.addAll(ids(page));
        }

        assertThat(all).hasSize(11).startsWith("b1").endsWith("b11");
        assertThat(page.json().path("links").path("first").asText())
                .isEqualTo("http://localhost:8080/v1/builds?filter%5Bapp%5D=11&limit=5&fields%5Bbuilds%5D=version");
    }

    @Test
    void nothingIsLostBetweenPagesWhenSomethingIsDeleted() {
        Reply first = bench.get("/v1/builds?limit=5");
        bench.store.remove(bench.store.get("builds", "b2"));

        assertThat(ids(bench.get(first.json().path("links").path("next").asText())))
                .startsWith("b6");
    }

    @Test
    void aListWithoutALimitHasPagesOfFifty() {
        for (int i = 0; i < 60; i++) {
            bench.store.add("users", "u" + i, JsonNodeFactory.instance.objectNode());
        }

        assertThat(bench.get("/v1/users").data()).hasSize(50);
        assertThat(bench.get("/v1/users?limit=0").data()).isEmpty();
        assertThat(bench.get("/v1/users?limit=0").json().path("links").has("next"))
                .isFalse();
    }

    @Test
    void relationshipsReturnIdentifiers() {
        JsonNode document =
                bench.get("/v1/apps/11/relationships/builds?limit=1").json();

        assertThat(document.path("data")).isEqualTo(Bench.json("[{'type':'builds','id':'b1'}]"));
        assertThat(document.path("meta").path("paging").path("total").asInt()).isEqualTo(11);
        assertThat(bench.get("/v1/builds/b1/relationships/app").data())
                .isEqualTo(Bench.json("{'type':'apps','id':'11'}"));
    }

    @Test
    void anEmptyToOneRelationshipReturnsNull() {
        assertThat(bench.get("/v1/builds/b1/appStoreVersion").json())
                .isEqualTo(Bench.json(
                        "{'data':null,'links':{'self':'http://localhost:8080/v1/builds/b1/appStoreVersion'}}"));
        assertThat(bench.get("/v1/builds/b1/relationships/appStoreVersion")
                        .data()
                        .isNull())
                .isTrue();
        assertThat(bench.get("/v1/builds/b1?include=appStoreVersion")
                        .data()
                        .at("/relationships/appStoreVersion/data")
                        .isNull())
                .isTrue();
        assertThat(Bench.documented().get("/v1/builds/b1/appStoreVersion").status())
                .isEqualTo(404);
    }

    @Test
    void anAvailabilityThatWasNeverConfiguredIsNotThere() {
        assertThat(bench.get("/v1/apps/11/appAvailabilityV2").error().detail())
                .isEqualTo("There is no resource of type 'appAvailabilities' with id '11'");
    }

    @Test
    void aPriceScheduleThatWasNeverConfiguredIsMadeUp() {
        assertThat(bench.get("/v1/apps/11/appPriceSchedule").data().path("id").asText())
                .isEqualTo("11");
        assertThat(bench.get("/v1/appPriceSchedules/11/manualPrices").error().detail())
                .isEqualTo("There is no resource of type 'null' with id '11'");
        assertThat(bench.get("/v1/appPriceSchedules/12345/manualPrices").error().detail())
                .isEqualTo("There is no resource of type 'appPriceSchedules' with id '12345'");
        assertThat(Bench.documented().get("/v1/apps/11/appPriceSchedule").status())
                .isEqualTo(404);
    }

    @Test
    void someAttributesAreNullBeforeAnythingWasSaidAboutThem() {
        assertThat(bench.get("/v1/apps/11")
                        .data()
                        .path("attributes")
                        .path("subscriptionStatusUrl")
                        .isNull())
                .isTrue();
        assertThat(bench.get("/v1/apps/11").data().path("attributes").has("contentRightsDeclaration"))
                .isFalse();
    }

    @Test
    void idsAreEncodedInLinks() {
        bench.add("apps", "a/b c", "{}");

        Reply reply = bench.get("/v1/apps/a%2Fb%20c");

        assertThat(reply.data().path("links").path("self").asText())
                .isEqualTo("http://localhost:8080/v1/apps/a%2Fb%20c");
    }

    @Test
    void priceListsAreReturnedAsCsvOnRequest() {
        StoredResource point = bench.add("appPricePoints", "p1", "{'customerPrice':'0,99','proceeds':'0.7'}");
        bench.store.link(cortado, "appPricePoints", point);

        Reply csv = bench.get("/v1/apps/11/appPricePoints", "text/csv");

        assertThat(csv.answer().headers().get("Content-Type")).isEqualTo("text/csv");
        assertThat(csv.answer().body().utf8()).isEqualTo("id,customerPrice,proceeds\np1,\"0,99\",0.7\n");
        assertThat(bench.get("/v1/apps/11/appPricePoints").data()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/apps, text/html",
        "/v1/apps/11/perfPowerMetrics, application/json",
        "/v1/salesReports, application/json"
    })
    void whatIsNotAcceptedIs406InPlainText(String path, String accept) {
        Reply reply = bench.get(path, accept);

        assertThat(reply.status()).isEqualTo(406);
        assertThat(reply.answer().headers().get("Content-Type")).isEqualTo("text/plain");
        assertThat(reply.answer().body().utf8()).contains("Allowed: ");
    }

    @ParameterizedTest
    @CsvSource({"application/json", "*/*", "'text/html, application/*;q=0.5'"})
    void rangesAreAccepted(String accept) {
        assertThat(bench.get("/v1/apps", accept).status()).isEqualTo(200);
    }

    @Test
    void powerMetricsWithoutDataAreAnEmptyList() {
        Reply reply = bench.get("/v1/apps/11/perfPowerMetrics");

        assertThat(reply.answer().headers().get("Content-Type")).isEqualTo("application/vnd.apple.xcode-metrics+json");
        assertThat(reply.json()).isEqualTo(Bench.json("{'productData':[]}"));
    }

    @Test
    void usageMetricsWithoutDataAreAnEmptyPage() {
        Reply reply = bench.get("/v1/apps/11/metrics/betaTesterUsages?limit=7&groupBy=betaTesters");

        assertThat(reply.json().path("data")).isEmpty();
        assertThat(reply.json().path("meta")).isEqualTo(Bench.json("{'paging':{'total':0,'limit':7}}"));
    }

    @Test
    void aReportWithoutDataIs404() {
        Reply reply = bench.get("/v1/salesReports?filter[vendorNumber]=1&filter[reportType]=SALES"
                + "&filter[reportSubType]=SUMMARY&filter[frequency]=DAILY");

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.error().detail()).isEqualTo("There were no sales for the date specified.");
    }

    @Test
    void aTypeHasTheMembersOfTheResponsesVersion() {
        StoredResource purchase = bench.add(
                "inAppPurchases",
                "21",
                "{'name':'Gold','productId':'gold','inAppPurchaseType':'CONSUMABLE','state':'PENDING_BINARY_APPROVAL'}");
        bench.store.link(cortado, "inAppPurchasesV2", purchase);

        assertThat(bench.get("/v2/inAppPurchases/21")
                        .data()
                        .path("attributes")
                        .path("name")
                        .asText())
                .isEqualTo("Gold");
        assertThat(bench.get("/v2/inAppPurchases/21")
                        .data()
                        .path("links")
                        .path("self")
                        .asText())
                .isEqualTo("http://localhost:8080/v2/inAppPurchases/21");
        // The older version has neither this name nor this state.
        assertThat(bench.get("/v1/inAppPurchases/21").data().path("attributes"))
                .isEqualTo(Bench.json("{'productId':'gold','inAppPurchaseType':'CONSUMABLE'}"));
        assertThat(ids(bench.get("/v1/apps/11/inAppPurchases"))).containsExactly("21");
    }

    private static List<String> ids(Reply reply) {
        List<String> ids = new ArrayList<>();
        reply.data().forEach(each -> ids.add(each.path("id").asText()));
        return ids;
    }

    private static String cursor(Reply reply) {
        return Objects.requireNonNull(
                reply.json().path("meta").path("paging").path("nextCursor").textValue());
    }
}
