package io.github.ascjava.examples.recipes;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ascjava.client.AppStoreConnect;
import io.github.ascjava.client.call.Sleeper;
import io.github.ascjava.client.model.builds.Build;
import io.github.ascjava.client.model.provisioning.Certificate;
import io.github.ascjava.client.model.provisioning.CertificateType;
import io.github.ascjava.client.model.provisioning.Profile;
import io.github.ascjava.client.model.provisioning.ProfileType;
import io.github.ascjava.client.model.testflight.BetaGroup;
import io.github.ascjava.client.model.testflight.BetaTester;
import io.github.ascjava.testing.ResourceObject;
import io.github.ascjava.testing.Sandbox;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Runs every recipe on a sandbox; each test has the name of its recipe. */
@Timeout(60)
class RecipesTest {

    private static final String CORTADO = "1074682240";
    /** The sandbox's team sells nothing on some days; on the one before this it does. */
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T18:30:00Z"), ZoneOffset.UTC);

    private final Sandbox sandbox = Sandbox.builder().clock(CLOCK).start();
    private final AppStoreConnect asc = sandbox.client();
    private final TestFlightRecipes testFlight = new TestFlightRecipes(asc);
    private final SigningRecipes signing = new SigningRecipes(asc);
    private final TeamRecipes team = new TeamRecipes(asc);
    private final Sleeper sleeper = duration -> {
        sandbox.advanceTime(duration);
        return CompletableFuture.completedFuture(null);
    };
    private final StoreRecipes store = new StoreRecipes(AppStoreConnect.builder(sandbox.key())
            .baseUrl(sandbox.baseUrl())
            .options(o -> o.clock(sandbox.clock()).sleeper(sleeper))
            .build());

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void everyRecipeHasATest() {
        assertThat(names(RecipesTest.class))
                .containsAll(Stream.of(testFlight, signing, team, store)
                        .flatMap(recipes -> names(recipes.getClass()).stream())
                        .collect(Collectors.toSet()));
    }

    @Test
    void newestBuildPerApp() {
        assertThat(testFlight.newestBuildPerApp().entrySet())
                .hasSizeGreaterThan(1)
                .anySatisfy(entry -> {
                    assertThat(entry.getKey().bundleId()).isEqualTo("com.example.cortado");
                    assertThat(entry.getValue().version()).isEqualTo("135");
                });
    }

    @Test
    void testersOfGroup() {
        List<BetaTester> testers = testFlight.testersOfGroup(CORTADO, "Team");

        assertThat(testers).extracting(BetaTester::email).contains("maya@example.com", "priya@example.com");
    }

    @Test
    void inviteTester() {
        testFlight.inviteTester(group("Friends & Family"), "grace@example.com", "Grace", "Hopper");

        assertThat(testFlight.testersOfGroup(CORTADO, "Friends & Family"))
                .extracting(BetaTester::email)
                .contains("grace@example.com");
    }

    @Test
    void expireOldBuilds() {
        int expired = testFlight.expireOldBuilds(CORTADO, CLOCK.instant());

        assertThat(expired).isPositive();
        assertThat(asc.builds()
                        .list(q -> q.filterApp(CORTADO).filterExpired(false))
                        .toList())
                .extracting(Build::version)
                .containsExactly("135");
        assertThat(testFlight.expireOldBuilds(CORTADO, CLOCK.instant())).isZero();
    }

    @Test
    void setWhatToTest() {
        String build = build("134");
        testFlight.setWhatToTest(build, "en-US", "The first text");
        testFlight.setWhatToTest(build, "en-US", "The second text");

        assertThat(asc.builds().listBetaBuildLocalizations(build))
                .filteredOn(localization -> "en-US".equals(localization.locale()))
                .singleElement()
                .satisfies(localization -> assertThat(localization.whatsNew()).isEqualTo("The second text"));
    }

    @Test
    void submitForBetaReview() {
        asc.builds().update(build("135"), b -> b.usesNonExemptEncryption(false)).execute();
        sandbox.advanceTime(Duration.ofHours(1));

        testFlight.submitForBetaReview(build("135"), group("Friends & Family"));

        assertThat(asc.builds()
                        .getBetaAppReviewSubmission(build("135"))
                        .execute()
                        .orElseThrow()
                        .betaReviewState())
                .isNotNull();
    }

    @Test
    void crashLogsSince() {
        asc.apps().list().execute();
        sandbox.advanceTime(Duration.ofDays(60));
        List<String> logs = asc.apps().list().stream()
                .flatMap(app -> testFlight.crashLogsSince(app.id(), CLOCK.instant()).stream())
                .toList();

        assertThat(logs).isNotEmpty().allSatisfy(log -> assertThat(log).contains("Exception Type"));
        Instant tomorrow = sandbox.clock().instant().plus(Duration.ofDays(1));
        assertThat(testFlight.crashLogsSince(CORTADO, tomorrow)).isEmpty();
    }

