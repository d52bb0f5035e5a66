package io.github.ascjava.client.deviations;

import static io.github.ascjava.client.deviations.Json.id;
import static io.github.ascjava.client.deviations.Json.one;
import static io.github.ascjava.client.deviations.Json.page;
import static io.github.ascjava.client.deviations.Json.pageOf;
import static io.github.ascjava.client.deviations.Json.quoted;
import static io.github.ascjava.client.deviations.Json.related;
import static io.github.ascjava.client.deviations.Json.resource;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.ascjava.client.ApiServer;
import io.github.ascjava.client.AppStoreConnect;
import io.github.ascjava.client.PlainJson;
import io.github.ascjava.client.call.ApiCall;
import io.github.ascjava.client.error.ServerException;
import io.github.ascjava.client.jsonapi.Page;
import io.github.ascjava.client.jsonapi.Resource;
import io.github.ascjava.client.jsonapi.ToOne;
import io.github.ascjava.client.jsonapi.UnknownFields;
import io.github.ascjava.client.model.appclips.AppClipAdvancedExperienceField;
import io.github.ascjava.client.model.appclips.AppClipAdvancedExperienceUpdate;
import io.github.ascjava.client.model.apps.AgeRatingDeclarationField;
import io.github.ascjava.client.model.apps.AgeRatingDeclarationUpdate;
import io.github.ascjava.client.model.apps.App;
import io.github.ascjava.client.model.apps.AppCategory;
import io.github.ascjava.client.model.apps.AppEncryptionDeclaration;
import io.github.ascjava.client.model.apps.AppInfoField;
import io.github.ascjava.client.model.apps.AppInfoUpdate;
import io.github.ascjava.client.model.apps.NominationField;
import io.github.ascjava.client.model.appstore.AppEvent;
import io.github.ascjava.client.model.appstore.AppEventPurchaseRequirement;
import io.github.ascjava.client.model.appstore.AppEventUpdate;
import io.github.ascjava.client.model.appstore.AppStoreVersion;
import io.github.ascjava.client.model.appstore.AppStoreVersionField;
import io.github.ascjava.client.model.appstore.AppStoreVersionState;
import io.github.ascjava.client.model.appstore.AppStoreVersionUpdate;
import io.github.ascjava.client.model.appstore.AppVersionState;
import io.github.ascjava.client.model.builds.Build;
import io.github.ascjava.client.model.builds.BuildUpload;
import io.github.ascjava.client.model.builds.BuildUploadFile;
import io.github.ascjava.client.model.builds.BuildUploadState;
import io.github.ascjava.client.model.builds.BuildUploadStateInfo;
import io.github.ascjava.client.model.builds.MetricsInsight;
import io.github.ascjava.client.model.builds.XcodeMetrics;
import io.github.ascjava.client.model.common.Checksums;
import io.github.ascjava.client.model.common.Platform;
import io.github.ascjava.client.model.common.StateDetail;
import io.github.ascjava.client.model.provisioning.BundleId;
import io.github.ascjava.client.model.provisioning.BundleIdCapability;
import io.github.ascjava.client.model.provisioning.BundleIdPlatform;
import io.github.ascjava.client.model.provisioning.Certificate;
import io.github.ascjava.client.model.provisioning.CertificateType;
import io.github.ascjava.client.model.provisioning.Device;
import io.github.ascjava.client.model.provisioning.DeviceStatus;
import io.github.ascjava.client.model.provisioning.Profile;
import io.github.ascjava.client.model.users.User;
import io.github.ascjava.client.model.users.UserRole;
import io.github.ascjava.client.model.xcodecloud.CiAction;
import io.github.ascjava.client.model.xcodecloud.CiBuildRun;
import io.github.ascjava.client.model.xcodecloud.CiBuildRunSourceCommit;
import io.github.ascjava.client.model.xcodecloud.CiWorkflow;
import java.lang.reflect.Method;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import okhttp3.mockwebserver.RecordedRequest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import retrofit2.http.PATCH;

/** Values, nulls and members that the live service sends but does not document. */
class ValueDeviationsTest {

    @RegisterExtension
    final ApiServer apple = new ApiServer();

    @Test
    @LiveService("bundle-id-platform-may-be-services")
    @DisplayName("platforms of bundle IDs may be SERVICES, UNIVERSAL or any other")
    void platformsOfBundleIds() {
        apple.answer(pageOf("bundleIds", "'platform': 'SERVICES'", "'platform': 'UNIVERSAL'", "'platform': 'NEW_OS'"));

        Page<BundleId> page = apple.client().bundleIds().list().execute();
        assertThat(page.data())
                .extracting(BundleId::platform)
                .containsExactly(BundleIdPlatform.SERVICES, BundleIdPlatform.UNIVERSAL, BundleIdPlatform.of("NEW_OS"));
        assertThat(page.data())
                .allSatisfy(bundleId ->
                        assertThat(bundleId.unknownFields().isEmpty()).isTrue());
    }

