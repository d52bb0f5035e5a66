package io.github.ascjava.client.deviations;

import static io.github.ascjava.client.deviations.Json.errors;
import static io.github.ascjava.client.deviations.Json.id;
import static io.github.ascjava.client.deviations.Json.one;
import static io.github.ascjava.client.deviations.Json.page;
import static io.github.ascjava.client.deviations.Json.pageOf;
import static io.github.ascjava.client.deviations.Json.parameterError;
import static io.github.ascjava.client.deviations.Json.quoted;
import static io.github.ascjava.client.deviations.Json.resource;
import static io.github.ascjava.client.deviations.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.ascjava.client.ApiServer;
import io.github.ascjava.client.AppStoreConnect;
import io.github.ascjava.client.api.apps.ListAppBetaTesterUsages;
import io.github.ascjava.client.api.builds.ListBuilds;
import io.github.ascjava.client.api.provisioning.ListDevices;
import io.github.ascjava.client.api.reports.DownloadFinanceReports;
import io.github.ascjava.client.api.reports.DownloadSalesReports;
import io.github.ascjava.client.call.ApiCall;
import io.github.ascjava.client.call.PageQuery;
import io.github.ascjava.client.error.ApiError;
import io.github.ascjava.client.error.ApiException;
import io.github.ascjava.client.error.NotFoundException;
import io.github.ascjava.client.error.ServerException;
import io.github.ascjava.client.jsonapi.OpenEnum;
import io.github.ascjava.client.jsonapi.ToMany;
import io.github.ascjava.client.model.apps.AppInfoField;
import io.github.ascjava.client.model.builds.Build;
import io.github.ascjava.client.model.provisioning.Device;
import io.github.ascjava.client.model.provisioning.Profile;
import io.github.ascjava.client.model.provisioning.ProfileInclude;
import io.github.ascjava.client.model.provisioning.ProfileState;
import io.github.ascjava.client.model.reports.FinanceReportType;
import io.github.ascjava.client.model.reports.SalesReportFrequency;
import io.github.ascjava.client.model.reports.SalesReportSubType;
import io.github.ascjava.client.model.reports.SalesReportType;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import okhttp3.ResponseBody;
import okhttp3.mockwebserver.RecordedRequest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reads that the live service accepts, rejects or responds to differently from its document. */
class ReadDeviationsTest {

    @RegisterExtension
    final ApiServer apple = new ApiServer();

    @Test
    @LiveService("app-info-fields-omit-kidsageband")
    @DisplayName("kidsAgeBand is read although it cannot be selected")
    void aFieldThatIsRejected() {
        apple.answer(
                400,
                parameterError(
                        "PARAMETER_ERROR.INVALID",
                        "fields[appInfos]",
                        "'kidsAgeBand' is not a valid field name".replace("'", "")));
        apple.answer(one("appInfos", "'kidsAgeBand': 'NINE_TO_ELEVEN'"));
        AppStoreConnect asc = apple.client();

        assertThat(constants(AppInfoField.class)).isNotEmpty().doesNotContain("kidsAgeBand");
        assertThat(refusal(asc.appInfos().get("1", q -> q.param("fields[appInfos]", "kidsAgeBand"))))
                .hasMessageStartingWith("GET /v1/appInfos/{id}: 400 PARAMETER_ERROR.INVALID [fields[appInfos]]");
        assertThat(asc.appInfos().get("1").execute().kidsAgeBand()).hasToString("NINE_TO_ELEVEN");
    }

    @Test
    @LiveService("pass-type-certificates-take-no-include")
    @DisplayName("the exception names a rejected include")
    void anIncludeThatIsRejected() {
        apple.answer(
                400, parameterError("PARAMETER_ERROR.ILLEGAL", "include", "The parameter include can not be used."));

        ApiException e =
                refusal(apple.client().passTypeIds().listCertificates("1", q -> q.param("include", "passTypeId")));
        assertThat(e.errors()).extracting(ApiError::parameter).containsExactly("include");
        assertThat(e.status()).isEqualTo(400);
    }

