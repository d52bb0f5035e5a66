package io.github.ascjava.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ascjava.client.AppStoreConnect;
import io.github.ascjava.client.model.provisioning.CapabilityType;
import io.github.ascjava.client.model.provisioning.Certificate;
import io.github.ascjava.client.model.provisioning.CertificateType;
import io.github.ascjava.client.model.provisioning.Device;
import io.github.ascjava.client.model.provisioning.DeviceStatus;
import io.github.ascjava.client.model.provisioning.Profile;
import io.github.ascjava.client.model.provisioning.ProfileType;
import io.github.ascjava.testing.RecordedRequest;
import io.github.ascjava.testing.ResourceObject;
import io.github.ascjava.testing.Sandbox;
import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Signing assets on the sandbox. Keys are elliptic, and given, because RSA keys take long to generate. */
class SigningTest {

    private static final SigningKey KEY = SigningKey.generateP256();
    private static final String APP = "com.example.harbour";

    private final Sandbox sandbox =
            Sandbox.builder().clock(Clock.fixed(TestPki.NOW, ZoneOffset.UTC)).start();
    private final List<String> changes = new ArrayList<>();
    private final AppStoreConnect asc = sandbox.client();
    private final Signing signing = Signing.of(asc).withListener(changes::add);

    private SigningFolder folder;

    @BeforeEach
    void open(@TempDir Path path) throws IOException {
        folder = SigningFolder.open(path);
    }

    @AfterEach
    void close() throws IOException {
        folder.close();
        sandbox.close();
    }

    private static EnsureRequest request(ProfileType type) {
        return EnsureRequest.of(APP, type).withKey(KEY);
    }

    private long writes() {
        return sandbox.requests().stream()
                .filter(each -> !each.method().equals("GET"))
                .count();
    }

    @Test
    void whatIsMissingIsMadeAndWhatIsThereTakesFourRequestsAtMost() throws IOException {
        EnsureRequest request = request(ProfileType.IOS_APP_DEVELOPMENT)
                .withCapabilities(List.of(CapabilityType.PUSH_NOTIFICATIONS, CapabilityType.HEALTHKIT));
        EnsuredAssets made = signing.ensure(request, folder);
        int before = sandbox.requests().size();
        EnsuredAssets found = signing.ensure(request, folder);

        assertThat(changes)
                .hasSize(5)
                .startsWith("Made the identifier com.example.harbour.", "Switched PUSH_NOTIFICATIONS on.");
        assertThat(found.profile().id()).isEqualTo(made.profile().id());
        assertThat(found.profileFile()).isEqualTo(made.profileFile());
        List<RecordedRequest> second =
                sandbox.requests().subList(before, sandbox.requests().size());
        assertThat(second)
                .hasSizeLessThanOrEqualTo(4)
                .allMatch(each -> each.method().equals("GET"));
    }

    @Test
    void theProfileHoldsTheCertificateOfTheKeyAndAllDevicesThatFit() throws IOException {
        EnsuredAssets made = signing.ensure(request(ProfileType.IOS_APP_DEVELOPMENT), folder);

        ProvisioningProfile profile = ProvisioningProfile.read(
                Base64.getDecoder().decode(made.profile().profileContent()));
        assertThat(profile.certificates()).singleElement().matches(KEY::isOf);
        List<String> handhelds = asc
                .devices()
                .list(q -> q.filterStatus(DeviceStatus.ENABLED).limit(200))
                .stream()
                .filter(ProfileRules.of(ProfileType.IOS_APP_DEVELOPMENT)::takes)
                .map(Device::udid)
                .toList();
        assertThat(profile.devices()).hasSameElementsAs(handhelds).isNotEmpty();
        assertThat(folder.names()).doesNotContain("development.key").contains("development.cer");
    }