    @Test
    @LiveService("ios-bundle-ids-become-universal")
    @DisplayName("a bundle ID created for IOS comes back as UNIVERSAL")
    void theEchoOfACreate() {
        apple.answer(201, one("bundleIds", "'platform': 'UNIVERSAL', 'identifier': 'com.example.app'"));

        BundleId created = apple.client()
                .bundleIds()
                .create(b -> b.name("Example").platform(BundleIdPlatform.IOS).identifier("com.example.app"))
                .execute();
        assertThat(apple.body()).contains("\"platform\":\"IOS\"");
        assertThat(created.platform()).isEqualTo(BundleIdPlatform.UNIVERSAL);
    }

    @Test
    @LiveService("bundle-id-platform-filter-is-unreliable")
    @DisplayName("an ignored filter yields everything received, and SERVICES can be filtered by")
    void anIgnoredFilter() {
        apple.answer(pageOf("bundleIds", "'platform': 'IOS'", "'platform': 'MAC_OS'", "'platform': 'SERVICES'"));

        List<BundleId> all = apple.client()
                .bundleIds()
                .list(q -> q.filterPlatform(BundleIdPlatform.SERVICES))
                .toList();
        assertThat(apple.line()).isEqualTo("GET /v1/bundleIds?filter%5Bplatform%5D=SERVICES");
        assertThat(all).hasSize(3);
    }

    @Test
    @LiveService("devices-may-be-processing")
    @DisplayName("devices may be PROCESSING or in an unknown state")
    void statesOfDevices() {
        apple.answer(pageOf("devices", "'status': 'ENABLED'", "'status': 'PROCESSING'", "'status': 'INELIGIBLE'"));

        assertThat(apple.client().devices().list().toList())
                .extracting(Device::status)
                .containsExactly(DeviceStatus.ENABLED, DeviceStatus.PROCESSING, DeviceStatus.of("INELIGIBLE"));
    }

    @Test
    @LiveService("unset-attributes-are-null")
    @DisplayName("required models, dates and copyrights may be null")
    void nullsThatBrokeOthers() {
        apple.answer(pageOf("devices", "'name': 'A', 'model': null"));
        apple.answer(pageOf("profiles", "'name': 'A', 'createdDate': null"));
        apple.answer(one("appStoreVersions", "'versionString': '1.0', 'copyright': null"));
        apple.answer(pageOf("territoryAvailabilities", "'available': true, 'releaseDate': null"));
        AppStoreConnect asc = apple.client();

        assertThat(asc.devices().list().toList()).singleElement().satisfies(device -> {
            assertThat(device.name()).isEqualTo("A");
            assertThat(device.model()).isNull();
        });
        assertThat(asc.profiles().list().toList())
                .singleElement()
                .satisfies(profile -> assertThat(profile.createdDate()).isNull());
        assertThat(asc.appStoreVersions().get("1").execute().copyright()).isNull();
        assertThat(asc.appAvailabilities().listTerritoryAvailabilities("1").toList())
                .singleElement()
                .satisfies(territory -> {
                    assertThat(territory.available()).isTrue();
                    assertThat(territory.releaseDate()).isNull();
                });
    }

    @ParameterizedTest
    @MethodSource("attributesSeenAsNull")
    @LiveService("unset-attributes-are-null")
    @DisplayName("explicit nulls are normal and not unknown fields")
    void explicitNulls(Function<AppStoreConnect, Resource> read, String type, List<String> names) {
        String attributes = String.join(
                ", ", names.stream().map(name -> "'" + name + "': null").toList());
        apple.answer(one(type, attributes));

        Resource resource = read.apply(apple.client());
        JsonNode sent = PlainJson.tree(resource.unknownFields().json()).path("attributes");
        assertThat(names).allSatisfy(name -> {
            assertThat(sent.path(name).isNull()).isTrue();
            assertThat(valueOf(resource, name)).isNull();
        });
        assertThat(resource.type()).isEqualTo(type);
        assertThat(resource.unknownFields().isEmpty()).isTrue();
    }

