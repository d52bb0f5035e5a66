package io.github.ascjava.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ascjava.signing.internal.Pkcs12Writer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.bouncycastle.asn1.pkcs.MacData;
import org.bouncycastle.asn1.pkcs.Pfx;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class Pkcs12Test {

    private static final char[] PASSWORD = "Long \"enough\" & more".toCharArray();
    private static final SigningKey ISSUER = SigningKey.generateP256();
    private static final SigningKey KEY = SigningKey.generateP256();
    private static final X509Certificate ROOT = TestPki.certificate(ISSUER, "Root");
    private static final String NAME = "Apple Distribution: Example Caf\u00E9 (TEAM123456)";
    private static final SigningIdentity IDENTITY = SigningIdentity.of(
                    KEY, TestPki.issue(ISSUER, "Root", KEY, NAME, TestPki.FROM, TestPki.UNTIL))
            .withChain(List.of(ROOT));

    @ParameterizedTest
    @EnumSource
    void whatIsWrittenIsReadAgain(Pkcs12Format format) {
        Pkcs12 read = Pkcs12.read(Pkcs12.write(IDENTITY, PASSWORD, format), PASSWORD);

        assertThat(read.identities()).singleElement().satisfies(identity -> {
            assertThat(identity.name()).isEqualTo(NAME);
            assertThat(identity.certificate()).isEqualTo(IDENTITY.certificate());
            assertThat(identity.chain()).containsExactly(ROOT);
            assertThat(identity.key().privateKey()).isEqualTo(KEY.privateKey());
        });
        assertThat(read.keys()).isEmpty();
        assertThat(read.certificates()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void theJdkReadsIt(Pkcs12Format format) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(new ByteArrayInputStream(Pkcs12.write(IDENTITY, PASSWORD, format)), PASSWORD);

        assertThat(store.getKey(NAME, PASSWORD)).isEqualTo(KEY.privateKey());
        assertThat(store.getCertificateChain(NAME)).containsExactly(IDENTITY.certificate(), ROOT);
    }

    @Test
    void filesForMacosHaveNothingThatMacosRejects() {
        String file = HexFormat.of().formatHex(Pkcs12.write(IDENTITY, PASSWORD, Pkcs12Format.MACOS));
        // Object IDs of PBES2 and SHA-256, and of PBE with SHA-1 and 3DES.
        assertThat(file)
                .doesNotContain("2a864886f70d01050d")
                .doesNotContain("608648016503040201")
                .contains("2a864886f70d010c0103");
    }

    @Test
    void passwordsThatOthersCannotReadAreRejectedForWriting() {
        assertThatThrownBy(() -> Pkcs12.write(IDENTITY, "gr\u00FCn".toCharArray(), Pkcs12Format.MODERN))
                .isInstanceOf(SigningException.class)
                .hasMessageContaining("printable ASCII");
        assertThatThrownBy(() -> Pkcs12.write(IDENTITY, new char[0], Pkcs12Format.MACOS))
                .isInstanceOf(SigningException.class)
                .hasMessageContaining("needs a password");
    }

    /** The JDK and OpenSSL hash two bytes of zero for it. */
    @Test
    void anEmptyPasswordOfTwoZeroBytesIsRead() throws GeneralSecurityException, IOException {
        assertThat(Pkcs12.read(writtenByJdk(new char[0], "A", IDENTITY), new char[0])
                        .identities())
                .hasSize(1);
    }

    /** .NET and macOS hash nothing for it, as Bouncy Castle does. */
    @Test
    void anEmptyPasswordOfNoBytesIsRead() {
        byte[] file =
                Pkcs12Writer.tripleDes().write("A", KEY.privateKey(), List.of(IDENTITY.certificate()), new char[0]);

        assertThat(Pkcs12.read(file, new char[0]).identities()).hasSize(1);
    }

    @Test
    void keysAndCertificatesAreFoundInFilesOfTheJdk() throws GeneralSecurityException, IOException {
        Pkcs12 read = Pkcs12.read(writtenByJdk(PASSWORD, "some alias", IDENTITY), PASSWORD);

        assertThat(read.identities()).singleElement().satisfies(identity -> {
            assertThat(identity.name()).isEqualTo("some alias");
            assertThat(identity.chain()).containsExactly(ROOT);
        });
    }

    private static byte[] writtenByJdk(char[] password, String alias, SigningIdentity identity)
            throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry(alias, identity.key().privateKey(), password, new Certificate[] {
            identity.certificate(), identity.chain().get(0)
        });
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        store.store(out, password);
        return out.toByteArray();
    }

    @Test
    void whatCannotBeReadIsSaidInOneSentence() {
        byte[] file = Pkcs12.write(IDENTITY, PASSWORD, Pkcs12Format.MODERN);

        assertRejected(new byte[0], "The PKCS#12 file is empty.");
        assertRejected(
                Arrays.copyOf(file, file.length / 2),
                "The PKCS#12 file is not a PKCS#12 file, or is damaged or incomplete.");
        assertRejected(
                "hello".getBytes(StandardCharsets.US_ASCII),
                "The PKCS#12 file is not a PKCS#12 file, or is damaged or incomplete.");
        assertThatThrownBy(() -> Pkcs12.read(file, "wrong".toCharArray()))
                .isInstanceOf(SigningException.class)
                .hasMessage("The PKCS#12 file cannot be opened: the password is wrong, or the file is damaged.");
        assertThatThrownBy(() -> Pkcs12.read(file, new char[0]))
                .isInstanceOf(SigningException.class)
                .hasMessage("The PKCS#12 file needs a password, or is damaged.");
        byte[] changed = file.clone();
        changed[200] ^= 1;
        assertThatThrownBy(() -> Pkcs12.read(changed, PASSWORD))
                .isInstanceOf(SigningException.class)
                .hasMessageContaining("damaged");
    }

    private static void assertRejected(byte[] content, String message) {
        assertThatThrownBy(() -> Pkcs12.read(content, PASSWORD))
                .isInstanceOf(SigningException.class)
                .hasMessage(message);
    }

    @Test
    void aFileThatDemandsYearsOfWorkIsRejected() throws IOException {
        Pfx file = Pfx.getInstance(Pkcs12.write(IDENTITY, PASSWORD, Pkcs12Format.MODERN));
        MacData mac = file.getMacData();
        byte[] endless =
                new Pfx(file.getAuthSafe(), new MacData(mac.getMac(), mac.getSalt(), Integer.MAX_VALUE)).getEncoded();

        assertRejected(
                endless,
                "The PKCS#12 file demands 2147483647 rounds of key derivation; at most 5000000 are carried out.");
    }
}