    @Test
    @LiveService("usage-metrics-limit-needs-a-group")
    @DisplayName("the limit of usage metrics is sent together with a group or a filter")
    void usagesNeedMoreThanALimit() {
        apple.answer(400, parameterError("PARAMETER_ERROR.ILLEGAL", "limit", "Use limit with groupBy or a filter."));
        apple.answer(quoted("{'data': [{'dataPoints': [], 'dimensions': {}}], 'links': {'self': 'x'}}"));
        AppStoreConnect asc = apple.client();

        assertThat(refusal(asc.apps().listBetaTesterUsages("1", q -> q.limit(10)))
                        .errors())
                .extracting(ApiError::parameter)
                .containsExactly("limit");
        assertThat(asc.apps()
                        .listBetaTesterUsages(
                                "1",
                                q -> q.groupBy(ListAppBetaTesterUsages.GroupBy.BETA_TESTERS)
                                        .limit(10))
                        .toList())
                .hasSize(1);
        apple.taken();
        assertThat(apple.line()).isEqualTo("GET /v1/apps/1/metrics/betaTesterUsages?groupBy=betaTesters&limit=10");
    }

    @Test
    @LiveService("build-beta-details-need-a-filter")
    @DisplayName("build beta details are listed with the filter that the document leaves optional")
    void betaDetailsNeedAFilter() {
        apple.answer(400, parameterError("PARAMETER_ERROR.REQUIRED", "filter[build]", "A filter is required."));
        apple.answer(pageOf("buildBetaDetails", "'externalBuildState': 'IN_BETA_TESTING'"));
        AppStoreConnect asc = apple.client();

        assertThat(refusal(asc.buildBetaDetails().list()).hasCode("PARAMETER_ERROR.REQUIRED"))
                .isTrue();
        assertThat(asc.buildBetaDetails().list(q -> q.filterBuild("b1")).toList())
                .hasSize(1);
    }

    @Test
    @LiveService("search-keywords-need-a-locale")
    @DisplayName("search keywords are listed with the locale that the document leaves optional")
    void searchKeywordsNeedALocale() {
        apple.answer(400, parameterError("PARAMETER_ERROR.REQUIRED", "filter[locale]", "A locale is required."));
        apple.answer(page(id("appKeywords", "tides")));
        AppStoreConnect asc = apple.client();

        assertThat(refusal(asc.apps().listSearchKeywords("1")).errors())
                .extracting(ApiError::parameter)
                .containsExactly("filter[locale]");
        assertThat(asc.apps()
                        .listSearchKeywords("1", q -> q.filterLocale("de-DE"))
                        .toList())
                .hasSize(1);
    }

    @Test
    @LiveService("accept-header-must-match")
    @DisplayName("power metrics are requested by their own media type")
    void metricsHaveATypeOfTheirOwn() {
        apple.answer(quoted("{'version': '1'}"));
        apple.answer(quoted("{'version': '1'}"));
        apple.client().apps().listPerfPowerMetrics("1").execute();
        apple.client().builds().listPerfPowerMetrics("1").execute();

        for (int i = 0; i < 2; i++) {
            assertThat(apple.taken().getHeaders().values("Accept"))
                    .containsExactly("application/vnd.apple.xcode-metrics+json");
        }
    }

    @Test
    @LiveService("accept-header-must-match")
    @DisplayName("reports are requested as gzip only")
    void reportsAreGzip() throws IOException {
        apple.answer("a report");
        apple.answer("a report");
        read(apple.client().salesReports().download(sales(SalesReportFrequency.DAILY)));
        read(apple.client().financeReports().download(finance("US")));

        for (int i = 0; i < 2; i++) {
            RecordedRequest request = apple.taken();
            assertThat(request.getHeaders().values("Accept")).containsExactly("application/a-gzip");
        }
    }

    @Test
    @LiveService("accept-header-must-match")
    @DisplayName("the plain text of a 406 is kept")
    void aRejectedTypeIsReported() {
        apple.answer(
                ApiServer.json(406, "Only application/a-gzip is supported").setHeader("Content-Type", "text/plain"));

        assertThat(refusal(apple.client().salesReports().download(sales(SalesReportFrequency.DAILY))))
                .hasMessageContaining("406")
                .hasMessageContaining("Only application/a-gzip is supported");
    }

    @ParameterizedTest
    @CsvSource({"DAILY, 2026-09-15, 1_0", "WEEKLY, 2026-09-20, 1_3", "MONTHLY, 2026-09, 1_4", "YEARLY, 2026, 1_1"})
    @LiveService("report-dates-follow-the-frequency")
    @DisplayName("the date of a report has the form of its frequency, and the version is any text")
    void datesAndVersionsOfReports(String frequency, String date, String version) throws IOException {
        apple.answer("a report");
        read(apple.client()
                .salesReports()
                .download(sales(SalesReportFrequency.of(frequency))
                        .filterReportDate(date)
                        .filterVersion(version)));

        assertThat(apple.taken().getRequestUrl()).isNotNull().satisfies(url -> {
            assertThat(url.queryParameter("filter[frequency]")).isEqualTo(frequency);
            assertThat(url.queryParameter("filter[reportDate]")).isEqualTo(date);
            assertThat(url.queryParameter("filter[version]")).isEqualTo(version);
        });
    }