    static Stream<Arguments> attributesSeenAsNull() {
        return Stream.of(
                nulls(
                        "apps",
                        asc -> asc.apps().get("1").execute(),
                        "subscriptionStatusUrl",
                        "subscriptionStatusUrlVersion",
                        "subscriptionStatusUrlForSandbox",
                        "subscriptionStatusUrlVersionForSandbox"),
                nulls(
                        "appStoreVersions",
                        asc -> asc.appStoreVersions().get("1").execute(),
                        "copyright",
                        "earliestReleaseDate",
                        "usesIdfa"),
                nulls("appInfos", asc -> asc.appInfos().get("1").execute(), "kidsAgeBand"),
                nulls(
                        "ageRatingDeclarations",
                        asc -> asc.appInfos()
                                .getAgeRatingDeclaration("1")
                                .execute()
                                .orElseThrow(),
                        "kidsAgeBand"),
                nulls(
                        "appInfoLocalizations",
                        asc -> asc.appInfoLocalizations().get("1").execute(),
                        "privacyPolicyText"),
                nulls(
                        "appScreenshots",
                        asc -> asc.appScreenshots().get("1").execute(),
                        "sourceFileChecksum",
                        "imageAsset",
                        "uploadOperations"),
                nulls("betaGroups", asc -> asc.betaGroups().get("1").execute(), "publicLink", "publicLinkId"),
                nulls("betaTesters", asc -> asc.betaTesters().get("1").execute(), "firstName", "lastName"),
                nulls(
                        "betaAppLocalizations",
                        asc -> asc.betaAppLocalizations().get("1").execute(),
                        "feedbackEmail",
                        "marketingUrl",
                        "privacyPolicyUrl",
                        "tvOsPrivacyPolicy",
                        "description"),
                nulls(
                        "betaAppReviewDetails",
                        asc -> asc.betaAppReviewDetails().get("1").execute(),
                        "demoAccountName",
                        "demoAccountPassword",
                        "notes"),
                nulls("builds", asc -> asc.builds().get("1").execute(), "lsMinimumSystemVersion"),
                nulls(
                        "reviewSubmissions",
                        asc -> asc.reviewSubmissions().get("1").execute(),
                        "submittedDate"),
                nulls(
                        "appStoreVersionExperiments",
                        asc -> asc.appStoreVersionExperiments().getV2("1").execute(),
                        "startDate",
                        "endDate"),
                nulls(
                        "ciBuildRuns",
                        asc -> asc.ciBuildRuns().get("1").execute(),
                        "startedDate",
                        "finishedDate",
                        "sourceCommit",
                        "destinationCommit",
                        "issueCounts",
                        "completionStatus",
                        "cancelReason"),
                nulls(
                        "ciBuildActions",
                        asc -> asc.ciBuildActions().get("1").execute(),
                        "startedDate",
                        "finishedDate",
                        "issueCounts",
                        "completionStatus"),
                nulls(
                        "ciWorkflows",
                        asc -> asc.ciWorkflows().get("1").execute(),
                        "branchStartCondition",
                        "tagStartCondition",
                        "pullRequestStartCondition",
                        "scheduledStartCondition",
                        "containerFilePath"),
                nulls("scmRepositories", asc -> asc.scmRepositories().get("1").execute(), "lastAccessedDate"),
                nulls("inAppPurchases", asc -> asc.inAppPurchases().getV2("1").execute(), "reviewNote"));
    }

    @Test
    @LiveService("unset-attributes-are-null")
    @DisplayName("lists of prices and capabilities and states may hold nulls")
    void explicitNullsInListsAndObjects() {
        apple.answer(pageOf("appPrices", "'startDate': '2026-01-01', 'endDate': null"));
        apple.answer(pageOf("inAppPurchasePrices", "'startDate': null, 'endDate': '2026-01-01'"));
        apple.answer(pageOf("bundleIdCapabilities", "'capabilityType': 'GAME_CENTER', 'settings': null"));
        apple.answer(
                one("appScreenshots", "'assetDeliveryState': {'errors': [], 'warnings': null, 'state': 'COMPLETE'}"));
        AppStoreConnect asc = apple.client();

        assertThat(asc.appPriceSchedules().listManualPrices("1").toList())
                .singleElement()
                .satisfies(price -> {
                    assertThat(price.startDate()).hasToString("2026-01-01");
                    assertThat(price.endDate()).isNull();
                });
        assertThat(asc.inAppPurchasePriceSchedules().listManualPrices("1").toList())
                .singleElement()
                .satisfies(price -> assertThat(price.startDate()).isNull());
        assertThat(asc.bundleIds().listBundleIdCapabilities("1").toList())
                .singleElement()
                .satisfies(capability -> assertThat(capability.settings()).isNull());
        assertThat(asc.appScreenshots().get("1").execute()).satisfies(screenshot -> {
            assertThat(screenshot.assetDeliveryState()).isNotNull().satisfies(state -> {
                assertThat(state.errors()).isEmpty();
                assertThat(state.warnings()).isNull();
            });
            assertThat(screenshot.unknownFields().isEmpty()).isTrue();
        });
    }

