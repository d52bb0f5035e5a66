package io.github.ascjava.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {

    @ParameterizedTest
    @CsvSource({
        "users, user",
        "apps, app",
        "visibleApps, visibleApp",
        "BundleIdCapabilities, BundleIdCapability",
        "appCategories, appCategory",
        "territories, territory",
        "perfPowerMetrics, perfPowerMetric",
        "betaAppReviewSubmissions, betaAppReviewSubmission",
        "filterCriteria, filterCriterion",
        "betaRecruitmentCriteria, betaRecruitmentCriterion",
        "criteria, criterion",
        "Criteria, Criterion",
        "statuses, status",
        "buildStatuses, buildStatus",
        "indexes, index",
        "switches, switch",
        "dishes, dish",
        "addresses, address",
        "accesses, access",
        "access, access",
        "ageRating, ageRating",
        "inAppPurchasesV2, inAppPurchaseV2",
        "gameCenterLeaderboardsV2, gameCenterLeaderboardV2",
        "appStoreVersionExperimentsV2, appStoreVersionExperimentV2",
        "releases, release",
        "images, image",
        "devices, device",
        "series, series",
        "ciXcodeVersions, ciXcodeVersion",
        "merchantIds, merchantId",
        "'', ''",
    })
    void pluralsBecomeSingular(String plural, String singular) {
        assertThat(Names.singular(plural)).isEqualTo(singular);
    }

    @ParameterizedTest
    @CsvSource({
        "name, NAME",
        "-name, NAME_DESC",
        "bundleId, BUNDLE_ID",
        "-bundleId, BUNDLE_ID_DESC",
        "ACCOUNT_HOLDER, ACCOUNT_HOLDER",
        "IOS, IOS",
        "MAC_OS, MAC_OS",
        "visibleApps, VISIBLE_APPS",
        "gameCenterLeaderboardsV2, GAME_CENTER_LEADERBOARDS_V2",
        "appStoreVersions.platform, APP_STORE_VERSIONS_PLATFORM",
        "com.apple.developer.something, COM_APPLE_DEVELOPER_SOMETHING",
        "application/zip, APPLICATION_ZIP",
        "'with space', WITH_SPACE",
        "startsWithHTTPHeader, STARTS_WITH_HTTP_HEADER",
    })
    void valuesBecomeConstants(String value, String constant) {
        assertThat(Names.constant(value)).isEqualTo(constant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "7.5", "-1", "3D_STUDIO", "P7D", "100%", "A+B", "über", ""})
    void everyConstantIsAJavaName(String value) {
        assertThat(Names.constant(value)).matches("[A-Z_][A-Z0-9_]*");
    }

    @ParameterizedTest
    @CsvSource({
        "limit, limit",
        "sort, sort",
        "groupBy, groupBy",
        "filter[name], filterName",
        "filter[bundleId], filterBundleId",
        "filter[appStoreVersions.platform], filterAppStoreVersionsPlatform",
        "filter[preReleaseVersion.version], filterPreReleaseVersionVersion",
        "exists[gameCenterEnabledVersions], existsGameCenterEnabledVersions",
        "limit[betaTesters], limitBetaTesters",
        "content.type, contentType",
    })
    void parametersBecomeMethods(String parameter, String method) {
        assertThat(Names.parameter(parameter)).isEqualTo(method);
    }

    @ParameterizedTest
    @CsvSource({
        "users, users",
        "betaAppLocalizations, beta app localizations",
        "appClipURL, App Clip URL",
        "appClips, App Clips",
        "ciMacOsVersions, Xcode Cloud macOS versions",
        "bundleIds, bundle IDs",
        "preReleaseVersion, pre-release version",
        "cities, cities",
        "URLScheme, URL scheme",
        "sha256Checksum, sha256 checksum",
    })
    void namesBecomeWords(String name, String words) {
        assertThat(Names.words(name)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({
        "app, an app",
        "image, an image",
        "offer code, an offer code",
        "user, a user",
        "build, a build",
        "unit, a unit",
        "URL, a URL",
        "App Clip, an App Clip",
        "one-time use code, a one-time use code",
        "upload, an upload",
        "universal link, a universal link",
        "xcode version, an xcode version",
        "icons, icons",
    })
    void wordsGetAnArticle(String words, String expected) {
        assertThat(Names.withArticle(words)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "InAppPurchaseV2, V2",
        "InAppPurchase, ''",
        "appStoreVersionExperimentsV2, V2",
        "V2Something, ''",
        "AppV12, V12",
        "IPv4, ''",
    })
    void versionsStandAtTheEnd(String name, String version) {
        assertThat(Names.versionOf(name)).isEqualTo(version);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "package",
                "default",
                "class",
                "new",
                "public",
                "switch",
                "true",
                "null",
                "hashCode",
                "toString",
                "getClass",
                "wait",
                "notify",
                "clone",
                "finalize"
            })
    void reservedWordsAreKnown(String name) {
        assertThat(Names.isReserved(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"name", "record", "value", "type", "id", "packageName"})
    void otherWordsAreNotReserved(String name) {
        assertThat(Names.isReserved(name)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "title, AppRoom, title",
        "type, AppRoom, appRoomType",
        "id, AppRoom, appRoomId",
        "unknownFields, AppRoom, appRoomUnknownFields",
        "package, AppRoom, appRoomPackage",
        "default, AppRoom, appRoomDefault",
        "hashCode, AppRoom, appRoomHashCode",
        "content-type, AppRoom, contentType",
        "URL, AppRoom, uRL",
    })
    void membersGetJavaNames(String name, String owner, String expected) {
        assertThat(TypePlanner.javaName(name, owner)).isEqualTo(expected);
    }

    /** Unnamed types are named after owner and member; a shared word is not repeated. */
    @ParameterizedTest
    @CsvSource({
        "AppRoom, roomKind, AppRoomKind",
        "AppRoom, kind, AppRoomKind",
        "AppRoom, appRoomKind, AppRoomKind",
        "AppRoom, roommate, AppRoomRoommate",
        "SalesReport, reportType, SalesReportType",
        "SalesReport, reportSubType, SalesReportSubType",
        "AppRoom, owner.kind, AppRoomOwnerKind",
        "AppRoom, light-kind, AppRoomLightKind",
    })
    void typesWithoutANameGetOne(String owner, String member, String expected) {
        TypePlanner types = new TypePlanner(new Document(Documents.json("{}")), Domains.read());

        assertThat(types.valueType(List.of("ONE", "TWO"), owner, member).name()).isEqualTo(expected);
    }

    @Test
    void equalSetsOfValuesAreOneTypeWithinADomainOnly() {
        TypePlanner types = new TypePlanner(new Document(Documents.json("{}")), Domains.read());
        List<String> values = List.of("ONE", "TWO");

        assertThat(types.valueType(values, "AppRoom", "mood").name()).isEqualTo("AppRoomMood");
        assertThat(types.valueType(values, "AppShelf", "kind").name()).isEqualTo("AppRoomMood");
        assertThat(types.valueType(values, "BuildBrick", "mood").name()).isEqualTo("BuildBrickMood");
    }

    @Test
    void theTypeOfTheSameMemberWinsOverOneWithEqualValues() {
        TypePlanner types = new TypePlanner(new Document(Documents.json("{}")), Domains.read());
        types.valueType(List.of("ONE", "TWO", "THREE"), "AppRoom", "mood");
        types.valueType(List.of("ONE", "TWO"), "AppShelf", "kind");

        assertThat(types.valueType(List.of("ONE", "TWO"), "AppRoom", "mood").name())
                .isEqualTo("AppRoomMood");
    }

    /** The methods of an interface, by the last part of the operation's id. */
    @ParameterizedTest
    @CsvSource({
        "get, appRooms_getCollection, list",
        "get, appRooms_getInstance, get",
        "post, appRooms_createInstance, create",
        "patch, appRooms_updateInstance, update",
        "delete, appRooms_deleteInstance, delete",
        "get, appRooms_bricks_getToManyRelated, listBricks",
        "get, appRooms_bricks_getToManyRelationship, listBrickIds",
        "get, appRooms_criteria_getToManyRelationship, listCriterionIds",
        "post, appRooms_bricks_createToManyRelationship, addBricks",
        "patch, appRooms_bricks_replaceToManyRelationship, replaceBricks",
        "delete, appRooms_bricks_deleteToManyRelationship, removeBricks",
        "get, appRooms_owner_getToOneRelated, getOwner",
        "get, appRooms_owner_getToOneRelationship, getOwnerId",
        "patch, appRooms_owner_updateToOneRelationship, setOwner",
        "get, appRooms_visits_getMetrics, listVisits",
    })
    void operationsBecomeMethods(String verb, String id, String method) {
        Operation operation = Operation.of(
                "/v1/appRooms",
                verb,
                Documents.json("{'tags': ['AppRooms'], 'operationId': '" + id + "', 'responses': {'204': {}}}"));

        assertThat(InterfacePlanner.methodName(operation)).isEqualTo(method);
    }
}
