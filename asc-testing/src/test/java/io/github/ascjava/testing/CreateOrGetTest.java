package io.github.ascjava.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.ascjava.client.AppStoreConnect;
import io.github.ascjava.client.call.ApiCall;
import io.github.ascjava.client.call.AscResponse;
import io.github.ascjava.client.call.Sleeper;
import io.github.ascjava.client.error.AscException;
import io.github.ascjava.client.error.ConflictException;
import io.github.ascjava.client.jsonapi.Resource;
import io.github.ascjava.client.jsonapi.UnknownFields;
import io.github.ascjava.client.model.appstore.AppVersionState;
import io.github.ascjava.client.model.appstore.ReviewSubmissionItem;
import io.github.ascjava.client.model.common.Platform;
import io.github.ascjava.client.model.provisioning.BundleIdPlatform;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import retrofit2.http.Body;
import retrofit2.http.POST;
import retrofit2.http.Url;

/** Every type of resource that exists once is created twice. */
class CreateOrGetTest {

    private static final String APP_OF_TEAM = "1074682240";

    /** Attributes, and the relationships that a resource needs. */
    private enum Kind {
        APP_STORE_VERSIONS("v1", "platform=IOS versionString=2.0 copyright=Me", "app:apps:a1"),
        APP_STORE_VERSION_LOCALIZATIONS("v1", "locale=ja description=d", "appStoreVersion:appStoreVersions:v1"),
        APP_INFO_LOCALIZATIONS("v1", "locale=ja name=n", "appInfo:appInfos:i1"),
        APP_EVENT_LOCALIZATIONS("v1", "locale=ja name=n", "appEvent:appEvents:e1"),
        APP_CUSTOM_PRODUCT_PAGE_LOCALIZATIONS(
                "v1", "locale=ja", "appCustomProductPageVersion:appCustomProductPageVersions:p1"),
        APP_STORE_VERSION_EXPERIMENT_TREATMENT_LOCALIZATIONS(
                "v1", "locale=ja", "appStoreVersionExperimentTreatment:appStoreVersionExperimentTreatments:t1"),
        SUBSCRIPTION_LOCALIZATIONS("v1", "locale=ja name=n", "subscription:subscriptions:s1"),
        SUBSCRIPTION_LOCALIZATIONS_OF_VERSION("v2", "locale=ja name=n", "version:subscriptionVersions:sv1"),
        SUBSCRIPTION_GROUP_LOCALIZATIONS("v1", "locale=ja name=n", "subscriptionGroup:subscriptionGroups:g1"),
        SUBSCRIPTION_GROUP_LOCALIZATIONS_OF_VERSION("v2", "locale=ja name=n", "version:subscriptionGroupVersions:gv1"),
        IN_APP_PURCHASE_LOCALIZATIONS("v1", "locale=ja name=n", "inAppPurchaseV2:inAppPurchases:iap1"),
        IN_APP_PURCHASE_LOCALIZATIONS_OF_VERSION("v2", "locale=ja name=n", "version:inAppPurchaseVersions:iapv1"),
        BETA_APP_LOCALIZATIONS("v1", "locale=ja description=d", "app:apps:a1"),
        BETA_BUILD_LOCALIZATIONS("v1", "locale=ja whatsNew=w", "build:builds:b1"),
        APP_SCREENSHOT_SETS(
                "v1",
                "screenshotDisplayType=APP_IPHONE_67",
                "appStoreVersionLocalization:appStoreVersionLocalizations:l1"),
        APP_SCREENSHOT_SETS_OF_PAGE(
                "v1",
                "screenshotDisplayType=APP_IPHONE_67",
                "appCustomProductPageLocalization:appCustomProductPageLocalizations:pl1"),
        APP_PREVIEW_SETS("v1", "previewType=IPHONE_67", "appStoreVersionLocalization:appStoreVersionLocalizations:l1"),
        APP_STORE_REVIEW_DETAILS("v1", "contactFirstName=A notes=n", "appStoreVersion:appStoreVersions:v1"),
        APP_STORE_VERSION_PHASED_RELEASES("v1", "phasedReleaseState=INACTIVE", "appStoreVersion:appStoreVersions:v1"),
        REVIEW_SUBMISSIONS("v1", "platform=IOS", "app:apps:a1"),
        BETA_TESTERS("v1", "email=Ann@example.com firstName=Ann", "betaGroups:betaGroups:bg1"),
        BUNDLE_IDS("v1", "name=New platform=IOS identifier=com.example.new", ""),
        BUNDLE_ID_CAPABILITIES("v1", "capabilityType=ICLOUD", "bundleId:bundleIds:BID1"),
        DEVICES("v1", "name=Phone platform=IOS udid=00008150-00AA00AA00AA00AA", "");