    @Test
    @LiveService("included-to-one-absent-is-null")
    @DisplayName("a relationship may be null, missing or an empty object")
    void relationshipsWithoutAResource() {
        apple.answer(page(
                resource("appCategories", "null", "", "'parent': {'data': null}"),
                resource("appCategories", "missing", "", "'parent': {'links': {'related': '/x'}}"),
                resource("appCategories", "empty", "", "'parent': {}"),
                resource("appCategories", "absent", "", ""),
                resource("appCategories", "there", "", "'parent': {'data': " + id("appCategories", "GAMES") + "}")));
        apple.answer(related("reviewSubmissions", "'submittedByActor': {'data': null}"));
        apple.answer(related("certificates", "'passTypeId': {'data': null}"));
        AppStoreConnect asc = apple.client();

        List<ToOne<AppCategory>> parents = asc.appCategories().list().toList().stream()
                .map(AppCategory::parent)
                .toList();
        assertThat(parents).extracting(ToOne::hasData).containsExactly(true, false, false, false, true);
        assertThat(parents).extracting(ToOne::id).containsExactly(null, null, null, null, "GAMES");
        assertThat(parents)
                .extracting(ToOne::included)
                .allSatisfy(parent -> assertThat(parent).isEmpty());
        assertThat(asc.reviewSubmissions().get("1").execute().submittedByActor())
                .hasToString("ToOne[none]");
        assertThat(asc.certificates().get("1").execute().passTypeId()).hasToString("ToOne[none]");
    }

    @Test
    @LiveService("null-clears-relationships")
    @DisplayName("null clears a relationship")
    void relationshipsAreCleared() {
        apple.answer(one("appInfos", ""));
        apple.answer(one("appStoreVersions", ""));
        AppStoreConnect asc = apple.client();
        asc.appInfos()
                .update(
                        "1",
                        AppInfoUpdate.builder()
                                .primaryCategory("GAMES")
                                .clear(AppInfoField.SECONDARY_CATEGORY)
                                .build())
                .execute();
        asc.appStoreVersions()
                .update(
                        "1",
                        AppStoreVersionUpdate.builder()
                                .clear(AppStoreVersionField.BUILD)
                                .clear(AppStoreVersionField.APP_CLIP_DEFAULT_EXPERIENCE)
                                .build())
                .execute();

        assertThat(apple.body())
                .contains(
                        "\"relationships\":{\"primaryCategory\":{\"data\":{\"type\":\"appCategories\",\"id\":\"GAMES\"}},"
                                + "\"secondaryCategory\":{\"data\":null}}")
                .doesNotContain("Subcategory");
        assertThat(apple.body())
                .contains("\"relationships\":{\"build\":{\"data\":null},\"appClipDefaultExperience\":{\"data\":null}}")
                .doesNotContain("attributes");
    }

    @Test
    @LiveService("null-clears-relationships")
    @DisplayName("every setter of a to-one relationship has a method that clears it")
    void relationshipsAreClearedByTheirOwnOperation() throws ReflectiveOperationException {
        List<Method> setters = Arrays.stream(AppStoreConnect.class.getMethods())
                .map(Method::getReturnType)
                .filter(type -> type.getSimpleName().endsWith("Api"))
                .distinct()
                .flatMap(type -> Arrays.stream(type.getMethods()))
                .filter(method -> method.isAnnotationPresent(PATCH.class)
                        && method.getName().startsWith("set"))
                .toList();
        assertThat(setters).isNotEmpty();
        for (Method setter : setters) {
            apple.answer(204, "");
            Class<?> api = setter.getDeclaringClass();
            Method clear = api.getMethod(setter.getName().replaceFirst("^set", "clear"), String.class);
            ((ApiCall<?>) clear.invoke(apple.client().api(api), "1")).execute();

            RecordedRequest request = apple.taken();
            String path =
                    Objects.requireNonNull(setter.getAnnotation(PATCH.class)).value();
            assertThat(request.getRequestLine()).startsWith("PATCH /" + path.replace("{id}", "1") + " ");
            assertThat(request.getBody().readUtf8()).isEqualTo("{\"data\":null}");
        }
    }

