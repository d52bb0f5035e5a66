package io.github.ascjava.testing.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ascjava.testing.internal.http.ErrorObject;
import io.github.ascjava.testing.internal.http.LiveService;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Queries that the live service rejects although the document has them: rejected with the deviation, accepted without
 * it.
 */
class DeviationTest {

    @ParameterizedTest
    @CsvSource({
        "PASS_TYPE_ID_IS_NOT_INCLUDED, /v1/passTypeIds/1/certificates?include=passTypeId, include",
        "PASS_TYPE_ID_IS_NOT_INCLUDED, /v1/passTypeIds/1/certificates?fields[passTypeIds]=name, fields[passTypeIds]",
        "USAGE_METRICS_LIMIT_NEEDS_GROUPS, /v1/apps/1/metrics/betaTesterUsages?limit=5, limit",
        "USAGE_METRICS_LIMIT_NEEDS_GROUPS, /v1/betaGroups/1/metrics/betaTesterUsages?limit=5, limit",
        "USAGE_METRICS_LIMIT_NEEDS_GROUPS, /v1/builds/1/metrics/betaBuildUsages?limit=5, limit",
        "BUILD_BETA_DETAILS_NEED_FILTER, /v1/buildBetaDetails, filter[build]",
        "SEARCH_KEYWORDS_NEED_LOCALE, /v1/apps/1/searchKeywords, filter[locale]",
        "BETA_TESTERS_TAKE_ONE_FILTER, /v1/betaTesters?filter[apps]=1&filter[builds]=2, filter[builds]",
        "DEVELOPER_ID_G2_IS_NO_FILTER, /v1/certificates?filter[certificateType]=DEVELOPER_ID_APPLICATION_G2, "
                + "filter[certificateType]",
        "DELIVERIES_NEED_RECENT_DATE, /v1/webhooks/1/deliveries, filter[createdDateGreaterThanOrEqualTo]",
        "DELIVERIES_NEED_RECENT_DATE,"
                + " /v1/webhooks/1/deliveries?filter[createdDateGreaterThanOrEqualTo]=2026-11-14T11:59:59Z, "
                + "filter[createdDateGreaterThanOrEqualTo]"
    })
    void isRejectedOnlyWithTheDeviation(Deviation deviation, String path, String parameter) {
        assertThat(bench(Bench.with(deviation)).get(path).errors())
                .extracting(ErrorObject::parameter)
                .contains(parameter);
        assertThat(bench(Bench.documented()).get(path).errors()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/apps/1/metrics/betaTesterUsages?limit=5&groupBy=betaTesters",
        "/v1/buildBetaDetails?filter[id]=1",
        "/v1/betaTesters?filter[apps]=1",
        "/v1/webhooks/1/deliveries?filter[createdDateGreaterThanOrEqualTo]=2026-11-14T12:00:00Z"
    })
    void otherQueriesAreAccepted(String path) {
        assertThat(bench(Bench.live()).get(path).status()).isEqualTo(200);
    }

    @Test
    void pagingOfIncludedProvisioningResourcesIsNonsense() {
        for (boolean live : List.of(true, false)) {
            Bench bench = live ? Bench.with(Deviation.INCLUDED_PAGING_IS_NONSENSE) : Bench.documented();
            StoredResource profile = bench.add("profiles", "P", "{}");
            bench.store.link(profile, "devices", bench.add("devices", "D", "{}"));

            assertThat(bench.get("/v1/profiles/P?include=devices").data().at("/relationships/devices/meta/paging"))
                    .isEqualTo(Bench.json(live ? "{'total':0,'limit':2147483647}" : "{'total':1,'limit':10}"));
        }
    }

    @Test
    void laterPagesOfBuildsHaveNoTotal() {
        Bench bench = Bench.with(Deviation.LATER_BUILD_PAGES_HAVE_NO_TOTAL);
        List.of("1", "2", "3").forEach(id -> bench.add("builds", id, "{}"));
        Bench.Reply first = bench.get("/v1/builds?limit=2");

        assertThat(first.json().at("/meta/paging/total").asInt()).isEqualTo(3);
        assertThat(bench.get(first.json().at("/links/next").asText())
                        .json()
                        .at("/meta/paging")
                        .has("total"))
                .isFalse();
    }

    @Test
    void laterPagesOfTheBuildsOfAnAppBeginWithABuildOfThePageBefore() {
        for (boolean live : List.of(true, false)) {
            Bench bench = live ? Bench.with(Deviation.BUILDS_OF_AN_APP_REPEAT) : Bench.documented();
            StoredResource app = bench.add("apps", "1", "{}");
            List.of("a", "b", "c", "d", "e")
                    .forEach(id -> bench.store.link(app, "builds", bench.add("builds", id, "{}")));

            assertThat(pages(bench, "/v1/apps/1/builds?limit=2"))
                    .isEqualTo(live ? List.of("a", "b", "b", "d", "d") : List.of("a", "b", "c", "d", "e"));
            assertThat(pages(bench, "/v1/apps/1/builds?limit=1")).hasSize(5);
            assertThat(pages(bench, "/v1/builds?filter[app]=1&limit=2")).containsExactly("a", "b", "c", "d", "e");
        }
    }

    private static List<String> pages(Bench bench, String path) {
        List<String> ids = new ArrayList<>();
        for (String next = path; !next.isEmpty(); ) {
            Bench.Reply page = bench.get(next);
            ids.addAll(page.ids());
            next = page.json().at("/links/next").asText();
        }
        return ids;
    }

    @Test
    void localesOfBetaAppLocalizationsAreComparedWithoutCase() {
        for (boolean live : List.of(true, false)) {
            Bench bench = live ? Bench.with(Deviation.BETA_LOCALES_IGNORE_CASE) : Bench.documented();
            bench.add("betaAppLocalizations", "1", "{'locale':'en-US'}");

            assertThat(bench.get("/v1/betaAppLocalizations?filter[locale]=en-us")
                            .data())
                    .hasSize(live ? 1 : 0);
        }
    }

    @Test
    void nullsAreNotShownWithoutTheDeviation() {
        for (boolean live : List.of(true, false)) {
            Bench bench = live ? Bench.with(Deviation.UNSET_ATTRIBUTES_ARE_NULL) : Bench.documented();
            bench.add("builds", "1", "{'version':null}");

            assertThat(bench.get("/v1/builds/1").data().path("attributes").toString())
                    .isEqualTo(live ? "{\"version\":null,\"lsMinimumSystemVersion\":null}" : "");
        }
    }

    @Test
    void anEntryOfTheDocumentationNamesEachDeviation() {
        assertThat(Deviation.values())
                .allSatisfy(each -> assertThat(LiveService.text()).contains("(`" + each + "`"));
    }

    private static Bench bench(Bench bench) {
        List.of("passTypeIds", "apps", "betaGroups", "builds", "webhooks").forEach(type -> bench.add(type, "1", "{}"));
        return bench;
    }
}
