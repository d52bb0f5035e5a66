package io.github.ascjava.testing.internal.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ascjava.testing.internal.catalog.Relations.Relation;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RelationsTest {

    private static final Catalog CATALOG = Catalog.load();

    @ParameterizedTest
    @CsvSource({
        "apps, builds, builds, app",
        "apps, betaTesters, betaTesters, apps",
        "betaGroups, betaTesters, betaTesters, betaGroups",
        "builds, individualTesters, betaTesters, builds",
        "appStoreVersions, build, builds, appStoreVersion",
        "preReleaseVersions, builds, builds, preReleaseVersion",
        "bundleIds, profiles, profiles, bundleId",
        "certificates, merchantId, merchantIds, certificates",
        "appCategories, parent, appCategories, subcategories",
        "buildUploadFiles, buildUpload, buildUploads, buildUploadFiles",
        "gameCenterDetails, gameCenterLeaderboards, gameCenterLeaderboards, gameCenterDetail",
        "inAppPurchases, iapPriceSchedule, inAppPurchasePriceSchedules, inAppPurchase",
    })
    void relationshipsHaveTwoDirections(String type, String name, String target, String inverse) {
        Relation there = Objects.requireNonNull(CATALOG.relations().find(type, name));
        Relation back = Objects.requireNonNull(CATALOG.relations().find(target, inverse));

        assertThat(there).extracting("target", "inverse").containsExactly(target, back.name());
        assertThat(back).extracting("target", "inverse").containsExactly(type, there.name());
    }

    @ParameterizedTest
    @CsvSource({
        "users, visibleApps",
        "profiles, devices",
        "gameCenterDetails, defaultLeaderboard",
        "appInfos, primaryCategory",
        "subscriptionPricePoints, equalizations"
    })
    void someHaveOne(String type, String name) {
        assertThat(CATALOG.relations().find(type, name)).extracting("inverse").isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "apps, inAppPurchasesV2, inAppPurchases",
        "gameCenterDetails, gameCenterAchievementsV2, gameCenterAchievements",
        "gameCenterChallenges, leaderboardV2, leaderboard",
        "inAppPurchases, apps, app",
        "gameCenterAchievementImages, gameCenterAchievementLocalization, localization"
    })
    void namesOfTwoVersionsAreOneRelationship(String type, String name, String real) {
        assertThat(CATALOG.relations().find(type, name))
                .isEqualTo(CATALOG.relations().find(type, real))
                .extracting("name")
                .isEqualTo(real);
    }

    @Test
    void everyInverseLeadsBack() {
        List<String> wrong = new ArrayList<>();
        for (ResourceShape resource : CATALOG.resources()) {
            for (String name : resource.relationships().keySet()) {
                Relation relation = CATALOG.relations().find(resource.type(), name);
                if (relation != null && relation.inverse() != null) {
                    Relation back = CATALOG.relations().find(relation.target(), relation.inverse());
                    if (back == null || !relation.name().equals(back.inverse())) {
                        wrong.add(resource.type() + "." + name + " and " + relation.inverse());
                    }
                }
            }
        }

        assertThat(wrong).isEmpty();
    }

    @Test
    void everyLineOfTheDataFileSpeaksOfSomethingThatIsThere() {
        for (String line : DataFile.lines(Relations.class, "relations.txt")) {
            String[] words = line.split(" ", -1);
            String[] first = words[0].split("\\.", -1);
            String[] second = words[1].equals("is") ? new String[] {first[0], words[2]} : words[2].split("\\.", -1);
            assertThat(CATALOG.relations().find(first[0], first[1])).as(line).isNotNull();
            assertThat(CATALOG.relations().find(second[0], second[1])).as(line).isNotNull();
        }
    }
}