    @Test
    @LiveService("null-clears-attributes")
    @DisplayName("null clears an attribute, and an attribute that was not set is not sent")
    void attributesAreCleared() {
        apple.answer(one("ageRatingDeclarations", ""));
        apple.answer(one("nominations", ""));
        apple.answer(one("appClipAdvancedExperiences", ""));
        AppStoreConnect asc = apple.client();
        asc.ageRatingDeclarations()
                .update(
                        "1",
                        AgeRatingDeclarationUpdate.builder()
                                .clear(AgeRatingDeclarationField.KIDS_AGE_BAND)
                                .clear(AgeRatingDeclarationField.DEVELOPER_AGE_RATING_INFO_URL)
                                .build())
                .execute();
        asc.nominations()
                .update("1", b -> b.clear(NominationField.PUBLISH_END_DATE))
                .execute();
        asc.appClipAdvancedExperiences()
                .update(
                        "1",
                        AppClipAdvancedExperienceUpdate.builder()
                                .clear(AppClipAdvancedExperienceField.BUSINESS_CATEGORY)
                                .clear(AppClipAdvancedExperienceField.PLACE)
                                .build())
                .execute();

        assertThat(apple.body()).endsWith("\"attributes\":{\"kidsAgeBand\":null,\"developerAgeRatingInfoUrl\":null}}}");
        assertThat(apple.body()).endsWith("\"attributes\":{\"publishEndDate\":null}}}");
        assertThat(apple.body()).endsWith("\"attributes\":{\"businessCategory\":null,\"place\":null}}}");
    }

    @Test
    @LiveService("encryption-declaration-platform-is-lowercase")
    @DisplayName("the platform of an encryption declaration may be lowercase")
    void aPlatformInLowerCase() {
        apple.answer(pageOf("appEncryptionDeclarations", "'platform': 'ios'", "'platform': 'IOS'"));

        assertThat(apple.client().appEncryptionDeclarations().list().toList())
                .extracting(AppEncryptionDeclaration::platform)
                .containsExactly(Platform.of("ios"), Platform.IOS);
    }

    @Test
    @LiveService("certificate-platform-varies")
    @DisplayName("certificates may be for MAC_OS_X, for no platform, or of a new type")
    void platformsOfCertificates() {
        apple.answer(pageOf(
                "certificates",
                "'platform': 'MAC_OS_X', 'certificateType': 'MAC_APP_DISTRIBUTION'",
                "'platform': null, 'certificateType': 'DISTRIBUTION'",
                "'platform': null, 'certificateType': 'DEVELOPER_ID_APPLICATION_G3'"));

        List<Certificate> all = apple.client().certificates().list().toList();
        assertThat(all).extracting(Certificate::platform).containsExactly(BundleIdPlatform.of("MAC_OS_X"), null, null);
        assertThat(all)
                .extracting(Certificate::certificateType)
                .containsExactly(
                        CertificateType.MAC_APP_DISTRIBUTION,
                        CertificateType.DISTRIBUTION,
                        CertificateType.of("DEVELOPER_ID_APPLICATION_G3"));
    }

    @Test
    @LiveService("purchase-requirement-is-a-closed-set")
    @DisplayName("a purchase requirement is any text, and a wrong one ends in a 500")
    void purchaseRequirementsOfEvents() {
        apple.answer(one("appEvents", "'purchaseRequirement': 'IN_APP_PURCHASE_AND_SUBSCRIPTION'"));
        apple.answer(500, Json.errors("UNEXPECTED_ERROR", "An unexpected error occurred on the server side."));
        AppStoreConnect asc = apple.client();

        AppEvent event = asc.appEvents().get("1").execute();
        assertThat(event.purchaseRequirement())
                .isEqualTo(AppEventPurchaseRequirement.of("IN_APP_PURCHASE_AND_SUBSCRIPTION"));
        assertThatExceptionOfType(ServerException.class)
                .isThrownBy(() -> asc.appEvents()
                        .update(
                                "1",
                                AppEventUpdate.builder()
                                        .purchaseRequirement(Objects.requireNonNull(event.purchaseRequirement()))
                                        .build())
                        .execute())
                .satisfies(e -> assertThat(e.hasCode("UNEXPECTED_ERROR")).isTrue());
    }

