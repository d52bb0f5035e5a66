package io.github.ascjava.examples;

import io.github.ascjava.client.AppStoreConnect;
import io.github.ascjava.client.error.NotFoundException;
import io.github.ascjava.client.jsonapi.OpenEnum;
import io.github.ascjava.client.model.apps.AgeRatingDeclaration;
import io.github.ascjava.client.model.appstore.AppStoreVersion;
import io.github.ascjava.client.model.appstore.AppStoreVersionLocalization;
import io.github.ascjava.client.model.common.Platform;
import io.github.ascjava.release.Releases;
import io.github.ascjava.testing.ResourceObject;
import io.github.ascjava.testing.SandboxControl;
import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lumière, the app of the sample team that has builds and no version, and what other jobs than releases do for it. */
public final class NewApp {

    /** Apple's ID of the app. */
    public static final String ID = "6470098121";

    static final String BUNDLE_ID = "com.example.lumiere";

    private NewApp() {}

    /** Writes the texts and screenshots of its version, once there is one, and sets price and availability. */
    public static void describe(SandboxControl sandbox) {
        AppStoreConnect asc = sandbox.client();
        Optional<AppStoreVersion> version = Releases.of(asc).version(ID, Platform.IOS);
        if (version.isEmpty() || isSold(asc)) {
            return;
        }
        for (AppStoreVersionLocalization each : asc.appStoreVersions()
                .listAppStoreVersionLocalizations(version.get().id())) {
            asc.appStoreVersionLocalizations()
                    .update(
                            each.id(),
                            b -> b.description("La lumière juste")
                                    .keywords("photo,lumière")
                                    .supportUrl(URI.create("https://example.com/support")))
                    .execute();
            sandbox.add(ResourceObject.of("appScreenshotSets", "lumiere")
                    .attribute("screenshotDisplayType", "APP_IPHONE_67")
                    .toOne("appStoreVersionLocalization", "appStoreVersionLocalizations", each.id()));
            sandbox.add(ResourceObject.of("appScreenshots", "lumiere-1")
                    .attribute("fileName", "1.png")
                    .attribute("assetDeliveryState", Map.of("state", "COMPLETE"))
                    .toOne("appScreenshotSet", "appScreenshotSets", "lumiere"));
        }
        String point = asc.apps().listAppPricePoints(ID, q -> q.filterTerritory("USA")).stream()
                .findFirst()
                .orElseThrow()
                .id();
        sandbox.add(ResourceObject.of("appPrices", "lumiere")
                .attribute("manual", true)
                .toOne("appPricePoint", "appPricePoints", point)
                .toOne("territory", "territories", "USA"));
        sandbox.add(ResourceObject.of("appPriceSchedules", ID)
                .toOne("app", "apps", ID)
                .toOne("baseTerritory", "territories", "USA")
                .toMany("manualPrices", "appPrices", "lumiere"));
        sandbox.add(ResourceObject.of("appAvailabilities", ID)
                .attribute("availableInNewTerritories", true)
                .toOne("app", "apps", ID));
    }

    private static boolean isSold(AppStoreConnect asc) {
        try {
            return !asc.appPriceSchedules().listManualPrices(ID).toList().isEmpty();
        } catch (NotFoundException e) {
            return false;
        }
    }

    /** Returns a JSON object with the answers of an app without sensitive content. */
    static String ageRating() {
        List<String> answers = new ArrayList<>();
        for (RecordComponent each : AgeRatingDeclaration.class.getRecordComponents()) {
            boolean isOverride =
                    each.getName().contains("verride") || each.getName().equals("kidsAgeBand");
            if (each.getType() == Boolean.class) {
                answers.add("\"" + each.getName() + "\": false");
            } else if (OpenEnum.class.isAssignableFrom(each.getType()) && !isOverride) {
                answers.add("\"" + each.getName() + "\": \"NONE\"");
            }
        }
        return "{" + String.join(",\n", answers) + "}";
    }
}