    @Test
    void aProfileThatLacksADeviceIsMadeAnewAndKeepsItsFile() throws IOException {
        EnsuredAssets first = signing.ensure(request(ProfileType.IOS_APP_ADHOC), folder);
        String udid = "00008150-00AA3C4D5E601F00";
        signing.register(DeviceEntry.read(udid + "\tNew iPhone\tios", "list"), each -> {});
        EnsuredAssets second = signing.ensure(request(ProfileType.IOS_APP_ADHOC), folder);

        assertThat(second.profile().id()).isNotEqualTo(first.profile().id());
        assertThat(second.profileFile()).isEqualTo(first.profileFile());
        assertThat(changes).last().asString().endsWith("anew.");
    }

    @Test
    void withoutADeviceThatFitsNothingIsMade() {
        asc.devices().list().stream()
                .filter(ProfileRules.of(ProfileType.TVOS_APP_ADHOC)::takes)
                .forEach(each -> asc.devices()
                        .update(each.id(), b -> b.status(DeviceStatus.DISABLED))
                        .execute());
        long before = writes();

        assertThatThrownBy(() -> signing.ensure(request(ProfileType.TVOS_APP_ADHOC), folder))
                .isInstanceOf(SigningException.class)
                .hasMessageContaining("at least one enabled device of the class APPLE_TV, and there is none");
        assertThat(writes()).isEqualTo(before);
    }

    /** Two expired profiles of one name would block a third one. */
    @Test
    void expiredProfilesThatAppleHidesDoNotBlockNewOnes() throws IOException {
        for (int i = 0; i < 4; i++) {
            signing.ensure(request(ProfileType.IOS_APP_STORE), folder);
            sandbox.advanceTime(Duration.ofDays(370));
        }

        assertThat(changes.stream().filter(each -> each.startsWith("Made the profile")))
                .hasSize(4);
    }

    @Test
    void whenTheLimitIsReachedItIsSaidWhatCouldBeRevokedAndNothingIsRevoked() throws IOException {
        for (int i = 0; i < 3; i++) {
            try {
                signing.ensure(
                        EnsureRequest.of(APP, ProfileType.IOS_APP_STORE).withKey(SigningKey.generateP256()), folder);
            } catch (CertificateLimitException e) {
                List<Certificate> valid = asc.certificates()
                        .list(q -> q.filterCertificateType(CertificateType.DISTRIBUTION))
                        .toList();
                assertThat(e.current()).hasSize(3).hasSameSizeAs(valid);
                assertThat(e).hasMessageContaining("already have a current Distribution certificate");
                valid.forEach(each -> assertThat(e).hasMessageContaining(each.id() + " " + each.name()));
                return;
            }
        }
        throw new AssertionError("The sandbox has no limit.");
    }

    @Test
    void developerIdIsStoppedBeforeTheFirstRequest() {
        assertThatThrownBy(() -> signing.ensure(EnsureRequest.of(APP, ProfileType.MAC_APP_DIRECT), folder))
                .isInstanceOf(SigningException.class)
                .hasMessageContaining("by the Account Holder only, on the website")
                .hasMessageContaining("asc signing import");
        assertThat(sandbox.requests()).isEmpty();
    }

    @Test
    void anImportedDeveloperIdCertificateGetsAProfile() throws IOException, CertificateEncodingException {
        X509Certificate certificate = TestPki.certificate(KEY, "Developer ID Application: Example (TEAM123456)");
        sandbox.add(ResourceObject.of("certificates", "DEVIDG2000")
                .attribute("certificateType", "DEVELOPER_ID_APPLICATION_G2")
                .attribute("name", "Developer ID Application: Example")
                .attribute("displayName", "Example")
                .attribute("serialNumber", certificate.getSerialNumber().toString(16))
                .attribute("expirationDate", "2027-06-01T00:00:00.000+00:00")
                .attribute("certificateContent", Base64.getEncoder().encodeToString(certificate.getEncoded())));
        SigningAssets.in(folder).importIdentity(SigningIdentity.of(KEY, certificate));

        EnsuredAssets made = signing.ensure(EnsureRequest.of(APP, ProfileType.MAC_APP_DIRECT), folder);
        assertThat(made.certificateId()).isEqualTo("DEVIDG2000");
        assertThat(made.profileFile()).endsWith(".provisionprofile");
    }