    @Test
    @LiveService("uris-may-not-be-uris")
    @DisplayName("empty or malformed URIs leave the rest of the resource readable")
    void invalidLinks() {
        apple.answer(pageOf("appEvents", "'deepLink': ''", "'deepLink': 'my app://{screen}'"));
        apple.answer(one(
                "ciBuildRuns",
                "'number': 7, 'sourceCommit': {'commitSha': 'abc', 'webUrl': 'not a url',"
                        + " 'author': {'displayName': 'Ada', 'avatarUrl': ''}}"));
        apple.answer(pageOf("apps", "'name': 'A', 'accessibilityUrl': 'no url at all'"));
        AppStoreConnect asc = apple.client();

        assertThat(asc.apps().listAppEvents("1").toList())
                .extracting(AppEvent::deepLink)
                .containsExactly("", "my app://{screen}");
        CiBuildRun run = asc.ciBuildRuns().get("1").execute();
        CiBuildRunSourceCommit commit = Objects.requireNonNull(run.sourceCommit());
        assertThat(run.number()).isEqualTo(7L);
        assertThat(commit.commitSha()).isEqualTo("abc");
        assertThat(commit.webUrl()).isNull();
        assertThat(commit.author())
                .isNotNull()
                .satisfies(author -> assertThat(author.avatarUrl()).isEqualTo(URI.create("")));
        assertThat(run.unknownFields().attributes().get("sourceCommit"))
                .isEqualTo(Map.of(
                        "commitSha",
                        "abc",
                        "webUrl",
                        "not a url",
                        "author",
                        Map.of("displayName", "Ada", "avatarUrl", "")));
        App app = asc.apps().list().toList().get(0);
        assertThat(app.name()).isEqualTo("A");
        assertThat(app.accessibilityUrl()).isNull();
        assertThat(app.unknownFields().attributes()).containsOnlyKeys("accessibilityUrl");
    }

    @Test
    @LiveService("date-times-vary")
    @DisplayName("date-times are read with and without colon and fraction")
    void formsOfDateTimes() {
        apple.answer(pageOf(
                "builds",
                Stream.of(
                                "2020-02-01T20:50:34.000+0000",
                                "2020-02-01T12:50:34-08:00",
                                "2020-02-01T12:50:34.000-08:00",
                                "2020-02-01T20:50:34Z",
                                "2020-02-01T20:50:34.0Z",
                                "2020-02-01T20:50:34.00Z",
                                "2020-02-01T20:50:34.000Z",
                                "2020-02-01T20:50:34.000000Z",
                                "2020-02-01T20:50:34.000000000Z",
                                "2020-02-01T12:50:34-08")
                        .map(date -> "'uploadedDate': '" + date + "'")
                        .toArray(String[]::new)));

        assertThat(apple.client().builds().list().toList())
                .hasSize(10)
                .extracting(Build::uploadedDate)
                .extracting(date -> date == null ? null : date.toInstant())
                .containsOnly(Instant.parse("2020-02-01T20:50:34Z"));
    }

    @Test
    @LiveService("metric-reference-versions-are-a-list")
    @DisplayName("the reference versions of an insight may be a list")
    void referenceVersionsOfInsights() {
        apple.answer(quoted("{'insights': {'regressions': [{'referenceVersions': ['1.0', '1.1'], 'highImpact': true},"
                + " {'referenceVersions': '1.2'}]}}"));

        XcodeMetrics metrics = apple.client().apps().listPerfPowerMetrics("1").execute();
        assertThat(metrics.insights())
                .isNotNull()
                .satisfies(insights -> assertThat(insights.regressions())
                        .extracting(MetricsInsight::referenceVersions)
                        .containsExactly(List.of("1.0", "1.1"), "1.2"));
        assertThat(metrics.unknownFields().isEmpty()).isTrue();
    }

    @Test
    @LiveService("metric-percentage-breakdown-is-a-list")
    @DisplayName("the percentage breakdown of a metric may be a list")
    void percentagesOfMetrics() {
        apple.answer(quoted(
                "{'productData': [{'metricCategories': [{'identifier': 'HANG', 'metrics': [{'datasets': [{'points': ["
                        + "{'version': '1', 'value': 2.5, 'percentageBreakdown': [{'value': 1, 'subSystemLabel': 'a'}]},"
                        + "{'version': '2', 'percentageBreakdown': {'value': 1}}]}]}]}]}]}"));

        XcodeMetrics metrics = apple.client().builds().listPerfPowerMetrics("1").execute();
        assertThat(metrics.unknownFields().isEmpty()).isTrue();
        assertThat(metrics)
                .extracting(all ->
                        PlainJson.tree(all.unknownFields().json()).at("/productData/0/metricCategories/0/identifier"))
                .hasToString("\"HANG\"");
        assertThat(metrics.toString())
                .contains("percentageBreakdown=[{value=1, subSystemLabel=a}]", "percentageBreakdown={value=1}");
    }