    @Test
    @LiveService("a-day-without-sales-is-not-found")
    @DisplayName("a day without sales is a 404")
    void aDayWithoutSales() {
        apple.answer(404, errors("NOT_FOUND", "There were no sales for the date specified."));

        assertThat(refusal(apple.client().salesReports().download(sales(SalesReportFrequency.DAILY))))
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining("There were no sales for the date specified.");
    }

    @Test
    @LiveService("finance-details-come-for-one-region")
    @DisplayName("finance details exist for the region Z1 only")
    void financeDetailsOfARegion() throws IOException {
        apple.answer(400, parameterError("PARAMETER_ERROR.INVALID", "filter[regionCode]", "Only Z1 is possible."));
        apple.answer("a report");
        AppStoreConnect asc = apple.client();

        assertThat(refusal(asc.financeReports().download(finance("US"))).errors())
                .extracting(ApiError::parameter)
                .containsExactly("filter[regionCode]");
        assertThat(read(asc.financeReports().download(finance("Z1")))).isEqualTo("a report");
    }

    @Test
    @LiveService("beta-testers-take-one-filter")
    @DisplayName("testers are listed by one relationship at a time")
    void testersByOneRelationship() {
        apple.answer(400, parameterError("PARAMETER_ERROR.ILLEGAL", "filter[builds]", "Filters can not be combined."));
        apple.answer(page(id("betaTesters", "1")));
        AppStoreConnect asc = apple.client();

        assertThat(refusal(asc.betaTesters().list(q -> q.filterApps("1").filterBuilds("2")))
                        .errors())
                .extracting(ApiError::parameter)
                .containsExactly("filter[builds]");
        assertThat(asc.betaTesters().list(q -> q.filterApps("1")).toList()).hasSize(1);
    }

    @Test
    @LiveService("builds-of-an-app-are-unordered")
    @DisplayName("builds are sorted by the top-level list, because the list of an app rejects sort")
    void buildsInOrder() {
        apple.answer(page(id("builds", "2"), id("builds", "1")));
        apple.answer(400, parameterError("PARAMETER_ERROR.ILLEGAL", "sort", "The parameter sort can not be used."));
        AppStoreConnect asc = apple.client();

        assertThat(asc.builds().list(q -> q.filterApp("1").sort(ListBuilds.Sort.UPLOADED_DATE_DESC)).stream()
                        .map(Build::id))
                .containsExactly("2", "1");
        assertThat(apple.line()).isEqualTo("GET /v1/builds?filter%5Bapp%5D=1&sort=-uploadedDate");
        assertThat(refusal(asc.apps().listBuilds("1", new PageQuery().param("sort", "-uploadedDate"))))
                .hasMessageContaining("[sort]");
    }

    @Test
    @LiveService("wrong-ids-in-filters-find-nothing")
    @DisplayName("a filter by a wrong ID finds nothing and is not an error")
    void aFilterByAWrongId() {
        apple.answer(quoted("{'data': [], 'links': {'self': 'x'}, 'meta': {'paging': {'total': 0, 'limit': 50}}}"));

        assertThat(apple.client()
                        .builds()
                        .list(q -> q.filterApp("com.example.app"))
                        .toList())
                .isEmpty();
        assertThat(apple.requests()).isEqualTo(1);
    }

    @Test
    @LiveService("to-one-absent-is-null")
    @DisplayName("a related resource that does not exist is an empty Optional")
    void relatedResourcesThatAreNotThere() {
        String nothing = quoted("{'data': null, 'links': {'self': 'x'}}");
        AppStoreConnect asc = apple.client();
        for (int i = 0; i < 4; i++) {
            apple.answer(nothing);
        }

        assertThat(asc.appStoreVersions().getAppStoreVersionPhasedRelease("1").execute())
                .isEmpty();
        assertThat(asc.appStoreVersions().getBuild("1").execute()).isEmpty();
        assertThat(asc.builds().getBetaAppReviewSubmission("1").execute()).isEmpty();
        assertThat(asc.appStoreVersions().getBuildId("1").execute()).isEmpty();
    }