    @Test
    void aClockThatIsYearsAheadIsNamed() {
        try (AppStoreConnect ahead = sandbox.clientBuilder()
                .options(o -> o.clock(Clock.offset(sandbox.clock(), Duration.ofDays(900))))
                .build()) {
            assertThatThrownBy(() -> Signing.of(ahead).ensure(request(ProfileType.IOS_APP_STORE), folder))
                    .isInstanceOf(SigningException.class)
                    .hasMessageContaining("by this machine's clock, which says 2029-")
                    .hasMessageContaining("set the clock");
        }
    }

    @Test
    void aRevocationTellsWhichProfilesItBreaksAndThenBreaksThem() throws IOException {
        EnsuredAssets made = signing.ensure(request(ProfileType.IOS_APP_STORE), folder);

        List<Revocation> plan = signing.planRevocation(List.of(made.certificateId()));
        assertThat(plan)
                .singleElement()
                .satisfies(each -> assertThat(each.profiles())
                        .extracting(Profile::id)
                        .containsExactly(made.profile().id()));
        long before = writes();
        assertThat(before).isEqualTo(writes());
        signing.revoke(plan.get(0));
        assertThat(changes).last().asString().startsWith("Revoked the certificate " + made.certificateId());
        assertThatThrownBy(() -> signing.planRevocation(List.of(made.certificateId())))
                .isInstanceOf(SigningException.class)
                .hasMessageContaining("Apple lists no certificate with the ID " + made.certificateId());
    }

    @Test
    void expiredCertificatesAreFoundForRevocation() throws IOException {
        EnsuredAssets made = signing.ensure(request(ProfileType.IOS_APP_STORE), folder);
        assertThat(signing.planRevocationOfExpired())
                .extracting(each -> each.certificate().id())
                .doesNotContain(made.certificateId());
        sandbox.advanceTime(Duration.ofDays(370));

        assertThat(signing.planRevocationOfExpired())
                .extracting(each -> each.certificate().id())
                .contains(made.certificateId());
    }

    @Test
    void everythingThatAppleHasIsDownloaded() throws IOException {
        Signing.Download download = signing.download(folder);

        assertThat(download.skipped()).isEmpty();
        assertThat(download.written())
                .hasSize(asc.profiles().list(q -> q.limit(200)).toList().size()
                        + asc.certificates().list(q -> q.limit(200)).toList().size());
        assertThat(folder.names()).hasSameSizeAs(download.written());
    }

    @Test
    void rulesTellWhatAppleWouldReject() {
        ProfileRules rules = ProfileRules.of(ProfileType.IOS_APP_STORE);
        List<Certificate> all = asc.certificates().list(q -> q.limit(200)).toList();
        List<Device> devices =
                asc.devices().list(q -> q.limit(200)).stream().limit(1).toList();

        assertThat(rules.problems(all.stream().filter(rules::accepts).toList(), List.of()))
                .isEmpty();
        assertThat(rules.problems(List.of(), devices))
                .containsExactly(
                        "A profile of the type IOS_APP_STORE needs a certificate of the type DISTRIBUTION or"
                                + " IOS_DISTRIBUTION.",
                        "The device " + devices.get(0).name() + " is of the class "
                                + devices.get(0).deviceClass()
                                + "; a profile of the type IOS_APP_STORE takes no devices.");
        assertThatThrownBy(() -> ProfileRules.of(ProfileType.IOS_APP_INHOUSE))
                .isInstanceOf(SigningException.class)
                .hasMessageContaining("is not known");
    }
}