    @Test
    @LiveService("build-upload-state-is-an-object")
    @DisplayName("the state of a build upload is an object, or the text that it once was")
    void statesOfBuildUploads() {
        apple.answer(pageOf(
                "buildUploads",
                "'state': {'state': 'FAILED', 'errors': [{'code': '90062', 'description': 'Too low'}], 'warnings': [],"
                        + " 'infos': null}",
                "'cfBundleVersion': '7', 'state': 'PROCESSING'"));
        apple.answer(one("buildUploadFiles", "'fileName': 'a.ipa', 'sourceFileChecksums': {}"));
        AppStoreConnect asc = apple.client();

        List<BuildUpload> uploads = asc.apps().listBuildUploads("1").toList();
        assertThat(uploads.get(0).state())
                .isEqualTo(new BuildUploadStateInfo(
                        List.of(new StateDetail("90062", "Too low")), List.of(), null, BuildUploadState.FAILED));
        assertThat(uploads.get(1).cfBundleVersion()).isEqualTo("7");
        assertThat(uploads.get(1).state()).isNull();
        assertThat(uploads.get(1).unknownFields().attributes()).isEqualTo(Map.of("state", "PROCESSING"));
        BuildUploadFile file = asc.buildUploadFiles().get("1").execute();
        assertThat(file.sourceFileChecksums()).isEqualTo(new Checksums(null, null));
    }

    @Test
    @LiveService("unknown-values-appear")
    @DisplayName("users may have undocumented roles")
    void rolesOfUsers() {
        apple.answer(pageOf(
                "users",
                "'roles': ['ADMIN', 'GENERATE_INDIVIDUAL_KEYS', 'CLOUD_MANAGED_DEVELOPER_ID']",
                "'roles': ['CLOUD_MANAGED_APP_DISTRIBUTION', 'IMAGE_MANAGER']"));

        assertThat(apple.client().users().list().toList())
                .extracting(User::roles)
                .containsExactly(
                        List.of(UserRole.ADMIN, UserRole.GENERATE_INDIVIDUAL_KEYS, UserRole.CLOUD_MANAGED_DEVELOPER_ID),
                        List.of(UserRole.CLOUD_MANAGED_APP_DISTRIBUTION, UserRole.of("IMAGE_MANAGER")));
    }

    @Test
    @LiveService("total-may-be-missing")
    @DisplayName("the total of a page may be missing")
    void pagesWithoutATotal() {
        apple.answer(quoted("{'data': [" + id("builds", "1")
                + "], 'links': {'self': 'x', 'next': '/v1/builds?cursor=2'}," + " 'meta': {'paging': {'limit': 1}}}"));
        apple.answer(page(id("builds", "2")));

        assertThat(apple.client().builds().list(q -> q.limit(1)).toList())
                .extracting(Build::id)
                .containsExactly("1", "2");
    }

    @Test
    @LiveService("provisioning-paging-is-meaningless")
    @DisplayName("a relationship with the total 0 and the limit 2147483647 has an unknown total")
    void theInvalidTotal() {
        apple.answer(page(
                resource(
                        "profiles",
                        "1",
                        "",
                        "'certificates': {'meta': {'paging': {'total': 0, 'limit': 2147483647}}," + " 'data': ["
                                + id("certificates", "a") + "]}"),
                resource(
                        "profiles", "2", "", "'certificates': {'meta': {'paging': {'total': 0, 'limit': 2147483647}}}"),
                resource(
                        "profiles",
                        "3",
                        "",
                        "'certificates': {'meta': {'paging': {'total': 0, 'limit': 2147483647}}," + " 'data': []}")));

        List<Profile> profiles = apple.client().profiles().list().toList();
        assertThat(profiles)
                .extracting(profile -> profile.certificates().hasData())
                .containsExactly(true, false, true);
        assertThat(profiles)
                .extracting(profile -> profile.certificates().total())
                .containsExactly(null, null, 0);
        assertThat(profiles)
                .extracting(profile -> profile.certificates().isTruncated())
                .containsOnly(false);
        assertThat(profiles.get(0).certificates().ids()).containsExactly("a");
    }