        final String version;
        final String attributes;
        final String relationship;

        Kind(String version, String attributes, String relationship) {
            this.version = version;
            this.attributes = attributes;
            this.relationship = relationship;
        }

        /** The type in JSON. */
        String type() {
            StringBuilder type = new StringBuilder();
            for (String word : name().replaceFirst("_OF_.*", "").split("_", -1)) {
                String lower = word.toLowerCase(Locale.ROOT);
                type.append(type.isEmpty() ? lower : Character.toUpperCase(lower.charAt(0)) + lower.substring(1));
            }
            return type.toString();
        }

        String path() {
            return version + "/" + type();
        }

        Map<String, Object> body() {
            Map<String, Object> values = new LinkedHashMap<>();
            for (String each : attributes.split(" ", -1)) {
                values.put(each.split("=", -1)[0], each.split("=", -1)[1]);
            }
            return Map.of("data", Map.of("type", type(), "attributes", values, "relationships", relationships()));
        }

        private Map<String, Object> relationships() {
            if (relationship.isEmpty()) {
                return Map.of();
            }
            String[] parts = relationship.split(":", -1);
            Map<String, Object> parent = Map.of("type", parts[1], "id", parts[2]);
            return Map.of(parts[0], Map.of("data", parts[0].equals("betaGroups") ? List.of(parent) : parent));
        }
    }

    /** Any resource. */
    public record Thing(String id, UnknownFields unknownFields) implements Resource {}

    /** Creates anything. */
    public interface Creations {

        @POST
        ApiCall<Thing> create(@Url String path, @Body Map<String, Object> body);
    }

    @RegisterExtension
    final SandboxExtension sandbox = new SandboxExtension(Sandbox.builder().empty());

    private final Sleeper hurried = time -> {
        sandbox.advanceTime(time);
        return CompletableFuture.completedFuture(null);
    };

    @BeforeEach
    void addParents() {
        sandbox.add(ResourceObject.of("apps", "a1").attribute("bundleId", "com.example.a"));
        sandbox.add(ResourceObject.of("appStoreVersions", "v1")
                .attribute("platform", "IOS")
                .attribute("versionString", "1.0")
                .attribute("appVersionState", "PREPARE_FOR_SUBMISSION")
                .toOne("app", "apps", "a1"));
        sandbox.add(ResourceObject.of("appStoreVersionLocalizations", "l1")
                .attribute("locale", "en-US")
                .toOne("appStoreVersion", "appStoreVersions", "v1"));
        sandbox.add(ResourceObject.of("appInfos", "i1")
                .attribute("state", "PREPARE_FOR_SUBMISSION")
                .toOne("app", "apps", "a1"));
        sandbox.add(ResourceObject.of("appEvents", "e1").toOne("app", "apps", "a1"));
        sandbox.add(ResourceObject.of("appCustomProductPageVersions", "p1"));
        sandbox.add(ResourceObject.of("appCustomProductPageLocalizations", "pl1")
                .attribute("locale", "en-US")
                .toOne("appCustomProductPageVersion", "appCustomProductPageVersions", "p1"));
        sandbox.add(ResourceObject.of("appStoreVersionExperimentTreatments", "t1"));
        sandbox.add(ResourceObject.of("subscriptionGroups", "g1").toOne("app", "apps", "a1"));
        sandbox.add(ResourceObject.of("subscriptionGroupVersions", "gv1")
                .toOne("subscriptionGroup", "subscriptionGroups", "g1"));
        sandbox.add(ResourceObject.of("subscriptions", "s1").toOne("group", "subscriptionGroups", "g1"));
        sandbox.add(ResourceObject.of("subscriptionVersions", "sv1").toOne("subscription", "subscriptions", "s1"));
        sandbox.add(ResourceObject.of("inAppPurchases", "iap1").toOne("app", "apps", "a1"));
        sandbox.add(
                ResourceObject.of("inAppPurchaseVersions", "iapv1").toOne("inAppPurchase", "inAppPurchases", "iap1"));
        sandbox.add(ResourceObject.of("builds", "b1").toOne("app", "apps", "a1"));
        sandbox.add(ResourceObject.of("betaGroups", "bg1")
                .attribute("name", "G")
                .attribute("isInternalGroup", false)
                .toOne("app", "apps", "a1"));
        sandbox.add(ResourceObject.of("bundleIds", "BID1")
                .attribute("identifier", "com.example.bid")
                .attribute("platform", "UNIVERSAL"));
    }

