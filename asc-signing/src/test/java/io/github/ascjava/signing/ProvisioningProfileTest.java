package io.github.ascjava.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.ascjava.client.model.provisioning.Profile;
import io.github.ascjava.signing.internal.SignedContent;
import io.github.ascjava.signing.internal.UnreadableException;
import io.github.ascjava.testing.Sandbox;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProvisioningProfileTest {

    private static final SigningKey ROOT_KEY = SigningKey.generateP256();
    private static final SigningKey KEY = SigningKey.generateP256();
    private static final X509Certificate ROOT = TestPki.certificate(ROOT_KEY, "Root");
    private static final X509Certificate SIGNER =
            TestPki.issue(ROOT_KEY, "Root", KEY, "Profile Signing", TestPki.FROM, TestPki.UNTIL);

    private static byte[] profile(String more) {
        return TestPki.profile(KEY, SIGNER, TestPki.members("App", more));
    }

    @Test
    void allProfilesOfTheSandboxAreReadWhole() {
        try (Sandbox sandbox = Sandbox.start()) {
            List<Profile> profiles = sandbox.client().profiles().list().toList();
            assertThat(profiles).hasSizeGreaterThan(4);
            for (Profile each : profiles) {
                byte[] content = Base64.getDecoder().decode(each.profileContent());
                ProvisioningProfile read = ProvisioningProfile.read(content);

                assertThat(read.uuid()).isEqualTo(each.uuid());
                assertThat(read.name()).isEqualTo(each.name());
                assertThat(read.certificates()).isNotEmpty();
                assertThat(read.expirationDate().orElseThrow())
                        .isEqualTo(Objects.requireNonNull(each.expirationDate())
                                .toInstant()
                                .truncatedTo(ChronoUnit.SECONDS));
                assertThat(read.bundleId().orElseThrow()).startsWith("com.example.");
                assertThat(read.signature(null).isIntact()).isTrue();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-nosmimecap", "-stream"})
    void profilesThatOpensslSignedAreReadInBothEncodings(String option, @TempDir Path folder)
            throws IOException, CertificateEncodingException {
        assumeThat(openssl()).as("openssl is not on the path").isTrue();
        // More than the 4 KiB of one segment, so that a boundary falls inside.
        String devices = "<key>ProvisionedDevices</key><array>"
                + "<string>00008150-001A2B3C4D5E601F</string>".repeat(400) + "</array>";
        Path content = Files.writeString(
                folder.resolve("plist"), TestPki.plist(TestPki.members("App", devices)), StandardCharsets.UTF_8);
        Path key = Files.writeString(folder.resolve("key"), KEY.toPem());
        Path signer = Files.writeString(folder.resolve("cer"), TestPki.pem("CERTIFICATE", SIGNER.getEncoded()));
        Path signed = folder.resolve("signed");

        TestPki.run(List.of(
                "openssl",
                "cms",
                "-sign",
                "-nodetach",
                "-binary",
                option,
                "-outform",
                "DER",
                "-in",
                content.toString(),
                "-signer",
                signer.toString(),
                "-inkey",
                key.toString(),
                "-out",
                signed.toString()));

        ProvisioningProfile read = ProvisioningProfile.read(Files.readAllBytes(signed));
        assertThat(read.devices()).hasSize(400);
        assertThat(read.signature(ROOT)).isEqualTo(new ProfileSignature(true, "Profile Signing", true));
    }

    private static boolean openssl() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .anyMatch(each -> Files.isExecutable(Path.of(each, "openssl")));
    }

    @Test
    void theSignatureIsCheckedAndWhoSignedOnlyAgainstARoot() {
        ProvisioningProfile intact = ProvisioningProfile.read(profile(""));

        assertThat(intact.signature(null).describe())
                .isEqualTo("intact, by Profile Signing (issuer not checked: no root certificate was given)");
        assertThat(intact.signature(ROOT).isTrusted()).isTrue();
        assertThat(intact.signature(TestPki.certificate(KEY, "Other")).describe())
                .isEqualTo("intact, by Profile Signing, which is NOT below the given root");
        ProvisioningProfile changed = ProvisioningProfile.read(TestPki.changed(profile(""), "com.example.app"));
        assertThat(changed.signature(ROOT)).isEqualTo(new ProfileSignature(false, null, null));
    }

    @Test
    void aRootAboveTheSignersIssuerIsFoundThroughTheMessage() {
        SigningKey middleKey = SigningKey.generateP256();
        // It is not an authority, so the chain must be refused.
        X509Certificate middle = TestPki.issue(ROOT_KEY, "Root", middleKey, "Middle", TestPki.FROM, TestPki.UNTIL);
        X509Certificate signer = TestPki.issue(middleKey, "Middle", KEY, "Signer", TestPki.FROM, TestPki.UNTIL);
        byte[] signed = TestPki.signed(KEY, List.of(signer, middle), TestPki.plist(TestPki.members("App", "")));

        assertThat(ProvisioningProfile.read(signed).signature(ROOT))
                .isEqualTo(new ProfileSignature(true, "Signer", false));
    }

    @ParameterizedTest
    @CsvSource({
        "iOS, true, true, false, DEVELOPMENT",
        "iOS, true, false, false, AD_HOC",
        "iOS, false, false, false, APP_STORE",
        "iOS, false, false, true, IN_HOUSE",
        "OSX, true, false, false, DEVELOPMENT",
        "OSX, false, false, true, DEVELOPER_ID"
    })
    void theKindIsTold(String platform, boolean hasDevices, boolean isDebuggable, boolean isForAll, ProfileKind kind) {
        String members = "<key>UUID</key><string>u</string><key>Platform</key><array><string>" + platform
                + "</string></array><key>Entitlements</key><dict>"
                + (isDebuggable ? "<key>get-task-allow</key><true/>" : "") + "</dict>"
                + (hasDevices ? "<key>ProvisionedDevices</key><array><string>A</string></array>" : "")
                + (isForAll ? "<key>ProvisionsAllDevices</key><true/>" : "");

        assertThat(ProvisioningProfile.read(TestPki.profile(KEY, SIGNER, members))
                        .kind())
                .isEqualTo(kind);
    }

    @Test
    void unknownMembersAreKept() {
        ProvisioningProfile read = ProvisioningProfile.read(profile(
                "<key>Future</key><array><integer>7</integer><real>1.5</real><true/><data>AQI=</data></array>"));

        List<Object> values = new ArrayList<>((List<?>) read.members().get("Future"));
        assertThat(values.remove(3)).isEqualTo(new byte[] {1, 2});
        assertThat(values).containsExactly(7L, 1.5, true);
        assertThat(read.bundleId()).contains("com.example.app");
        assertThat(read.expirationDate()).contains(Instant.parse("2027-01-01T00:00:00Z"));
    }

    @Test
    void whatIsNoProfileIsSaidInOneSentence() throws CertificateEncodingException {
        String message = "The profile is not a signed message (CMS), or is damaged or incomplete.";
        assertRejected(new byte[0], "The profile is empty.");
        assertRejected(SIGNER.getEncoded(), message);
        assertRejected(Arrays.copyOf(profile(""), 300), message);
        assertRejected("<plist><dict/></plist>".getBytes(StandardCharsets.US_ASCII), message);
        assertRejected(
                TestPki.profile(KEY, SIGNER, "<key>Name</key><string>A</string>"),
                "The profile is a signed property list, but not a provisioning profile.");
        assertRejected(TestPki.signed(KEY, List.of(SIGNER), "hello"), "The profile is not a property list in XML.");
        assertRejected(
                TestPki.signed(KEY, List.of(SIGNER), "<plist><dict><key>UUID"),
                "The profile is a damaged property list.");
    }

    @Test
    void propertyListsThatExplodeAreRejected() {
        String entities = "<!DOCTYPE plist [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]><plist><dict>"
                + "<key>UUID</key><string>&b;</string></dict></plist>";
        assertRejected(
                TestPki.signed(KEY, List.of(SIGNER), entities),
                "The profile is a property list with entities, which Apple does not write.");
        assertRejected(
                profile("<key>A</key>" + "<array>".repeat(50_000) + "</array>".repeat(50_000)),
                "The profile is a property list of more than 100 levels.");
    }

    @Test
    void aMessageThatIsNestedWithoutEndIsRejected() {
        byte[] nested = new byte[200_000];
        for (int i = 0; i < nested.length; i += 2) {
            nested[i] = 0x30;
            nested[i + 1] = (byte) 0x80;
        }

        assertThatThrownBy(() -> SignedContent.read(nested)).isInstanceOf(UnreadableException.class);
    }

    private static void assertRejected(byte[] content, String message) {
        assertThatThrownBy(() -> ProvisioningProfile.read(content))
                .isInstanceOf(SigningException.class)
                .hasMessage(message);
    }
}