    @Test
    @LiveService("retired-members-are-still-sent")
    @DisplayName("retired members are kept and readable")
    void retiredMembers() {
        apple.answer(document(
                "apps",
                "'name': 'A', 'availableInNewTerritories': true, 'streamlinedBuyEnabled': false",
                "'preOrder': {'data': null}, 'appAvailability': {}, 'prices': {}, 'pricePoints': {},"
                        + " 'availableTerritories': {}, 'inAppPurchases': {'data': []}"));
        apple.answer(document("appStoreVersions", "", "'idfaDeclaration': {}, 'ageRatingDeclaration': {}"));
        apple.answer(
                page(resource("bundleIdCapabilities", "1", "", "'bundleId': {'data': " + id("bundleIds", "b") + "}")));
        apple.answer(one("certificates", "'csrContent': null"));
        AppStoreConnect asc = apple.client();

        App app = asc.apps().get("1").execute();
        assertThat(app.subscriptionStatusUrl()).isNull();
        assertThat(app.inAppPurchases().hasData()).isTrue();
        assertThat(app.unknownFields().attributes())
                .hasToString("{availableInNewTerritories=true, streamlinedBuyEnabled=false}");
        assertThat(app.unknownFields().relationships())
                .containsOnlyKeys("preOrder", "appAvailability", "prices", "pricePoints", "availableTerritories");
        assertThat(asc.appStoreVersions().get("1").execute().unknownFields().relationships())
                .containsOnlyKeys("idfaDeclaration", "ageRatingDeclaration");
        BundleIdCapability capability =
                asc.bundleIds().listBundleIdCapabilities("1").toList().get(0);
        assertThat(capability.unknownFields().relationships().get("bundleId"))
                .isEqualTo(Map.of("data", Map.of("type", "bundleIds", "id", "b")));
        UnknownFields ofCertificate = asc.certificates().get("1").execute().unknownFields();
        assertThat(ofCertificate.attributes()).hasToString("{csrContent=null}");
    }

    @Test
    @LiveService("workflows-omit-relationships")
    @DisplayName("a workflow may lack relationships, and its actions may lack members")
    void workflowsWithGaps() {
        apple.answer(document(
                "ciWorkflows",
                "'name': 'Nightly', 'actions': [{'name': 'Test', 'scheme': null, 'platform': null, 'destination': null}]",
                "'repository': {'links': {'related': '/v1/ciWorkflows/1/repository'}}, 'buildRuns': {'links': {}}"));

        CiWorkflow workflow = apple.client().ciWorkflows().get("1").execute();
        assertThat(Stream.of(
                        workflow.product(), workflow.xcodeVersion(), workflow.macOsVersion(), workflow.repository()))
                .extracting(ToOne::hasData)
                .containsOnly(false);
        assertThat(workflow.repository().links().related()).isEqualTo("/v1/ciWorkflows/1/repository");
        assertThat(workflow.actions()).containsExactly(new CiAction("Test", null, null, null, null, null, null, null));
        assertThat(workflow.unknownFields().isEmpty()).isTrue();
    }

    @Test
    @LiveService("version-states-have-two-names")
    @DisplayName("either state of a version may be missing or unknown")
    void statesOfVersions() {
        apple.answer(page(
                resource(
                        "appStoreVersions",
                        "1",
                        "'appStoreState': 'READY_FOR_SALE', 'appVersionState': 'READY_FOR_DISTRIBUTION'",
                        ""),
                resource("appStoreVersions", "2", "'appVersionState': 'READY_FOR_DISTRIBUTION'", ""),
                resource("appStoreVersions", "3", "'appStoreState': 'READY_FOR_SALE', 'appVersionState': 'HELD'", "")));

        List<AppStoreVersion> versions =
                apple.client().apps().listAppStoreVersions("1").toList();
        assertThat(versions)
                .extracting(AppStoreVersion::appStoreState)
                .containsExactly(AppStoreVersionState.READY_FOR_SALE, null, AppStoreVersionState.READY_FOR_SALE);
        assertThat(versions)
                .extracting(AppStoreVersion::appVersionState)
                .containsExactly(
                        AppVersionState.READY_FOR_DISTRIBUTION,
                        AppVersionState.READY_FOR_DISTRIBUTION,
                        AppVersionState.of("HELD"));
    }

    @Test
    @LiveService("absent-is-not-false")
    @DisplayName("a boolean that was never set is null")
    void booleansThatWereNeverSet() {
        apple.answer(one("appStoreVersions", "'versionString': '1.0'"));

        assertThat(apple.client().appStoreVersions().get("1").execute().downloadable())
                .isNull();
    }

    private static String document(String type, String attributes, String relationships) {
        return Json.document(resource(type, "1", attributes, relationships));
    }

    private static Arguments nulls(String type, Function<AppStoreConnect, Resource> read, String... names) {
        return argumentSet(type, read, type, List.of(names));
    }

    private static @Nullable Object valueOf(Resource resource, String name) {
        try {
            return resource.getClass().getMethod(name).invoke(resource);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