    @Test
    void rotateCertificate() throws Exception {
        Profile before = profile("Trail Ledger App Store");
        String old =
                asc.profiles().listCertificateIds(before.id()).toList().get(0).id();

        Certificate created = signing.rotateCertificate(old, certificateRequest());

        assertThat(asc.profiles()
                        .listCertificateIds(profile("Trail Ledger App Store").id()))
                .singleElement()
                .satisfies(certificate -> assertThat(certificate.id()).isEqualTo(created.id()));
        assertThat(asc.certificates().list())
                .extracting(Certificate::id)
                .contains(created.id())
                .doesNotContain(old);
    }

    @Test
    void replaceProfile() {
        Profile old = asc.profiles()
                .list(q -> q.filterProfileType(ProfileType.IOS_APP_DEVELOPMENT))
                .execute()
                .data()
                .get(0);
        Certificate certificate = asc.certificates().list().stream()
                .filter(candidate -> CertificateType.DEVELOPMENT.equals(candidate.certificateType()))
                .findFirst()
                .orElseThrow();

        Profile replacement = signing.replaceProfile(old, List.of(certificate.id()));

        assertThat(replacement.name()).isEqualTo(old.name());
        assertThat(asc.profiles().listDevices(replacement.id()).toList()).isNotEmpty();
    }

    @Test
    void registerDevice() {
        String id = signing.registerDevice("Ada's iPhone", "00008150-001A2B3C4D5E601F")
                .id();

        assertThat(signing.registerDevice("Another name", "00008150-001A2B3C4D5E601F")
                        .id())
                .isEqualTo(id);
    }

    @Test
    void downloadProfile(@TempDir Path folder) throws IOException {
        Path file = signing.downloadProfile(profile("Trail Ledger App Store").id(), folder);

        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).contains("com.example.trailledger");
    }

    @Test
    void inviteDeveloper() {
        String id = team.inviteDeveloper("ada@example.com", "Ada", "Lovelace", List.of(CORTADO))
                .id();

        assertThat(asc.userInvitations().listVisibleApps(id))
                .singleElement()
                .satisfies(app -> assertThat(app.id()).isEqualTo(CORTADO));
    }

    @Test
    void removeUser() {
        assertThat(team.removeUser("priya@example.com")).isTrue();
        assertThat(team.removeUser("priya@example.com")).isFalse();
    }

    @Test
    void unansweredComplaints() {
        assertThat(store.unansweredComplaints(CORTADO))
                .isNotEmpty()
                .allSatisfy(review -> assertThat(review.rating()).isLessThan(3));
    }

    @Test
    void respond() {
        int before = store.unansweredComplaints(CORTADO).size();
        store.respond(store.unansweredComplaints(CORTADO).get(0).id(), "We are looking into it.");
        sandbox.advanceTime(Duration.ofDays(2));

        assertThat(store.unansweredComplaints(CORTADO)).hasSize(before - 1);
    }

    @Test
    void salesReport() throws IOException {
        List<String> lines = store.salesReport("85012345", LocalDate.of(2026, 11, 23));

        assertThat(lines).hasSizeGreaterThan(1).element(0).asString().startsWith("Provider\t");
    }

    @Test
    void uploadScreenshot(@TempDir Path folder) throws IOException {
        sandbox.add(ResourceObject.of("appScreenshotSets", "set").attribute("screenshotDisplayType", "APP_IPHONE_67"));
        Path image = Files.writeString(folder.resolve("a.bin"), "taken for a screenshot");

        String id = store.uploadScreenshot("set", image).id();

        assertThat(asc.appScreenshots().get(id).execute().assetDeliveryState())
                .extracting(delivery -> String.valueOf(delivery.state()))
                .isEqualTo("COMPLETE");
    }

    @Test
    void registerWebhook() {
        String id = store.registerWebhook(CORTADO, URI.create("https://example.com/hook"), "a-secret")
                .id();

        assertThat(asc.apps().listWebhooks(CORTADO)).extracting("id").contains(id);
    }

    private String build(String number) {
        return asc.builds()
                .list(q -> q.filterApp(CORTADO).filterVersion(number))
                .toList()
                .get(0)
                .id();
    }

    private String group(String name) {
        return asc.betaGroups().list(q -> q.filterApp(CORTADO).filterName(name)).stream()
                .map(BetaGroup::id)
                .findFirst()
                .orElseThrow();
    }

    private Profile profile(String name) {
        return asc.profiles().list(q -> q.filterName(name)).toList().get(0);
    }

    private static String certificateRequest() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        KeyPair pair = generator.generateKeyPair();
        byte[] der = new JcaPKCS10CertificationRequestBuilder(new X500Principal("CN=Ada"), pair.getPublic())
                .build(new JcaContentSignerBuilder("SHA256withRSA").build(pair.getPrivate()))
                .getEncoded();
        return "-----BEGIN CERTIFICATE REQUEST-----\n"
                + Base64.getMimeEncoder().encodeToString(der)
                + "\n-----END CERTIFICATE REQUEST-----\n";
    }

    private static Set<String> names(Class<?> type) {
        return Stream.of(type.getDeclaredMethods())
                .filter(method -> !Modifier.isPrivate(method.getModifiers()) && !method.isSynthetic())
                .map(Method::getName)
                .collect(Collectors.toSet());
    }
}