    @Test
    @LiveService("unconfigured-availability-is-not-found")
    @DisplayName("an availability that was never configured is a 404 that names what is missing")
    void availabilityThatWasNeverConfigured() {
        apple.answer(404, errors("NOT_FOUND", "There is no resource of type appAvailabilities with id 1"));
        apple.answer(404, errors("NOT_FOUND", "There is no resource of type apps with id 1"));
        AppStoreConnect asc = apple.client();

        assertThat(refusal(asc.apps().getAppAvailabilityV2("1")))
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining("of type appAvailabilities");
        assertThat(refusal(asc.apps().getAppAvailabilityV2("1"))).hasMessageContaining("of type apps");
    }

    @Test
    @LiveService("unconfigured-price-schedule-is-synthetic")
    @DisplayName("a price schedule that was never configured exists until its prices are read")
    void aScheduleThatIsOnlyMadeUp() {
        apple.answer(one("appPriceSchedules", ""));
        apple.answer(404, errors("NOT_FOUND", "There is no resource of type null with id 1"));
        AppStoreConnect asc = apple.client();

        assertThat(asc.apps().getAppPriceSchedule("1").execute()).isPresent();
        assertThat(refusal(asc.appPriceSchedules().listManualPrices("1")))
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining("of type null");
    }

    @Test
    @LiveService("equalizations-take-one-plan-type")
    @DisplayName("equalizations are filtered by the plan type MONTHLY only")
    void planTypesOfEqualizations() {
        apple.answer(page(id("subscriptionPricePoints", "p2")));
        apple.answer(400, parameterError("PARAMETER_ERROR.INVALID", "filter[planType]", "Only MONTHLY is possible."));
        AppStoreConnect asc = apple.client();

        assertThat(asc.subscriptionPricePoints()
                        .listAdjustedEqualizations("p1", q -> q.filterPlanType("MONTHLY"))
                        .toList())
                .hasSize(1);
        assertThat(refusal(asc.subscriptionPricePoints()
                                .listAdjustedEqualizations("p1", q -> q.filterPlanType("UPFRONT")))
                        .errors())
                .extracting(ApiError::parameter)
                .containsExactly("filter[planType]");
    }

    @Test
    @LiveService("price-points-need-a-territory")
    @DisplayName("price points are requested by territory")
    void pricePointsOfATerritory() {
        apple.answer(page(id("subscriptionPricePoints", "p1")));
        apple.client()
                .subscriptions()
                .listPricePoints("s1", q -> q.filterTerritory("USA", "DEU").limit(8000))
                .execute();

        assertThat(apple.line())
                .isEqualTo("GET /v1/subscriptions/s1/pricePoints?filter%5Bterritory%5D=USA%2CDEU&limit=8000");
    }

    @Test
    @LiveService("expired-profiles-are-unlisted")
    @DisplayName("an expired profile remains ACTIVE and is listed only by its bundle ID")
    void expiredProfiles() {
        apple.answer(page());
        apple.answer(pageOf("profiles", "'profileState': 'ACTIVE', 'expirationDate': '2020-02-01T20:50:34.000+0000'"));
        AppStoreConnect asc = apple.client();

        assertThat(asc.profiles().list().toList()).isEmpty();
        Profile profile = asc.bundleIds().listProfiles("b1").toList().get(0);
        assertThat(profile.profileState()).isEqualTo(ProfileState.ACTIVE);
        assertThat(profile.expirationDate()).isNotNull().isBefore(OffsetDateTime.parse("2026-01-01T00:00:00Z"));
    }

    @Test
    @LiveService("device-cursors-fail")
    @DisplayName("a failing cursor is not mistaken for the end of the devices")
    void cursorsThatFail() {
        apple.answer(devices("/v1/devices?cursor=2", "1", "2"));
        apple.answer(500, errors("UNEXPECTED_ERROR", "An unexpected error occurred on the server side."));
        apple.answer(devices(null, "1", "2", "3"));
        apple.answer(devices(null, "5", "4", "3"));
        AppStoreConnect asc = apple.client();

        Iterator<Device> devices = asc.devices().list().iterator();
        devices.next();
        devices.next();
        assertThatExceptionOfType(ServerException.class).isThrownBy(devices::hasNext);
        assertThat(asc.devices()
                        .list(q -> q.sort(ListDevices.Sort.ID).limit(200))
                        .execute()
                        .data())
                .hasSize(3);
        assertThat(asc.devices()
                        .list(q -> q.sort(ListDevices.Sort.ID_DESC).limit(200))
                        .execute()
                        .data())
                .extracting(Device::id)
                .containsExactly("5", "4", "3");
    }