    @ParameterizedTest
    @EnumSource
    void whatIsCreatedTwiceExistsOnce(Kind kind) {
        freeUp(kind);
        AscResponse<Thing> first = create(kind).executeWithResponse();
        AscResponse<Thing> second = create(kind).executeWithResponse();
        AscResponse<Thing> third = create(kind).executeWithResponseAsync().join();

        assertThat(first.status()).isEqualTo(201);
        // A capability is created again without an error.
        assertThat(second.status()).isEqualTo(kind == Kind.BUNDLE_ID_CAPABILITIES ? 201 : 200);
        assertThat(second.value().id()).isEqualTo(first.value().id());
        assertThat(third.value().id()).isEqualTo(first.value().id());
    }

    @ParameterizedTest
    @EnumSource
    void whatIsCreatedAlthoughItsResponseIsLostIsReturned(Kind kind) {
        freeUp(kind);
        sandbox.on("POST", "/" + kind.path()).dropNextResponse();

        String id = create(kind).execute().id();

        assertThat(sandbox.requests().stream().filter(each -> each.method().equals("POST")))
                .hasSize(1);
        assertThat(create(kind).execute().id()).isEqualTo(id);
    }

    @Test
    void everyKnownTypeIsTested() {
        Set<String> tested = new TreeSet<>(Set.of("reviewSubmissionItems"));
        for (Kind kind : Kind.values()) {
            tested.add(kind.type());
        }

        Throwable unknown = catchThrowable(
                () -> client().betaGroups().create(b -> b.name("G").app("a1")).orExisting());

        assertThat(unknown).hasMessageContaining("a known natural key, one of " + String.join(", ", tested) + ". Read");
    }

    @Test
    void anItemOfASubmissionIsAddedOnce() {
        try (Sandbox team = Sandbox.start()) {
            AppStoreConnect asc = team.client();
            String version = asc.apps().listAppStoreVersions(APP_OF_TEAM).stream()
                    .filter(each -> AppVersionState.PREPARE_FOR_SUBMISSION.equals(each.appVersionState()))
                    .findFirst()
                    .orElseThrow()
                    .id();
            asc.appStoreVersions()
                    .listAppStoreVersionLocalizations(version)
                    .forEach(each -> asc.appStoreVersionLocalizations()
                            .update(each.id(), b -> b.whatsNew("Faster."))
                            .execute());
            String submission = asc.reviewSubmissions()
                    .create(b -> b.app(APP_OF_TEAM).platform(Platform.IOS))
                    .execute()
                    .id();
            ApiCall<ReviewSubmissionItem> call = asc.reviewSubmissionItems()
                    .create(b -> b.reviewSubmission(submission).appStoreVersion(version))
                    .orExisting();
            team.on("POST", "/v1/reviewSubmissionItems").dropNextResponse();

            String item = call.execute().id();

            assertThat(call.execute().id()).isEqualTo(item);
            assertThat(asc.reviewSubmissions().listItems(submission)).hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource({"1.0, copyright", "2.0, ''"})
    void anExistingVersionWithOtherValuesIsNamed(String number, String differing) {
        ApiCall<?> call = client().appStoreVersions()
                .create(b ->
                        b.app("a1").platform(Platform.IOS).versionString(number).copyright("2026 Me"))
                .orExisting();

        if (differing.isEmpty()) {
            // There is an open version with another number, which is another conflict.
            assertThatThrownBy(call::execute)
                    .isInstanceOfSatisfying(
                            ConflictException.class,
                            e -> assertThat(e.existing()).isEmpty());
        } else {
            assertThatThrownBy(call::execute).isInstanceOfSatisfying(AscException.class, e -> {
                assertThat(e.existing().orElseThrow().id()).isEqualTo("v1");
                assertThat(e.existing().orElseThrow().differing()).containsExactly(differing);
            });
        }
    }

    @Test
    void anotherConflictIsNotLookedUp() {
        assertThatThrownBy(() -> client().bundleIds()
                        .create(b ->
                                b.name("Bad").platform(BundleIdPlatform.IOS).identifier("not an identifier"))
                        .orExisting()
                        .execute())
                .isInstanceOf(ConflictException.class);
        assertThat(sandbox.requests()).hasSize(1);
    }

    /** An app has one version in preparation. */
    private void freeUp(Kind kind) {
        if (kind == Kind.APP_STORE_VERSIONS) {
            client().appStoreVersions().delete("v1").execute();
        }
    }

    private ApiCall<Thing> create(Kind kind) {
        return client().api(Creations.class).create(kind.path(), kind.body()).orExisting();
    }

    private AppStoreConnect client() {
        return sandbox.clientBuilder().options(o -> o.sleeper(hurried)).build();
    }
}
