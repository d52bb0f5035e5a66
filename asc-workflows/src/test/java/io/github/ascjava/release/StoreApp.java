package io.github.ascjava.release;

import io.github.ascjava.client.AppStoreConnect;
import io.github.ascjava.client.model.apps.AppContentRightsDeclaration;
import io.github.ascjava.client.model.appstore.AppStoreVersionLocalization;
import io.github.ascjava.client.model.appstore.AppStoreVersionReleaseType;
import io.github.ascjava.client.model.common.Platform;
import io.github.ascjava.testing.RecordedRequest;
import io.github.ascjava.testing.ResourceObject;
import io.github.ascjava.testing.Sandbox;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** An app as it is right after its record was created on the website: no version, one localization, nothing declared. */
final class StoreApp {

    static final String ID = "1";
    static final String PASSWORD = "correct horse battery";

    private static final String POINT = "eyJzIjoiMSIsInQiOiJVU0EiLCJwIjoiMTAwMTAifQ";

    private StoreApp() {}

    static Sandbox start() {
        return start(true);
    }

    static Sandbox start(boolean liveDeviations) {
        Sandbox sandbox =
                Sandbox.builder().empty().liveDeviations(liveDeviations).start();
        sandbox.add(ResourceObject.of("apps", ID)
                .attribute("name", "Weather")
                .attribute("bundleId", "com.example.weather")
                .attribute("sku", "W")
                .attribute("primaryLocale", "en-US"));
        sandbox.add(ResourceObject.of("ageRatingDeclarations", "rating"));
        sandbox.add(ResourceObject.of("appInfos", "info")
                .attribute("state", "PREPARE_FOR_SUBMISSION")
                .attribute("appStoreState", "PREPARE_FOR_SUBMISSION")
                .toOne("app", "apps", ID)
                .toOne("ageRatingDeclaration", "ageRatingDeclarations", "rating"));
        sandbox.add(ResourceObject.of("appInfoLocalizations", "info-en")
                .attribute("locale", "en-US")
                .attribute("name", "Weather")
                .attribute("privacyPolicyUrl", "https://example.com/privacy")
                .toOne("appInfo", "appInfos", "info"));
        return sandbox;
    }

    /** Adds a processed build. */
    static void addBuild(Sandbox sandbox, String version, String number) {
        addBuild(sandbox, version, number, "VALID");
    }

    static void addBuild(Sandbox sandbox, String version, String number, String state) {
        if (sandbox.client().preReleaseVersions().list().stream().noneMatch(each -> version.equals(each.version()))) {
            sandbox.add(ResourceObject.of("preReleaseVersions", "pre-" + version)
                    .attribute("version", version)
                    .attribute("platform", "IOS")
                    .toOne("app", "apps", ID));
        }
        sandbox.add(ResourceObject.of("builds", "build-" + number)
                .attribute("version", number)
                .attribute("processingState", state)
                .attribute("expired", false)
                .attribute("uploadedDate", sandbox.clock().instant().toString())
                .toOne("app", "apps", ID)
                .toOne("preReleaseVersion", "preReleaseVersions", "pre-" + version));
    }

    /** Sets the price and the availability, which these jobs do not. */
    static void sell(Sandbox sandbox) {
        sandbox.add(ResourceObject.of("appPricePoints", POINT)
                .attribute("customerPrice", "0.99")
                .toOne("app", "apps", ID)
                .toOne("territory", "territories", "USA"));
        sandbox.add(ResourceObject.of("appPrices", "price")
                .attribute("manual", true)
                .toOne("appPricePoint", "appPricePoints", POINT)
                .toOne("territory", "territories", "USA"));
        sandbox.add(ResourceObject.of("appPriceSchedules", ID)
                .toOne("app", "apps", ID)
                .toOne("baseTerritory", "territories", "USA")
                .toMany("manualPrices", "appPrices", "price"));
        sandbox.add(ResourceObject.of("appAvailabilities", ID)
                .attribute("availableInNewTerritories", true)
                .toOne("app", "apps", ID));
    }

    /** Writes the texts and screenshots of the version in preparation, as other jobs do. */
    static void describe(Sandbox sandbox, boolean isFirst) {
        AppStoreConnect asc = sandbox.client();
        String versionId =
                Releases.of(asc).version(ID, Platform.IOS).orElseThrow().id();
        for (AppStoreVersionLocalization each : asc.appStoreVersions().listAppStoreVersionLocalizations(versionId)) {
            asc.appStoreVersionLocalizations()
                    .update(each.id(), b -> {
                        b.description("The weather").keywords("rain,sun").supportUrl(URI.create("https://example.com"));
                        if (!isFirst) {
                            b.whatsNew("More weather");
                        }
                    })
                    .execute();
            if (asc.appStoreVersionLocalizations()
                    .listAppScreenshotSets(each.id())
                    .toList()
                    .isEmpty()) {
                sandbox.add(ResourceObject.of("appScreenshotSets", "set-" + each.id())
                        .attribute("screenshotDisplayType", "APP_IPHONE_67")
                        .toOne("appStoreVersionLocalization", "appStoreVersionLocalizations", each.id()));
                sandbox.add(ResourceObject.of("appScreenshots", "screenshot-" + each.id())
                        .attribute("fileName", "1.png")
                        .attribute("assetDeliveryState", Map.of("state", "COMPLETE"))
                        .toOne("appScreenshotSet", "appScreenshotSets", "set-" + each.id()));
            }
        }
    }

    static VersionOptions.Builder options(String version) {
        return VersionOptions.builder(ID, Platform.IOS, version)
                .releaseType(AppStoreVersionReleaseType.MANUAL)
                .copyright("2026 Example")
                .usesIdfa(false)
                .phasedRelease(true)
                .contentRights(AppContentRightsDeclaration.DOES_NOT_USE_THIRD_PARTY_CONTENT)
                .primaryCategory("WEATHER")
                .secondaryCategory("GAMES", "GAMES_PUZZLE", "GAMES_BOARD")
                .ageRating(AgeRatings.harmless())
                .newestBuild()
                .usesNonExemptEncryption(false)
                .reviewDetails(b -> b.contactFirstName("Maya")
                        .contactLastName("Okafor")
                        .contactPhone("+1 555 0100")
                        .contactEmail("review@example.com")
                        .demoAccountRequired(true)
                        .demoAccountName("demo")
                        .demoAccountPassword(PASSWORD));
    }

    static SubmissionOptions submission() {
        return SubmissionOptions.builder(ID, Platform.IOS).build();
    }

    /** Returns the requests that could change something, such as {@code POST /v1/appStoreVersions}. */
    static List<String> writes(Sandbox sandbox) {
        return sandbox.requests().stream()
                .filter(request -> !request.method().equals("GET"))
                .map(StoreApp::line)
                .collect(Collectors.toList());
    }

    private static String line(RecordedRequest request) {
        return request.method() + " " + request.path();
    }
}