    @Test
    @LiveService("included-lists-are-truncated")
    @DisplayName("an included list ends after ten or fifty, and the list of the relationship is complete")
    void includedListsAreCut() {
        apple.answer(page(
                profileWith(10, "'meta': {'paging': {'total': 123, 'limit': 10}}"),
                profileWith(50, "'links': {}"),
                profileWith(10, "'links': {}"),
                profileWith(9, "'links': {}"),
                profileWith(10, "'meta': {'paging': {'total': 10, 'limit': 10}}"),
                profileWith(50, "'meta': {'paging': {'total': 0, 'limit': 2147483647}}"),
                profileWith(10, "'meta': {'paging': {'limit': 25}}")));
        apple.answer(devices(null, "1", "2"));
        AppStoreConnect asc = apple.client();

        List<ToMany<Device>> devices = asc
                .profiles()
                .list(q -> q.include(ProfileInclude.DEVICES).limit(ProfileInclude.DEVICES, 50))
                .execute()
                .data()
                .stream()
                .map(Profile::devices)
                .toList();
        assertThat(apple.line()).isEqualTo("GET /v1/profiles?include=devices&limit%5Bdevices%5D=50");
        assertThat(devices)
                .extracting(ToMany::isTruncated)
                .containsExactly(true, true, true, false, false, true, false);
        assertThat(asc.profiles().listDevices("1", new PageQuery().limit(200)).toList())
                .hasSize(2);
        assertThat(apple.line()).isEqualTo("GET /v1/profiles/1/devices?limit=200");
    }

    @Test
    @LiveService("repeated-parameters-are-rejected")
    @DisplayName("several values are one parameter with commas")
    void severalValuesAreOneParameter() {
        apple.answer(page());
        apple.client()
                .profiles()
                .list(q -> q.include(ProfileInclude.DEVICES, ProfileInclude.BUNDLE_ID)
                        .filterName("A", "B"))
                .execute();

        assertThat(apple.line()).isEqualTo("GET /v1/profiles?include=devices%2CbundleId&filter%5Bname%5D=A%2CB");
    }

    @Test
    @LiveService("marketplace-search-detail-fails")
    @DisplayName("a resource that always gets 500 is a ServerException")
    void aDetailThatIsAlwaysA500() {
        apple.answer(500, errors("UNEXPECTED_ERROR", "An unexpected error occurred on the server side."));

        assertThat(refusal(apple.client().apps().getMarketplaceSearchDetail("1")))
                .isInstanceOf(ServerException.class);
    }

    @Test
    @LiveService("age-rating-of-tvos-versions-is-not-found")
    @DisplayName("a 404 with an undocumented code is a NotFoundException")
    void anUndocumentedCode() {
        apple.answer(404, errors("RESOURCE_DOES_NOT_EXIST.TV", "No declaration."));

        ApiException e = refusal(apple.client().appInfos().getAgeRatingDeclaration("1"));
        assertThat(e).isInstanceOf(NotFoundException.class);
        assertThat(e.hasCode("RESOURCE_DOES_NOT_EXIST")).isTrue();
    }

    private static DownloadSalesReports sales(SalesReportFrequency frequency) {
        return new DownloadSalesReports("80012345", SalesReportType.SALES, SalesReportSubType.SUMMARY, frequency);
    }

    private static DownloadFinanceReports finance(String region) {
        return new DownloadFinanceReports("80012345", FinanceReportType.FINANCE_DETAIL, region, "2026-09");
    }

    private static String read(ApiCall<ResponseBody> call) throws IOException {
        try (ResponseBody body = call.execute()) {
            return body.string();
        }
    }

    private static String devices(@Nullable String next, String... ids) {
        String data = String.join(
                ", ", Arrays.stream(ids).map(id -> id("devices", id)).toList());
        String link = next == null ? "" : ", 'next': '" + next + "'";
        return quoted("{'data': [" + data + "], 'links': {'self': 'x'" + link + "}}");
    }

    private static String profileWith(int devices, String more) {
        String data = String.join(
                ", ",
                IntStream.range(0, devices)
                        .mapToObj(i -> id("devices", "d" + i))
                        .toList());
        return resource("profiles", "1", "", "'devices': {" + more + ", 'data': [" + data + "]}");
    }

    /** The values of all constants of a type. */
    private static List<String> constants(Class<? extends OpenEnum> type) {
        return Arrays.stream(type.getFields())
                .filter(field -> Modifier.isStatic(field.getModifiers()))
                .map(ReadDeviationsTest::value)
                .toList();
    }

    private static String value(Field constant) {
        try {
            return String.valueOf(constant.get(null));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
